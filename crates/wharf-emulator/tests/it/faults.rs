//! What goes wrong on purpose.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{NUMBER, ask, code, control, frozen, get, send, text, try_call},
    receiver::Receiver,
};

async fn faults(emulator: &Emulator, rules: Value) {
    control(emulator, "PUT", "faults", &json!({"faults": rules})).await;
}

/// The status of an answer to a send, if one comes.
async fn tried(emulator: &Emulator) -> Option<u16> {
    let url = format!("{}/v25.0/{NUMBER}/messages", emulator.url());
    let headers = [("authorization", "Bearer wharf-dev"), ("content-type", "application/json")];
    let answer = try_call("POST", &url, &headers, text("tried").to_string()).await;
    answer.map(|answer| answer.status)
}

async fn said(emulator: &Emulator) -> usize {
    let on_phone = get(emulator, "/_control/users/15550001111/messages").await.json();
    on_phone["data"].as_array().unwrap().iter().filter(|entry| entry["from"] == "business").count()
}

#[tokio::test]
async fn the_next_sends_are_refused_as_the_plan_says_and_then_it_is_over() {
    let emulator = frozen().await;
    let rules: Vec<_> = [130_429, 131_056, 131_000, 131_016, 1, 2]
        .iter()
        .map(|code| json!({"fault": "error", "code": code, "count": 1}))
        .collect();
    faults(&emulator, json!(rules)).await;
    for (expected, status) in
        [(130_429, 400), (131_056, 400), (131_000, 500), (131_016, 500), (1, 400), (2, 503)]
    {
        let answer = send(&emulator, &text("x")).await;
        assert_eq!((code(&answer), answer.status), (expected, status));
    }
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(said(&emulator).await, 1);
    let left = get(&emulator, "/_control/faults").await.json();
    assert_eq!(
        left["faults"][0],
        json!({"fault": "error", "on": "sends", "code": 130_429, "count": 0, "struck": 1})
    );
    emulator.stop().await;
}

#[tokio::test]
async fn a_connection_is_dropped_before_or_after_the_message_is_taken() {
    let emulator = frozen().await;
    faults(
        &emulator,
        json!([{"fault": "drop", "count": 1}, {"fault": "accept_then_drop", "count": 1}]),
    )
    .await;
    assert_eq!((tried(&emulator).await, said(&emulator).await), (None, 0));
    assert_eq!((tried(&emulator).await, said(&emulator).await), (None, 1));
    assert_eq!(tried(&emulator).await, Some(200));
    let log = get(&emulator, "/_control/log").await.json();
    let dropped = &log["data"][1];
    assert_eq!(
        (&dropped["status"], &dropped["checked"][0]),
        (&Value::Null, &json!("fault: accept_then_drop"))
    );
    emulator.stop().await;
}

