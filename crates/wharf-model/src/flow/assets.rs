//! Listing what belongs to a flow.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::FlowId,
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists what belongs to a flow, its JSON: `GET /{flow-id}/assets`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListFlowAssets {
    /// The flow.
    pub flow: FlowId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListFlowAssets {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListFlowAssets {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<FlowAsset>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).word("assets").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Something that belongs to a flow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowAsset {
    /// Its name: `flow.json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_type: Option<AssetType>,
    /// Where it is, for a time; without access token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub download_url: Option<String>,
}

open_enum! {
    /// What belongs to a flow.
    pub enum AssetType {
        /// Its JSON.
        FlowJson = "FLOW_JSON",
    }
}
