//! A router from variables.

use wharf::prelude::*;

const SIGNED: [(&str, &str); 2] =
    [("WHATSAPP_APP_SECRET", "canary"), ("WHATSAPP_VERIFY_TOKEN", "canary")];

fn from(vars: &[(&str, &str)]) -> Result<Webhook, wharf::webhook::SetupError> {
    Webhook::from_vars(|name| {
        vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn a_router_needs_a_secret_and_a_token_and_no_client() {
    from(&SIGNED).unwrap();
    for missing in 0..SIGNED.len() {
        let error = from(&[SIGNED[1 - missing]]).unwrap_err();
        assert!(error.to_string().contains(SIGNED[missing].0), "{error}");
    }
}

#[test]
fn a_client_that_was_meant_and_cannot_be_is_an_error() {
    let with = |more: &[(&'static str, &'static str)]| from(&[&SIGNED, more].concat());
    with(&[("WHATSAPP_ACCESS_TOKEN", " "), ("WHATSAPP_GRAPH_URL", "nowhere")]).unwrap();
    with(&[("WHATSAPP_ACCESS_TOKEN", "t")]).unwrap();
    let error =
        with(&[("WHATSAPP_ACCESS_TOKEN", "t"), ("WHATSAPP_GRAPH_URL", "nowhere")]).unwrap_err();
    assert!(error.to_string().contains("base URL"), "{error}");
}

#[test]
fn an_account_comes_from_its_variable() {
    let client = Client::builder(AccessToken::new("t").unwrap()).build().unwrap();
    let account = |value: Option<&str>| {
        wharf::account_from_vars(&client, |name| {
            value.filter(|_| name == "WHATSAPP_BUSINESS_ACCOUNT_ID").map(str::to_owned)
        })
    };
    assert_eq!(account(Some(" 2 ")).unwrap().id().as_str(), "2");
    for missing in [None, Some(""), Some(" ")] {
        let error = account(missing).unwrap_err();
        assert!(error.to_string().contains("WHATSAPP_BUSINESS_ACCOUNT_ID"), "{error}");
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn what_a_main_returns_is_shown_as_it_is_printed() {
    let error = from(&[]).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    let error = from(&SIGNED).unwrap().serve("nowhere at all", "/").await.unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    let token = AccessToken::new("t").unwrap();
    let error = Client::builder(token).version("latest").build().unwrap_err();
    assert_eq!((format!("{error:?}"), error.class()), (error.to_string(), Class::Refused));
}
