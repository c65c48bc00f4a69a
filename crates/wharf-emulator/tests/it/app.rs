//! The app: its subscriptions, tokens, uploads, batches; and what the emulator does not have.

use serde_json::{Value, json};

use crate::{
    http::{NUMBER, ask, call, code, control, emulator, frozen, get, post, send, text},
    receiver::Receiver,
};

const APP: &str = "400000000000001";
const WABA: &str = "200000000000001";
const APP_TOKEN: (&str, &str) = ("authorization", "Bearer 400000000000001|wharf-dev-secret");

#[tokio::test]
async fn a_number_or_an_account_may_have_a_webhook_of_its_own() {
    let emulator = frozen().await;
    let (mut app, mut other, mut third) =
        (Receiver::start(&[]).await, Receiver::start(&[]).await, Receiver::start(&[]).await);
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let apps = format!("/v25.0/{WABA}/subscribed_apps");
    let with =
        |url: &str, token: &str| json!({"override_callback_uri": url, "verify_token": token});
    let wrong = post(&emulator, &apps, &with(&other.url, "wrong")).await;
    assert_eq!((wrong.status, code(&wrong)), (400, 2_200));
    assert_eq!(post(&emulator, &apps, &with(&other.url, "wharf-dev-verify")).await.status, 200);
    assert_eq!(get(&emulator, &apps).await.json()["data"][0]["override_callback_uri"], other.url);
    emulator.write("15550001111", "to the account's").unwrap();
    assert_eq!(other.value().await["messages"][0]["text"]["body"], "to the account's");

    let number = format!("/v25.0/{NUMBER}");
    let own = json!({"webhook_configuration": with(&third.url, "wharf-dev-verify")});
    assert_eq!(post(&emulator, &number, &own).await.status, 200);
    emulator.write("15550001111", "to the number's").unwrap();
    assert_eq!(third.value().await["messages"][0]["text"]["body"], "to the number's");
    let shown = get(&emulator, &format!("{number}?fields=webhook_configuration")).await.json();
    assert_eq!(
        shown["webhook_configuration"],
        json!({
            "phone_number": third.url, "whatsapp_business_account": other.url, "application": app.url,
        })
    );
    // Only messages are overridden.
    control(&emulator, "PUT", "templates/hello_world", &json!({"event": "PAUSED"})).await;
    assert_eq!(
        app.next().await["entry"][0]["changes"][0]["field"],
        "message_template_status_update"
    );

    let none = json!({"webhook_configuration": {"override_callback_uri": ""}});
    assert_eq!(post(&emulator, &number, &none).await.status, 200);
    // Subscribing again with nothing said takes the override away.
    assert_eq!(post(&emulator, &apps, &json!({})).await.status, 200);
    emulator.write("15550001111", "to the app's").unwrap();
    assert_eq!(app.value().await["messages"][0]["text"]["body"], "to the app's");
    assert_eq!(ask(&emulator, "DELETE", &apps, &Value::Null).await.status, 200);
    assert_eq!(get(&emulator, &apps).await.json(), json!({"data": []}));
    emulator.write("15550001111", "to nobody").unwrap();
    let told = get(&emulator, "/_control/deliveries").await.json();
    assert!(!told["data"][0]["body"].to_string().contains("to nobody"));
    emulator.stop().await;
    for receiver in [app, other, third] {
        receiver.stop().await;
    }
}

