//! Reading a QR code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::PhoneNumberId,
    number::QrCode,
};

/// Reads a QR code: `GET /{phone-number-id}/message_qrdls/{code}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetQrCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Its code.
    pub code: String,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetQrCode {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, code: impl Into<String>) -> Self {
        Self { number, code: code.into(), fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetQrCode {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = QrCodeAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("message_qrdls")
            .text(&self.code)
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A QR code, as a list of one or by itself: [`QrCodeAnswer::qr_code`] gives it either way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QrCodeAnswer {
    /// The code, in answers that are lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<QrCode>>,
    /// Its code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the person will find typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefilled_message: Option<String>,
    /// The short link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deep_link_url: Option<String>,
    /// When it was made, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub creation_time: Option<i64>,
    /// Where the picture is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qr_image_url: Option<String>,
}

impl QrCodeAnswer {
    /// The code itself, however it came; absent when there is none.
    pub fn qr_code(self) -> Option<QrCode> {
        let Self { data, code, prefilled_message, deep_link_url, creation_time, qr_image_url } =
            self;
        match data {
            Some(codes) => codes.into_iter().next(),
            None => code.map(|code| QrCode {
                code: Some(code),
                prefilled_message,
                deep_link_url,
                creation_time,
                qr_image_url,
            }),
        }
    }
}
