//! The data endpoint of flows, against vectors that another implementation made (`flows/vectors.py`).

mod ask;
mod endpoint;
mod python;

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_webhook::flows::{Action, BadFile, BadKey, FlowAnswer, FlowFile, FlowKey, Undecryptable};

const VECTORS: &str = include_str!("flows/vectors.json");

#[derive(Deserialize)]
struct Vectors {
    private_pem: String,
    private_pkcs1_pem: String,
    public_pem: String,
    requests: BTreeMap<String, Request>,
    answers: BTreeMap<String, Answer>,
    file: File,
}

#[derive(Deserialize)]
struct Request {
    plain: String,
    body: Value,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
struct Answer {
    plain: String,
    sealed: String,
}

#[derive(Deserialize)]
struct File {
    plain: String,
    fetched: String,
    file: FlowFile,
}

fn vectors() -> Vectors {
    serde_json::from_str(VECTORS).unwrap()
}

fn key() -> FlowKey {
    FlowKey::from_pem(&vectors().private_pem).unwrap()
}

/// The body of a known request.
fn body(name: &str) -> String {
    vectors().requests[name].body.to_string()
}

/// All that must hold, whoever made the vectors, and when.
fn check(vectors: &Vectors) {
    let key = FlowKey::from_pem(&vectors.private_pem).unwrap();
    assert_eq!(key.public_pem(), vectors.public_pem);
    assert_eq!(key.to_pem().unwrap(), vectors.private_pem);
    let pkcs1 = FlowKey::from_pem(&vectors.private_pkcs1_pem).unwrap();
    assert_eq!(pkcs1.to_pem().unwrap(), vectors.private_pem);

    for (name, known) in &vectors.requests {
        let (request, reply) = key.open(known.body.to_string().as_bytes()).unwrap();
        let plain: Value = serde_json::from_str(&known.plain).unwrap();
        assert_eq!(request.version, plain["version"], "{name}");
        assert_eq!(request.flow_token.as_deref(), plain["flow_token"].as_str(), "{name}");
        assert_eq!(request.data.is_empty(), !plain["data"].is_object(), "{name}");
        let (answer, expected) = match request.routine() {
            Some(answer) => (answer, name.as_str()),
            None if name == "init" => (FlowAnswer::token_expired("too late"), "expired"),
            None => (FlowAnswer::screen("WELCOME", json!({ "name": "Ann" })), "screen"),
        };
        assert_eq!(reply.seal(&answer), vectors.answers[expected].sealed, "{name}");
    }

    let fetched = STANDARD.decode(&vectors.file.fetched).unwrap();
    let plain = vectors.file.file.decrypt(&fetched).unwrap();
    assert_eq!(STANDARD.encode(plain), vectors.file.plain);
}

#[test]
fn what_another_implementation_sealed_is_opened_and_answered_to_the_byte() {
    check(&vectors());
}

#[test]
fn a_request_is_read_with_all_its_parts() {
    let (request, _) = key().open(body("data_exchange").as_bytes()).unwrap();
    assert_eq!(
        (request.action.clone(), request.screen.as_deref()),
        (Action::DataExchange, Some("BOOK"))
    );
    assert_eq!(request.data["day"], "caffè");
    assert!(request.notice().is_none() && request.routine().is_none());
    let shown = format!("{request:?}");
    assert!(!shown.contains("token-1") && !shown.contains("caff"), "{shown}");

    let (request, _) = key().open(body("init").as_bytes()).unwrap();
    assert_eq!((request.action, request.screen, request.data.len()), (Action::Init, None, 0));
    let (request, _) = key().open(body("notice").as_bytes()).unwrap();
    let notice = request.notice().unwrap();
    assert_eq!(notice.error, "invalid-screen-transition");
    assert_eq!(notice.message.as_deref(), Some("no such screen"));
    assert_eq!(notice.screen.as_deref(), Some("BOOK"));
}

#[test]
fn whatever_was_changed_on_its_way_is_not_opened() {
    let good = &vectors().requests["ping"].body;
    for part in ["encrypted_flow_data", "encrypted_aes_key", "initial_vector"] {
        let bytes = STANDARD.decode(good[part].as_str().unwrap()).unwrap();
        let mut flipped = bytes.clone();
        flipped[0] ^= 1;
        let mut longer = bytes.clone();
        longer.push(0);
        for spoiled in [flipped, longer, bytes[1..].to_vec(), Vec::new()] {
            let mut body = good.clone();
            body[part] = STANDARD.encode(spoiled).into();
            let opened = key().open(body.to_string().as_bytes());
            assert_eq!(opened.unwrap_err(), Undecryptable, "{part}");
        }
        let mut body = good.clone();
        body[part] = "%".into();
        key().open(body.to_string().as_bytes()).unwrap_err();
    }
    for body in ["", "{}", "[]", r#"{"encrypted_flow_data":1}"#] {
        key().open(body.as_bytes()).unwrap_err();
    }
    let stranger = FlowKey::generate().unwrap();
    stranger.open(good.to_string().as_bytes()).unwrap_err();
}

#[test]
fn a_key_that_the_platform_would_not_take_is_refused_with_the_way_out() {
    let known = vectors();
    let one_line = known.private_pem.replace('\n', "\\n");
    assert_eq!(FlowKey::from_pem(&one_line).unwrap().public_pem(), known.public_pem);
    let begin = "-----BEGIN PRIVATE KEY-----";
    for (text, bad) in [
        (String::new(), BadKey::NotPem),
        (known.public_pem.clone(), BadKey::NotPem),
        (begin.to_owned(), BadKey::NotPem),
        (format!("{begin}\n%\n-----END PRIVATE KEY-----"), BadKey::NotPem),
        (format!("{begin}\nAAAA\n-----END PRIVATE KEY-----"), BadKey::NotRsa),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\n".to_owned(), BadKey::Encrypted),
        ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n".to_owned(), BadKey::Encrypted),
    ] {
        assert_eq!(FlowKey::from_pem(&text).unwrap_err(), bad, "{text}");
    }
    assert!(BadKey::Encrypted.to_string().contains("openssl pkey"));
    assert_eq!(format!("{:?}", key()), "FlowKey(…)");
}

#[test]
fn a_file_that_is_not_the_uploaded_one_is_refused() {
    let File { fetched, file, .. } = vectors().file;
    let fetched = STANDARD.decode(fetched).unwrap();
    let spoil = |spoil: &dyn Fn(&mut FlowFile)| {
        let mut file = file.clone();
        spoil(&mut file);
        file.decrypt(&fetched).unwrap_err()
    };
    assert_eq!(file.decrypt(&fetched[1..]).unwrap_err(), BadFile::Encrypted);
    assert_eq!(file.decrypt(b"").unwrap_err(), BadFile::Encrypted);
    let zeros = STANDARD.encode([0; 32]);
    let short = STANDARD.encode([0; 8]);
    let error = spoil(&|file| file.encryption_metadata.hmac_key.clone_from(&zeros));
    assert_eq!(error, BadFile::Forged);
    let error = spoil(&|file| file.encryption_metadata.encryption_key.clone_from(&zeros));
    assert_eq!(error, BadFile::Plain);
    let error = spoil(&|file| file.encryption_metadata.plaintext_hash.clone_from(&zeros));
    assert_eq!(error, BadFile::Plain);
    for text in ["%", &short] {
        let error = spoil(&|file| text.clone_into(&mut file.encryption_metadata.iv));
        assert_eq!(error, BadFile::Metadata);
    }
    let shown = format!("{file:?}");
    assert!(!shown.contains("cat.jpg") && !shown.contains("encryption_key"), "{shown}");
}
