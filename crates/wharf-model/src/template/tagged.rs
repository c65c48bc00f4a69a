//! Objects whose `type` says what else is in them.

/// Declares an enum of such objects. Upper and lower case are one in `type`; what has no name here
/// is kept as it came.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident($type:ident) = $word:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* $variant($type),)*
            /// A kind this version does not name, the whole object as it came.
            Other(serde_json::Value),
        }

        impl $name {
            /// The kinds this version names, as they stand under `type`.
            pub const KINDS: &'static [&'static str] = &[$($word),*];

            /// The word under `type`, in upper case where this version names it; empty when there is none.
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $word,)*
                    Self::Other(value) => value["type"].as_str().unwrap_or_default(),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(serde::Serialize)]
                #[serde(tag = "type")]
                enum Wire<'a> {
                    $(#[serde(rename = $word)] $variant(&'a $type),)*
                }

                match self {
                    $(Self::$variant(part) => Wire::$variant(part).serialize(serializer),)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                let kind = value["type"].as_str().unwrap_or_default().to_ascii_uppercase();
                match kind.as_str() {
                    $($word => crate::message::interactive::located(value).map(Self::$variant),)*
                    _ => Ok(Self::Other(value)),
                }
            }
        }
    };
}

pub(super) use tagged;
