//! Analytics: numbers of what really happened.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wharf_emulator::Emulator;
use wharf_model::{
    account::Account,
    analytics::{ClickType, TemplateSeries},
    page::Page,
};

use crate::http::{ADA, GRACE, ask, code, control, frozen, get, look, post, send, text};

const WABA: &str = "/v25.0/200000000000001";
/// The moment of the frozen clock, 21 September 2026.
const NOW: i64 = 1_790_000_000;
const DAY: i64 = 86_400;

fn template(to: &str, name: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": to, "type": "template",
        "template": {"name": name, "language": {"code": "en_US"}}})
}

/// A field of the account with what is asked of it.
async fn field(emulator: &Emulator, name: &str, asked: &str) -> Value {
    let (start, end) = (NOW - DAY, NOW + 2 * DAY);
    let path = format!("{WABA}?fields={name}.start({start}).end({end}){asked}");
    let answer = look(emulator, &path).await;
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    answer.json()
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

/// Ada gets two texts, Grace a template and a text that fails; a day later Ada gets a template.
async fn world() -> Emulator {
    let emulator = frozen().await;
    for message in [text("one"), text("two"), template(GRACE, "hello_world")] {
        assert_eq!(send(&emulator, &message).await.status, 200);
    }
    let late = json!({"messaging_product": "whatsapp", "to": GRACE, "text": {"body": "x"}});
    assert_eq!(send(&emulator, &late).await.status, 200);
    control(&emulator, "POST", "clock/advance", &json!({"hours": 23})).await;
    assert_eq!(send(&emulator, &template(ADA, "hello_world")).await.status, 200);
    emulator
}

#[tokio::test]
async fn messages_are_counted_by_day_when_they_were_sent_and_when_they_arrived() {
    let emulator = world().await;
    let answer = field(&emulator, "analytics", ".granularity(DAY)").await;
    let account: Account = read(&answer);
    let points = account.analytics.unwrap().data_points.unwrap();
    let counts: Vec<_> =
        points.iter().map(|point| (point.sent.unwrap(), point.delivered.unwrap())).collect();
    assert_eq!(counts, [(0, 0), (3, 3), (1, 1), (0, 0)], "{answer}");
    let start = points[1].start.unwrap();
    assert_eq!((start % DAY, points[1].end.unwrap() - start), (0, DAY));

    let sum = |answer: &Value| -> u64 {
        let points = answer["analytics"]["data_points"].as_array().unwrap();
        points.iter().map(|point| point["sent"].as_u64().unwrap()).sum()
    };
    for (asked, expected) in [
        (".product_types([0])", 2),
        (".product_types([2])", 2),
        // What Ada wrote before.
        (".product_types([100])", 1),
        (".phone_numbers([\"+1 555-000-0000\"])", 4),
        (".phone_numbers([\"15559999999\"])", 0),
        (".country_codes([\"US\"])", 4),
        (".country_codes([\"DE\"])", 0),
    ] {
        let answer = field(&emulator, "analytics", &format!(".granularity(MONTH){asked}")).await;
        assert_eq!(sum(&answer), expected, "{asked}: {answer}");
    }
    let halves = field(&emulator, "analytics", ".granularity(HALF_HOUR)").await;
    assert_eq!(halves["analytics"]["data_points"].as_array().unwrap().len(), 3 * 48 + 1);
    emulator.stop().await;
}

#[tokio::test]
async fn what_was_delivered_is_told_apart_by_what_it_was_charged_as() {
    let emulator = world().await;
    let asked = ".granularity(MONTHLY).dimensions([\"PRICING_CATEGORY\",\"PRICING_TYPE\",\"COUNTRY\",\"PHONE\"])";
    let answer = field(&emulator, "pricing_analytics", asked).await;
    let account: Account = read(&answer);
    let series = account.pricing_analytics.unwrap().data;
    let points: Vec<_> = series[0]
        .data_points
        .iter()
        .map(|point| (point.pricing_category.clone().unwrap(), point.volume.unwrap()))
        .collect();
    assert_eq!(points, [("SERVICE".to_owned(), 2), ("UTILITY".to_owned(), 2)], "{answer}");
    let first = &answer["pricing_analytics"]["data"][0]["data_points"][0];
    assert_eq!(
        (&first["pricing_type"], &first["country"], &first["phone_number"], &first["cost"]),
        (&json!("REGULAR"), &json!("US"), &json!("15550000000"), &json!(0))
    );
    let asked = ".granularity(DAILY).metric_types([VOLUME]).pricing_categories([\"UTILITY\"])";
    let answer = field(&emulator, "pricing_analytics", asked).await;
    let points = answer["pricing_analytics"]["data"][0]["data_points"].as_array().unwrap();
    assert_eq!(points.len(), 2, "{answer}");
    assert!(points.iter().all(|point| point["volume"] == 1 && point.get("cost").is_none()));
    emulator.stop().await;
}

#[tokio::test]
async fn conversations_last_a_day_for_each_category() {
    let emulator = world().await;
    let asked = ".granularity(MONTHLY).dimensions([CONVERSATION_CATEGORY,CONVERSATION_DIRECTION])";
    let answer = field(&emulator, "conversation_analytics", asked).await;
    let account: Account = read(&answer);
    let series = account.conversation_analytics.unwrap().data;
    let points: Vec<_> = series[0]
        .data_points
        .iter()
        .map(|point| (point.conversation_category.clone().unwrap(), point.conversation.unwrap()))
        .collect();
    // Two texts to Ada are one; a template to each of them are two.
    assert_eq!(points, [("SERVICE".to_owned(), 1), ("UTILITY".to_owned(), 2)], "{answer}");
    emulator.stop().await;
}

#[tokio::test]
async fn templates_are_counted_once_that_was_switched_on() {
    let emulator = world().await;
    let path = |rest: &str| {
        format!(
            "{WABA}/template_analytics?start={}&end={}&granularity=DAILY{rest}",
            NOW - DAY,
            NOW + 2 * DAY
        )
    };
    let off = get(&emulator, &path("&template_ids=[300000000000001]")).await;
    assert_eq!(code(&off), 200_007);
    let on = format!("{WABA}?is_enabled_for_insights=true");
    assert_eq!(ask(&emulator, "POST", &on, &Value::Null).await.status, 200);
    let back = post(&emulator, WABA, &json!({"is_enabled_for_insights": false})).await;
    assert_eq!(code(&back), 200_006);

    // Ada taps a reply.
    let sent = template(ADA, "order_update");
    let mut sent = sent.clone();
    let value = |text: &str| json!({"type": "text", "text": text});
    sent["template"]["components"] =
        json!([{"type": "body", "parameters": [value("Ada"), value("7")]}]);
    assert_eq!(send(&emulator, &sent).await.status, 200);
    let script = json!({"steps": [{"tap": 0}]});
    control(&emulator, "PUT", "users/15550001111/script", &script).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 10})).await;

    let answer =
        get(&emulator, &path("&template_ids=[300000000000001,300000000000002]")).await.json();
    let page: Page<TemplateSeries> = read(&answer);
    let points = page.data[0].data_points.clone().unwrap();
    let counts: Vec<_> = points
        .iter()
        .map(|point| (point.template_id.clone().unwrap().to_string(), point.sent, point.read))
        .collect();
    assert_eq!(
        counts,
        [
            ("300000000000001".to_owned(), Some(1), Some(1)),
            ("300000000000001".to_owned(), Some(1), Some(1)),
            ("300000000000002".to_owned(), Some(1), Some(1)),
        ],
        "{answer}"
    );
    let clicks = points[2].clicked.clone().unwrap();
    assert_eq!(
        (&clicks[0].kind, clicks[0].button_content.as_deref(), clicks[0].count),
        (&Some(ClickType::Reply), Some("Thanks"), Some(1))
    );
    let lite =
        path("&template_ids=[300000000000001]&product_type=MARKETING_MESSAGES_API_FOR_WHATSAPP");
    assert_eq!(get(&emulator, &lite).await.json()["data"][0]["data_points"], json!([]));
    let group = json!({"name": "All", "whatsapp_business_templates": ["300000000000001", "300000000000002"]});
    let group = post(&emulator, &format!("{WABA}/template_groups"), &group).await.json();
    let group = group["id"].as_str().unwrap();
    let path = format!(
        "{WABA}/template_group_analytics?start=2026-09-20&end=2026-09-23&granularity=DAILY\
         &use_waba_timezone=true&metric_types=SENT&template_group_ids=[{group}]"
    );
    let answer = get(&emulator, &path).await.json();
    let points = answer["data"][0]["data_points"].as_array().unwrap();
    let counts: Vec<_> = points.iter().map(|point| (&point["start"], &point["sent"])).collect();
    assert_eq!(
        counts,
        [(&json!("2026-09-21"), &json!(1)), (&json!("2026-09-22"), &json!(2))],
        "{answer}"
    );
    assert_eq!(points[0]["template_group_id"], group);
    emulator.stop().await;
}

