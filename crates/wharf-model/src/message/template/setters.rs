//! Templates and cards, said as one would say them.

use serde_json::Value;

use super::{ButtonAction, Component, Parameter, TapTarget, Template, TemplateCard};
use crate::message::{
    Document, Image, Location, Video,
    interactive::{OrderParameters, OrderStatusParameters, ProductAction, ProductSection},
};

/// What templates and cards have in common.
macro_rules! common {
    ($($type:ident),*) => {$(
        impl $type {
            /// The same with texts for `{{1}}`, `{{2}}` … of the body.
            #[must_use]
            pub fn body<T: Into<String>>(self, texts: impl IntoIterator<Item = T>) -> Self {
                self.component(Component::new("body", texts.into_iter().map(Parameter::text)))
            }

            /// The same with texts for named parameters of the body.
            #[must_use]
            pub fn body_named<N: Into<String>, T: Into<String>>(
                self,
                texts: impl IntoIterator<Item = (N, T)>,
            ) -> Self {
                let named = texts.into_iter().map(|(name, text)| Parameter::named(name, text));
                self.component(Component::new("body", named))
            }

            /// The same with values of any kind for the body.
            #[must_use]
            pub fn body_of(self, values: impl IntoIterator<Item = Parameter>) -> Self {
                self.component(Component::new("body", values))
            }

            /// The same with a picture as header.
            #[must_use]
            pub fn header_image(self, image: Image) -> Self {
                self.header(Parameter::Image { image })
            }

            /// The same with a video as header.
            #[must_use]
            pub fn header_video(self, video: Video) -> Self {
                self.header(Parameter::Video { video })
            }

            /// The same with a product as header, by the catalog's id and your own id of it.
            #[must_use]
            pub fn header_product(
                self,
                catalog_id: impl Into<String>,
                product_retailer_id: impl Into<String>,
            ) -> Self {
                let product = ProductAction::new(catalog_id, product_retailer_id);
                self.header(Parameter::Product { product })
            }

            /// The same with a header of any kind.
            #[must_use]
            pub fn header(self, value: Parameter) -> Self {
                self.component(Component::new("header", [value]))
            }

            /// The same with the end of the URL of the button at `index`, from 0.
            #[must_use]
            pub fn url_suffix(self, index: u8, suffix: impl Into<String>) -> Self {
                self.component(Component::button("url", index, Parameter::text(suffix)))
            }

            /// The same with what the quick-reply button at `index`, from 0, sends back.
            #[must_use]
            pub fn quick_reply(self, index: u8, payload: impl Into<String>) -> Self {
                let payload = Parameter::Payload { payload: payload.into() };
                self.component(Component::button("quick_reply", index, payload))
            }

            /// The same with values for any part.
            #[must_use]
            pub fn component(mut self, component: Component) -> Self {
                self.components.push(component);
                self
            }
        }
    )*};
}

common!(Template, TemplateCard);

impl Template {
    /// The same with a text for the header's variable.
    #[must_use]
    pub fn header_text(self, text: impl Into<String>) -> Self {
        self.header(Parameter::text(text))
    }

    /// The same with a text for the header's named variable.
    #[must_use]
    pub fn header_named(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.header(Parameter::named(name, text))
    }

    /// The same with a document as header.
    #[must_use]
    pub fn header_document(self, document: Document) -> Self {
        self.header(Parameter::Document { document })
    }

    /// The same with a GIF as header: an MP4 of at most 3.5 MB; Marketing Messages API only.
    #[must_use]
    pub fn header_gif(self, gif: Video) -> Self {
        self.header(Parameter::Gif { gif })
    }

    /// The same with a place as header; it needs its name and address.
    #[must_use]
    pub fn header_location(self, location: Location) -> Self {
        self.header(Parameter::Location { location })
    }

    /// The same with the code to sign in with: in the body and in the button at 0, whichever kind
    /// of one-time password the template has. To a phone number only.
    #[must_use]
    pub fn code(self, code: impl Into<String>) -> Self {
        let code = code.into();
        self.body([code.clone()]).url_suffix(0, code)
    }

