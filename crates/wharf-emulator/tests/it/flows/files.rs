//! Files inside flows: sealed for the endpoint, media of the answer.

use serde_json::{Value, json};
use wharf_emulator::Emulator;
use wharf_webhook::flows::FlowFile;

use super::business::{Business, create, message, publish};
use crate::http::{Answer, call, frozen, get, send};

/// A photo for the endpoint, and a document for the answer.
fn flow() -> Value {
    let screen = |id: &str, picker: Value, action: Value, terminal: bool| {
        json!({"id": id, "title": id, "terminal": terminal, "layout": {"type": "SingleColumnLayout", "children": [
            picker, {"type": "Footer", "label": "Go", "on-click-action": action}]}})
    };
    let photo = json!({"type": "PhotoPicker", "name": "photo", "label": "Photo", "min-uploaded-photos": 1,
        "max-uploaded-photos": 2});
    let paper = json!({"type": "DocumentPicker", "name": "paper", "label": "Paper"});
    json!({"version": "7.3", "data_api_version": "3.0", "routing_model": {"FILES": ["ALSO"], "ALSO": []}, "screens": [
        screen("FILES", photo, json!({"name": "data_exchange", "payload": {"photos": "${form.photo}"}}), false),
        screen("ALSO", paper, json!({"name": "complete", "payload": {"papers": "${form.paper}"}}), true),
    ]})
}

/// Gives a picker files, and uses the footer.
async fn give(emulator: &Emulator, picker: &str, files: &[(&str, &str, &str)]) -> Answer {
    let part = |(name, kind, text): &(&str, &str, &str)| {
        format!(
            "--cut\r\nContent-Disposition: form-data; name=\"v.{picker}\"; filename=\"{name}\"\r\n\
             Content-Type: {kind}\r\n\r\n{text}\r\n"
        )
    };
    let body = files.iter().map(part).collect::<String>() + "--cut--\r\n";
    let headers = [("content-type", "multipart/form-data; boundary=cut"), ("accept", "text/html")];
    let url = format!("{}/phone/15550001111/flow/use", emulator.url());
    call("POST", &url, &headers, body).await
}

#[tokio::test]
async fn a_photo_is_sealed_for_the_endpoint_and_a_document_comes_as_media() {
    let (emulator, business) = (frozen().await, Business::start().await);
    // These photos are none.
    crate::http::control(&emulator, "PUT", "rules", &json!({"looks_into_files": false})).await;
    let id = create(&emulator, "files", &flow(), Some(&business.url)).await;
    business.give_key(&emulator).await;
    publish(&emulator, &id).await;
    send(&emulator, &message(&id, &json!({}))).await;
    crate::http::control(&emulator, "POST", "users/15550001111/flow", &json!({})).await;
    let page = async || {
        let url = format!("{}/phone/15550001111/flow", emulator.url());
        String::from_utf8(call("GET", &url, &[], "").await.body.to_vec()).unwrap()
    };
    assert!(page().await.contains("type=\"file\""));
    // A browser sends an empty file where none was chosen.
    give(&emulator, "photo", &[("", "application/octet-stream", "")]).await;
    assert!(page().await.contains("Choose a file."), "{}", page().await);
    let three = [("a.png", "image/png", "a"); 3];
    give(&emulator, "photo", &three).await;
    assert!(page().await.contains("From 1 to 2 files."));
    assert_eq!(give(&emulator, "photo", &[("a.exe", "application/x-exe", "a")]).await.status, 422);

    give(&emulator, "photo", &[("cat.png", "image/png", "a cat")]).await;
    let asked = business.asked();
    let photos: Vec<FlowFile> = serde_json::from_value(asked[0].2["photos"].clone()).unwrap();
    let fetched = call("GET", &photos[0].cdn_url, &[], "").await;
    assert_eq!((fetched.status, photos[0].file_name.as_str()), (200, "cat.png"));
    assert_eq!(photos[0].decrypt(&fetched.body).unwrap(), b"a cat");

    assert_eq!(give(&emulator, "paper", &[("a.pdf", "application/pdf", "text")]).await.status, 303);
    let said = get(&emulator, "/_control/users/15550001111/messages").await.json();
    let reply = &said["data"].as_array().unwrap().last().unwrap()["interactive"]["nfm_reply"];
    let reply: Value = serde_json::from_str(reply["response_json"].as_str().unwrap()).unwrap();
    let paper = &reply["papers"][0];
    assert_eq!(
        (&paper["file_name"], &paper["mime_type"]),
        (&json!("a.pdf"), &json!("application/pdf"))
    );
    let node = get(&emulator, &format!("/v25.0/{}", paper["id"].as_str().unwrap())).await.json();
    assert_eq!(node["file_size"], 4);
    emulator.stop().await;
    business.stop().await;
}
