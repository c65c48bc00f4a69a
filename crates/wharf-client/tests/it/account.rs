//! Templates and flows, as calls to small servers: where each goes, and what never leaves.

use serde_json::{Value, json};
use wharf_client::{Account, Class, Kind};
use wharf_model::{
    flow::FlowCategory,
    id::{AccountId, FlowId, TemplateId},
    template::{Body, Category, Definition},
    time::Timestamp,
};

use crate::server::{self, Seen, Server};

const DONE: &str = r#"{"success":true}"#;

/// A server that says this to everything, and an account there.
async fn answering(body: &str) -> (Server, Account) {
    let server = Server::start(vec![server::json("200 OK", body)]).await;
    let account = server.client().account(AccountId::new("9").unwrap());
    (server, account)
}

fn hello() -> Definition {
    Definition::new("hello", "en_US", Category::Utility).part(Body::new("Hello.")).ttl_seconds(60)
}

fn template(id: &str) -> TemplateId {
    TemplateId::new(id).unwrap()
}

fn flow() -> FlowId {
    FlowId::new("5").unwrap()
}

fn lines(server: &Server) -> Vec<String> {
    let line = |seen: Seen| seen.line.trim_end_matches(" HTTP/1.1").to_owned();
    server.seen().into_iter().map(line).collect()
}

fn body(seen: &Seen) -> Value {
    serde_json::from_slice(&seen.body).unwrap()
}

#[tokio::test]
async fn a_template_is_made_changed_and_let_go() {
    let (server, account) = answering(DONE).await;
    let templates = account.templates();
    templates.create(&hello()).await.unwrap();
    templates.edit(&template("7"), &hello()).await.unwrap();
    templates.unpause(&template("7")).await.unwrap();
    templates.delete_one("hello", &template("7")).await.unwrap();
    templates.delete("hello").await.unwrap();
    templates
        .create_from_library("order", "en_US", Category::Utility, "order_update_1")
        .await
        .unwrap();
    assert_eq!(
        lines(&server),
        [
            "POST /v25.0/9/message_templates",
            "POST /v25.0/7",
            "POST /v25.0/7/unpause",
            "DELETE /v25.0/9/message_templates?name=hello&hsm_id=7",
            "DELETE /v25.0/9/message_templates?name=hello",
            "POST /v25.0/9/message_templates",
        ]
    );
    let seen = server.seen();
    let parts = json!([{ "type": "BODY", "text": "Hello." }]);
    assert_eq!(
        body(&seen[0]),
        json!({ "name": "hello", "language": "en_US", "category": "UTILITY",
            "message_send_ttl_seconds": 60, "components": parts })
    );
    assert_eq!(body(&seen[1]), json!({ "components": parts, "message_send_ttl_seconds": 60 }));
    assert_eq!(body(&seen[5])["library_template_name"], "order_update_1");
}

#[tokio::test]
async fn templates_are_found_by_their_whole_name_over_all_pages() {
    let page = |name: &str, language: &str, next: bool| {
        let next = next.then_some("https://graph.facebook.com/next");
        let body = json!({ "data": [{ "id": "7", "name": name, "language": language }],
            "paging": { "cursors": { "before": "b", "after": "a" }, "next": next } });
        server::json("200 OK", &body.to_string())
    };
    let server =
        Server::start(vec![page("hello_2", "en_US", true), page("hello", "en_US", false)]).await;
    let templates = server.client().account(AccountId::new("9").unwrap()).templates();
    let found = templates.find("hello", "en_US").await.unwrap().unwrap();
    assert_eq!(found.name.as_deref(), Some("hello"));
    assert_eq!(
        lines(&server),
        [
            "GET /v25.0/9/message_templates?name=hello&language=en_US",
            "GET /v25.0/9/message_templates?name=hello&language=en_US&after=a",
        ]
    );
    // The last page again, and no other.
    assert!(templates.find("hello", "de").await.unwrap().is_none());
}

