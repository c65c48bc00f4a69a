//! Lists and nodes: what is shown, in which order, how much of it, and what is known already.

use serde_json::{Value, json};
use wharf_emulator::{Config, Delays, Emulator, NumberConfig};
use wharf_model::id::PhoneNumberId;

use crate::http::{NUMBER, call, code, emulator, get, look, post};

const WABA: &str = "/v25.0/200000000000001";

/// With two more numbers.
async fn three() -> Emulator {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    for (id, display, name) in [
        ("100000000000002", "+1 555-000-0002", "Bakery"),
        ("100000000000003", "+49 30 000003", "Auto"),
    ] {
        config.numbers.push(NumberConfig::new(PhoneNumberId::new(id).unwrap(), display, name));
    }
    Emulator::start(config).await.unwrap()
}

fn names(page: &Value) -> Vec<&str> {
    let data = page["data"].as_array().unwrap();
    data.iter().map(|number| number["verified_name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_list_is_filtered_sorted_and_counted() {
    let emulator = three().await;
    let list = async |query: &str| {
        look(&emulator, &format!("{WABA}/phone_numbers?fields=verified_name&{query}")).await
    };
    let sorted =
        list("sort=[\"verified_name_ascending\"]&summary=total_count&limit=2").await.json();
    assert_eq!(names(&sorted), ["Auto", "Bakery"]);
    assert_eq!(sorted["summary"]["total_count"], 3);
    let next = sorted["paging"]["next"].as_str().unwrap().trim_start_matches(emulator.url());
    assert_eq!(names(&get(&emulator, next).await.json()), ["Wharf Coffee"]);
    let sorted = list("sort=[\"verified_name_descending\"]").await.json();
    assert_eq!(names(&sorted), ["Wharf Coffee", "Bakery", "Auto"]);
    assert!(sorted.get("summary").is_none());
    // By fields that are not shown.
    for (filter, expected) in [
        (r#"{"field":"display_phone_number","operator":"CONTAIN","value":"+49"}"#, vec!["Auto"]),
        (r#"{"field":"account_mode","operator":"EQUAL","value":"LIVE"}"#, vec![]),
        (
            r#"{"field":"verified_name","operator":"IN","value":["Auto","Bakery"]}"#,
            vec!["Bakery", "Auto"],
        ),
        (
            r#"{"field":"verified_name","operator":"NOT_EQUAL","value":"Auto"}"#,
            vec!["Wharf Coffee", "Bakery"],
        ),
        (r#"{"field":"id","operator":"GREATER_THAN","value":"100000000000002"}"#, vec!["Auto"]),
    ] {
        let page = list(&format!("filtering=[{filter}]")).await.json();
        assert_eq!(names(&page), expected, "{filter}");
    }
    for query in [
        "filtering=nonsense",
        "filtering=[{\"field\":\"colour\",\"operator\":\"EQUAL\",\"value\":1}]",
        "filtering=[{\"field\":\"id\",\"operator\":\"LIKES\",\"value\":1}]",
        "sort=[\"colour_ascending\"]",
        "limit=0",
    ] {
        assert_eq!(code(&list(query).await), 100, "{query}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn fields_hold_fields() {
    let emulator = three().await;
    let path = format!(
        "{WABA}?fields=id,name,phone_numbers.limit(2){{id,throughput{{level}}}},message_templates{{name}}"
    );
    let node = get(&emulator, &path).await.json();
    assert_eq!(
        node["phone_numbers"],
        json!({"data": [
            {"id": NUMBER, "throughput": {"level": "STANDARD"}},
            {"id": "100000000000002", "throughput": {"level": "STANDARD"}},
        ]})
    );
    assert_eq!(
        node["message_templates"]["data"][0],
        json!({"id": "300000000000001", "name": "hello_world"})
    );
    let wrong = format!("{WABA}?fields=phone_numbers{{colour}}");
    let wrong = get(&emulator, &wrong).await;
    assert!(wrong.json()["error"]["message"].as_str().unwrap().contains("colour"));
    let health = format!("/v25.0/{NUMBER}?fields=health_status{{can_send_message}}");
    assert_eq!(
        get(&emulator, &health).await.json()["health_status"],
        json!({"can_send_message": "AVAILABLE"})
    );
    emulator.stop().await;
}

#[tokio::test]
async fn moments_are_seconds_for_those_who_ask() {
    let emulator = emulator().await;
    let path = format!("/v25.0/{NUMBER}?fields=last_onboarded_time");
    let shown = get(&emulator, &path).await.json();
    assert_eq!(shown["last_onboarded_time"], "2026-01-01T00:00:00+0000");
    let shown = get(&emulator, &format!("{path}&date_format=U")).await.json();
    assert_eq!(shown["last_onboarded_time"], 1_767_225_600);
    let list = format!("{WABA}/message_templates?fields=last_updated_time&date_format=U");
    let shown = get(&emulator, &list).await.json();
    assert_eq!(shown["data"][0]["last_updated_time"], 1_767_225_600);
    emulator.stop().await;
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let emulator = emulator().await;
    let path = format!("/v25.0/{NUMBER}?fields=search_visibility");
    let first = get(&emulator, &path).await;
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    let url = format!("{}{path}", emulator.url());
    let again = |tag: String| {
        let url = url.clone();
        async move {
            let headers = [("authorization", "Bearer wharf-dev"), ("if-none-match", tag.as_str())];
            call("GET", &url, &headers, "").await
        }
    };
    let same = again(tag.clone()).await;
    assert_eq!((same.status, same.body.len()), (304, 0));
    assert_eq!(same.headers["facebook-api-version"], "v25.0");
    assert_eq!(again(format!("\"x\", W/{tag}")).await.status, 304);
    assert_eq!(again("\"x\"".to_owned()).await.status, 200);
    post(&emulator, &format!("/v25.0/{NUMBER}"), &json!({"search_visibility": "NON_VISIBLE"}))
        .await;
    let changed = again(tag.clone()).await;
    assert_eq!((changed.status, changed.headers["etag"] == tag.as_str()), (200, false));
    // What is refused has none.
    assert!(get(&emulator, "/v25.0/7").await.headers.get("etag").is_none());
    emulator.stop().await;
}

#[tokio::test]
async fn templates_are_found_by_what_they_say_and_summed_up() {
    let emulator = emulator().await;
    let list = async |query: &str| {
        let page =
            get(&emulator, &format!("{WABA}/message_templates?fields=name&{query}")).await.json();
        let data = page["data"].as_array().unwrap();
        let names: Vec<_> =
            data.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
        (names, page)
    };
    for (query, expected) in [
        ("name=hello", vec!["hello_world"]),
        ("content=on%20its%20way", vec!["order_update"]),
        ("name_or_content=WORLD", vec!["hello_world"]),
        ("source=AUTO_GENERATED", vec![]),
        ("since=1767225600", vec!["hello_world", "order_update"]),
        ("since=1767225601", vec![]),
        ("until=1767225599", vec![]),
    ] {
        assert_eq!(list(query).await.0, expected, "{query}");
    }
    let summary = "summary=total_count,message_template_count,message_template_limit,are_translations_complete&name=hello";
    let (_, page) = list(summary).await;
    assert_eq!(
        page["summary"],
        json!({"total_count": 1, "message_template_count": 2, "message_template_limit": 6000, "are_translations_complete": true})
    );
    emulator.stop().await;
}
