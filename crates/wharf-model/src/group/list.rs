//! Listing groups.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{GroupId, PhoneNumberId},
    page::{Page, PageQuery, Paging},
};

/// Lists the active groups of a number: `GET /{phone-number-id}/groups`; up to 1,024 a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListGroups {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListGroups {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListGroups {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = GroupList;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("groups").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A page of groups, which nests its rows: [`GroupList::into_page`] undoes that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupList {
    /// The rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<GroupRows>,
    /// How to go on; absent when this is all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paging: Option<Paging>,
}

/// The rows of a page of groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupRows {
    /// The groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<GroupRow>>,
}

/// A group in a list.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupRow {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<GroupId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When it was made, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub created_at: Option<String>,
}

crate::quiet_debug! {
    GroupRow { id }
}

impl GroupList {
    /// The same as a page like every other.
    pub fn into_page(self) -> Page<GroupRow> {
        let mut page = Page::whole(self.data.and_then(|rows| rows.groups).unwrap_or_default());
        page.paging = self.paging;
        page
    }
}
