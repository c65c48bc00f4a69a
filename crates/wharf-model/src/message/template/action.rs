//! What a button of a template does, where that is more than a text.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::message::interactive::{OrderParameters, ProductSection};

/// What a button of a template does: the object under `action`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ButtonAction {
    /// Flow: your secret that ties the answer to this message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// Flow: what its first screen begins with; an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action_data: Option<Value>,
    /// Catalog and products: your own id of the product whose picture is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail_product_retailer_id: Option<String>,
    /// Products: one to ten sections with at most thirty products between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<ProductSection>,
    /// Order details: what is to be paid, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_details: Option<Box<OrderParameters>>,
}

/// Where a tap on a picture of a template leads, and what is said about it. Only for accounts that
/// are fully verified and of high quality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TapTarget {
    /// The URL it opens.
    pub url: String,
    /// What is said about it.
    pub title: String,
}

impl TapTarget {
    /// Where it leads, and what is said about it.
    pub fn new(url: impl Into<String>, title: impl Into<String>) -> Self {
        Self { url: url.into(), title: title.into() }
    }
}

crate::quiet_debug! { ButtonAction { thumbnail_product_retailer_id, sections, order_details } }
