//! Filters, alone and together.

use serde::{Deserialize, Serialize};
use wharf::{
    Callback,
    filter::{
        Filter, any, callback, file, forwarded, from_person, in_group, kind, message, progress,
        quoting, status, tapped, text, text_contains, text_is, to_number,
    },
    prelude::*,
};

use crate::helpers::{ANN, Heard, body, body_of, give, text as words, webhook};

/// Says which of these texts a filter picks.
async fn picked<T: std::fmt::Debug + Send + 'static>(
    filter: Filter<T>,
    messages: &[&str],
) -> Vec<String> {
    let heard = Heard::default();
    let told = heard.clone();
    let webhook = webhook().on(filter, move |context: Context, _: T| {
        told.hear(context.message_id().unwrap().as_str());
        async {}
    });
    give(&webhook, &body(&format!(r#""messages":[{}]"#, messages.join(",")))).await.unwrap();
    heard.all()
}

fn with(id: &str, rest: &str) -> String {
    format!(r#"{{"id":"{id}","from":"{ANN}",{rest}}}"#)
}

#[tokio::test]
async fn filters_fit_what_they_name() {
    let plain = words("plain", "Hello World");
    let menu = words("menu", " MENU ");
    let text_body = r#""type":"text","text":{"body":"x"}"#;
    let forwarded_ = with("forwarded", &format!(r#"{text_body},"context":{{"forwarded":true}}"#));
    let quote = with("quote", &format!(r#"{text_body},"context":{{"id":"wamid.Q"}}"#));
    let group = with("group", &format!(r#"{text_body},"group_id":"G1""#));
    let image = with("image", r#""type":"image","image":{"id":"7","mime_type":"image/png"}"#);
    let tap = with("tap", r#""type":"button","button":{"payload":"yes","text":"Yes"}"#);
    let all = [&plain, &menu, &forwarded_, &quote, &group, &image, &tap].map(String::as_str);

    assert_eq!(picked(text(), &all).await, ["plain", "menu", "forwarded", "quote", "group"]);
    assert_eq!(picked(text_is("menu"), &all).await, ["menu"]);
    assert_eq!(picked(text_contains("hello w"), &all).await, ["plain"]);
    assert_eq!(picked(forwarded(), &all).await, ["forwarded"]);
    assert_eq!(picked(quoting(), &all).await, ["quote"]);
    assert_eq!(picked(in_group(), &all).await, ["group"]);
    assert_eq!(picked(file(), &all).await, ["image"]);
    assert_eq!(picked(kind("image"), &all).await, ["image"]);
    assert_eq!(picked(tapped("yes"), &all).await, ["tap"]);
    assert_eq!(picked(tapped("no"), &all).await, Vec::<String>::new());
    assert_eq!(picked(any(), &all).await.len(), 7);

    let chatter = text() & !forwarded() & !in_group() & !quoting();
    assert_eq!(picked(chatter, &all).await, ["plain", "menu"]);
    assert_eq!(picked(text_is("menu") | text_contains("world"), &all).await, ["plain", "menu"]);
    assert_eq!(picked(message() & (forwarded() | tapped("yes")), &all).await, ["forwarded", "tap"]);
    assert_eq!(picked(!text() & message(), &all).await, ["image", "tap"]);
    assert_eq!(picked(from_person(format!("+{ANN}")) & text_is("menu"), &all).await, ["menu"]);
    assert_eq!(picked(from_person("1555"), &all).await, Vec::<String>::new());
    let long = text().only(|text| text.len() > 10).map(|text| text.len());
    assert_eq!(picked(long, &all).await, ["plain"]);
    let own = Filter::is(|event| event.item() == Some("tap"));
    assert_eq!(picked(own, &all).await, ["tap"]);
}

#[tokio::test]
async fn statuses_and_numbers_have_filters_too() {
    let heard = Heard::default();
    let [failed, other, numbered] = [(); 3].map(|()| heard.clone());
    let second = PhoneNumberId::new("22").unwrap();
    let webhook = webhook()
        .on(progress(Progress::Failed), move |_, status: Status| {
            failed.hear(format!("failed {}", status.id.unwrap()));
            async {}
        })
        .on(status() & to_number(second), move |_, status: Status| {
            numbered.hear(format!("22 {}", status.status));
            async {}
        })
        .on(status(), move |_, status: Status| {
            other.hear(status.status.to_string());
            async {}
        });
    let items = r#""statuses":[{"id":"a","status":"sent"},{"id":"b","status":"failed"}]"#;
    give(&webhook, &body(items)).await.unwrap();
    give(&webhook, &body_of("22", items)).await.unwrap();
    assert_eq!(heard.all(), ["sent", "failed b", "22 sent", "failed b"]);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Vote {
    poll: u32,
    yes: bool,
}

impl Callback for Vote {
    const NAME: &'static str = "vote";
}

#[tokio::test]
async fn a_button_carries_a_value_there_and_back() {
    let vote = Vote { poll: 7, yes: true };
    let id = vote.id().unwrap();
    assert_eq!(id, r#"vote:{"poll":7,"yes":true}"#);
    assert_eq!(Vote::from_id(&id), Some(vote));

    let heard = Heard::default();
    let (votes, words) = (heard.clone(), heard.clone());
    let webhook = webhook()
        .on(callback(), move |_, vote: Vote| {
            votes.hear(format!("{vote:?}"));
            async {}
        })
        .on_tap(move |_, id| {
            words.hear(id);
            async {}
        });
    // Of an older version, of another type, no value at all.
    let ids = [id.as_str(), r#"vote:{"poll":7}"#, "votes:{}", "vote"];
    let taps = ids.iter().enumerate().map(|(index, id)| {
        let id = serde_json::to_string(id).unwrap();
        with(&index.to_string(), &format!(
            r#""type":"interactive","interactive":{{"type":"button_reply","button_reply":{{"id":{id},"title":"x"}}}}"#
        ))
    });
    let taps = taps.collect::<Vec<_>>().join(",");
    give(&webhook, &body(&format!(r#""messages":[{taps}]"#))).await.unwrap();
    let expected = ["Vote { poll: 7, yes: true }", r#"vote:{"poll":7}"#, "votes:{}", "vote"];
    assert_eq!(heard.all(), expected);
}
