//! What all kinds have in common, whichever it is.

use super::{Body, Footer, Header, Interactive};

impl Interactive {
    /// The main text, if there is one; of a kind without a name here as well.
    pub fn text(&self) -> Option<&str> {
        let body: Option<&Body> = match self {
            Self::Button(part) => Some(&part.body),
            Self::List(part) => Some(&part.body),
            Self::CtaUrl(part) => Some(&part.body),
            Self::LocationRequest(part) => Some(&part.body),
            Self::Address(part) => Some(&part.body),
            Self::Product(part) => part.body.as_ref(),
            Self::ProductList(part) => Some(&part.body),
            Self::Catalog(part) => Some(&part.body),
            Self::Flow(part) => Some(&part.body),
            Self::Carousel(part) => Some(&part.body),
            Self::OrderDetails(part) => Some(&part.body),
            Self::OrderStatus(part) => Some(&part.body),
            Self::CallPermission(part) => part.body.as_ref(),
            Self::VoiceCall(part) => Some(&part.body),
            Self::ContactInfo(part) => Some(&part.body),
            Self::Other(value) => return value["body"]["text"].as_str(),
        };
        body.map(|body| body.text.as_str())
    }

    /// What stands above the text, if anything.
    pub fn header(&self) -> Option<&Header> {
        match self {
            Self::Button(part) => part.header.as_ref(),
            Self::List(part) => part.header.as_ref(),
            Self::CtaUrl(part) => part.header.as_ref(),
            Self::Address(part) => part.header.as_ref(),
            Self::ProductList(part) => part.header.as_ref(),
            Self::Flow(part) => part.header.as_ref(),
            Self::OrderDetails(part) => part.header.as_ref(),
            Self::VoiceCall(part) => part.header.as_ref(),
            _ => None,
        }
    }

    /// What stands below the text, if anything.
    pub fn footer(&self) -> Option<&Footer> {
        match self {
            Self::Button(part) => part.footer.as_ref(),
            Self::List(part) => part.footer.as_ref(),
            Self::CtaUrl(part) => part.footer.as_ref(),
            Self::Address(part) => part.footer.as_ref(),
            Self::Product(part) => part.footer.as_ref(),
            Self::ProductList(part) => part.footer.as_ref(),
            Self::Catalog(part) => part.footer.as_ref(),
            Self::Flow(part) => part.footer.as_ref(),
            Self::OrderDetails(part) => part.footer.as_ref(),
            Self::OrderStatus(part) => part.footer.as_ref(),
            _ => None,
        }
    }
}
