//! Buttons, lists and the other interactive messages. All need an open customer service window.

mod address;
mod buttons;
mod call;
mod carousel;
mod catalog;
mod contact_info;
mod cta_url;
mod flow;
mod list;
mod location_request;
mod order;
mod parts;
mod product;
mod view;

use std::fmt;

pub use address::{AddressAction, AddressParameters, AddressRequest, SavedAddress};
pub use buttons::{Button, Buttons, ButtonsAction, Reply};
pub(in crate::message) use call::check_call;
pub use call::{CallPermissionRequest, VoiceCall, VoiceCallAction, VoiceCallParameters};
pub(in crate::message) use carousel::check_indices;
pub use carousel::{CardAction, CardMedia, Carousel, CarouselAction, CarouselCard, QuickReply};
pub use catalog::{CatalogAction, CatalogMessage, CatalogParameters};
pub use contact_info::ContactInfoRequest;
pub use cta_url::{CtaUrl, CtaUrlAction, CtaUrlParameters};
pub use flow::{FlowAction, FlowActionPayload, FlowMessage, FlowMode, FlowParameters, FlowStart};
pub use list::{List, ListAction, Row, Section};
pub use location_request::{LocationRequest, NamedAction};
pub use order::{
    Amount, Beneficiary, Boleto, Charge, Expiration, GatewayPayment, Goods, ItemImage, Order,
    OrderAction, OrderDetails, OrderItem, OrderParameters, OrderProgress, OrderState, OrderStatus,
    OrderStatusAction, OrderStatusParameters, Payment, PaymentLink, PaymentSetting, PaymentState,
    Pix, Razorpay,
};
pub use parts::{Body, Footer, Header};
pub(in crate::message) use product::check_sections;
pub use product::{
    ProductAction, ProductItem, ProductList, ProductListAction, ProductMessage, ProductSection,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::check::Checker;

/// An interactive message: the value of `interactive.type` and the parts that go with it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "a message has it in a box, which is enough")]
pub enum Interactive {
    /// One to three reply buttons.
    Button(Buttons),
    /// A list of up to ten rows.
    List(List),
    /// A button that opens a URL.
    CtaUrl(CtaUrl),
    /// Asks the person for their location.
    LocationRequest(LocationRequest),
    /// Asks the person for a postal address.
    Address(AddressRequest),
    /// A product.
    Product(ProductMessage),
    /// Several products.
    ProductList(ProductList),
    /// A catalog.
    Catalog(CatalogMessage),
    /// Opens a flow.
    Flow(FlowMessage),
    /// Cards side by side.
    Carousel(Carousel),
    /// An order to pay.
    OrderDetails(OrderDetails),
    /// How an order goes on.
    OrderStatus(OrderStatus),
    /// Asks for permission to call the person.
    CallPermission(CallPermissionRequest),
    /// A button that calls the business.
    VoiceCall(VoiceCall),
    /// Asks the person for their phone number.
    ContactInfo(ContactInfoRequest),
    /// A kind this version does not name, the whole object as it came.
    Other(Value),
}

macro_rules! kinds {
    ($($variant:ident($type:ident) = $word:literal),* $(,)?) => {
        impl Interactive {
            /// The kinds this version names, as they stand under `interactive.type`.
            pub const KINDS: &'static [&'static str] = &[$($word),*];

            /// The word under `interactive.type`; empty when there is none.
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $word,)*
                    Self::Other(value) => value["type"].as_str().unwrap_or_default(),
                }
            }
        }

        $(
            impl From<$type> for Interactive {
                fn from(part: $type) -> Self {
                    Self::$variant(part)
                }
            }
        )*

        impl Serialize for Interactive {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(Serialize)]
                #[serde(tag = "type")]
                enum Wire<'a> {
                    $(#[serde(rename = $word)] $variant(&'a $type),)*
                }

                match self {
                    $(Self::$variant(part) => Wire::$variant(part).serialize(serializer),)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> Deserialize<'de> for Interactive {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                match value["type"].as_str().unwrap_or_default() {
                    $($word => located(value).map(Self::$variant),)*
                    _ => Ok(Self::Other(value)),
                }
            }
        }
    };
}

kinds! {
    Button(Buttons) = "button",
    List(List) = "list",
    CtaUrl(CtaUrl) = "cta_url",
    LocationRequest(LocationRequest) = "location_request_message",
    Address(AddressRequest) = "address_message",
    Product(ProductMessage) = "product",
    ProductList(ProductList) = "product_list",
    Catalog(CatalogMessage) = "catalog_message",
    Flow(FlowMessage) = "flow",
    Carousel(Carousel) = "carousel",
    OrderDetails(OrderDetails) = "order_details",
    OrderStatus(OrderStatus) = "order_status",
    CallPermission(CallPermissionRequest) = "call_permission_request",
    VoiceCall(VoiceCall) = "voice_call",
    ContactInfo(ContactInfoRequest) = "request_contact_info",
}

impl Interactive {
    pub(super) fn check(&self, check: &mut Checker) {
        match self {
            Self::Button(part) => part.check(false, check),
            Self::List(part) => part.check(check),
            Self::CtaUrl(part) => part.check(check),
            Self::LocationRequest(part) => part.check(check),
            Self::Address(part) => part.check(check),
            Self::Product(part) => part.check(check),
            Self::ProductList(part) => part.check(check),
            Self::Catalog(part) => part.check(check),
            Self::Flow(part) => part.check(check),
            Self::Carousel(part) => part.check(check),
            Self::OrderDetails(part) => part.check(check),
            Self::OrderStatus(part) => part.check(check),
            Self::CallPermission(part) => part.check(check),
            Self::VoiceCall(part) => part.check(check),
            Self::ContactInfo(part) => part.check(check),
            Self::Other(value) if value["type"].as_str().unwrap_or_default().is_empty() => {
                check.missing("interactive.type", "says what kind of interactive message this is");
            }
            Self::Other(_) => {}
        }
    }
}

impl fmt::Debug for Interactive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Interactive({})", self.kind())
    }
}

/// Reads a part; an error names the place within it, for the path is lost otherwise.
pub(crate) fn located<T: serde::de::DeserializeOwned, E: serde::de::Error>(
    value: Value,
) -> Result<T, E> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        // Where a `type` decides, the path within is lost: a dot says nothing.
        if path == "." {
            return E::custom(error.into_inner());
        }
        E::custom(format_args!("{path}: {}", error.into_inner()))
    })
}
