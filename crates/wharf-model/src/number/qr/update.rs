//! Changing a QR code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    number::QrCode,
};

/// Changes what is typed for a QR code: `POST /{phone-number-id}/message_qrdls`, with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateQrCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: UpdateQrCodeBody,
}

impl UpdateQrCode {
    /// The request with what it must have.
    pub fn new(
        number: PhoneNumberId,
        code: impl Into<String>,
        prefilled_message: impl Into<String>,
    ) -> Self {
        Self {
            number,
            body: UpdateQrCodeBody {
                code: code.into(),
                prefilled_message: prefilled_message.into(),
            },
        }
    }
}

/// What [`UpdateQrCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateQrCodeBody {
    /// The code.
    pub code: String,
    /// What the person will find typed: at most 140 characters.
    pub prefilled_message: String,
}

impl Endpoint for UpdateQrCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateQrCodeBody;
    type Response = QrCode;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("message_qrdls").into()
    }

    fn body(&self) -> Option<&UpdateQrCodeBody> {
        Some(&self.body)
    }
}
