//! A business phone number: its node, its two-step PIN, its registration (Cloud API, "Phone numbers").

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, Success},
    id::PhoneNumberId,
    limits::PIN_DIGITS,
    message::Product,
};

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

/// Sets the two-step verification PIN: `POST /{phone-number-id}` with `{"pin"}`.
///
/// The seed guide's `/account/set_pin` is an alias that the gateway and the emulator translate to this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetPin {
    /// The number whose PIN is set.
    pub number: PhoneNumberId,
    /// The PIN.
    pub body: PinBody,
}

/// `{"pin": "123456"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinBody {
    /// The PIN.
    pub pin: Pin,
}

impl SetPin {
    /// Sets `pin` on `number`.
    pub fn new(number: PhoneNumberId, pin: Pin) -> Self {
        Self { number, body: PinBody { pin } }
    }
}

impl Endpoint for SetPin {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = PinBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        self.number.as_str().into()
    }

    fn body(&self) -> Option<&PinBody> {
        Some(&self.body)
    }
}

/// Registers a number for the Cloud API: `POST /{phone-number-id}/register`.
/// At most 10 in 72 h, then error 133016; a wrong PIN is error 133005.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The number to register.
    pub number: PhoneNumberId,
    /// What goes with it.
    pub body: RegisterBody,
}

/// What goes with a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegisterBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The PIN of the number; becomes its PIN if it has none.
    pub pin: Pin,
    /// Country of data at rest, such as `DE`; cannot be changed while registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_localization_region: Option<String>,
}

impl Register {
    /// Registers `number` with `pin`.
    pub fn new(number: PhoneNumberId, pin: Pin) -> Self {
        let body = RegisterBody {
            messaging_product: Product::Whatsapp,
            pin,
            data_localization_region: None,
        };
        Self { number, body }
    }
}

impl Endpoint for Register {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RegisterBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        format!("{}/register", self.number).into()
    }

    fn body(&self) -> Option<&RegisterBody> {
        Some(&self.body)
    }
}

/// Reads a number: `GET /{phone-number-id}?fields=…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetNumber {
    /// The number.
    pub number: PhoneNumberId,
    /// Field names; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl Endpoint for GetNumber {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Number;

    fn path(&self) -> Cow<'_, str> {
        if self.fields.is_empty() {
            return self.number.as_str().into();
        }
        format!("{}?fields={}", self.number, self.fields.join(",")).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A business phone number, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Number {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PhoneNumberId>,
    /// The number as people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_phone_number: Option<String>,
    /// The business name shown to people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_name: Option<String>,
    /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_rating: Option<String>,
    /// Whether ownership was verified by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_verification_status: Option<String>,
    /// `CONNECTED`, `PENDING`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// `CLOUD_API`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_type: Option<String>,
    /// Whether a two-step PIN is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_pin_enabled: Option<bool>,
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
