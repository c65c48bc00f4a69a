//! Several apps on one account, and webhooks that are posted at once.

use serde_json::{Value, json};
use wharf_emulator::{Config, Delays, Emulator, PersonConfig};
use wharf_webhook::AppSecret;

use crate::{
    http::{Answer, call, control, emulator, get},
    receiver::{Came, Receiver},
};

const WABA: &str = "/v25.0/200000000000001/subscribed_apps";
const OTHER: &str = "400000000000002";

async fn apps(emulator: &Emulator, method: &str, id: &str, body: &Value) -> Answer {
    let url = format!("{}/_control/apps/{id}", emulator.url());
    call(method, &url, &[("content-type", "application/json")], body.to_string()).await
}

fn other(url: &str) -> Value {
    json!({"access_token": "other-token", "app_secret": "other-secret", "name": "Reports",
        "webhook": {"url": url, "verify_token": "wharf-dev-verify"}})
}

fn text_of((signature, body): &Came, secret: &str) -> String {
    AppSecret::new(secret).unwrap().verify(signature.as_deref(), body).unwrap();
    let body: Value = serde_json::from_slice(body).unwrap();
    let value = &body["entry"][0]["changes"][0]["value"];
    value["messages"][0]["text"]["body"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_app_is_told_and_each_finds_its_own_signature() {
    let emulator = emulator().await;
    let (mut app, mut second) = (Receiver::start(&[]).await, Receiver::start(&[]).await);
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.raw().await;
    assert_eq!(apps(&emulator, "PUT", OTHER, &other(&second.url)).await.status, 200);
    emulator.write("15550001111", "to both").unwrap();
    assert_eq!(text_of(&app.raw().await, "wharf-dev-secret"), "to both");
    assert_eq!(text_of(&second.raw().await, "other-secret"), "to both");

    let all = get(&emulator, WABA).await.json();
    let names = |apps: &Value| {
        let all = apps["data"].as_array().unwrap().iter();
        all.map(|app| app["whatsapp_business_api_data"]["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&all), ["Wharf", "Reports"]);
    // With its own token, an app unsubscribes itself alone.
    let url = format!("{}{WABA}", emulator.url());
    let gone = call("DELETE", &url, &[("authorization", "Bearer other-token")], "").await;
    assert_eq!(gone.status, 200);
    assert_eq!(names(&get(&emulator, WABA).await.json()), ["Wharf"]);
    emulator.write("15550001111", "to one").unwrap();
    assert_eq!(text_of(&app.raw().await, "wharf-dev-secret"), "to one");
    assert_eq!(apps(&emulator, "DELETE", OTHER, &Value::Null).await.status, 200);
    let refused = call("GET", &url, &[("authorization", "Bearer other-token")], "").await;
    assert_eq!(refused.status, 401);
    emulator.stop().await;
    app.stop().await;
    second.stop().await;
}

#[tokio::test]
async fn an_app_that_took_a_webhook_sees_it_again_when_another_did_not() {
    let emulator = emulator().await;
    let (mut app, mut second) = (Receiver::start(&[]).await, Receiver::start(&[]).await);
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.raw().await;
    apps(&emulator, "PUT", OTHER, &other(&second.url)).await;
    second.refuse(&[503]);
    emulator.write("15550001111", "hello").unwrap();
    for _ in 0..2 {
        assert_eq!(text_of(&app.raw().await, "wharf-dev-secret"), "hello");
        assert_eq!(text_of(&second.raw().await, "other-secret"), "hello");
    }
    emulator.advance(std::time::Duration::ZERO).await;
    let told = get(&emulator, "/_control/deliveries").await.json();
    assert_eq!(
        (&told["data"][0]["state"], &told["data"][0]["attempts"]),
        (&json!("taken"), &json!(2))
    );
    emulator.stop().await;
    app.stop().await;
    second.stop().await;
}

#[tokio::test]
async fn an_app_needs_what_proves_it_and_says_so_by_name() {
    let emulator = emulator().await;
    let says = async |path: &str, body: Value, status: u16, word: &str| {
        let answer = apps(&emulator, "PUT", path, &body).await;
        assert_eq!(answer.status, status, "{body}");
        let text = answer.json()["error"]["message"].to_string();
        assert!(text.contains(word), "{text}");
    };
    says(OTHER, json!({"access_token": "t"}), 400, "app_secret: is required").await;
    says(OTHER, json!({"app_secret": "s"}), 400, "access_token: is required").await;
    says(OTHER, json!({"access_token": "wharf-dev", "app_secret": "s"}), 400, "another app").await;
    says(OTHER, json!({"colour": "red"}), 422, "colour").await;
    let mut wrong = other("http://127.0.0.1:1/");
    says(OTHER, wrong.clone(), 502, "no connection").await;
    wrong["webhook"]["url"] = json!("ftp://127.0.0.1/");
    says(OTHER, wrong, 400, "webhook.url").await;
    let first = apps(&emulator, "DELETE", "400000000000001", &Value::Null).await;
    assert_eq!(first.status, 404);
    emulator.stop().await;
}

#[tokio::test]
async fn webhooks_posted_at_once_keep_the_order_of_each_chat() {
    let mut config = Config::dev();
    config.listen.set_port(0);
    config.delays = Delays::NONE;
    config.webhooks_at_once = 4;
    config.people =
        (0..20).map(|person| PersonConfig::new(format!("+155500{person:05}"), "Ada")).collect();
    let emulator = Emulator::start(config).await.unwrap();
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    for round in 0..5 {
        for person in 0..20 {
            emulator.write(&format!("155500{person:05}"), &format!("{person} {round}")).unwrap();
        }
    }
    let mut heard = vec![Vec::new(); 20];
    for _ in 0..100 {
        let text = text_of(&app.raw().await, "wharf-dev-secret");
        let (person, round) = text.split_once(' ').unwrap();
        heard[person.parse::<usize>().unwrap()].push(round.parse::<u32>().unwrap());
    }
    for rounds in heard {
        assert_eq!(rounds, [0, 1, 2, 3, 4]);
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_backlog_goes_into_one_body_when_that_is_asked_for() {
    let emulator = emulator().await;
    control(&emulator, "PUT", "rules", &json!({"backlog": 10})).await;
    for count in 0..30 {
        emulator.write("15550001111", &format!("{count}")).unwrap();
    }
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    let body = app.next().await;
    let changes = body["entry"][0]["changes"].as_array().unwrap();
    // What was there at the start comes first.
    let text = |change: &Value| change["value"]["messages"][0]["text"]["body"].clone();
    let texts: Vec<_> = changes.iter().skip(1).map(text).collect();
    assert_eq!(texts, (0..30).map(|count| json!(format!("{count}"))).collect::<Vec<_>>());
    let told = get(&emulator, "/_control/deliveries").await.json();
    assert_eq!(told["data"].as_array().unwrap().len(), 1);
    emulator.stop().await;
    app.stop().await;
}
