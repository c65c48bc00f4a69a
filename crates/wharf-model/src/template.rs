//! Message templates: what is created and approved, its parameters, its limits, and whether a send fits it
//! (Cloud API, "Templates").
//!
//! A template is *defined* here and *sent* as a [`Template`](crate::message::Template).
//!
//! ```
//! use wharf_model::{
//!     message::Template,
//!     template::{Body, Button, Category, Definition, Header},
//! };
//!
//! let order = Definition::new("order_update", "en_US", Category::Utility)
//!     .part(Header::text("Your order"))
//!     .part(Body::new("Hi {{1}}, your order {{2}} is on its way.").example(["Ana", "42"]))
//!     .button(Button::quick_reply("Thanks"))
//!     .button(Button::url("Track it", "https://example.com/orders/{{1}}").example("https://example.com/orders/42"));
//! assert_eq!(order.check(), []);
//!
//! let sent = Template::new("order_update", "en_US").body(["Ana", "42"]).url_suffix(1, "42");
//! assert_eq!(order.check_send(&sent), []);
//! let found = order.check_send(&Template::new("order_update", "en_US").body(["Ana"]));
//! assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [132_000, 131_008]);
//! ```

mod button;
mod check;
mod definition;
mod example;
mod languages;
mod operation;
mod otp;
mod parameters;
mod part;
mod send;
mod tagged;
mod variable;
mod words;

pub use button::{
    App, Button, Catalog, ContactInfo, CopyCode, FlowButton, Labelled, PhoneNumber, QuickReply,
    UrlButton, VoiceCall,
};
pub use definition::{Definition, Quality};
pub use example::{BodyExample, Examples, HeaderExample, NamedExample};
pub use languages::LANGUAGES;
pub use otp::{Otp, OtpType, SupportedApp};
pub use parameters::Expected;
pub use part::{
    Body, Buttons, CallPermission, Card, Carousel, Footer, Format, Header, Offer, OfferText, Part,
};
pub use variable::{Variable, fill, variables};
pub use words::{Category, ParameterFormat, QualityScore, RejectedReason, Status, SubCategory};
