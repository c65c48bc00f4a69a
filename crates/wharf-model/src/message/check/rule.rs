//! The kinds of rule that can be broken.

use std::fmt;

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)*) => {
        /// A kind of rule. Its name is for programs, and stays.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

rules! {
    /// A value is absent that must be there.
    Required = "required",
    /// A value is there that must not be, in this place or beside another one.
    NotAllowed = "not_allowed",
    /// A text is too short; mostly: empty.
    CharsMin = "chars_min",
    /// A text is too long in Unicode scalars, and so in UTF-16 units.
    CharsMax = "chars_max",
    /// A text is too long in UTF-16 units only: characters beyond the basic plane, emoji mostly, are two.
    Utf16Max = "utf16_max",
    /// A text is longer than is advised.
    CharsAdvised = "chars_advised",
    /// There are too few of something.
    CountMin = "count_min",
    /// There are too many of something.
    CountMax = "count_max",
    /// A number is too small or too large.
    Range = "range",
    /// A file is empty.
    BytesMin = "bytes_min",
    /// A file is too large.
    BytesMax = "bytes_max",
    /// Two things are the same that must differ.
    Unique = "unique",
    /// Things differ that must be the same.
    Alike = "alike",
    /// Things stand in the wrong order.
    Order = "order",
    /// A word is none of those the platform knows.
    OneOf = "one_of",
    /// A value is not of the form it must have.
    Format = "format",
    /// A URL is none.
    Url = "url",
    /// Sums do not add up.
    Sum = "sum",
    /// A mime type is none of those the platform takes.
    Mime = "mime",
    /// There is no such thing, such as a template in that language.
    Exists = "exists",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
