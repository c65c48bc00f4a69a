//! What a page posts, and how it is answered.

use std::collections::BTreeMap;

use axum::{
    extract::{DefaultBodyLimit, Multipart, Path, State, multipart::MultipartRejection},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse as _, Redirect, Response},
    routing::{MethodRouter, post},
};
use maud::html;
use wharf_model::id::{GroupId, MessageId, PhoneNumberId};

use super::{look, page::document};
use crate::{shell::Shell, world::NewFile};

/// Bytes of a form without a file.
pub(super) const BYTES_MAX: usize = 64 * 1024;

/// Who posted a form, by digits, and where that is answered.
pub(super) struct Posted {
    pub(super) shell: Shell,
    pub(super) wa_id: String,
    pub(super) headers: HeaderMap,
    pub(super) form: Form,
}

impl Posted {
    /// The answer in the chat that the form was sent from.
    pub(super) fn answer(&self, outcome: Result<(), String>) -> Response {
        answer(&self.wa_id, &self.form.query(), &self.headers, outcome)
    }
}

/// A route that takes a form without a file: somebody does something.
pub(super) fn verb(
    does: impl Fn(&Shell, &str, &Form) -> Result<(), String> + Clone + Send + Sync + 'static,
) -> MethodRouter<Shell> {
    answered(move |posted| {
        let outcome = does(&posted.shell, &posted.wa_id, &posted.form);
        std::future::ready(posted.answer(outcome))
    })
}

/// The same where the answer is not just whether that went well.
pub(super) fn answered<F, R>(does: F) -> MethodRouter<Shell>
where
    F: Fn(Posted) -> R + Clone + Send + Sync + 'static,
    R: Future<Output = Response> + Send,
{
    let take = async move |State(shell): State<Shell>,
                           Path(wa_id): Path<String>,
                           headers: HeaderMap,
                           form: Result<Multipart, MultipartRejection>| {
        match Form::read(form).await {
            Ok(form) => does(Posted { shell, wa_id, headers, form }).await,
            Err(what) => answer(&wa_id, "", &headers, Err(what)),
        }
    };
    post(take).layer(DefaultBodyLimit::max(BYTES_MAX))
}

/// Fields of a form, and the file in it.
#[derive(Debug, Default)]
pub(super) struct Form {
    fields: BTreeMap<String, String>,
    pub(super) file: Option<NewFile>,
}

impl Form {
    /// Reads it; the error says what is wrong with it.
    pub(super) async fn read(form: Result<Multipart, MultipartRejection>) -> Result<Self, String> {
        let mut form = form.map_err(|rejection| rejection.body_text())?;
        let mut read = Self::default();
        let broken = |_| "this is cut off, or larger than can be sent".to_owned();
        while let Some(part) = form.next_field().await.map_err(broken)? {
            let Some(name) = part.name().map(str::to_owned) else { continue };
            if name == "file" {
                let mime_type = part.content_type().unwrap_or_default().to_owned();
                let name = part.file_name().map(str::to_owned).filter(|name| !name.is_empty());
                let bytes = part.bytes().await.map_err(broken)?;
                read.file = name.map(|name| NewFile { mime_type, name: Some(name), bytes });
            } else {
                let text = part.text().await.map_err(broken)?;
                read.fields.insert(name, text);
            }
        }
        Ok(read)
    }

    /// A field that is not empty.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Fields whose names begin so, without that.
    pub(super) fn of<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let all = self.fields.iter();
        all.filter_map(move |(name, text)| Some((name.strip_prefix(prefix)?, text.as_str())))
    }

    /// The same, or what is wrong.
    pub(super) fn needed(&self, name: &str) -> Result<&str, String> {
        self.text(name).ok_or_else(|| format!("{name}: is required"))
    }

    /// The business number the page is about.
    pub(super) fn number(&self) -> Option<PhoneNumberId> {
        PhoneNumberId::new(self.text("number")?).ok()
    }

    /// The group the page is about, if it is about one.
    pub(super) fn group(&self) -> Result<Option<GroupId>, String> {
        let group = self.text("group").map(GroupId::new).transpose();
        group.map_err(|_| "group: is no group's id".to_owned())
    }

    /// What goes behind the path of a phone so that the chat of this form is shown.
    pub(super) fn query(&self) -> String {
        look::query(self.text("number"), self.text("group"), self.text("alone").is_some())
    }

    /// The same for a group on the same phone.
    pub(super) fn query_in(&self, group: &GroupId) -> String {
        look::query(self.text("number"), Some(group.as_str()), self.text("alone").is_some())
    }

    /// The message that is quoted.
    pub(super) fn quotes(&self) -> Option<MessageId> {
        MessageId::new(self.text("quotes")?).ok()
    }
}

/// Answers a script with a status and a form without one with a page. `query` says which chat it was sent from.
pub(super) fn answer(
    wa_id: &str,
    query: &str,
    headers: &HeaderMap,
    outcome: Result<(), String>,
) -> Response {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let page = accepts.is_some_and(|accepts| accepts.contains("text/html"));
    let back = format!("/phone/{wa_id}{query}");
    match (outcome, page) {
        (Ok(()), true) => Redirect::to(&back).into_response(),
        (Ok(()), false) => StatusCode::NO_CONTENT.into_response(),
        (Err(what), true) => {
            let body = html! {
                main .lost {
                    p role="alert" { "This was not sent: " (what) }
                    p { a href=(back) { "Back to the chat" } }
                }
            };
            let page = document("Not sent · Wharf", &body).into_string();
            (StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response()
        }
        (Err(what), false) => (StatusCode::UNPROCESSABLE_ENTITY, what).into_response(),
    }
}
