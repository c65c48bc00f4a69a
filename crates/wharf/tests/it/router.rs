//! The event router, without a network.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use wharf::{
    prelude::*,
    webhook::{Rejected, Unread, Update},
};

use crate::helpers::{Heard, body, sign, text, webhook};

#[tokio::test]
async fn the_first_handler_that_fits_takes_it_and_nothing_of_a_batch_is_dropped() {
    let heard = Heard::default();
    let (texts, taps, statuses, unread, rest) =
        (heard.clone(), heard.clone(), heard.clone(), heard.clone(), heard.clone());
    let webhook = webhook()
        .on_text(move |_, text| {
            texts.hear(format!("text {text}"));
            async {}
        })
        .on_tap(move |_, id| {
            taps.hear(format!("tap {id}"));
            async {}
        })
        .on_status(move |_, status: Status| {
            statuses.hear(format!("status {}", status.status));
            async {}
        })
        .on_unread(move |_, unread_: Unread| {
            unread.hear(unread_.reason);
            async {}
        })
        .on_any(move |context, _| {
            rest.hear(format!("any {}", context.event.name()));
            async {}
        });
    let tap = r#"{"id":"t","from":"1","type":"button","button":{"payload":"yes","text":"Yes"}}"#;
    let place =
        r#"{"id":"l","from":"1","type":"location","location":{"latitude":1,"longitude":2}}"#;
    let body = body(&format!(
        r#""messages":[{},{},{tap},{place},7],"statuses":[{{"id":"s","status":"read"}}]"#,
        text("a", "one"),
        text("b", "two")
    ));
    webhook.handle(Some(&sign(&body)), &body).await.unwrap();
    assert_eq!(
        heard.all(),
        [
            "text one",
            "text two",
            "tap yes",
            "any message.location",
            "it is not an object",
            "status read"
        ]
        .map(str::to_owned)
    );
}

#[tokio::test]
async fn an_update_comes_with_its_type() {
    let heard = Heard::default();
    let told = heard.clone();
    let webhook = webhook().on_update(move |_, update: Update| {
        if let Update::TemplateStatus(status) = update {
            told.hear(status.event.unwrap_or_default());
        }
        async {}
    });
    let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[
        {"field":"message_template_status_update","value":{"event":"APPROVED"}},{"field":"brand_new","value":{}}]}]}"#;
    webhook.handle(Some(&sign(body)), body).await.unwrap();
    assert_eq!(heard.all(), ["APPROVED"]);
}

#[tokio::test]
async fn a_body_that_is_not_signed_is_not_read() {
    let webhook = webhook()
        .on_any(async |context: Context, _| assert_eq!(context.event.field, "nobody may see it"));
    let body = body(&format!(r#""messages":[{}]"#, text("a", "x")));
    let good = sign(&body);
    for signature in [None, Some(""), Some("sha256="), good.get(..70), Some("sha1=abc")] {
        let rejected = webhook.handle(signature, &body).await.unwrap_err();
        assert!(matches!(rejected, Rejected::Forged), "{signature:?}");
        assert_eq!(rejected.status(), 401);
    }
}

#[tokio::test]
async fn only_what_failed_runs_again() {
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let webhook = webhook().on_text(move |_, text| {
        let run = counted.fetch_add(1, Ordering::Relaxed);
        async move { if text == "two" && run == 1 { Err("the database is away") } else { Ok(()) } }
    });
    let body = body(&format!(
        r#""messages":[{},{},{}]"#,
        text("a", "one"),
        text("b", "two"),
        text("c", "three")
    ));
    let rejected = webhook.handle(Some(&sign(&body)), &body).await.unwrap_err();
    assert_eq!(rejected.status(), 503);
    assert_eq!(
        rejected.to_string(),
        "1 handlers failed; the first, of message.text: the database is away"
    );
    assert_eq!(runs.load(Ordering::Relaxed), 3);

    webhook.handle(Some(&sign(&body)), &body).await.unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 4);
}

#[tokio::test]
async fn a_reply_without_a_client_says_what_is_missing() {
    let heard = Heard::default();
    let told = heard.clone();
    let webhook = webhook().on_text(move |context: Context, _| {
        let told = told.clone();
        async move { told.hear(context.reply("x").await.unwrap_err().to_string()) }
    });
    let body = body(&format!(r#""messages":[{}]"#, text("a", "x")));
    webhook.handle(Some(&sign(&body)), &body).await.unwrap();
    assert!(heard.all()[0].contains("WHATSAPP_ACCESS_TOKEN"), "{:?}", heard.all());
}
