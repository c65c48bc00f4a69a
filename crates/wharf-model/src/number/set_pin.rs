//! Setting the two-step PIN.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Pin;
use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PhoneNumberId,
};

/// Sets the two-step verification PIN: `POST /{phone-number-id}` with `{"pin"}`.
///
/// The seed guide's `/account/set_pin` is an alias that the gateway and the emulator translate to this. Wrong PINs
/// at registration are errors 133005, 133008 and 133009.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetPin {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: PinBody,
}

impl SetPin {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, pin: Pin) -> Self {
        Self { number, body: PinBody { pin } }
    }
}

/// What [`SetPin`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinBody {
    /// The PIN.
    pub pin: Pin,
}

impl Endpoint for SetPin {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = PinBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).into()
    }

    fn body(&self) -> Option<&PinBody> {
        Some(&self.body)
    }
}
