//! Enums that stay open: a word this version does not know is kept, not refused.

/// A word outside the set this version knows.
///
/// It has no public constructor, so a caller can match on "something newer than me"
/// but can never come to depend on which word it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unlisted(pub(crate) Box<str>);

/// Declares a string enum that round-trips words it does not know.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* $variant,)+
            /// A word newer than this version of the crate.
            Unlisted($crate::open::Unlisted),
        }

        impl $name {
            /// Every word this version knows, in the order of the documentation.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word as the platform spells it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Unlisted(word) => &word.0,
                }
            }

            /// Whether this version knows the word.
            pub fn is_listed(&self) -> bool {
                !matches!(self, Self::Unlisted(_))
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Unlisted($crate::open::Unlisted(other.into())),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::open::word(deserializer, |word| Self::from(word))
            }
        }
    };
}

/// Reads a string without owning it, and hands it to `make`.
pub(crate) fn word<'de, D, T>(deserializer: D, make: impl Fn(&str) -> T) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
{
    struct Word<F>(F);

    impl<T, F: Fn(&str) -> T> serde::de::Visitor<'_> for Word<F> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a word")
        }

        fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<T, E> {
            Ok((self.0)(word))
        }
    }

    deserializer.deserialize_str(Word(make))
}

pub(crate) use open_enum;
