//! What a message answers, where it came from, who stands behind it.

use serde::Deserialize;

use crate::{id::MessageId, time::Timestamp};

/// What a message answers. Its presence alone does not mean "is a reply": look at `id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Context {
    /// The message it answers.
    pub id: Option<MessageId>,
    /// Who wrote that message.
    pub from: Option<String>,
    /// Whether it was forwarded.
    pub forwarded: bool,
    /// Whether it was forwarded more than five times.
    pub frequently_forwarded: bool,
    /// What kind of context it is, where the platform says.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The product page it was written from.
    pub referred_product: Option<ReferredProduct>,
}

/// A product of a catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ReferredProduct {
    /// The catalog.
    pub catalog_id: Option<String>,
    /// The product, by the shop's own id.
    pub product_retailer_id: Option<String>,
}

/// The advertisement or post a conversation began with. Every part may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Referral {
    /// Its URL.
    pub source_url: Option<String>,
    /// Its id.
    pub source_id: Option<String>,
    /// `ad` or `post`.
    pub source_type: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// Its text.
    pub body: Option<String>,
    /// `image` or `video`.
    pub media_type: Option<String>,
    /// Its picture.
    pub image_url: Option<String>,
    /// Its video.
    pub video_url: Option<String>,
    /// Its preview.
    pub thumbnail_url: Option<String>,
    /// The click's id; absent for advertisements in the status of a person.
    pub ctwa_clid: Option<String>,
    /// The greeting that the advertisement showed.
    pub welcome_message: Option<WelcomeMessage>,
    /// A word of the advertiser's.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
}

/// The greeting that an advertisement showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct WelcomeMessage {
    /// Its text.
    pub text: Option<String>,
}

/// A person's identity key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Identity {
    /// Whether the business acknowledged it.
    pub acknowledged: bool,
    /// When it was made.
    pub created_timestamp: Option<Timestamp>,
    /// The key's hash.
    pub hash: Option<String>,
}
