use wharf_client::{Kind, Upload};
use wharf_model::{
    flow::{CreateFlow, FlowCategory, UploadFlowJson},
    id::{AccountId, FlowId, PhoneNumberId, UploadId},
    media::SendUpload,
    number::SetEncryption,
};

use crate::server::{Server, json};

fn account() -> AccountId {
    AccountId::new("2").unwrap()
}

/// The text of a multipart form, with its boundary replaced.
fn parts(seen: &crate::server::Seen) -> String {
    let kind = seen.header("content-type").unwrap();
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
    String::from_utf8_lossy(&seen.body).replace(boundary, "B")
}

#[tokio::test]
async fn every_body_is_written_as_its_endpoint_wants_it() {
    let server = Server::start(vec![json("200 OK", r#"{"id":"9","success":true}"#)]).await;
    let client = server.client();
    let key = SetEncryption::new(PhoneNumberId::new("1").unwrap(), "a b\n+");
    client.call(&key).await.unwrap();
    let flow = CreateFlow::new(account(), "a \"flow\"", [FlowCategory::Other]);
    client.call(&flow).await.unwrap();

    let [form, multipart] = &server.seen()[..] else { panic!("two requests") };
    assert_eq!(form.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(form.body, b"business_public_key=a+b%0A%2B");
    let text = parts(multipart);
    let name = "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na \"flow\"\r\n";
    let categories =
        "--B\r\nContent-Disposition: form-data; name=\"categories\"\r\n\r\n[\"OTHER\"]\r\n";
    assert!(text.contains(name) && text.contains(categories), "{text}");
    assert!(text.ends_with("\r\n--B--\r\n"), "{text}");
}

#[tokio::test]
async fn a_file_goes_where_its_endpoint_wants_it() {
    let server = Server::start(vec![json("200 OK", r#"{"success":true,"h":"4::x"}"#)]).await;
    let client = server.client();
    let file = || Upload::bytes("application/json", "flow.json", "{}");
    let flow = UploadFlowJson::of(FlowId::new("7").unwrap());
    client.call_with_file(&flow, file()).await.unwrap();
    let upload = SendUpload::new(UploadId::new("upload:x?sig=y").unwrap(), 5);
    client.call_with_file(&upload, file()).await.unwrap();

    let seen = server.seen();
    let text = parts(&seen[0]);
    let part = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\n\
                Content-Type: application/json\r\n\r\n{}\r\n--B--\r\n";
    assert!(text.contains("name=\"asset_type\"") && text.ends_with(part), "{text}");
    assert_eq!(seen[1].line, "POST /v25.0/upload:x?sig=y HTTP/1.1");
    assert_eq!(seen[1].header("file_offset"), Some("5"));
    assert_eq!(
        (seen[1].body.as_slice(), seen[1].header("content-length")),
        (&b"{}"[..], Some("2"))
    );

    // Each by its own door.
    let error = client.call(&upload).await.unwrap_err();
    assert!(error.to_string().contains("call_with_file"), "{error}");
    let key = SetEncryption::new(PhoneNumberId::new("1").unwrap(), "x");
    let error = client.call_with_file(&key, file()).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    let error = wharf_client::Batch::new().add(&flow).unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    assert_eq!(server.seen().len(), 2);
}
