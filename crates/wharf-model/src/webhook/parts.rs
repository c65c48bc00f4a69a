//! Structs of webhooks: every field may be absent, and one that is there was read.

/// Declares structs whose fields all default.
macro_rules! parts {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty $(= $wire:literal)?,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, serde::Deserialize)]
        #[serde(default, expecting = "an object")]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$doc])* $(#[serde(rename = $wire)])? pub $field: $type,)*
        }

        $crate::quiet_debug! { $name {} }
    )*};
}

pub(super) use parts;
