//! Lists in pages, with cursors (Graph API, "Paging").

use std::collections::HashMap;

use axum::http::Uri;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::world::Refusal;

/// Items of a page, when nobody says.
const LIMIT: usize = 25;
/// Items of a page, at most.
const LIMIT_MOST: usize = 100;

/// What is asked for of a list.
#[derive(Debug)]
pub(super) struct Asked {
    base: String,
    path: String,
    query: HashMap<String, String>,
}

impl Asked {
    /// `base` is where the emulator is.
    pub(super) fn new(base: &str, uri: &Uri) -> Self {
        let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        let query = query.map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        Self { base: base.to_owned(), path: uri.path().to_owned(), query }
    }

    /// Where the emulator is.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// A parameter of the query.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// `fields`.
    pub(super) fn fields(&self) -> Option<&str> {
        self.get("fields")
    }

    fn limit(&self, most: usize) -> Result<usize, Refusal> {
        let Some(limit) = self.get("limit") else { return Ok(LIMIT) };
        let limit =
            limit.parse::<usize>().ok().filter(|limit| *limit > 0).ok_or_else(|| {
                Refusal::plain(100, "(#100) Param limit must be a positive number")
            })?;
        Ok(limit.min(most))
    }

    fn url(&self, direction: &str, cursor: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut kept: Vec<_> = self.query.iter().collect();
        kept.sort();
        // The caller has its token; the URL of a page is no place for it.
        let skipped = ["after", "before", "access_token", "appsecret_proof"];
        for (name, value) in kept.into_iter().filter(|(name, _)| !skipped.contains(&name.as_str()))
        {
            query.append_pair(name, value);
        }
        query.append_pair(direction, cursor);
        format!("{}{}?{}", self.base, self.path, query.finish())
    }

    /// One page of a list whose items have unique keys.
    pub(super) fn page(&self, all: Vec<(String, Value)>) -> Result<Value, Refusal> {
        self.page_of(all, LIMIT_MOST)
    }

    /// The same where a page may be larger than others.
    pub(super) fn page_of(&self, all: Vec<(String, Value)>, most: usize) -> Result<Value, Refusal> {
        let limit = self.limit(most)?;
        let (start, end) = match (self.get("after"), self.get("before")) {
            (Some(after), _) => {
                let start = place(&all, after)? + 1;
                (start, (start + limit).min(all.len()))
            }
            (None, Some(before)) => {
                let end = place(&all, before)?;
                (end.saturating_sub(limit), end)
            }
            (None, None) => (0, limit.min(all.len())),
        };
        let total = all.len();
        let shown: Vec<_> = all.into_iter().skip(start).take(end - start).collect();
        let (Some((first, _)), Some((last, _))) = (shown.first(), shown.last()) else {
            return Ok(json!({"data": []}));
        };
        let (before, after) = (cursor(first), cursor(last));
        let mut paging = json!({"cursors": {"before": before, "after": after}});
        if end < total {
            paging["next"] = self.url("after", &after).into();
        }
        if start > 0 {
            paging["previous"] = self.url("before", &before).into();
        }
        let data: Vec<_> = shown.into_iter().map(|(_, item)| item).collect();
        Ok(json!({"data": data, "paging": paging}))
    }
}

fn cursor(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

fn place(all: &[(String, Value)], cursor: &str) -> Result<usize, Refusal> {
    let key = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|key| String::from_utf8(key).ok());
    let place = key.and_then(|key| all.iter().position(|(known, _)| *known == key));
    place.ok_or_else(|| {
        Refusal::new(
            131_059,
            "The cursor is expired or not one of this list; start with the first page",
        )
    })
}
