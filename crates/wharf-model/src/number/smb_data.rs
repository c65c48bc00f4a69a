//! Fetching what the WhatsApp Business app has.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    open::open_enum,
};

/// Has contacts or chats of the WhatsApp Business app sent as webhooks: `POST /{phone-number-id}/smb_app_data`.
/// Each once, within 24 h of onboarding; else errors 2593107 and 2593108.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyncAppData {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SyncAppDataBody,
}

impl SyncAppData {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, sync_type: SyncType) -> Self {
        Self { number, body: SyncAppDataBody { messaging_product: Product::Whatsapp, sync_type } }
    }
}

/// What [`SyncAppData`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SyncAppDataBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// What is sent.
    pub sync_type: SyncType,
}

impl Endpoint for SyncAppData {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = SyncAppDataBody;
    type Response = AppDataSync;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("smb_app_data").into()
    }

    fn body(&self) -> Option<&SyncAppDataBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// What the WhatsApp Business app has.
    pub enum SyncType {
        /// Contacts.
        Contacts = "smb_app_state_sync",
        /// Chats of up to six months.
        History = "history",
    }
}

/// What a request for the app's data is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AppDataSync {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// What support will ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
