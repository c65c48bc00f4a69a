//! The client and the emulator understand each other.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use serde_json::{Value, json};
use wharf_client::{AccessToken, Batch, Client, Upload, http::Method};
use wharf_emulator::{
    Config, Delays, Emulator,
    config::{DEV_ACCESS_TOKEN, DEV_ACCOUNT_ID, DEV_APP_ID, DEV_PHONE_NUMBER_ID},
};
use wharf_model::{
    id::{AccountId, AppId, MediaId, PhoneNumberId},
    media::GetMedia,
    message::{Message, SendMessage},
    number::{GetNumber, SetEncryption},
    page::PageQuery,
    template::{Body, Definition},
    templates::{CreateTemplate, DeleteTemplate, ListTemplates, TemplateCategory},
};
use wharf_webhook::flows::FlowKey;

const PERSON: &str = "+15550001111";

async fn platform() -> (Emulator, Client) {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    let emulator = Emulator::start(config).await.unwrap();
    let token = AccessToken::new(DEV_ACCESS_TOKEN).unwrap();
    let client = Client::builder(token).base_url(emulator.url()).build().unwrap();
    (emulator, client)
}

fn number() -> PhoneNumberId {
    PhoneNumberId::new(DEV_PHONE_NUMBER_ID).unwrap()
}

fn account() -> AccountId {
    AccountId::new(DEV_ACCOUNT_ID).unwrap()
}

#[tokio::test]
async fn a_batch_is_answered_call_by_call() {
    let (emulator, client) = platform().await;
    let mut batch = Batch::new();
    let info = GetNumber { number: number(), fields: vec!["verified_name".to_owned()] };
    let info = batch.add(&info).unwrap();
    let sent = SendMessage::new(number(), Message::new(PERSON, "one & two"));
    let sent = batch.add(&sent).unwrap();
    let nothing = GetMedia { media: MediaId::new("424242").unwrap(), number: None };
    let nothing = batch.add(&nothing).unwrap();
    let mut answers = client.batch(&batch).await.unwrap();
    assert!(answers.take(info).unwrap().response.verified_name.is_some());
    assert!(answers.take(sent).unwrap().response.id().is_some());
    assert!(answers.take(nothing).unwrap_err().code().is_some());
    emulator.stop().await;
}

#[tokio::test]
async fn templates_are_made_listed_page_by_page_and_deleted() {
    let (emulator, client) = platform().await;
    let names = ["one", "two", "three"];
    for name in names {
        let body = json!({ "type": "BODY", "text": "Hello." });
        let template = CreateTemplate::new(account(), name, "en_US", TemplateCategory::Utility);
        client.call(&template.components([body])).await.unwrap();
    }
    let all = ListTemplates::new(account()).page(PageQuery::new().limit(2));
    let listed = client.list(&all).take(100).await.unwrap();
    let whole = client.call(&ListTemplates::new(account())).await.unwrap().data;
    assert_eq!(listed.len(), whole.len());
    for name in names {
        assert!(listed.iter().any(|template| template.name.as_deref() == Some(name)), "{name}");
        client.call(&DeleteTemplate::new(account()).name(name)).await.unwrap();
    }
    assert_eq!(client.list(&all).take(100).await.unwrap().len(), listed.len() - names.len());
    emulator.stop().await;
}

#[tokio::test]
async fn an_accounts_templates_live_and_die() {
    let (emulator, client) = platform().await;
    emulator.freeze();
    let templates = client.account(account()).templates();
    let order = |text: &str| {
        Definition::new("order", "en_US", TemplateCategory::Utility)
            .part(Body::new(text).example(["Ann"]))
    };
    let made = templates.create(&order("Hi {{1}}, it is on its way.")).await.unwrap();
    emulator.advance(std::time::Duration::from_mins(1)).await;
    let found = templates.find("order", "en_US").await.unwrap().unwrap();
    assert_eq!(found.id, made.id);
    assert!(templates.find("order", "de").await.unwrap().is_none());

    let id = found.id.unwrap();
    templates.edit(&id, &order("Hello {{1}}, it is there.")).await.unwrap();
    let edited = Definition::try_from(&templates.get(&id).await.unwrap()).unwrap();
    assert_eq!(edited.body().unwrap().text.as_deref(), Some("Hello {{1}}, it is there."));
    templates.delete_one("order", &id).await.unwrap();
    assert!(templates.find("order", "en_US").await.unwrap().is_none());
    assert_eq!(client.account(account()).info().await.unwrap().id, Some(account()));
    let number_of = client.account(account()).numbers().next().await.unwrap().unwrap();
    assert_eq!(number_of.id, Some(number()));
    emulator.stop().await;
}

#[tokio::test]
async fn files_go_there_and_back() {
    let (emulator, client) = platform().await;
    let bytes: Bytes = (0..300_000_u32).map(|index| b'a' + (index % 23) as u8).collect();
    let upload =
        Upload::reader("text/plain", "a.txt", 300_000, std::io::Cursor::new(bytes.clone()));
    let media = client.number(number()).upload(upload).await.unwrap();
    let node = client.media(&media).await.unwrap();
    let most = Arc::<Mutex<u64>>::default();
    let told = Arc::clone(&most);
    let download = client.download_stream(&node).await.unwrap();
    let mut download = download.on_progress(move |done, _| *told.lock().unwrap() = done);
    let mut whole = Vec::new();
    while let Some(piece) = download.piece().await.unwrap() {
        whole.extend_from_slice(&piece);
    }
    assert_eq!((whole, *most.lock().unwrap()), (bytes.to_vec(), 300_000));

    let app = AppId::new(DEV_APP_ID).unwrap();
    let header = || Upload::bytes("image/png", "header.png", &b"\x89PNG\r\n\x1a\nnot much"[..]);
    let handle = client.upload_handle(&app, header()).await.unwrap();
    assert!(!handle.as_str().is_empty());
    let session = client.begin_upload(&app, &header()).await.unwrap();
    client.resume_upload(&session, header()).await.unwrap();
    emulator.stop().await;
}

#[tokio::test]
async fn the_key_of_flows_is_set_as_a_form_and_any_call_by_hand() {
    let (emulator, client) = platform().await;
    let key = FlowKey::generate().unwrap();
    client.call(&SetEncryption::new(number(), key.public_pem())).await.unwrap();
    let path = format!("{DEV_PHONE_NUMBER_ID}/whatsapp_business_encryption");
    let kept = client.raw(Method::GET, path).send::<Value>().await.unwrap().response;
    assert!(kept.to_string().contains("BEGIN PUBLIC KEY"), "{kept}");
    emulator.stop().await;
}
