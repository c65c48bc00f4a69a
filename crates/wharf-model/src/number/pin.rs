//! The two-step verification PIN.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits::PIN_DIGITS;

/// A two-step verification PIN: exactly six digits. Its `Debug` shows none of them.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Pin(Box<str>);

/// The text was not six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSixDigits;

impl fmt::Display for NotSixDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a PIN is exactly six digits, such as 482913")
    }
}

impl std::error::Error for NotSixDigits {}

impl Pin {
    /// A PIN of six ASCII digits.
    pub fn new(digits: impl Into<Box<str>>) -> Result<Self, NotSixDigits> {
        let digits = digits.into();
        let six = digits.len() == PIN_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        if six { Ok(Self(digits)) } else { Err(NotSixDigits) }
    }

    /// The digits. Not for logs.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

impl<'de> Deserialize<'de> for Pin {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = crate::open::word(deserializer, |word| Box::<str>::from(word))?;
        Self::new(digits).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_six_digits_and_stays_out_of_logs() {
        for bad in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(Pin::new(bad), Err(NotSixDigits), "{bad}");
        }
        assert_eq!(format!("{:?}", Pin::new("123456").unwrap()), "Pin(…)");
    }
}