    /// The same with the code that the button at `index`, from 0, copies; at most 15 characters.
    #[must_use]
    pub fn copy_code(self, index: u8, code: impl Into<String>) -> Self {
        let coupon_code = code.into();
        self.component(Component::button("copy_code", index, Parameter::CouponCode { coupon_code }))
    }

    /// The same with the token of the flow that the button at `index`, from 0, opens.
    #[must_use]
    pub fn flow(self, index: u8, token: impl Into<String>) -> Self {
        let action = ButtonAction { flow_token: Some(token.into()), ..ButtonAction::default() };
        self.action("flow", index, action)
    }

    /// The same, and what the flow's first screen begins with: an object.
    #[must_use]
    pub fn flow_with(self, index: u8, token: impl Into<String>, data: Value) -> Self {
        let (flow_token, flow_action_data) = (Some(token.into()), Some(data));
        let action = ButtonAction { flow_token, flow_action_data, ..ButtonAction::default() };
        self.action("flow", index, action)
    }

    /// The same with the product shown by the button at `index`, from 0, that opens the catalog.
    #[must_use]
    pub fn catalog(self, index: u8, thumbnail: impl Into<String>) -> Self {
        let thumbnail_product_retailer_id = Some(thumbnail.into());
        let action = ButtonAction { thumbnail_product_retailer_id, ..ButtonAction::default() };
        self.action("catalog", index, action)
    }

    /// The same with the products that the button at `index`, from 0, shows, and the one in the picture.
    #[must_use]
    pub fn products(
        self,
        index: u8,
        thumbnail: impl Into<String>,
        sections: impl IntoIterator<Item = ProductSection>,
    ) -> Self {
        let thumbnail_product_retailer_id = Some(thumbnail.into());
        let sections = sections.into_iter().collect();
        let action =
            ButtonAction { thumbnail_product_retailer_id, sections, ..ButtonAction::default() };
        self.action("mpm", index, action)
    }

    /// The same with how many minutes the call button at `index`, from 0, works, and what it hands
    /// on to the call's webhooks.
    #[must_use]
    pub fn voice_call(self, index: u8, minutes: u64, payload: impl Into<String>) -> Self {
        let minutes = Parameter::TtlMinutes { ttl_minutes: minutes };
        let mut component = Component::button("voice_call", index, minutes);
        component.parameters.push(Parameter::Payload { payload: payload.into() });
        self.component(component)
    }

    /// The same with the order that the button at `index`, from 0, asks to pay.
    #[must_use]
    pub fn order_details(self, index: u8, order: OrderParameters) -> Self {
        let action =
            ButtonAction { order_details: Some(Box::new(order)), ..ButtonAction::default() };
        self.action("order_details", index, action)
    }

    fn action(self, sub_type: &str, index: u8, action: ButtonAction) -> Self {
        self.component(Component::button(sub_type, index, Parameter::Action { action }))
    }

    /// The same with how an order goes on.
    #[must_use]
    pub fn order_status(self, order_status: OrderStatusParameters) -> Self {
        let status = Parameter::OrderStatus { order_status };
        self.component(Component::new("order_status", [status]))
    }

    /// The same with when the limited-time offer ends: **milliseconds** since 1970.
    #[must_use]
    pub fn offer_ends(self, expiration_time_ms: i64) -> Self {
        let offer = Parameter::LimitedTimeOffer { expiration_time_ms };
        self.component(Component::new("limited_time_offer", [offer]))
    }

    /// The same with where a tap on its picture leads.
    #[must_use]
    pub fn tap_target(self, target: TapTarget) -> Self {
        let targets = Parameter::TapTarget { targets: vec![target] };
        self.component(Component::new("tap_target_configuration", [targets]))
    }

    /// The same with one more card; its index becomes its place.
    #[must_use]
    pub fn card(mut self, mut card: TemplateCard) -> Self {
        let carousel = self.components.iter_mut().find(|component| component.is("carousel"));
        if let Some(carousel) = carousel {
            let cards = carousel.cards.get_or_insert_default();
            card.card_index = u64::try_from(cards.len()).unwrap_or(u64::MAX);
            cards.push(card);
            return self;
        }
        card.card_index = 0;
        self.component(Component::carousel([card]))
    }
}
