//! Fields that come whole, read when asked for.

use serde_json::{Value, json};
use wharf_model::{
    time::Timestamp,
    webhook::{self, EventKind, Update},
};

use crate::fixtures;

fn update(field: &str, value: &Value) -> Option<Update> {
    let change = json!({"field": field, "value": value});
    webhook::read(change.to_string().as_bytes())[0].update()
}

/// What has no published shape beyond its JSON.
const RAW_ONLY: &[&str] =
    &["business_status_update", "standby_empty", "template_performance_metrics", "tracking_events"];

#[test]
fn every_fixture_of_a_whole_field_is_read() {
    for (name, _, events) in fixtures::all() {
        for event in events {
            let whole = matches!(event.kind, EventKind::Update);
            let expected = whole && !RAW_ONLY.contains(&name.as_str());
            assert_eq!(event.update().is_some(), expected, "{name}: {event:?}");
        }
    }
}

#[test]
fn a_wrong_word_in_a_whole_field_costs_one_word() {
    let Some(Update::TemplateStatus(status)) = update(
        "message_template_status_update",
        &json!({"event": "APPROVED", "message_template_id": 12_345_678_901_234_567_u64,
            "message_template_name": {"no": "name"}, "reason": null, "disable_info": {"disable_date": 1_700_000_000}}),
    ) else {
        panic!("not a status")
    };
    assert_eq!(status.event.as_deref(), Some("APPROVED"));
    assert_eq!(status.message_template_id.as_deref(), Some("12345678901234567"));
    assert_eq!((status.message_template_name, status.reason), (None, None));
    assert_eq!(status.disable_info.unwrap().disable_date.as_deref(), Some("1700000000"));

    let Some(Update::Capability(capability)) = update(
        "business_capability_update",
        &json!({"max_daily_conversations_per_business": 2000, "max_phone_numbers_per_waba": "25"}),
    ) else {
        panic!("not a capability")
    };
    assert_eq!(capability.max_daily_conversations_per_business.as_deref(), Some("2000"));
    assert_eq!(capability.max_phone_numbers_per_waba, Some(25));
}

#[test]
fn a_stranger_in_a_list_costs_its_neighbours_nothing() {
    let preference = |value: &str| json!({"wa_id": "1", "value": value, "timestamp": 1});
    let Some(Update::Preferences(preferences)) = update(
        "user_preferences",
        &json!({"user_preferences": [preference("stop"), 7, preference("resume")]}),
    ) else {
        panic!("not preferences")
    };
    let values: Vec<_> = preferences.iter().map(|one| one.value.as_deref().unwrap()).collect();
    assert_eq!(values, ["stop", "resume"]);
    assert_eq!(preferences[0].timestamp, Some(Timestamp::from_secs(1)));
}

#[test]
fn a_field_is_read_wherever_its_version_put_the_words() {
    let warning = json!({"alert_severity": "WARNING", "alert_type": "OBA_APPROVED"});
    for value in [warning.clone(), json!({"alert_info": warning})] {
        let Some(Update::AccountAlert(alert)) = update("account_alerts", &value) else {
            panic!("{value}")
        };
        assert_eq!(alert.info().alert_type.as_deref(), Some("OBA_APPROVED"));
    }

    let quality = json!({"previous_quality_score": "GREEN", "new_quality_score": "RED"});
    for field in ["message_template_quality_update", "message_template_status_update"] {
        let read = update(field, &quality);
        assert!(matches!(read, Some(Update::TemplateQuality(_))), "{field}: {read:?}");
    }

    let group =
        json!({"groups": [{"type": "group_participants_remove"}], "initiated_by": "business"});
    let Some(Update::Groups(groups)) = update("group_participants_update", &group) else {
        panic!("not groups")
    };
    assert_eq!(groups[0].initiated_by.as_deref(), Some("business"));
}

#[test]
fn what_is_taken_apart_or_unknown_is_no_update() {
    let message = json!({"messages": [{"id": "a", "type": "text", "text": {"body": "x"}}]});
    assert_eq!(update("messages", &message), None);
    assert_eq!(update("brand_new", &json!({})), None);
    assert_eq!(update("tracking_events", &json!({})), None);
    assert_eq!(update("account_update", &json!("no object")), None);
}

#[test]
fn old_messages_are_read_as_new_ones_are() {
    let written = json!({"id": "a", "from": "1", "type": "text", "text": {"body": "once"},
        "history_context": {"status": "READ"}});
    let history = json!({"history": [{"metadata": {"phase": 0, "progress": 100},
        "threads": [{"id": "1", "messages": [written, 7]}]}]});
    let Some(Update::History(chunk)) = update("history", &history) else { panic!("no history") };
    assert_eq!(chunk.metadata.as_ref().unwrap().progress, Some(100));
    let messages = chunk.threads[0].read();
    assert_eq!((messages.len(), messages[0].text()), (1, Some("once")));
    assert_eq!(messages[0].history_status.as_deref(), Some("READ"));
}