#[tokio::test]
async fn the_app_subscribes_with_its_own_token() {
    let emulator = frozen().await;
    let app = Receiver::start(&[]).await;
    let url = format!("{}/v25.0/{APP}/subscriptions", emulator.url());
    let form = format!(
        "object=whatsapp_business_account&callback_url={}&verify_token=wharf-dev-verify&fields=messages",
        app.url
    );
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let user =
        call("POST", &url, &[("authorization", "Bearer wharf-dev"), kind], form.clone()).await;
    assert_eq!(code(&user), 15);
    let done = call("POST", &url, &[APP_TOKEN, kind], form).await;
    assert_eq!(done.json(), json!({"success": true}));
    let list = call("GET", &url, &[APP_TOKEN], "").await.json();
    assert_eq!(
        (&list["data"][0]["callback_url"], &list["data"][0]["fields"][0]["name"]),
        (&json!(app.url), &json!("messages"))
    );
    // Of other fields it hears nothing.
    control(&emulator, "PUT", "templates/hello_world", &json!({"event": "PAUSED"})).await;
    assert_eq!(
        get(&emulator, "/_control/deliveries").await.json()["data"].as_array().unwrap().len(),
        1
    );
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn tokens_are_looked_at_and_exchanged() {
    let emulator = emulator().await;
    let data = get(&emulator, "/v25.0/debug_token?input_token=wharf-dev").await.json();
    assert_eq!((&data["data"]["is_valid"], &data["data"]["app_id"]), (&json!(true), &json!(APP)));
    let data = get(&emulator, "/v25.0/debug_token?input_token=stolen").await.json();
    assert_eq!(data["data"]["is_valid"], false);
    let url = |secret: &str| {
        format!(
            "{}/v25.0/oauth/access_token?grant_type=client_credentials&client_id={APP}&client_secret={secret}",
            emulator.url()
        )
    };
    let token = call("GET", &url("wharf-dev-secret"), &[], "").await.json();
    assert_eq!(token["access_token"], format!("{APP}|wharf-dev-secret"));
    assert_eq!(code(&call("GET", &url("guessed"), &[], "").await), 1);
    emulator.stop().await;
}

#[tokio::test]
async fn an_upload_goes_on_where_it_stopped() {
    let emulator = emulator().await;
    let begin = format!("/v25.0/{APP}/uploads?file_name=a.png&file_length=6&file_type=image/png");
    let id = ask(&emulator, "POST", &begin, &Value::Null).await.json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(id.starts_with("upload:") && id.contains("?sig="), "{id}");
    let url = format!("{}/v25.0/{id}", emulator.url());
    let oauth = ("authorization", "OAuth wharf-dev");
    assert_eq!(code(&call("POST", &url, &[oauth], "abc").await), 100);
    call("POST", &url, &[oauth, ("file_offset", "0")], "abc").await;
    assert_eq!(call("GET", &url, &[oauth], "").await.json()["file_offset"], 3);
    assert_eq!(code(&call("POST", &url, &[oauth, ("file_offset", "0")], "abc").await), 100);
    let handle = call("POST", &url, &[oauth, ("file_offset", "3")], "def").await.json();
    assert!(handle["h"].as_str().unwrap().starts_with("4::"), "{handle}");
    let other = url.replace("sig=", "sig=x");
    assert_eq!(code(&call("GET", &other, &[oauth], "").await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn several_calls_in_one_are_answered_each() {
    let emulator = frozen().await;
    let batch = json!({"batch": [
        {"method": "GET", "relative_url": format!("{NUMBER}?fields=id")},
        {"method": "POST", "relative_url": format!("v20.0/{NUMBER}/messages"), "body": text("in a batch").to_string()},
        {"method": "GET", "relative_url": "999"},
    ]});
    for path in ["/", "/v25.0"] {
        let answers = post(&emulator, path, &batch).await.json();
        assert_eq!(
            (&answers[0]["code"], &answers[1]["code"], &answers[2]["code"]),
            (&json!(200), &json!(200), &json!(400)),
            "{answers}"
        );
        let sent: Value = serde_json::from_str(answers[1]["body"].as_str().unwrap()).unwrap();
        assert!(sent["messages"][0]["id"].is_string());
    }
    assert_eq!(code(&post(&emulator, "/", &json!({"batch": []})).await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn what_is_claimed_is_there_and_what_is_not_says_so_loudly() {
    let emulator = frozen().await;
    let coverage = get(&emulator, "/_control/coverage").await.json();
    let mut seen = 0;
    for row in coverage["data"].as_array().unwrap() {
        let (method, template) = (row["method"].as_str().unwrap(), row["path"].as_str().unwrap());
        let path: Vec<_> = template
            .split('/')
            .map(|segment| match segment {
                "{waba}" => WABA,
                "{app}" => APP,
                "upload:{session}" => "upload:x",
                id if id.starts_with('{') => NUMBER,
                name => name,
            })
            .collect();
        let path =
            if template == "/" { template.to_owned() } else { format!("/v25.0{}", path.join("/")) };
        let answer = ask(&emulator, method, &path, &Value::Null).await;
        let not_emulated = answer.status == 501;
        // A path that is one id alone is decided by what it names.
        let alone = template.matches('/').count() == 1 && template.starts_with("/{");
        if row["emulated"] == true {
            seen += 1;
            assert!(!not_emulated, "{row}");
            assert!(answer.status == 200 || code(&answer) != 2_500, "{row}: {answer:?}");
        } else if !alone {
            assert!(not_emulated, "{row}: {answer:?}");
            let error = &answer.json()["error"];
            assert_eq!((&error["code"], &error["type"]), (&json!(3), &json!("WharfNotEmulated")));
        }
    }
    assert_eq!(coverage["emulated"], seen);
    let unknown = get(&emulator, &format!("/v25.0/{NUMBER}/teleport")).await;
    assert_eq!((unknown.status, code(&unknown)), (400, 2_500));
    assert_eq!(send(&emulator, &json!({})).await.status, 400);
    emulator.stop().await;
}