#[tokio::test]
async fn an_answer_comes_late_or_as_a_page_or_any_call_is_refused() {
    let emulator = frozen().await;
    faults(
        &emulator,
        json!([
            {"fault": "html", "count": 1}, {"fault": "slow", "seconds": 30, "count": 1},
            {"fault": "error", "on": "calls", "code": 4, "status": 429, "count": 1}
        ]),
    )
    .await;
    let busy = get(&emulator, &format!("/v25.0/{NUMBER}")).await;
    assert_eq!((busy.status, code(&busy)), (429, 4));
    let page = send(&emulator, &text("x")).await;
    assert_eq!(
        (page.status, page.headers["content-type"].to_str().unwrap()),
        (502, "text/html; charset=utf-8")
    );
    let message = text("slow");
    let late = async { send(&emulator, &message).await.status };
    let time = async {
        while said(&emulator).await == 0 {
            tokio::task::yield_now().await;
        }
        control(&emulator, "POST", "clock/advance", &json!({"seconds": 30})).await;
    };
    assert_eq!(tokio::join!(late, time).0, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn webhooks_are_doubled_batched_late_and_out_of_order() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    faults(&emulator, json!([{"fault": "doubled"}, {"fault": "read_without_delivered"}])).await;
    send(&emulator, &text("x")).await;
    let words: Vec<_> =
        [app.status().await, app.status().await, app.status().await, app.status().await]
            .iter()
            .map(|status| status["status"].clone())
            .collect();
    assert_eq!(words, ["sent", "sent", "read", "read"]);

    faults(&emulator, json!([{"fault": "batched", "most": 2, "seconds": 10}])).await;
    send(&emulator, &text("x")).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 10})).await;
    let batch = app.next().await;
    assert_eq!(batch["entry"][0]["changes"].as_array().unwrap().len(), 2);
    assert_eq!(app.next().await["entry"][0]["changes"].as_array().unwrap().len(), 1);

    faults(&emulator, json!([{"fault": "shuffled", "seconds": 60}])).await;
    for _ in 0..5 {
        send(&emulator, &text("x")).await;
    }
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 1})).await;
    let mut words = Vec::new();
    for _ in 0..15 {
        words.push(app.status().await["status"].as_str().unwrap().to_owned());
    }
    let in_order: Vec<_> = ["sent", "delivered", "read"].repeat(5);
    assert_ne!(words, in_order);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn statuses_come_before_the_answer_and_failures_on_demand() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    faults(
        &emulator,
        json!([
            {"fault": "statuses_first", "count": 1}, {"fault": "fail", "code": 131_049, "count": 1}
        ]),
    )
    .await;
    send(&emulator, &text("x")).await;
    // All that there is to tell was told before the answer came.
    let told = get(&emulator, "/_control/deliveries").await.json();
    assert_eq!(told["data"][0]["state"], "taken");
    let failed = app.value().await;
    assert_eq!(failed["statuses"][0]["errors"][0]["code"], 131_049);
    assert!(failed.get("contacts").is_none());
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_without_a_phone_number_and_prices_of_the_past() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    faults(&emulator, json!([{"fault": "hide_phone"}, {"fault": "old_pricing"}])).await;
    send(&emulator, &text("x")).await;
    let value = app.value().await;
    let status = &value["statuses"][0];
    assert!(status.get("recipient_id").is_none() && value["contacts"][0].get("wa_id").is_none());
    assert!(status["recipient_user_id"].as_str().unwrap().starts_with("US."));
    assert_eq!(
        status["pricing"],
        json!({"billable": true, "pricing_model": "CBP", "category": "service"})
    );
    assert_eq!(status["conversation"]["origin"]["type"], "service");
    app.value().await;
    app.value().await;
    emulator.write("15550001111", "it is me").unwrap();
    let message = app.value().await["messages"][0].clone();
    assert!(message.get("from").is_none() && message["from_user_id"].is_string());
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_plan_that_makes_no_sense_is_refused_with_what_is_wrong() {
    let emulator = frozen().await;
    for (rule, says) in [
        (json!({"fault": "locusts"}), "locusts"),
        (json!({"fault": "drop", "colour": 1}), "colour"),
        (json!({"fault": "drop", "seconds": 1}), "seconds: this fault takes none"),
        (json!({"fault": "error"}), "code: is required"),
        (json!({"fault": "doubled", "rate": 2}), "rate"),
        (json!({"fault": "batched", "most": 1001}), "most"),
        (json!({"fault": "html", "status": 200}), "status"),
        (json!({"fault": "late", "on": "calls"}), "on: "),
    ] {
        let body = json!({"faults": [rule]});
        let answer = ask(&emulator, "PUT", "/_control/faults", &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert!((400..500).contains(&answer.status) && message.contains(says), "{body}: {message}");
    }
    assert_eq!(get(&emulator, "/_control/faults").await.json(), json!({"faults": []}));
    control(&emulator, "POST", "faults", &json!({"faults": [{"fault": "drop"}]})).await;
    assert_eq!(control(&emulator, "DELETE", "faults", &Value::Null).await, json!({"faults": []}));
    emulator.stop().await;
}
