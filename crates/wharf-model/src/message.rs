//! Messages a business sends: `POST /{phone-number-id}/messages` (Cloud API, "Messages").

pub(crate) mod check;
mod contacts;
mod content;
mod direct;
mod envelope;
pub mod interactive;
mod location;
mod marketing;
mod media;
mod pin;
mod reaction;
mod read;
mod send;
pub(crate) mod template;
mod text;
mod wire;

pub use check::{Rule, Severity, Violation};
pub use contacts::{Address, Card, Contacts, Email, Name, Organisation, Phone, Url};
pub use content::Content;
pub(crate) use direct::check_name;
pub use direct::{DirectCategory, DirectSendConfig};
pub use envelope::{Context, Message, Product, RecipientType};
pub use interactive::{
    AddressRequest, Buttons, CallPermissionRequest, Carousel, CatalogMessage, ContactInfoRequest,
    CtaUrl, FlowMessage, Interactive, List, LocationRequest, OrderDetails, OrderStatus,
    ProductList, ProductMessage, VoiceCall,
};
pub use location::Location;
pub use marketing::{MarketingMessage, ProductPolicy, SendMarketing};
pub use media::{Audio, Document, Image, Sticker, Video};
pub use pin::{Pin, PinKind};
pub use reaction::Reaction;
pub use read::{MarkRead, ReadReceipt, ReadStatus, TypingIndicator};
pub use send::{MessageStatus, SendMessage, Sent, SentContact, SentMessage};
pub use template::{
    ButtonAction, Component, Language, Parameter, TapTarget, Template, TemplateCard,
};
pub use text::Text;
pub use wire::UnreadableMessage;
