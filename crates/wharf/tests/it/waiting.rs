//! Handlers that wait. No sockets here, so that the clock can be paused.

use std::time::Duration;

use tokio::{task::yield_now, time::advance};
use wharf::{
    filter::{text_contains, text_is},
    message::Sent,
    prelude::*,
    webhook::{Missed, Rejected},
};

use crate::helpers::{ANN, Heard, body, give, tell, text, text_of, webhook, write};

const PATIENCE: Duration = Duration::from_mins(5);

/// A router that asks back after `order`, and hears everything else.
fn shop(heard: &Heard) -> Webhook {
    let [asked, other] = [(); 2].map(|()| heard.clone());
    webhook()
        .on(text_is("order"), move |context: Context, _| {
            let asked = asked.clone();
            async move {
                match context.wait_for_reply(PATIENCE).await {
                    Ok((_, reply)) => asked.hear(format!("reply {}", reply.text().unwrap())),
                    Err(missed) => asked.hear(format!("{missed}")),
                }
            }
        })
        .on_text(move |_, text| {
            other.hear(text);
            async {}
        })
}

/// Lets everything run that can run now.
async fn settle() {
    for _ in 0..50 {
        yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_next_message_of_the_same_person_goes_to_who_waits() {
    let heard = Heard::default();
    let webhook = shop(&heard);
    // The sender gets its answer although the handler waits.
    write(&webhook, &text("a", "order")).await;
    write(&webhook, &text_of("15559990000", "b", "somebody else")).await;
    write(&webhook, &text("c", "three")).await;
    settle().await;
    write(&webhook, &text("d", "after that")).await;
    assert_eq!(heard.all(), ["somebody else", "reply three", "after that"]);
}

#[tokio::test(start_paused = true)]
async fn who_waits_in_vain_is_told_and_gets_nothing_any_more() {
    let heard = Heard::default();
    let webhook = shop(&heard);
    write(&webhook, &text("a", "order")).await;
    advance(PATIENCE + Duration::from_secs(1)).await;
    settle().await;
    write(&webhook, &text("b", "too late")).await;
    assert_eq!(heard.all(), ["it did not come in time", "too late"]);
}

#[tokio::test(start_paused = true)]
async fn a_repeated_body_does_not_start_the_waiting_again() {
    let heard = Heard::default();
    let webhook = shop(&heard);
    let order = body(&format!(r#""messages":[{}]"#, text("a", "order")));
    for _ in 0..3 {
        give(&webhook, &order).await.unwrap();
    }
    write(&webhook, &text("b", "one")).await;
    settle().await;
    write(&webhook, &text("c", "two")).await;
    assert_eq!(heard.all(), ["reply one", "two"]);
}

#[tokio::test(start_paused = true)]
async fn what_does_not_fit_goes_to_the_handlers_meanwhile() {
    let heard = Heard::default();
    let [asked, other] = [(); 2].map(|()| heard.clone());
    let webhook = webhook()
        .on(text_is("order"), move |context: Context, _| {
            let asked = asked.clone();
            async move {
                let pieces = text_contains("pieces");
                let (_, text) = context.wait_for(pieces, PATIENCE).await.unwrap();
                asked.hear(format!("ordered {text}"));
            }
        })
        .on_text(move |_, text| {
            other.hear(text);
            async {}
        });
    write(&webhook, &text("a", "order")).await;
    write(&webhook, &text("b", "hm")).await;
    write(&webhook, &text("c", "3 pieces")).await;
    settle().await;
    assert_eq!(heard.all(), ["hm", "ordered 3 pieces"]);
}

fn sent(id: &str) -> Sent {
    Sent::one(MessageId::new(id).unwrap(), format!("+{ANN}"), ANN)
}

#[tokio::test(start_paused = true)]
async fn a_status_is_waited_for_and_a_better_one_will_do() {
    let heard = Heard::default();
    let statuses = heard.clone();
    let webhook = webhook().on_status(move |_, status: Status| {
        statuses.hear(status.status.to_string());
        async {}
    });
    let watch = webhook.watch();
    let sent_ = sent("wamid.1");
    let waiting = watch.until(&sent_, Progress::Delivered, PATIENCE);
    let telling = async {
        settle().await;
        tell(&webhook, "wamid.1", "sent").await.unwrap();
        tell(&webhook, "wamid.2", "delivered").await.unwrap();
        tell(&webhook, "wamid.1", "read").await.unwrap();
    };
    let (status, ()) = tokio::join!(waiting, telling);
    assert_eq!(status.unwrap().status, Progress::Read);
    // Handlers hear of all of it.
    assert_eq!(heard.all(), ["sent", "delivered", "read"]);

    // What came before anybody asked counts.
    watch.until(&sent("wamid.2"), Progress::Delivered, PATIENCE).await.unwrap();
    let late = watch.until(&sent("wamid.2"), Progress::Read, PATIENCE).await;
    assert!(matches!(late, Err(Missed::Late)), "{late:?}");
}

#[tokio::test(start_paused = true)]
async fn a_message_that_failed_says_why() {
    let webhook = webhook();
    tell(&webhook, "wamid.1", "failed").await.unwrap();
    let missed = webhook.watch().until(&sent("wamid.1"), Progress::Delivered, PATIENCE).await;
    let missed = missed.unwrap_err();
    assert!(missed.is_window_closed(), "{missed:?}");
    assert!(missed.to_string().contains("131047"), "{missed}");
    let failed = webhook.watch().until(&sent("wamid.1"), Progress::Failed, PATIENCE).await;
    assert_eq!(failed.unwrap().status, Progress::Failed);
}

#[tokio::test(start_paused = true)]
async fn a_program_waits_for_a_person_outside_handlers() {
    let webhook = webhook();
    let watch = webhook.watch();
    let asking = watch.reply_of("+1 555 000-1111", PATIENCE);
    let writing = async {
        settle().await;
        write(&webhook, &text("a", "here I am")).await;
    };
    let (reply, ()) = tokio::join!(asking, writing);
    let (context, message) = reply.unwrap();
    assert_eq!((context.number().unwrap().as_str(), message.text()), ("1", Some("here I am")));
}

#[tokio::test(start_paused = true)]
async fn an_end_in_order_wakes_who_waits_and_takes_nothing_new() {
    let heard = Heard::default();
    let webhook = shop(&heard);
    write(&webhook, &text("a", "order")).await;
    webhook.clone().drain().await;
    assert_eq!(heard.all(), ["the program is about to end"]);
    let rejected = give(&webhook, &body(r#""messages":[]"#)).await.unwrap_err();
    assert!(matches!(rejected, Rejected::Stopping), "{rejected:?}");
    assert_eq!(rejected.status(), 503);
}
