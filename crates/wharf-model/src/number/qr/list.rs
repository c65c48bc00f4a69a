//! Listing QR codes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::PhoneNumberId,
    page::{Page, PageQuery},
};

/// Lists QR codes: `GET /{phone-number-id}/message_qrdls`. Ask for the field `qr_image_url.format(PNG)` to get the
/// pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListQrCodes {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Only this one.
    pub code: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListQrCodes {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, code: None, page: PageQuery::default() }
    }

    /// Only this one.
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListQrCodes {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<QrCode>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("message_qrdls")
            .query("code", self.code.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A QR code, and the short link in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QrCode {
    /// Its code: 14 letters and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the person will find typed: at most 140 characters.
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