#[tokio::test]
async fn what_cannot_be_counted_is_refused_by_name() {
    let emulator = frozen().await;
    post(&emulator, WABA, &json!({"is_enabled_for_insights": true})).await;
    let year = 366 * DAY;
    for (field, why) in [
        ("analytics".to_owned(), "start"),
        (format!("analytics.start({NOW}).end({})", NOW + 1), "granularity"),
        (
            format!("analytics.start({NOW}).end({}).granularity(DAILY)", NOW + 1),
            "HALF_HOUR, DAY, MONTH",
        ),
        (format!("pricing_analytics.start({NOW}).end({}).granularity(DAY)", NOW + 1), "DAILY"),
        (format!("analytics.start({NOW}).end({NOW}).granularity(DAY)"), "before end"),
        (format!("analytics.start({}).end({NOW}).granularity(DAY)", NOW - year), "365 days"),
        ("analytics.start(soon).end(later).granularity(DAY)".to_owned(), "start"),
        (format!("analytics.start(1).end({NOW}).granularity(DAY).product_types([7])"), "365 days"),
        (
            format!(
                "pricing_analytics.start({}).end({NOW}).granularity(DAILY).dimensions([COLOUR])",
                NOW - 1
            ),
            "dimensions",
        ),
    ] {
        let answer = get(&emulator, &format!("{WABA}?fields={field}")).await;
        assert_eq!(answer.status, 400, "{field}: {answer:?}");
        assert_eq!(code(&answer), 100, "{field}: {answer:?}");
        assert!(answer.json()["error"].to_string().contains(why), "{field}: {answer:?}");
    }
    for query in [
        format!(
            "start={}&end={NOW}&granularity=DAILY&template_ids=[300000000000001]",
            NOW - 92 * DAY
        ),
        format!("start={}&end={NOW}&granularity=DAILY", NOW - DAY),
        format!(
            "start={}&end={NOW}&granularity=DAILY&template_ids=[1,2,3,4,5,6,7,8,9,10,11]",
            NOW - DAY
        ),
        format!("start={}&end={NOW}&granularity=MONTHLY&template_ids=[300000000000001]", NOW - DAY),
    ] {
        let answer = get(&emulator, &format!("{WABA}/template_analytics?{query}")).await;
        assert_eq!(answer.status, 400, "{query}: {answer:?}");
        assert_eq!(code(&answer), 100, "{query}: {answer:?}");
    }
    emulator.stop().await;
}
