//! The buttons of a template.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Examples, Otp, tagged::tagged, variable::found};
use crate::{id::FlowId, message::interactive::FlowStart};

tagged! {
    /// A button of a template.
    pub enum Button {
        /// Sends a payload back. Up to ten, side by side.
        QuickReply(QuickReply) = "QUICK_REPLY",
        /// Opens a URL. Up to two.
        Url(UrlButton) = "URL",
        /// Calls a phone number. One.
        PhoneNumber(PhoneNumber) = "PHONE_NUMBER",
        /// Copies a code. One.
        CopyCode(CopyCode) = "COPY_CODE",
        /// Copies or fills in a code to sign in with. One; category authentication.
        Otp(Otp) = "OTP",
        /// Opens a flow. One.
        Flow(FlowButton) = "FLOW",
        /// Opens the catalog. One; category marketing.
        Catalog(Catalog) = "CATALOG",
        /// Shows several products. One; category marketing.
        Mpm(Labelled) = "MPM",
        /// Shows a product. One.
        Spm(Labelled) = "SPM",
        /// Calls the business on WhatsApp. One.
        VoiceCall(VoiceCall) = "VOICE_CALL",
        /// Opens an order to pay. One.
        OrderDetails(Labelled) = "ORDER_DETAILS",
        /// Shares the person's phone number. One; category utility or marketing.
        RequestContactInfo(ContactInfo) = "REQUEST_CONTACT_INFO",
        /// Opens an app. One.
        App(App) = "APP",
    }
}

/// A button that sends a payload back.
pub type QuickReply = Labelled;
/// A button that opens the catalog.
pub type Catalog = Labelled;

/// A button with a label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Labelled {
    /// What it says; at most 25 characters.
    #[serde(default)]
    pub text: String,
}

/// A button that opens a URL.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UrlButton {
    /// What it says; at most 25 characters.
    pub text: String,
    /// What it opens: at most 2000 characters, with at most one variable, at its very end.
    pub url: String,
    /// The whole URL, as it may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Examples>,
    /// Marketing: the app it opens instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_deep_link: Option<Value>,
}

/// A button that calls a phone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PhoneNumber {
    /// What it says; at most 25 characters.
    pub text: String,
    /// The number; at most 20 characters.
    pub phone_number: String,
}

/// A button that copies a code. What it says is the platform's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CopyCode {
    /// What it says, as the platform shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The code, as it may be; at most 15 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Examples>,
}

/// A button that opens a flow, which is one of `flow_id`, `flow_name` and `flow_json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowButton {
    /// What it says; at most 25 characters.
    pub text: String,
    /// The flow by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<FlowId>,
    /// The flow by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_name: Option<String>,
    /// The flow itself, as a string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_json: Option<String>,
    /// How it begins; it navigates when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action: Option<FlowStart>,
    /// The first screen, when it navigates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub navigate_screen: Option<String>,
    /// `DOCUMENT`, `PROMOTION` or `REVIEW`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
}

/// A button that calls the business on WhatsApp.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VoiceCall {
    /// What it says; at most 25 characters.
    pub text: String,
    /// For how many minutes it works; 10,080 (7 days) when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl_minutes: Option<u64>,
}

/// A button that shares the person's phone number. What it says is the platform's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[expect(clippy::empty_structs_with_brackets, reason = "as JSON it is an object, not null")]
pub struct ContactInfo {}

/// A button that opens an app. Sources do not agree on more than this.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct App {
    /// What it says; at most 25 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_deep_link: Option<Value>,
}

fn labelled(text: impl Into<String>) -> Labelled {
    Labelled { text: text.into() }
}

impl Button {
    /// Sends a payload back.
    pub fn quick_reply(text: impl Into<String>) -> Self {
        Self::QuickReply(labelled(text))
    }

    /// Opens a URL, which may have one variable at its very end.
    pub fn url(text: impl Into<String>, url: impl Into<String>) -> Self {
        let (text, url) = (text.into(), url.into());
        Self::Url(UrlButton { text, url, ..UrlButton::default() })
    }

    /// Calls a phone number.
    pub fn phone_number(text: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self::PhoneNumber(PhoneNumber { text: text.into(), phone_number: phone_number.into() })
    }

    /// Copies a code; with the code as it may be, at most 15 characters.
    pub fn copy_code(example: impl Into<String>) -> Self {
        Self::CopyCode(CopyCode { text: None, example: Some(Examples::One(example.into())) })
    }

    /// Copies or fills in a code to sign in with.
    pub fn otp(otp: Otp) -> Self {
        Self::Otp(otp)
    }

    /// Opens a flow by its id.
    pub fn flow(text: impl Into<String>, flow: FlowId) -> Self {
        let flow_id = Some(flow);
        Self::Flow(FlowButton { text: text.into(), flow_id, ..FlowButton::default() })
    }

    /// Opens the catalog.
    pub fn catalog() -> Self {
        Self::Catalog(labelled("View catalog"))
    }

    /// Shows several products, which a send names.
    pub fn products() -> Self {
        Self::Mpm(labelled("View items"))
    }

    /// Shows the product of the header.
    pub fn product() -> Self {
        Self::Spm(labelled("View"))
    }

    /// Calls the business on WhatsApp.
    pub fn voice_call(text: impl Into<String>) -> Self {
        Self::VoiceCall(VoiceCall { text: text.into(), ttl_minutes: None })
    }

    /// Opens an order to pay, which a send holds.
    pub fn order_details(text: impl Into<String>) -> Self {
        Self::OrderDetails(labelled(text))
    }

    /// Shares the person's phone number.
    pub fn request_contact_info() -> Self {
        Self::RequestContactInfo(ContactInfo::default())
    }

    /// The same with an example, where it has one: the whole URL, or the code.
    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Self {
        match &mut self {
            Self::Url(url) => url.example = Some(Examples::Many(vec![example.into()])),
            Self::CopyCode(code) => code.example = Some(Examples::One(example.into())),
            _ => {}
        }
        self
    }

    /// What it says, where that is the template's.
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::QuickReply(button) | Self::Catalog(button) | Self::Mpm(button) => {
                Some(&button.text)
            }
            Self::Spm(button) | Self::OrderDetails(button) => Some(&button.text),
            Self::Url(button) => Some(&button.text),
            Self::PhoneNumber(button) => Some(&button.text),
            Self::Flow(button) => Some(&button.text),
            Self::VoiceCall(button) => Some(&button.text),
            Self::CopyCode(button) => button.text.as_deref(),
            Self::Otp(button) => button.text.as_deref(),
            Self::App(button) => button.text.as_deref(),
            Self::RequestContactInfo(_) | Self::Other(_) => None,
        }
    }
}

impl UrlButton {
    /// Whether a send must say how the URL ends.
    pub fn has_variable(&self) -> bool {
        !found(&self.url).is_empty()
    }
}
