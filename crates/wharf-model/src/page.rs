//! Lists that come in pages (Graph API paging).

use serde::{Deserialize, Serialize};

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items; may be empty although more follow.
    #[serde(default = "Vec::new")]
    pub data: Vec<T>,
    /// How to go on; absent when this is all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paging: Option<Paging>,
    /// What was counted, if that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
}

impl<T> Page<T> {
    /// A page that is the whole list.
    pub fn whole(data: Vec<T>) -> Self {
        Self { data, paging: None, summary: None }
    }

    /// The cursor to ask with for the next page. The platform says to stop when `next` is absent,
    /// not when a page is short or empty.
    pub fn after(&self) -> Option<&str> {
        let paging = self.paging.as_ref()?;
        paging.next.as_ref()?;
        paging.cursors.as_ref()?.after.as_deref()
    }
}

/// Which page of a list is wanted, and which fields of its items.
///
/// ```
/// use wharf_model::{flow::ListFlows, id::AccountId, page::PageQuery};
///
/// let account = AccountId::new("102290129340398")?;
/// let flows = ListFlows::new(account).page(PageQuery::new().fields(["id", "status"]).limit(50));
/// # Ok::<(), wharf_model::id::EmptyId>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageQuery {
    /// Names of the fields; none asks for the platform's default set. May be nested (`events{id}`) and have parameters
    /// (`qr_image_url.format(PNG)`).
    pub fields: Vec<String>,
    /// Items on a page; 25 if absent, mostly at most 100.
    pub limit: Option<u32>,
    /// Goes on after this place.
    pub after: Option<String>,
    /// Goes back before this place.
    pub before: Option<String>,
}

impl PageQuery {
    /// The first page, with the platform's default fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for these fields.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }

    /// At most so many items.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Goes on after this place: see [`Page::after`].
    #[must_use]
    pub fn after(mut self, cursor: impl Into<String>) -> Self {
        self.after = Some(cursor.into());
        self
    }

    /// Goes back before this place.
    #[must_use]
    pub fn before(mut self, cursor: impl Into<String>) -> Self {
        self.before = Some(cursor.into());
        self
    }
}

/// What was counted about a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Summary {
    /// How many items there are in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_count: Option<u64>,
    /// How many templates the account has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_template_count: Option<u64>,
    /// How many templates the account may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_template_limit: Option<u64>,
    /// Whether every template is there in every language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub are_translations_complete: Option<bool>,
}

/// Where a page stands in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paging {
    /// Opaque places in the list; not to be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursors: Option<Cursors>,
    /// URL of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// URL of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
}

/// Opaque places in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursors {
    /// The first item of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The last item of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