#[tokio::test]
async fn templates_are_compared_copied_looked_up_and_upserted() {
    let (server, account) = answering(r#"{"data":[]}"#).await;
    let templates = account.templates();
    let end = Timestamp::from_secs(1_000_000);
    templates.compare(&template("7"), &template("8"), 7, end).await.unwrap();
    templates.migrate_from(&AccountId::new("10").unwrap()).await.unwrap();
    assert!(templates.library("order").next().await.unwrap().is_none());
    templates.upsert(&hello(), ["en_US", "de"]).await.unwrap();
    assert_eq!(
        lines(&server),
        [
            "GET /v25.0/7/compare?template_ids=%5B8%5D&start=395200&end=1000000",
            "POST /v25.0/9/migrate_message_templates",
            "GET /v25.0/message_template_library?search=order",
            "POST /v25.0/9/upsert_message_templates",
        ]
    );
    let seen = server.seen();
    assert_eq!(body(&seen[1]), json!({ "source_waba_id": "10" }));
    assert_eq!(body(&seen[3])["languages"], json!(["en_US", "de"]));
}

#[tokio::test]
async fn a_template_that_breaks_limits_does_not_leave_unless_nobody_wants_to_know() {
    let (server, account) = answering(DONE).await;
    let bad =
        Definition::new("Hello!", "en_US", Category::Utility).part(Body::new("x".repeat(40_000)));
    let templates = account.templates();
    for error in [
        templates.create(&bad).await.unwrap_err(),
        templates.edit(&template("7"), &bad).await.unwrap_err(),
        templates.upsert(&bad, ["en_US"]).await.unwrap_err(),
    ] {
        let Kind::Invalid(violations) = error.kind() else { panic!("{error:?}") };
        assert!(violations.len() >= 2, "{violations:?}");
        let shown = error.to_string();
        for part in ["name: ", "components[0].text: ", "1024", "40000", "nothing was sent"] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
    }
    let end = Timestamp::from_secs(0);
    let error = templates.compare(&template("7"), &template("8"), 8, end).await.unwrap_err();
    assert!(error.to_string().contains("days: must be 7"), "{error}");
    assert!(server.seen().is_empty());

    let templates = account.unchecked().templates();
    templates.create(&bad).await.unwrap();
    templates.edit(&template("7"), &bad).await.unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_template_that_stays_paused_is_an_error_with_the_reason() {
    let (_server, account) =
        answering(r#"{"success":false,"reason":"It was paused thrice"}"#).await;
    let error = account.templates().unpause(&template("7")).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Undone), "{error:?}");
    assert!(error.to_string().contains("paused thrice"), "{error}");
}

#[tokio::test]
async fn a_flow_is_made_published_and_withdrawn() {
    let (server, account) = answering(r#"{"success":true,"data":[]}"#).await;
    let flows = account.flows();
    flows.create("survey", [FlowCategory::Survey]).await.unwrap();
    flows.upload_json(&flow(), r#"{"version":"7.3"}"#).await.unwrap();
    flows.publish(&flow()).await.unwrap();
    flows.deprecate(&flow()).await.unwrap();
    flows.delete(&flow()).await.unwrap();
    flows.get(&flow()).await.unwrap();
    flows.migrate_from(&AccountId::new("10").unwrap()).await.unwrap();
    assert!(flows.list().next().await.unwrap().is_none());
    assert!(flows.assets(&flow()).next().await.unwrap().is_none());
    assert_eq!(
        lines(&server),
        [
            "POST /v25.0/9/flows",
            "POST /v25.0/5/assets",
            "POST /v25.0/5/publish",
            "POST /v25.0/5/deprecate",
            "DELETE /v25.0/5",
            "GET /v25.0/5",
            "POST /v25.0/9/migrate_flows",
            "GET /v25.0/9/flows",
            "GET /v25.0/5/assets",
        ]
    );
    let upload = String::from_utf8(server.seen()[1].body.clone()).unwrap();
    for part in ["name=\"asset_type\"\r\n\r\nFLOW_JSON", "filename=\"flow.json\"", "7.3"] {
        assert!(upload.contains(part), "{upload}");
    }
}

#[tokio::test]
async fn what_is_no_json_is_no_flow() {
    let (server, account) = answering(DONE).await;
    let large = format!("[{}]", "1,".repeat(6 * 1024 * 1024));
    for (json, says) in [("{\n  oops", "line 2"), (large.as_str(), "10485760 bytes"), ("", "JSON")]
    {
        let error = account.flows().upload_json(&flow(), json.to_owned()).await.unwrap_err();
        assert_eq!(error.class(), Class::Refused);
        let shown = error.to_string();
        assert!(shown.contains("flow.json: ") && shown.contains(says), "{shown}");
        assert!(!shown.contains("oops"), "{shown}");
    }
    assert!(server.seen().is_empty());
    account.unchecked().flows().upload_json(&flow(), "{").await.unwrap();
}

#[tokio::test]
async fn an_account_tells_about_itself_and_its_numbers() {
    let (server, account) = answering(r#"{"id":"9","name":"Shop","data":[]}"#).await;
    assert_eq!(account.info().await.unwrap().name.as_deref(), Some("Shop"));
    assert!(account.numbers().next().await.unwrap().is_none());
    assert_eq!(lines(&server), ["GET /v25.0/9", "GET /v25.0/9/phone_numbers"]);
}
