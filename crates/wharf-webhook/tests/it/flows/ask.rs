//! The platform's side, against the business's.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use proptest::prelude::*;
use serde_json::{Value, json};
use wharf_webhook::flows::{
    Action, BadAnswer, BadFile, BadKey, FlowAnswer, FlowFile, FlowKey, FlowPublicKey, FlowRequest,
    Undecryptable,
};

use super::{key, vectors};

fn public() -> FlowPublicKey {
    FlowPublicKey::from_pem(&vectors().public_pem).unwrap()
}

fn actions() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::Ping),
        Just(Action::Init),
        Just(Action::Back),
        Just(Action::DataExchange),
        "[a-z_]{11}".prop_map(Action::Other),
    ]
}

fn data() -> impl Strategy<Value = serde_json::Map<String, Value>> {
    let value = prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
    ];
    prop::collection::btree_map("\\PC{1,8}", value, 0..5)
        .prop_map(|members| members.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_asked_is_opened_and_what_is_answered_comes_back(
        action in actions(), data in data(), token in "\\PC{1,20}", screen in "[A-Z]{1,9}", answer in any::<String>()
    ) {
        let mut request = FlowRequest::new("3.0", action);
        request.data = data;
        request.flow_token = Some(token);
        request.screen = Some(screen);
        let asked = public().ask(&request).unwrap();
        let (opened, reply) = key().open(asked.body().as_bytes()).unwrap();
        prop_assert_eq!(&opened, &request);
        let answer = FlowAnswer::screen("NEXT", json!({ "text": answer }));
        prop_assert_eq!(&asked.open(&reply.seal(&answer)).unwrap(), answer.body());
    }

    #[test]
    fn a_file_that_is_sealed_is_decrypted(plain in prop::collection::vec(any::<u8>(), 0..200)) {
        let (file, sealed) = FlowFile::seal("a.jpg", "7", "https://example.com/7", &plain).unwrap();
        // It goes through JSON.
        let file: FlowFile = serde_json::from_value(serde_json::to_value(&file).unwrap()).unwrap();
        prop_assert_eq!(file.decrypt(&sealed).unwrap(), plain);
        let mut spoiled = sealed.clone();
        spoiled[0] ^= 1;
        prop_assert_eq!(file.decrypt(&spoiled).unwrap_err(), BadFile::Encrypted);
    }
}

#[test]
fn an_answer_to_another_request_is_not_opened() {
    let ping = FlowRequest::new("3.0", Action::Ping);
    let (one, other) = (public().ask(&ping).unwrap(), public().ask(&ping).unwrap());
    assert_ne!(one.body(), other.body());
    let (_, reply) = key().open(other.body().as_bytes()).unwrap();
    let answer = reply.seal(&FlowAnswer::screen("A", json!({})));
    assert_eq!(one.open(&answer).unwrap_err(), BadAnswer::Sealed);
    assert_eq!(other.open(&format!("{answer}\n")).unwrap()["screen"], "A");
    assert_eq!(other.open("{}").unwrap_err(), BadAnswer::NotBase64);
    assert_eq!(other.open(&STANDARD.encode("short")).unwrap_err(), BadAnswer::Sealed);
    let stranger = FlowKey::generate().unwrap();
    assert_eq!(stranger.open(one.body().as_bytes()).unwrap_err(), Undecryptable);
}

#[test]
fn what_is_no_public_key_is_refused() {
    let known = vectors();
    FlowPublicKey::from_pem(&known.public_pem.replace('\n', "\\n")).unwrap();
    let pem = |body: &str| format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----");
    for (text, bad) in [
        (String::new(), BadKey::NotPublicPem),
        (known.private_pem.clone(), BadKey::NotPublicPem),
        (pem("%"), BadKey::NotPublicPem),
        (pem("AAAA"), BadKey::NotRsa),
    ] {
        assert_eq!(FlowPublicKey::from_pem(&text).unwrap_err(), bad, "{text}");
    }
    assert_eq!(format!("{:?}", public()), "FlowPublicKey(…)");
    let asked = public().ask(&FlowRequest::new("3.0", Action::Ping)).unwrap();
    assert_eq!(format!("{asked:?}"), "Asked(…)");
}
