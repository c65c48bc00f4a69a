//! What messages carry. Every field may be absent: what is there was read, the rest is `None`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Received;
use crate::{
    id::{MediaId, MessageId, UserId},
    message,
};

macro_rules! parts {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty $(= $wire:literal)?,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$doc])* $(#[serde(rename = $wire)])? pub $field: $type,)*
        }
    )*};
}

parts! {
    /// Plain text.
    Text {
        /// The text.
        body: String,
    }
    /// A file. Fetch it soon: `url` lives five minutes, `id` seven days.
    File {
        /// Resolve it to a fresh URL with `GetMedia`.
        id: Option<MediaId>,
        /// Its type as the sender declared it: do not trust it.
        mime_type: Option<String>,
        /// SHA-256, in base64 (some senders: hex).
        sha256: Option<String>,
        /// Where it can be fetched, with the access token.
        url: Option<String>,
        /// Its path, as the programs before this platform spelled it.
        file: Option<String>,
        /// Text below it.
        caption: Option<String>,
        /// Its name; documents only. Do not trust it.
        filename: Option<String>,
        /// Whether it is a voice note; audio only.
        voice: Option<bool>,
        /// Whether it moves; stickers only.
        animated: Option<bool>,
    }
    /// A place.
    Location {
        /// Degrees north.
        latitude: Option<f64>,
        /// Degrees east.
        longitude: Option<f64>,
        /// What it is called.
        name: Option<String>,
        /// Its address.
        address: Option<String>,
        /// Its page.
        url: Option<String>,
    }
    /// A contact card.
    ReceivedCard {
        /// The name; may be missing on shared contacts.
        name: Option<message::Name>,
        /// Phone numbers.
        phones: Vec<ReceivedPhone>,
        /// Mail addresses.
        emails: Vec<message::Email>,
        /// Web addresses.
        urls: Vec<message::Url>,
        /// Postal addresses.
        addresses: Vec<message::Address>,
        /// Where the person works.
        org: Option<message::Organisation>,
        /// `YYYY-MM-DD`.
        birthday: Option<String>,
        /// The whole card as vCard text.
        vcard: Option<String>,
        /// `contact_request` when it answers one.
        origin: Option<String>,
    }
    /// A phone number on a card.
    ReceivedPhone {
        /// The number, as shown.
        phone: Option<String>,
        /// The person's WhatsApp id.
        wa_id: Option<String>,
        /// `CELL`, `HOME`, … or any word.
        kind: Option<String> = "type",
        /// The person's business-scoped user id.
        user_id: Option<UserId>,
    }
    /// An emoji on a message. No emoji, or an empty one: the reaction was taken back.
    ReceivedReaction {
        /// The message reacted to.
        message_id: Option<MessageId>,
        /// The emoji.
        emoji: Option<String>,
    }
    /// A tap on a template's quick-reply button.
    ButtonTap {
        /// What the button was given to send back.
        payload: Option<String>,
        /// What it says.
        text: Option<String>,
    }
    /// A cart of products.
    Order {
        /// The catalog.
        catalog_id: Option<String>,
        /// What the person wrote with it.
        text: Option<String>,
        /// The products.
        product_items: Vec<ProductItem>,
    }
    /// A product in a cart.
    ProductItem {
        /// The product, by the shop's own id.
        product_retailer_id: Option<String>,
        /// How many.
        quantity: Option<f64>,
        /// Price of one, in whole units of the currency.
        item_price: Option<f64>,
        /// ISO 4217 code.
        currency: Option<String>,
    }
    /// The platform's own note about a person: the number changed, the identity changed.
    System {
        /// The note, for a person.
        body: Option<String>,
        /// `user_changed_number`, `user_changed_user_id`, `customer_identity_changed`, …
        kind: Option<String> = "type",
        /// The new id by phone.
        wa_id: Option<String>,
        /// The new id by phone, as old versions spell it.
        new_wa_id: Option<String>,
        /// The new business-scoped user id.
        user_id: Option<UserId>,
        /// The new user id across linked portfolios.
        parent_user_id: Option<UserId>,
        /// The old id, as old versions spell it.
        customer: Option<String>,
        /// The new identity hash.
        identity: Option<String>,
    }
    /// A message was edited.
    Edit {
        /// Which.
        original_message_id: Option<MessageId>,
        /// The new content, as it came.
        message: Value,
    }
    /// A message was deleted for everyone.
    Revoke {
        /// Which.
        original_message_id: Option<MessageId>,
    }
    /// A kind that the platform does not pass on; the message's `errors` say more.
    Unsupported {
        /// `poll`, `edit`, … where the platform says.
        kind: Option<String> = "type",
    }
}

impl Edit {
    /// The new content, typed; `None` when it cannot be read.
    pub fn content(&self) -> Option<Received> {
        Received::of_request(&self.message.to_string(), &mut Vec::new()).ok()
    }

    /// The text now, or the caption.
    pub fn text(&self) -> Option<String> {
        self.content()?.text().map(str::to_owned)
    }
}

impl ReceivedReaction {
    /// Whether the reaction was taken back.
    pub fn is_removed(&self) -> bool {
        self.emoji.as_deref().unwrap_or_default().is_empty()
    }
}
