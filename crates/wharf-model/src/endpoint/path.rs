//! How the path of an endpoint is put together.

use std::{
    borrow::Cow,
    fmt::{Display, Write as _},
};

use super::encode;
use crate::{id::Id, page::PageQuery};

/// A path with its query, part by part. Everything that comes from outside is percent-encoded.
#[derive(Debug, Default)]
pub(crate) struct PathBuilder {
    text: String,
    asked: bool,
}

impl PathBuilder {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A segment of ours.
    pub(crate) fn word(self, word: &'static str) -> Self {
        self.verbatim(word)
    }

    /// A segment that is an id.
    pub(crate) fn id<K>(self, id: &Id<K>) -> Self {
        self.text(id.as_str())
    }

    /// A segment of others.
    pub(crate) fn text(self, text: &str) -> Self {
        let text = encode(text);
        self.verbatim(&text)
    }

    /// A segment that must go as it is.
    pub(crate) fn verbatim(mut self, text: &str) -> Self {
        if !self.text.is_empty() {
            self.text.push('/');
        }
        self.text.push_str(text);
        self
    }

    /// A parameter that is one value.
    pub(crate) fn query(self, name: &str, value: Option<&impl Display>) -> Self {
        match value {
            Some(value) => {
                let value = value.to_string();
                self.parameter(name, &encode(&value))
            }
            None => self,
        }
    }

    /// A parameter that is a list, which the platform takes as JSON.
    pub(crate) fn list<T: Display>(self, name: &str, values: Option<&Vec<T>>) -> Self {
        let Some(values) = values else { return self };
        let mut json = String::from("[");
        for (at, value) in values.iter().enumerate() {
            let value = value.to_string();
            json.push_str(if at == 0 { "" } else { "," });
            if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
                json.push_str(&value);
            } else {
                json.push_str(&serde_json::Value::String(value).to_string());
            }
        }
        json.push(']');
        self.parameter(name, &encode(&json))
    }

    /// Which fields are wanted; none says nothing.
    pub(crate) fn fields(self, fields: &[String]) -> Self {
        if fields.is_empty() {
            return self;
        }
        let fields: Vec<_> = fields.iter().map(|field| encode(field)).collect();
        self.parameter("fields", &fields.join(","))
    }

    /// Which page is wanted.
    pub(crate) fn page(self, page: &PageQuery) -> Self {
        self.fields(&page.fields)
            .query("limit", page.limit.as_ref())
            .query("after", page.after.as_ref())
            .query("before", page.before.as_ref())
    }

    fn parameter(mut self, name: &str, encoded: &str) -> Self {
        let mark = if self.asked { '&' } else { '?' };
        self.asked = true;
        // Writing to a string cannot fail.
        let _written = write!(self.text, "{mark}{name}={encoded}");
        self
    }
}

impl From<PathBuilder> for Cow<'_, str> {
    fn from(path: PathBuilder) -> Self {
        path.text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::AccountId;

    #[test]
    fn what_comes_from_outside_is_encoded() {
        let id = AccountId::new("a/b?c").unwrap();
        let fields = ["id".to_owned(), "events{id,status}".to_owned()];
        let path = PathBuilder::new()
            .id(&id)
            .word("flows")
            .fields(&fields)
            .query("find", Some(&"ü&"))
            .query("absent", None::<&bool>)
            .list("ids", Some(&vec!["1", "x"]));
        let path = Cow::from(path);
        assert_eq!(
            path,
            "a%2Fb%3Fc/flows?fields=id,events%7Bid%2Cstatus%7D&find=%C3%BC%26&ids=%5B1%2C%22x%22%5D"
        );
    }
}
