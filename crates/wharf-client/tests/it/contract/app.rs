use serde_json::json;
use wharf_client::{AccessToken, Batch, Upload, http::Method};
use wharf_emulator::config::{DEV_ACCESS_TOKEN, DEV_APP_ID, DEV_APP_SECRET};
use wharf_model::{
    media::{GetUpload, SendUpload, StartUpload},
    number::GetNumber,
    solution::SubscribeApp,
};

use super::{Contract, app, local::Hook, number};

#[tokio::test]
async fn the_app_its_webhook_its_tokens_and_its_uploads() {
    let contract = Contract::start().await;
    subscriptions(&contract).await;
    tokens(&contract).await;
    uploads(&contract).await;

    let mut batch = Batch::new();
    let info = batch.add(&GetNumber::new(number())).unwrap();
    contract.note("POST /", &Method::POST, "");
    let mut answers = contract.client.batch(&batch).await.unwrap();
    assert_eq!(answers.take(info).unwrap().response.id, Some(number()));
    contract.end("app").await;
}

/// They want the app's own token.
async fn subscriptions(contract: &Contract) {
    let own = AccessToken::new(format!("{DEV_APP_ID}|{DEV_APP_SECRET}")).unwrap();
    let own = contract.client.with_token(own);
    let hook = Hook::start().await;
    let fields = ["messages", "account_update"];
    let object = "whatsapp_business_account";
    let subscribe = SubscribeApp::new(app(), object, &hook.url, "verify", fields);
    assert!(contract.call_by(&own, "POST /{app}/subscriptions", &subscribe).await.success);
    let path = format!("{DEV_APP_ID}/subscriptions");
    let list = async || contract.raw(&own, "GET /{app}/subscriptions", &path).await["data"].take();
    let known = list().await;
    assert_eq!(known[0]["callback_url"], hook.url);
    assert_eq!(known[0]["fields"][1]["name"], "account_update");
    assert_eq!(contract.raw(&own, "DELETE /{app}/subscriptions", &path).await["success"], true);
    assert_eq!(list().await, json!([]));
}

async fn tokens(contract: &Contract) {
    let path = format!("debug_token?input_token={DEV_ACCESS_TOKEN}");
    let token = contract.raw(&contract.client, "GET /debug_token", &path).await;
    assert_eq!(
        (&token["data"]["is_valid"], &token["data"]["app_id"]),
        (&json!(true), &json!(DEV_APP_ID))
    );
    let path = format!(
        "oauth/access_token?grant_type=client_credentials&client_id={DEV_APP_ID}&client_secret={DEV_APP_SECRET}"
    );
    let token = contract.raw(&contract.client, "GET /oauth/access_token", &path).await;
    assert_eq!(token["token_type"], "bearer");
}

async fn uploads(contract: &Contract) {
    const FILE: &[u8] = b"%PDF-1.4 not much";

    let size = i64::try_from(FILE.len()).unwrap();
    let start = StartUpload::new(app(), size, "application/pdf").file_name("a.pdf");
    let session = contract.call("POST /{app}/uploads", &start).await.id;
    let get = GetUpload::new(session.clone());
    let status = contract.call("GET /upload:{session}", &get).await;
    assert_eq!(status.file_offset, Some(0));
    let file = Upload::bytes("application/pdf", "a.pdf", FILE);
    let send = SendUpload::new(session, 0);
    let done = contract.call_with_file("POST /upload:{session}", &send, file).await;
    assert!(!done.h.is_empty());
}
