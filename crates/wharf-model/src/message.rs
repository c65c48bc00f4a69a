//! Messages a business sends: `POST /{phone-number-id}/messages` (Cloud API, "Messages").

mod check;
mod contacts;
mod content;
mod envelope;
pub mod interactive;
mod location;
mod media;
mod reaction;
mod read;
mod send;
mod template;
mod text;

pub use check::{Severity, Violation};
pub use contacts::{Address, Card, Contacts, Email, Name, Organisation, Phone, Url};
pub use content::Content;
pub use envelope::{Context, Message, Product, RecipientType, UnreadableMessage};
pub use interactive::{Buttons, CtaUrl, FlowMessage, Interactive, List, LocationRequest};
pub use location::Location;
pub use media::{Audio, Document, Image, Sticker, Video};
pub use reaction::Reaction;
pub use read::{MarkRead, ReadReceipt, ReadStatus, TypingIndicator};
pub use send::{MessageStatus, SendMessage, Sent, SentContact, SentMessage};
pub use template::{Component, Language, Parameter, Template};
pub use text::Text;
