//! What handlers send.

use std::time::Duration;

use wharf::prelude::*;

use crate::{
    helpers::{ANN, Heard, body, body_of, give, tell, text, webhook, write},
    platform::Platform,
};

/// The code of an error for a closed window.
const CLOSED: Option<u32> = Some(131_047);

/// A router that answers every text, with a template to fall back on.
fn polite(platform: &Platform, heard: &Heard) -> Webhook {
    let told = heard.clone();
    webhook().client(platform.client("t0ken")).on_text(move |context: Context, _| {
        let told = told.clone();
        async move {
            let template = Template::new("order_sent", "en_US");
            match context.quote("It has left.").or_template(template).await {
                Ok(sent) => told.hear(sent.id().unwrap().as_str()),
                Err(error) => told.hear(format!("{:?}", error.code())),
            }
        }
    })
}

fn types(platform: &Platform) -> Vec<String> {
    let arrived = platform.arrived();
    arrived.iter().map(|arrived| arrived.body["type"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_template_goes_out_when_the_answer_says_that_the_window_is_closed() {
    let platform = Platform::start(&[CLOSED]).await;
    let heard = Heard::default();
    write(&polite(&platform, &heard), &text("a", "hi")).await;
    assert_eq!(heard.all(), ["wamid.1"]);
    assert_eq!(types(&platform), ["text", "template"]);
    let arrived = platform.arrived();
    assert_eq!(arrived[0].body["context"]["message_id"], "a");
    assert_eq!(arrived[1].body["template"]["name"], "order_sent");
    assert_eq!(arrived[1].body["to"], arrived[0].body["to"]);
}

#[tokio::test]
async fn a_template_goes_out_when_a_status_says_so_and_only_once() {
    let platform = Platform::start(&[]).await;
    let webhook = polite(&platform, &Heard::default());
    write(&webhook, &text("a", "hi")).await;
    tell(&webhook, "wamid.0", "sent").await.unwrap();
    assert_eq!(types(&platform), ["text"]);
    for _ in 0..2 {
        tell(&webhook, "wamid.0", "failed").await.unwrap();
    }
    assert_eq!(types(&platform), ["text", "template"]);
}

#[tokio::test]
async fn a_template_that_could_not_go_out_goes_when_the_status_comes_again() {
    let platform = Platform::start(&[None, Some(130_429)]).await;
    let webhook = polite(&platform, &Heard::default());
    write(&webhook, &text("a", "hi")).await;
    tell(&webhook, "wamid.0", "failed").await.unwrap_err();
    tell(&webhook, "wamid.0", "failed").await.unwrap();
    assert_eq!(types(&platform), ["text", "template", "template"]);

    // One that may have gone out does not.
    let platform = Platform::start(&[None, Some(131_000)]).await;
    let webhook = polite(&platform, &Heard::default());
    write(&webhook, &text("a", "hi")).await;
    tell(&webhook, "wamid.0", "failed").await.unwrap_err();
    tell(&webhook, "wamid.0", "failed").await.unwrap();
    assert_eq!(types(&platform), ["text", "template"]);
}

#[tokio::test]
async fn other_failures_and_deliveries_need_no_template() {
    let platform = Platform::start(&[Some(131_026)]).await;
    let heard = Heard::default();
    let webhook = polite(&platform, &heard);
    write(&webhook, &text("a", "hi")).await;
    assert_eq!(heard.all(), ["Some(131026)"]);
    write(&webhook, &text("b", "hi")).await;
    tell(&webhook, "wamid.1", "delivered").await.unwrap();
    tell(&webhook, "wamid.1", "failed").await.unwrap();
    assert_eq!(types(&platform), ["text", "text"]);
}

#[tokio::test]
async fn every_number_answers_with_its_own_client() {
    let platform = Platform::start(&[]).await;
    let second = PhoneNumberId::new("22").unwrap();
    let webhook = webhook()
        .client(platform.client("shop"))
        .client_of(&second, platform.client("support"))
        .on_text(async |context: Context, _| context.reply("hello").await);
    let items = format!(r#""messages":[{}]"#, text("a", "hi"));
    give(&webhook, &body(&items)).await.unwrap();
    give(&webhook, &body_of("22", &items)).await.unwrap();
    let arrived = platform.arrived();
    let from: Vec<_> =
        arrived.iter().map(|one| (one.number.as_str(), one.token.as_str())).collect();
    assert_eq!(from, [("1", "shop"), ("22", "support")]);
    assert!(arrived.iter().all(|one| one.body["to"].as_str().unwrap().contains(ANN)));
}

/// A router that answers every text and waits until that, or its template, has arrived.
fn patient(platform: &Platform, heard: &Heard) -> Webhook {
    let told = heard.clone();
    webhook().client(platform.client("t0ken")).on_text(move |context: Context, _| {
        let told = told.clone();
        async move {
            let template = Template::new("order_sent", "en_US");
            let sent = context.reply("It has left.").or_template(template).await.unwrap();
            let waited =
                context.wait_until(&sent, Progress::Delivered, Duration::from_mins(1)).await;
            told.hear(match waited {
                Ok(status) => format!("{} {}", status.id.unwrap(), status.status),
                Err(missed) => format!("{missed}"),
            });
        }
    })
}

#[tokio::test]
async fn who_waits_for_a_message_waits_for_the_template_that_went_out_instead() {
    let platform = Platform::start(&[]).await;
    let heard = Heard::default();
    let webhook = patient(&platform, &heard);
    write(&webhook, &text("a", "hi")).await;
    tell(&webhook, "wamid.0", "failed").await.unwrap();
    tell(&webhook, "wamid.1", "sent").await.unwrap();
    // What comes late of the first changes nothing.
    tell(&webhook, "wamid.0", "sent").await.unwrap();
    tell(&webhook, "wamid.1", "delivered").await.unwrap();
    webhook.drain().await;
    assert_eq!(heard.all(), ["wamid.1 delivered"]);
    assert_eq!(types(&platform), ["text", "template"]);

    // Who asks afterwards is told of the template, too.
    let sent = Sent::one(MessageId::new("wamid.0").unwrap(), "+1", "1");
    let watch = webhook.watch();
    let status = watch.until(&sent, Progress::Delivered, Duration::from_mins(1)).await.unwrap();
    assert_eq!(status.id.unwrap().as_str(), "wamid.1");
}

#[tokio::test]
async fn who_waits_is_told_when_the_template_may_not_have_gone_out_and_not_when_it_gets_another_chance()
 {
    let platform = Platform::start(&[None, Some(130_429), Some(131_000)]).await;
    let heard = Heard::default();
    let webhook = patient(&platform, &heard);
    write(&webhook, &text("a", "hi")).await;
    tell(&webhook, "wamid.0", "failed").await.unwrap_err();
    assert_eq!(heard.all(), [""; 0]);
    tell(&webhook, "wamid.0", "failed").await.unwrap_err();
    webhook.drain().await;
    assert!(heard.all()[0].contains("131047"), "{:?}", heard.all());
}

#[tokio::test]
async fn a_status_that_is_faster_than_the_answer_of_the_send_finds_its_template() {
    let platform = Platform::start(&[]).await;
    let heard = Heard::default();
    let webhook = patient(&platform, &heard);
    for (id, status) in [("wamid.0", "failed"), ("wamid.1", "delivered")] {
        tell(&webhook, id, status).await.unwrap();
    }
    write(&webhook, &text("a", "hi")).await;
    webhook.drain().await;
    assert_eq!(heard.all(), ["wamid.1 delivered"]);
    assert_eq!(types(&platform), ["text", "template"]);
}
