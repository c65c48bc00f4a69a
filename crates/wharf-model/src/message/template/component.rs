//! Values for one part of a template.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Parameter, TemplateCard};

/// Values for one part of a template.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Component {
    /// `header`, `body`, `button`, `carousel`, `limited_time_offer`, `order_status`,
    /// `tap_target_configuration`; upper or lower case.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of button: `url`, `quick_reply`, `copy_code`, `flow`, `catalog`, `mpm`,
    /// `voice_call`, `order_details`; upper or lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_type: Option<String>,
    /// The button's place in the template, from 0. A string or a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Value>,
    /// The values, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// The cards of a carousel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cards: Option<Vec<TemplateCard>>,
}

impl Component {
    /// Values for a part such as `body`.
    pub fn new(kind: impl Into<String>, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        Self { kind: kind.into(), parameters: parameters.into_iter().collect(), ..Self::default() }
    }

    /// Values for a button by kind and place, from 0.
    pub fn button(sub_type: impl Into<String>, index: u8, parameter: Parameter) -> Self {
        let index = Some(index.to_string().into());
        Self { sub_type: Some(sub_type.into()), index, ..Self::new("button", [parameter]) }
    }

    /// The cards of a carousel.
    pub fn carousel(cards: impl IntoIterator<Item = TemplateCard>) -> Self {
        Self { cards: Some(cards.into_iter().collect()), ..Self::new("carousel", []) }
    }

    /// Whether it is for a part such as `body`; upper and lower case are one.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.eq_ignore_ascii_case(kind)
    }

    /// Whether it is for a button of a kind such as `url`; upper and lower case are one.
    pub fn is_button(&self, sub_type: &str) -> bool {
        let given = self.sub_type.as_deref().unwrap_or_default();
        self.is("button") && given.eq_ignore_ascii_case(sub_type)
    }

    /// The button's place in the template, whether it came as a number or as a string.
    pub fn place(&self) -> Option<usize> {
        let index = self.index.as_ref()?;
        let place = index.as_u64().or_else(|| index.as_str()?.trim().parse().ok())?;
        usize::try_from(place).ok()
    }
}
