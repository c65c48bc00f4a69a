//! Many templates at once: upsert, copies, previews, the library, groups, comparisons.

use serde_json::{Value, json};

use crate::http::{GRACE, NUMBER, ask, code, control, frozen, get, post, send};

const WABA: &str = "/v25.0/200000000000001";

fn definition(name: &str, category: &str) -> Value {
    json!({"name": name, "language": "en_US", "category": category,
        "components": [{"type": "BODY", "text": "Hello"}]})
}

#[tokio::test]
async fn an_authentication_template_is_made_and_changed_in_many_languages() {
    let emulator = frozen().await;
    let path = format!("{WABA}/upsert_message_templates");
    let body = |buttons: Value, minutes: u64| {
        json!({"name": "code", "languages": ["en_US", "de", "fr"], "category": "AUTHENTICATION",
        "components": [
            {"type": "BODY", "add_security_recommendation": true},
            {"type": "FOOTER", "code_expiration_minutes": minutes},
            {"type": "BUTTONS", "buttons": [buttons]},
        ]})
    };
    let copy = json!({"type": "OTP", "otp_type": "COPY_CODE"});
    let made = post(&emulator, &path, &body(copy.clone(), 5)).await.json();
    let languages: Vec<_> =
        made["data"].as_array().unwrap().iter().map(|one| &one["language"]).collect();
    assert_eq!(languages, ["en_US", "de", "fr"]);
    assert_eq!(made["data"][0]["status"], "APPROVED");
    let again = post(&emulator, &path, &body(copy, 10)).await.json();
    assert_eq!(again["data"][1]["id"], made["data"][1]["id"]);
    let node = format!("/v25.0/{}", made["data"][1]["id"].as_str().unwrap());
    let node = get(&emulator, &node).await.json();
    assert_eq!(node["components"][1]["code_expiration_minutes"], 10);
    let message = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
    "template": {"name": "code", "language": {"code": "de"}, "components": [
        {"type": "body", "parameters": [{"type": "text", "text": "123456"}]},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "123456"}]},
    ]}});
    assert_eq!(send(&emulator, &message).await.status, 200);

    // All of them, or none.
    let mut other = definition("taken", "UTILITY");
    other["language"] = "de".into();
    assert_eq!(post(&emulator, &format!("{WABA}/message_templates"), &other).await.status, 200);
    for (languages, says) in [
        (json!(["fr", "de"]), "taken in de is of another category"),
        (json!(["fr", "fr"]), "languages[1]: fr is named twice"),
    ] {
        let mut refused = body(json!({"type": "OTP", "otp_type": "COPY_CODE"}), 5);
        (refused["name"], refused["languages"]) = ("taken".into(), languages);
        let answer = post(&emulator, &path, &refused).await;
        assert_eq!(code(&answer), 100);
        assert!(answer.json()["error"].to_string().contains(says), "{answer:?}");
        let named = get(&emulator, &format!("{WABA}/message_templates?name=taken")).await.json();
        assert_eq!(named["data"].as_array().unwrap().len(), 1, "{named}");
    }

    let labelled = json!({"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy"});
    assert_eq!(code(&post(&emulator, &path, &body(labelled, 5)).await), 100);
    for (field, value) in
        [("category", json!("UTILITY")), ("languages", json!([])), ("name", json!("No"))]
    {
        let mut body = body(json!({"type": "OTP", "otp_type": "COPY_CODE"}), 5);
        body[field] = value;
        assert_eq!(code(&post(&emulator, &path, &body).await), 100, "{field}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn templates_of_another_account_are_copied_if_they_are_good() {
    let emulator = frozen().await;
    let path = format!("{WABA}/migrate_message_templates");
    let from = json!({"source_waba_id": "200000000000009"});
    let unknown = post(&emulator, &path, &from).await;
    assert_eq!(unknown.json()["error"]["error_subcode"], 33);
    let template = |id: &str, name: &str, status: &str, quality: &str| {
        json!({"id": id, "name": name, "language": "en_US", "category": "UTILITY", "status": status,
            "quality_score": {"score": quality}, "components": [{"type": "BODY", "text": "Hello"}]})
    };
    let source = json!([
        template("1", "good", "APPROVED", "GREEN"),
        template("2", "bad", "APPROVED", "RED"),
        template("3", "refused", "REJECTED", "UNKNOWN"),
        template("4", "hello_world", "APPROVED", "UNKNOWN"),
        template("5", "later", "APPROVED", "UNKNOWN"),
    ]);
    control(&emulator, "PUT", "template_sources/200000000000009", &source).await;
    let page = json!({"source_waba_id": "200000000000009", "count": 4, "page_number": 0});
    let moved = post(&emulator, &path, &page).await.json();
    let good = moved["migrated_templates"]["1"].as_str().unwrap();
    assert_eq!(moved["migrated_templates"].as_object().unwrap().len(), 1, "{moved}");
    let failed: Vec<_> = moved["failed_templates"].as_object().unwrap().keys().collect();
    assert_eq!(failed, ["2", "3", "4"]);
    let node = get(&emulator, &format!("/v25.0/{good}?fields=name,status")).await.json();
    assert_eq!(node, json!({"id": good, "name": "good", "status": "APPROVED"}));
    let next = json!({"source_waba_id": "200000000000009", "count": 4, "page_number": 1});
    let next = post(&emulator, &path, &next).await.json();
    assert!(next["migrated_templates"]["5"].is_string(), "{next}");
    let own = json!({"source_waba_id": "200000000000001"});
    assert_eq!(code(&post(&emulator, &path, &own).await), 100);
    let many = json!({"source_waba_id": "200000000000009", "count": 501});
    assert_eq!(code(&post(&emulator, &path, &many).await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn the_platforms_own_texts_are_shown_before_they_are_used() {
    let emulator = frozen().await;
    let query = "category=AUTHENTICATION&languages=en_US,de&add_security_recommendation=true\
                 &code_expiration_minutes=7&button_types=OTP";
    let path = format!("{WABA}/message_template_previews");
    let previews = get(&emulator, &format!("{path}?{query}")).await.json();
    assert_eq!(previews["data"].as_array().unwrap().len(), 2);
    assert_eq!(
        previews["data"][0],
        json!({"language": "en_US", "footer": "This code expires in 7 minutes.",
            "body": "*{{1}}* is your verification code. For your security, do not share this code.",
            "buttons": [{"text": "Copy code", "autofill_text": "Autofill"}]})
    );
    assert_eq!(code(&get(&emulator, &format!("{path}?category=UTILITY")).await), 100);
    let late = format!("{path}?category=AUTHENTICATION&code_expiration_minutes=91");
    assert_eq!(code(&get(&emulator, &late).await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn a_template_of_the_library_is_found_made_and_sent_with_values_of_its_types() {
    let emulator = frozen().await;
    let path = "/v25.0/message_template_library";
    let names = |page: Value| -> Vec<String> {
        let data = page["data"].as_array().unwrap().clone();
        data.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let found = get(&emulator, &format!("{path}?search=order&language=en_US&limit=2")).await.json();
    assert_eq!(names(found.clone()), ["order_confirmed_1", "shipment_confirmed_1"]);
    assert!(found["paging"]["next"].is_string());
    let found = get(&emulator, &format!("{path}?topic=PAYMENTS&industry=E_COMMERCE")).await.json();
    assert_eq!(names(found), ["payment_overdue_1"]);
    assert_eq!(get(&emulator, &format!("{path}?usecase=NONE")).await.json(), json!({"data": []}));

    let create = format!("{WABA}/message_templates");
    let body = json!({"name": "reminder", "language": "en_US", "category": "UTILITY",
        "library_template_name": "payment_overdue_1",
        "library_template_button_inputs": "[{'type':'URL','url':{'base_url':'https://pay.example/{{1}}','url_suffix_example':'https://pay.example/7'}}]".replace('\'', "\"")});
    let made = post(&emulator, &create, &body).await.json();
    assert_eq!(made["status"], "APPROVED", "{made}");
    let message = |amount: &str| {
        json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": "reminder", "language": {"code": "en_US"}, "components": [
            {"type": "body", "parameters": [{"type": "text", "text": "Ada"}, {"type": "text", "text": amount}, {"type": "text", "text": "May 1"}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "7"}]},
        ]}})
    };
    assert_eq!(send(&emulator, &message("$5.00")).await.status, 200);
    assert_eq!(code(&send(&emulator, &message("a lot")).await), 132_018);
    for (field, value) in [
        ("library_template_name", json!("none")),
        ("library_template_button_inputs", json!([])),
        ("category", json!("MARKETING")),
        ("components", json!([{"type": "BODY", "text": "x"}])),
    ] {
        let mut body = body.clone();
        body["name"] = "other".into();
        body[field] = value;
        assert_eq!(code(&post(&emulator, &create, &body).await), 100, "{field}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn templates_are_put_into_groups_and_taken_out() {
    let emulator = frozen().await;
    let path = format!("{WABA}/template_groups");
    let body = json!({"name": "Welcome", "whatsapp_business_templates": ["300000000000001"]});
    let id = post(&emulator, &path, &body).await.json()["id"].as_str().unwrap().to_owned();
    let node = format!("/v25.0/{id}");
    let change = json!({"description": "first words", "add_templates": ["300000000000002"],
        "remove_templates": ["300000000000001"]});
    assert_eq!(post(&emulator, &node, &change).await.json(), json!({"success": true}));
    let shown = get(&emulator, &node).await.json();
    assert_eq!(
        shown,
        json!({"id": id, "name": "Welcome", "description": "first words",
            "whatsapp_business_templates": {"data": [{"id": "300000000000002"}]}})
    );
    assert_eq!(get(&emulator, &path).await.json()["data"][0]["id"], id);
    assert_eq!(code(&post(&emulator, &node, &json!({"add_templates": ["7"]})).await), 100);
    assert_eq!(code(&post(&emulator, &path, &json!({"name": ""})).await), 100);
    assert_eq!(ask(&emulator, "DELETE", &node, &Value::Null).await.status, 200);
    assert_eq!(get(&emulator, &node).await.json()["error"]["error_subcode"], 33);
    emulator.stop().await;
}

#[tokio::test]
async fn two_templates_are_compared_once_each_was_sent_a_thousand_times() {
    let emulator = frozen().await;
    for rule in ["throughput", "pair_seconds"] {
        control(&emulator, "PUT", "rules", &json!({rule: null})).await;
    }
    let (one, two) = ("300000000000001", "300000000000002");
    let now = 1_790_000_000_u64;
    let path = |days: u64| {
        let start = now - days * 86_400 + 3_600;
        format!("/v25.0/{one}/compare?template_ids=[{two}]&start={start}&end={}", now + 3_600)
    };
    assert_eq!(code(&get(&emulator, &path(7)).await), 100);
    let message = |name: &str| {
        let mut message = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
            "template": {"name": name, "language": {"code": "en_US"}}});
        if name == "order_update" {
            let value = |text: &str| json!({"type": "text", "text": text});
            message["template"]["components"] =
                json!([{"type": "body", "parameters": [value("Ada"), value("7")]}]);
        }
        message.to_string()
    };
    for name in ["hello_world", "order_update"] {
        let call = json!({"method": "POST", "relative_url": format!("{NUMBER}/messages"), "body": message(name)});
        let batch = json!({"batch": vec![call; 50]});
        for _ in 0..20 {
            let answers = post(&emulator, "/v25.0", &batch).await.json();
            assert_eq!(answers[49]["code"], 200, "{answers}");
        }
    }
    control(
        &emulator,
        "PUT",
        "templates/hello_world",
        &json!({"blocks": 3, "block_reason": "SPAM"}),
    )
    .await;
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 1})).await;
    let both = get(&emulator, &path(7)).await.json();
    assert_eq!(
        both["data"],
        json!([
            {"metric": "BLOCK_RATE", "type": "RELATIVE", "order_by_relative_metric": [two, one]},
            {"metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES",
                "number_values": [{"key": one, "value": 1000}, {"key": two, "value": 1000}]},
            {"metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES",
                "string_values": [{"key": one, "value": "SPAM"}, {"key": two, "value": "UNKNOWN_BLOCK_REASON"}]},
        ])
    );
    assert_eq!(code(&get(&emulator, &path(8)).await), 100);
    emulator.stop().await;
}
