//! Files.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{ADA, Answer, NUMBER, call, control, emulator, get, send},
    receiver::Receiver,
};

async fn upload(emulator: &Emulator, parts: &[(&str, &str)]) -> Answer {
    let part = |(head, content): &(&str, &str)| {
        format!("--cut\r\nContent-Disposition: form-data; name={head}\r\n\r\n{content}\r\n")
    };
    let mut body: String = parts.iter().map(part).collect();
    body += "--cut--\r\n";
    let url = format!("{}/v16.0/{NUMBER}/media", emulator.url());
    let headers = [
        ("authorization", "Bearer wharf-dev"),
        ("content-type", "multipart/form-data; boundary=cut"),
    ];
    call("POST", &url, &headers, body).await
}

const PRODUCT: (&str, &str) = ("\"messaging_product\"", "whatsapp");
const NOTES: (&str, &str) =
    ("\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain", "Remember the milk.");

#[tokio::test]
async fn a_file_is_uploaded_resolved_fetched_and_deleted() {
    let emulator = emulator().await;
    let uploaded = upload(&emulator, &[PRODUCT, NOTES]).await;
    assert_eq!(uploaded.status, 200, "{uploaded:?}");
    let id = uploaded.json()["id"].as_str().unwrap().to_owned();

    let node = get(&emulator, &format!("/v16.0/{id}?phone_number_id={NUMBER}")).await.json();
    assert_eq!(
        (&node["mime_type"], &node["file_size"], &node["id"]),
        (&json!("text/plain"), &json!(18), &json!(id))
    );
    assert_eq!(node["sha256"], "3045cf9aed6ab4478e189996f0fbfedc6635a2d61f8b47959779cdd5dbb1ef14");
    let url = node["url"].as_str().unwrap();
    assert_eq!(call("GET", url, &[], "").await.status, 401);
    let fetched = call("GET", url, &[("authorization", "Bearer wharf-dev")], "").await;
    assert_eq!((fetched.status, &fetched.body[..]), (200, &b"Remember the milk."[..]));
    assert_eq!(
        call("GET", &format!("{url}x"), &[("authorization", "Bearer wharf-dev")], "").await.status,
        404
    );

    assert_eq!(
        get(&emulator, &format!("/v16.0/{id}?phone_number_id=1")).await.json()["error"]["code"],
        100
    );
    let node_url = format!("{}/v16.0/{id}", emulator.url());
    let deleted = call("DELETE", &node_url, &[("authorization", "Bearer wharf-dev")], "").await;
    assert_eq!(deleted.json(), json!({"success": true}));
    assert_eq!(get(&emulator, &format!("/v16.0/{id}")).await.json()["error"]["error_subcode"], 33);
    emulator.stop().await;
}

#[tokio::test]
async fn files_can_be_in_trouble_while_everything_else_works() {
    let emulator = emulator().await;
    let id = upload(&emulator, &[PRODUCT, NOTES]).await.json()["id"].as_str().unwrap().to_owned();
    let url =
        get(&emulator, &format!("/v25.0/{id}")).await.json()["url"].as_str().unwrap().to_owned();
    let rule = json!({"fault": "error", "on": "files", "code": 131_000, "count": 2});
    control(&emulator, "PUT", "faults", &json!({"faults": [rule]})).await;
    assert_eq!(get(&emulator, &format!("/v25.0/{NUMBER}")).await.status, 200);
    assert_eq!(upload(&emulator, &[PRODUCT, NOTES]).await.status, 500);
    let token = [("authorization", "Bearer wharf-dev")];
    assert_eq!(call("GET", &url, &token, "").await.status, 500);
    assert_eq!(call("GET", &url, &token, "").await.body, "Remember the milk.");
    emulator.stop().await;
}

#[tokio::test]
async fn uploads_that_the_platform_would_not_take_are_refused() {
    let emulator = emulator().await;
    let of_type = |kind: &str| format!("\"file\"; filename=\"a\"\r\nContent-Type: {kind}");
    let (gif, png) = (of_type("image/gif"), of_type("image/png"));
    let named_pdf = "\"file\"; filename=\"milk.pdf\"\r\nContent-Type: text/plain";
    let large = "x".repeat(5 * 1024 * 1024 + 1);
    for (parts, code) in [
        (vec![NOTES], 100),
        (vec![PRODUCT], 100),
        (vec![PRODUCT, (gif.as_str(), "x")], 100),
        (vec![PRODUCT, (png.as_str(), "")], 131_053),
        (vec![PRODUCT, (png.as_str(), large.as_str())], 131_053),
        (vec![PRODUCT, ("\"file\"", "x")], 100),
        // What is not what it is declared to be.
        (vec![PRODUCT, (png.as_str(), "no picture")], 131_053),
        (vec![PRODUCT, (named_pdf, "Remember the milk.")], 131_053),
    ] {
        let answer = upload(&emulator, &parts).await;
        assert_eq!(
            answer.json()["error"]["code"],
            code,
            "{:?}",
            parts.iter().map(|part| part.0).collect::<Vec<_>>()
        );
    }
    let no_form = call(
        "POST",
        &format!("{}/v16.0/{NUMBER}/media", emulator.url()),
        &[("authorization", "Bearer wharf-dev")],
        "x",
    )
    .await;
    assert_eq!(no_form.json()["error"]["code"], 100);
    // A rule, which can be switched off.
    control(&emulator, "PUT", "rules", &json!({"looks_into_files": false})).await;
    assert_eq!(upload(&emulator, &[PRODUCT, (png.as_str(), "no picture")]).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn a_file_goes_out_by_id_and_only_as_what_it_is() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let id = upload(&emulator, &[PRODUCT, NOTES]).await.json()["id"].clone();
    let by_id = |kind: &str| -> Value {
        let mut message = json!({"messaging_product": "whatsapp", "to": ADA, "type": kind});
        message[kind] = json!({"id": id});
        message
    };
    assert_eq!(send(&emulator, &by_id("document")).await.status, 200);
    for progress in ["sent", "delivered", "read"] {
        assert_eq!(app.status().await["status"], progress);
    }
    assert_eq!(send(&emulator, &by_id("image")).await.status, 200);
    let status = app.status().await;
    assert_eq!(
        (&status["status"], &status["errors"][0]["code"]),
        (&json!("failed"), &json!(131_053))
    );
    emulator.stop().await;
    app.stop().await;
}
