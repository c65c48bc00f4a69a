//! The log of calls.

use serde_json::json;

use crate::http::{NUMBER, call, frozen, get, send, text};

#[tokio::test]
async fn a_call_is_written_down_with_what_was_checked_and_without_a_secret() {
    let emulator = frozen().await;
    send(&emulator, &text("a text that is nobody's business")).await;
    send(&emulator, &text("")).await;
    let url = format!("{}/v25.0/{NUMBER}?access_token=wharf-dev", emulator.url());
    call("GET", &url, &[], "").await;
    let log = get(&emulator, "/_control/log").await;
    let data = &log.json()["data"];
    assert_eq!(
        (&data[0]["status"], &data[0]["checked"]),
        (
            &json!(200),
            &json!([
                "number",
                "messaging_product",
                "body",
                "limits",
                "recipient",
                "file",
                "restrictions",
                "throughput",
                "pair rate",
                "window"
            ])
        )
    );
    // The last thing that was checked is what a refusal is about.
    assert_eq!((&data[1]["code"], &data[1]["checked"][3]), (&json!(131_008), &json!("limits")));
    assert!(data[1]["checked"].as_array().unwrap().len() == 4 && data[1]["details"].is_string());
    assert_eq!(data[2]["path"], format!("/v25.0/{NUMBER}?access_token=…"));
    let text = String::from_utf8(log.body.to_vec()).unwrap();
    assert!(!text.contains("wharf-dev") && !text.contains("business"), "{text}");
    assert_eq!(
        get(&emulator, "/_control/log?limit=1").await.json()["data"].as_array().unwrap().len(),
        1
    );
    assert_eq!(get(&emulator, "/_control/log?colour=1").await.status, 400);
    emulator.stop().await;
}
