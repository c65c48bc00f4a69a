//! A template as it is created, listed and approved.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Body, Button, Buttons, Card, Category, Footer, Header, Offer, ParameterFormat, Part,
    QualityScore, RejectedReason, Status, SubCategory, words::upper,
};
use crate::id::TemplateId;

/// A template: the body of `POST /{account}/message_templates`, and an element of the list that
/// `GET` gives there.
///
/// Parts and buttons that this version does not name are kept as they came; other fields that it
/// does not name are not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Definition {
    /// Its id; absent until it is created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TemplateId>,
    /// Its name: `a-z`, `0-9` and `_`, at most 512 characters; the same in each language.
    pub name: String,
    /// Its language, such as `en_US`.
    pub language: String,
    /// What it is for; upper or lower case. The platform may answer with another one.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "upper")]
    pub category: Option<Category>,
    /// Whether its variables have numbers or names; numbers when absent.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "upper")]
    pub parameter_format: Option<ParameterFormat>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Part>,
    /// Where it stands; absent until it is created.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "upper")]
    pub status: Option<Status>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_reason: Option<RejectedReason>,
    /// How people like it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_score: Option<Quality>,
    /// The category it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_category: Option<String>,
    /// The category it will have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_category: Option<String>,
    /// Seconds a message of it is tried for: authentication 30 to 900, utility 30 to 43,200,
    /// marketing 43,200 to 2,592,000 (Marketing Messages API only); -1 is 30 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_send_ttl_seconds: Option<i64>,
    /// Whether taps on its URLs are not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cta_url_link_tracking_opted_out: Option<bool>,
    /// More about what it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_category: Option<SubCategory>,
    /// `ORDER_DETAILS` for an order to pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_format: Option<String>,
    /// The template of the platform's library that it is made of; it then has no parts of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_name: Option<String>,
    /// What the library's body is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_body_inputs: Option<Value>,
    /// What the library's buttons are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_button_inputs: Option<Value>,
    /// What the platform may change about an offer to have it liked more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
}

/// How people like a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quality {
    /// How.
    pub score: QualityScore,
    /// Since when: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<i64>,
}

impl Definition {
    /// A template by name, language and category, without parts so far. Add them in the order
    /// they stand: header, body, footer, buttons.
    pub fn new(name: impl Into<String>, language: impl Into<String>, category: Category) -> Self {
        Self {
            id: None,
            name: name.into(),
            language: language.into(),
            category: Some(category),
            parameter_format: None,
            components: Vec::new(),
            status: None,
            rejected_reason: None,
            quality_score: None,
            previous_category: None,
            correct_category: None,
            message_send_ttl_seconds: None,
            cta_url_link_tracking_opted_out: None,
            sub_category: None,
            display_format: None,
            library_template_name: None,
            library_template_body_inputs: None,
            library_template_button_inputs: None,
            degrees_of_freedom_spec: None,
        }
    }

    /// The same with one more part.
    #[must_use]
    pub fn part(mut self, part: impl Into<Part>) -> Self {
        self.components.push(part.into());
        self
    }

    /// The same with one more button.
    #[must_use]
    pub fn button(mut self, button: Button) -> Self {
        let buttons = self.components.iter_mut().find_map(|part| match part {
            Part::Buttons(buttons) => Some(buttons),
            _ => None,
        });
        match buttons {
            Some(buttons) => buttons.buttons.push(button),
            None => self.components.push(Buttons::new([button]).into()),
        }
        self
    }

    /// The same with variables that have names.
    #[must_use]
    pub fn named(mut self) -> Self {
        self.parameter_format = Some(ParameterFormat::Named);
        self
    }

    /// The same, tried for so many seconds.
    #[must_use]
    pub fn ttl_seconds(mut self, seconds: i64) -> Self {
        self.message_send_ttl_seconds = Some(seconds);
        self
    }

    /// The same where it stands now.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }

    /// Whether its variables have names.
    pub fn is_named(&self) -> bool {
        self.parameter_format == Some(ParameterFormat::Named)
    }

    /// What stands above.
    pub fn header(&self) -> Option<&Header> {
        header(&self.components)
    }

    /// The text.
    pub fn body(&self) -> Option<&Body> {
        body(&self.components)
    }

    /// The small line below.
    pub fn footer(&self) -> Option<&Footer> {
        self.components
            .iter()
            .find_map(|part| if let Part::Footer(footer) = part { Some(footer) } else { None })
    }

    /// What can be tapped, by place.
    pub fn buttons(&self) -> &[Button] {
        buttons(&self.components)
    }

    /// The cards of a carousel; `None` when it is none.
    pub fn cards(&self) -> Option<&[Card]> {
        self.components.iter().find_map(|part| match part {
            Part::Carousel(carousel) => Some(carousel.cards.as_slice()),
            _ => None,
        })
    }

    /// The offer that ends, if it is one.
    pub fn offer(&self) -> Option<&Offer> {
        self.components.iter().find_map(|part| match part {
            Part::LimitedTimeOffer(offer) => Some(offer),
            _ => None,
        })
    }
}

pub(super) fn header(parts: &[Part]) -> Option<&Header> {
    parts.iter().find_map(|part| if let Part::Header(header) = part { Some(header) } else { None })
}

pub(super) fn body(parts: &[Part]) -> Option<&Body> {
    parts.iter().find_map(|part| if let Part::Body(body) = part { Some(body) } else { None })
}

pub(super) fn buttons(parts: &[Part]) -> &[Button] {
    let found = parts.iter().find_map(|part| match part {
        Part::Buttons(buttons) => Some(buttons.buttons.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}
