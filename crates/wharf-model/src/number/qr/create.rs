//! Making a QR code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    number::QrCode,
    open::open_enum,
};

/// Makes a QR code: `POST /{phone-number-id}/message_qrdls`. At most 2,000 per number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateQrCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: CreateQrCodeBody,
}

impl CreateQrCode {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, prefilled_message: impl Into<String>) -> Self {
        Self {
            number,
            body: CreateQrCodeBody {
                prefilled_message: prefilled_message.into(),
                generate_qr_image: None,
                code: None,
            },
        }
    }

    /// Also makes a picture.
    #[must_use]
    pub fn generate_qr_image(mut self, generate_qr_image: QrImage) -> Self {
        self.body.generate_qr_image = Some(generate_qr_image);
        self
    }

    /// Changes this code instead; [`UpdateQrCode`](super::UpdateQrCode) says so by name.
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.body.code = Some(code.into());
        self
    }
}

/// What [`CreateQrCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateQrCodeBody {
    /// What the person will find typed: at most 140 characters.
    pub prefilled_message: String,
    /// Also makes a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generate_qr_image: Option<QrImage>,
    /// Changes this code instead; [`UpdateQrCode`](super::UpdateQrCode) says so by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Endpoint for CreateQrCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateQrCodeBody;
    type Response = QrCode;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("message_qrdls").into()
    }

    fn body(&self) -> Option<&CreateQrCodeBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// A kind of picture.
    pub enum QrImage {
        /// PNG.
        Png = "PNG",
        /// SVG.
        Svg = "SVG",
    }
}
