use wharf_client::{AccessToken, Client, Kind};
use wharf_model::id::PhoneNumberId;
use wharf_webhook::AppSecret;

use crate::server::{Server, json};

fn from(vars: &[(&str, &str)]) -> Result<Client, wharf_client::Error> {
    Client::from_vars(|name| {
        vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn the_environment_says_where_to_call() {
    let client = from(&[("WHATSAPP_ACCESS_TOKEN", "t")]).unwrap();
    assert_eq!(client.base_url(), "https://graph.facebook.com");
    assert_eq!(client.version(), "v25.0");
    let client = from(&[
        ("WHATSAPP_ACCESS_TOKEN", " t\n"),
        ("WHATSAPP_GRAPH_URL", "http://127.0.0.1:3000/"),
        ("WHATSAPP_API_VERSION", "v16.0"),
        ("WHATSAPP_APP_SECRET", ""),
    ])
    .unwrap();
    assert_eq!(client.base_url(), "http://127.0.0.1:3000");
    assert_eq!(client.version(), "v16.0");
}

#[test]
fn a_missing_variable_is_named_with_the_way_to_get_it() {
    for vars in [&[][..], &[("WHATSAPP_ACCESS_TOKEN", " ")]] {
        let error = from(vars).unwrap_err();
        assert!(matches!(error.kind(), Kind::Setup { .. }), "{error:?}");
        let text = error.to_string();
        assert!(text.contains("WHATSAPP_ACCESS_TOKEN") && text.contains("wharf dev"), "{text}");
    }
    let client = from(&[("WHATSAPP_ACCESS_TOKEN", "t")]).unwrap();
    let text = client.number_from_vars(|_| None).unwrap_err().to_string();
    assert!(text.contains("WHATSAPP_PHONE_NUMBER_ID"), "{text}");
}

#[test]
fn an_address_or_version_that_cannot_be_is_refused_early() {
    for url in ["", "graph.facebook.com", "ftp://x", "http://a/?b=1", "http://u:p@a", "http://"] {
        let vars = [("WHATSAPP_ACCESS_TOKEN", "t"), ("WHATSAPP_GRAPH_URL", url)];
        assert_eq!(from(&vars).is_ok(), url.is_empty(), "{url}");
    }
    for version in ["25", "25.0", "v25", "v25.x", "v25.0/..", "latest"] {
        let vars = [("WHATSAPP_ACCESS_TOKEN", "t"), ("WHATSAPP_API_VERSION", version)];
        from(&vars).unwrap_err();
    }
}

#[tokio::test]
async fn the_user_agent_can_be_set() {
    let server = Server::start(vec![json("200 OK", "{}")]).await;
    let id = || PhoneNumberId::new("1").unwrap();
    let client = server.builder().user_agent("shop/2.1 (ops@example.com)").build().unwrap();
    client.number(id()).info().await.unwrap();
    assert_eq!(server.seen()[0].header("user-agent"), Some("shop/2.1 (ops@example.com)"));
    for bad in ["two\nlines", "\0"] {
        let error = server.builder().user_agent(bad).build().unwrap_err();
        assert!(error.to_string().contains("user agent"), "{error}");
    }
}

#[tokio::test]
async fn the_proxy_can_be_set() {
    let proxy = Server::start(vec![json("200 OK", "{}")]).await;
    let token = || AccessToken::new("t0ken").unwrap();
    let somewhere = Client::builder(token()).base_url("http://somewhere.invalid");
    let client = somewhere.clone().proxy(&proxy.url).build().unwrap();
    client.number(PhoneNumberId::new("1").unwrap()).info().await.unwrap();
    let seen = proxy.seen();
    assert!(seen[0].line.starts_with("GET http://somewhere.invalid/v25.0/1"), "{seen:?}");
    let client = somewhere.clone().no_proxy().build().unwrap();
    client.number(PhoneNumberId::new("1").unwrap()).info().await.unwrap_err();
    assert_eq!(proxy.seen().len(), 1);
    for bad in ["", "proxy.internal:3128", "socks5://proxy.internal", "https://proxy.internal"] {
        let error = somewhere.clone().proxy(bad).build().unwrap_err();
        assert!(error.to_string().contains("proxy"), "{error}");
    }
}

#[test]
fn secrets_stay_out_of_logs() {
    for bad in ["", "  ", "two words", "é", "a\nb"] {
        AccessToken::new(bad).unwrap_err();
    }
    let token = AccessToken::new("canary").unwrap();
    let builder = Client::builder(token.clone())
        .app_secret(AppSecret::new("canary").unwrap())
        .proxy("http://user:canary@proxy.internal:3128");
    let shown = format!("{token:?} {builder:#?} {:?}", builder.clone().build().unwrap());
    assert!(!shown.contains("canary"), "{shown}");
}

#[tokio::test]
async fn every_tenant_shows_its_own_token_and_proof() {
    let server = Server::start(vec![json("200 OK", "{}")]).await;
    let secret = AppSecret::new("secret").unwrap();
    let one = server.builder().app_secret(secret.clone()).build().unwrap();
    let other = one.with_token(AccessToken::new("other").unwrap());
    let id = PhoneNumberId::new("1").unwrap();
    one.number(id.clone()).info().await.unwrap();
    other.number(id).info().await.unwrap();
    for (seen, token) in server.seen().iter().zip(["t0ken", "other"]) {
        let proof = format!("&appsecret_proof={}", secret.appsecret_proof(token));
        assert!(seen.line.contains(&proof), "{}", seen.line);
        assert_eq!(seen.header("authorization"), Some(format!("Bearer {token}").as_str()));
    }
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn an_authority_that_is_none_is_refused_early() {
    let token = || AccessToken::new("t0ken").unwrap();
    let empty = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for bad in ["", "no certificate", "-----BEGIN CERTIFICATE-----\n", empty] {
        let error = Client::builder(token()).trust(bad).build().unwrap_err();
        assert!(error.to_string().contains("authority to trust"), "{error}");
    }
}
