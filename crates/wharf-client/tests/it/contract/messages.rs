use serde_json::json;
use wharf_client::Upload;
use wharf_model::{
    media::{DeleteMedia, GetMedia, UploadMedia},
    message::{Image, MarkRead, MarketingMessage, Message, SendMarketing, SendMessage, Template},
    template::{Body, Category, Definition},
};

use super::{Contract, PERSON, account, number};

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nnot much of a picture";

#[tokio::test]
async fn messages_and_their_files() {
    let contract = Contract::start().await;
    let wamid = contract.emulator.write(PERSON, "hello?").unwrap();

    let file = Upload::bytes("image/png", "a.png", PICTURE);
    let upload = UploadMedia::new(number(), "image/png");
    let media = contract.call_with_file("POST /{phone}/media", &upload, file).await.id;
    let get = GetMedia { media: media.clone(), number: None };
    let node = contract.call("GET /{media}", &get).await;
    assert_eq!((&node.id, node.mime_type.as_str()), (&media, "image/png"));
    assert_eq!(node.file_size, PICTURE.len() as u64);
    assert_eq!(contract.client.download(&node).await.unwrap(), PICTURE);

    let operation = "POST /{phone}/messages";
    let text = SendMessage::new(number(), Message::new(PERSON, "hi"));
    let sent = contract.call(operation, &text).await;
    assert_eq!(sent.contacts[0].wa_id.as_deref(), Some(PERSON));
    assert!(sent.id().unwrap().as_str().starts_with("wamid."));
    let picture = SendMessage::new(number(), Message::new(PERSON, Image::id(media.clone())));
    assert_ne!(contract.call(operation, &picture).await.id(), sent.id());
    assert!(contract.call(operation, &MarkRead::new(number(), wamid).typing()).await.success);

    let delete = DeleteMedia { media: media.clone(), number: None };
    assert!(contract.call("DELETE /{media}", &delete).await.success);
    assert_eq!(contract.client.call(&get).await.unwrap_err().code(), Some(100));
    marketing(&contract).await;
    contract.end("messages").await;
}

/// Its own door, for templates of that category only.
async fn marketing(contract: &Contract) {
    let sale =
        Definition::new("sale", "en_US", Category::Marketing).part(Body::new("Everything must go"));
    contract.client.account(account()).templates().create(&sale).await.unwrap();
    contract.control("PUT", "templates/sale", &json!({ "event": "APPROVED" })).await;
    let message = Message::new(PERSON, Template::new("sale", "en_US"));
    let offer = SendMarketing::new(number(), MarketingMessage::new(message));
    let sent = contract.call("POST /{phone}/marketing_messages", &offer).await;
    assert_eq!(sent.contacts[0].wa_id.as_deref(), Some(PERSON));
}
