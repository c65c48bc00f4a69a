//! A router without a network, and bodies for it.

use std::sync::{Arc, Mutex};

use wharf::{AppSecret, VerifyToken, prelude::*, webhook::Rejected};

const SECRET: &str = "test_app_secret";

/// The person who writes.
pub(crate) const ANN: &str = "15550001111";

pub(crate) fn webhook() -> Webhook {
    Webhook::new(AppSecret::new(SECRET).unwrap(), VerifyToken::new("verify").unwrap())
}

/// A body with these members, for the number 1.
pub(crate) fn body(items: &str) -> Vec<u8> {
    body_of("1", items)
}

/// The same for another number.
pub(crate) fn body_of(number: &str, items: &str) -> Vec<u8> {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"2","changes":[{{"field":"messages","value":{{
            "metadata":{{"phone_number_id":"{number}"}},{items}}}}}]}}]}}"#
    )
    .into_bytes()
}

pub(crate) fn text(id: &str, body: &str) -> String {
    text_of(ANN, id, body)
}

pub(crate) fn text_of(person: &str, id: &str, body: &str) -> String {
    format!(
        r#"{{"id":"{id}","from":"{person}","timestamp":"1","type":"text","text":{{"body":"{body}"}}}}"#
    )
}

pub(crate) fn sign(body: &[u8]) -> String {
    AppSecret::new(SECRET).unwrap().sign(body)
}

/// Gives a router a body of its sender's.
pub(crate) async fn give(webhook: &Webhook, body: &[u8]) -> Result<(), Rejected> {
    webhook.handle(Some(&sign(body)), body).await
}

/// Lets a person write to the number 1.
pub(crate) async fn write(webhook: &Webhook, message: &str) {
    give(webhook, &body(&format!(r#""messages":[{message}]"#))).await.unwrap();
}

/// Tells what became of a message.
pub(crate) async fn tell(webhook: &Webhook, id: &str, status: &str) -> Result<(), Rejected> {
    let error = if status == "failed" {
        r#","errors":[{"code":131047,"title":"Re-engagement message"}]"#
    } else {
        ""
    };
    let status = format!(
        r#""statuses":[{{"id":"{id}","status":"{status}","timestamp":"1","recipient_id":"{ANN}"{error}}}]"#
    );
    give(webhook, &body(&status)).await
}

/// What was heard, in order.
#[derive(Clone, Default)]
pub(crate) struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    pub(crate) fn hear(&self, what: impl Into<String>) {
        self.0.lock().unwrap().push(what.into());
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}
