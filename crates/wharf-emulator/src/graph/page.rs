//! Lists in pages, with cursors (Graph API, "Paging").

use std::collections::HashMap;

use axum::http::Uri;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{arrange, fields};
use crate::world::{Nodes, Refusal, civil, words};

/// Items of a page, when nobody says.
pub(super) const LIMIT: usize = 25;
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

    /// A list in the query: JSON, or words between commas.
    pub(super) fn list(&self, name: &str) -> Option<Vec<String>> {
        self.get(name).map(words)
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

    /// One page of a list of nodes with unique keys: filtered and sorted as asked by any of their
    /// fields, and shown with those asked for.
    pub(super) fn nodes(&self, all: Nodes, default: &[&str], kind: &str) -> Result<Value, Refusal> {
        self.nodes_of(all, default, &[], kind)
    }

    /// The same of nodes that may have fields that are not set.
    pub(super) fn nodes_of(
        &self,
        all: Nodes,
        default: &[&str],
        unset: &[&str],
        kind: &str,
    ) -> Result<Value, Refusal> {
        let all = all.into_iter().map(|(key, node)| (key, Value::Object(node))).collect();
        let all = arrange::arrange(all, self.get("filtering"), self.get("sort"))?;
        let shown = all.into_iter().map(|(key, node)| {
            let Value::Object(node) = node else { return Ok((key, node)) };
            Ok((key, fields::select_of(node, self.fields(), default, unset, kind)?))
        });
        self.cut(shown.collect::<Result<_, Refusal>>()?, LIMIT_MOST)
    }

    /// One page of a list whose items have unique keys.
    pub(super) fn page(&self, all: Vec<(String, Value)>) -> Result<Value, Refusal> {
        self.page_of(all, LIMIT_MOST)
    }

    /// The same where a page may be larger than others.
    pub(super) fn page_of(&self, all: Vec<(String, Value)>, most: usize) -> Result<Value, Refusal> {
        self.cut(arrange::arrange(all, self.get("filtering"), self.get("sort"))?, most)
    }

    fn cut(&self, all: Vec<(String, Value)>, most: usize) -> Result<Value, Refusal> {
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
        let mut answer = json!({"data": []});
        if let (Some((first, _)), Some((last, _))) = (shown.first(), shown.last()) {
            let (before, after) = (cursor(first), cursor(last));
            let mut paging = json!({"cursors": {"before": before, "after": after}});
            if end < total {
                paging["next"] = self.url("after", &after).into();
            }
            if start > 0 {
                paging["previous"] = self.url("before", &before).into();
            }
            let data: Vec<_> = shown.into_iter().map(|(_, item)| item).collect();
            answer = json!({"data": data, "paging": paging});
        }
        if self.summary().any(|name| matches!(name, "total_count" | "true" | "1")) {
            answer["summary"]["total_count"] = total.into();
        }
        Ok(answer)
    }

    /// What is to be summed up.
    pub(super) fn summary(&self) -> impl Iterator<Item = &str> {
        self.get("summary").into_iter().flat_map(|names| names.split(',')).map(str::trim)
    }

    /// With `date_format=U`, moments as Unix seconds; else as they are.
    pub(super) fn dated(&self, mut answer: Value) -> Value {
        if self.get("date_format") == Some("U") {
            date(&mut answer);
        }
        answer
    }
}

/// Fields that hold a moment are named for it.
fn date(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(date),
        Value::Object(fields) => {
            for (name, value) in fields {
                let moment = name.ends_with("_time") || name == "timestamp";
                match value.as_str().filter(|_| moment).and_then(civil::read) {
                    Some(seconds) => *value = seconds.into(),
                    None => date(value),
                }
            }
        }
        _ => {}
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
