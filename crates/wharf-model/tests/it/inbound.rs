//! Every field and every type that the platform documents has a fixture; what a fixture says is found in it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wharf_model::webhook::{self, Event, EventKind, Received, Update, message::InteractiveReply};

use crate::fixtures;

/// Every webhook field that is known by name.
const FIELDS: &[&str] = &[
    "account_alerts",
    "account_review_update",
    "account_settings_update",
    "account_update",
    "automatic_events",
    "business_capability_update",
    "business_status_update",
    "business_username_update",
    "business_username_updates",
    "calls",
    "flows",
    "group_lifecycle_update",
    "group_participant_update",
    "group_participants_update",
    "group_settings_update",
    "group_status_update",
    "history",
    "message_echoes",
    "message_template_components_update",
    "message_template_quality_update",
    "message_template_status_update",
    "messages",
    "messaging_handovers",
    "partner_solutions",
    "payment_configuration_update",
    "phone_number_name_update",
    "phone_number_quality_update",
    "phone_number_username_update",
    "security",
    "smb_app_state_sync",
    "smb_message_echoes",
    "standby",
    "template_category_update",
    "template_correct_category_detection",
    "template_performance_metrics",
    "tracking_events",
    "user_id_update",
    "user_preferences",
];

/// Every item of the fields that are taken apart, by name.
const ITEMS: &[&str] = &[
    "message.text",
    "message.image",
    "message.video",
    "message.audio",
    "message.voice",
    "message.document",
    "message.sticker",
    "message.location",
    "message.contacts",
    "message.reaction",
    "message.button",
    "message.interactive",
    "message.order",
    "message.system",
    "message.request_welcome",
    "message.edit",
    "message.revoke",
    "message.unsupported",
    "echo.media_placeholder",
    "echo.template",
    "status.sent",
    "status.delivered",
    "status.read",
    "status.played",
    "status.failed",
    "status.deleted",
    "status.warning",
    "status.pending",
    "status.captured",
    "error",
];

/// Every word under `type` of a message, `type` of an answer, and `event` of `account_update`.
const WORDS: &[&str] = &[
    "unknown",
    "errors",
    "unsupported",
    "media_placeholder",
    "button_reply",
    "list_reply",
    "nfm_reply",
    "call_permission_reply",
    "payment_method",
    "address_message",
    "user_changed_number",
    "customer_changed_number",
    "user_changed_user_id",
    "customer_identity_changed",
    "group_create",
    "group_delete",
    "group_participants_add",
    "group_participants_remove",
    "group_join_request_created",
    "group_join_request_revoked",
    "group_settings_update",
    "group_suspend",
    "group_suspend_cleared",
    "connect",
    "terminate",
    "call_created",
    "call_recording_available",
    "call_transcription_available",
    "RINGING",
    "control_passed",
    "control_taken",
    "FLOW_STATUS_CHANGE",
    "CLIENT_ERROR_RATE",
    "ENDPOINT_ERROR_RATE",
    "ENDPOINT_LATENCY",
    "ENDPOINT_AVAILABILITY",
    "FLOW_VERSION_EXPIRY_WARNING",
    "ACCOUNT_DELETED",
    "ACCOUNT_OFFBOARDED",
    "ACCOUNT_RECONNECTED",
    "ACCOUNT_RESTRICTION",
    "ACCOUNT_VIOLATION",
    "AD_ACCOUNT_LINKED",
    "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
    "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
    "DISABLED_UPDATE",
    "MM_LITE_TERMS_SIGNED",
    "PARTNER_ADDED",
    "PARTNER_APP_INSTALLED",
    "PARTNER_APP_UNINSTALLED",
    "PARTNER_CLIENT_CERTIFICATION_NEEDED",
    "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
    "PARTNER_REMOVED",
    "VERIFIED_ACCOUNT",
    "VOLUME_BASED_PRICING_TIER_UPDATE",
];

#[test]
fn every_field_and_every_type_has_a_fixture() {
    let all = fixtures::all();
    let events: Vec<&Event> = all.iter().flat_map(|(_, _, events)| events).collect();
    let read = events.iter().filter(|event| event.unread().is_none());
    let fields: BTreeSet<_> = read.clone().map(|event| event.field.as_str()).collect();
    let items: BTreeSet<_> = read.clone().map(|event| event.name()).collect();
    for field in FIELDS {
        assert!(fields.contains(field), "no fixture of {field}");
    }
    for item in ITEMS {
        assert!(items.contains(*item), "no fixture of {item}");
    }
    for word in WORDS {
        let quoted = format!("\"{word}\"");
        let shown = |event: &&Event| event.raw.as_str().contains(&quoted);
        assert!(read.clone().copied().any(|event| shown(&event)), "no fixture of {word}");
    }
}

/// What is in a fixture: name, item and person of each event, one line each.
fn lines(name: &str) -> String {
    let all = fixtures::all();
    let (_, _, events) = all.iter().find(|(fixture, ..)| fixture == name).unwrap();
    let line = |event: &Event| {
        let person = event.person();
        format!("{} {} {}", event.name(), event.item().unwrap_or("-"), person.key().unwrap_or("-"))
    };
    events.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn items_and_people_of_fixtures_are_found() {
    for (name, expected) in [
        ("message_text", "message.text wamid.message_text US.1234567890"),
        ("message_text_bsuid_only", "message.text wamid.message_text_bsuid_only US.1234567890"),
        ("message_text_before_bsuid", "message.text wamid.message_text_before_bsuid 15550002222"),
        (
            "message_system_changed_user_id",
            "message.system wamid.message_system_changed_user_id US.2",
        ),
        (
            "smb_message_echoes",
            "echo.text wamid.E US.1234567890\necho.edit wamid.E2 US.1234567890\necho.revoke wamid.E3 US.1234567890",
        ),
        (
            "history_media",
            "echo.image wamid.H3 US.1234567890\necho.media_placeholder wamid.H4 US.1234567890",
        ),
        (
            "status_group_aggregated",
            "status.read wamid.G US.1234567890\nstatus.read wamid.G US.333",
        ),
        ("status_group_sent", "status.sent wamid.G -"),
        ("status_old_form", "status.delivered wamid.S 15550002222"),
        ("status_failed", "status.failed wamid.S 15550002222"),
        ("calls_terminate_failed", "update - 15550002222"),
        ("calls_statuses", "update - US.1234567890"),
        ("user_preferences_signup", "update - US.1234567890"),
        ("user_id_update_no_contacts", "update - US.2"),
        (
            "standby_all",
            "message.text wamid.SB1 US.1234567890\nstatus.read wamid.S US.1234567890\necho.template wamid.SB2 US.1234567890",
        ),
        (
            "messages_batch",
            "status.sent wamid.S US.1234567890\nstatus.read wamid.S US.1234567890\nmessage.text wamid.1 US.1234567890\n\
             message.reaction wamid.2 15550003333\nmessage.text wamid.1 US.1234567890\nupdate - -\nstatus.played wamid.S 15550002222",
        ),
    ] {
        assert_eq!(lines(name), expected, "{name}");
    }
}

/// The first event of a fixture.
fn first(name: &str) -> EventKind {
    let all = fixtures::all();
    let (_, _, events) = all.into_iter().find(|(fixture, ..)| fixture == name).unwrap();
    events.into_iter().next().unwrap().kind
}

fn message(name: &str) -> webhook::Inbound {
    let message = match first(name) {
        EventKind::Message(message) | EventKind::Echo(message) => Some(*message),
        _ => None,
    };
    message.unwrap()
}

fn status(name: &str) -> webhook::Status {
    let status = match first(name) {
        EventKind::Status(status) => Some(*status),
        _ => None,
    };
    status.unwrap()
}

#[test]
fn what_messages_carry_is_typed() {
    let referral = message("message_text_referral").referral.unwrap();
    assert_eq!(referral.ctwa_clid.as_deref(), Some("Aff-click"));
    assert_eq!(referral.reference.as_deref(), Some("spring"));
    assert!(message("message_text_forwarded").context.unwrap().forwarded);
    assert!(message("message_text_frequently_forwarded").context.unwrap().frequently_forwarded);
    let product = message("message_text_product").context.unwrap().referred_product.unwrap();
    assert_eq!(product.product_retailer_id.as_deref(), Some("sku-7"));
    let note = message("message_audio_voice_note");
    assert_eq!(note.file().unwrap().voice, Some(true));
    let Received::Order(order) = message("message_order").content else { panic!("no order") };
    assert_eq!(order.product_items[1].quantity, Some(1.0));
    assert_eq!(order.product_items[0].item_price, Some(7.99));
    let Received::Edit(edit) = message("message_edit_caption").content else { panic!("no edit") };
    assert_eq!(edit.text().as_deref(), Some("or this one"));
    for (name, is_flow) in [("flow", true), ("address_old", true), ("unknown_kind", false)] {
        let content = message(&format!("message_interactive_{name}")).content;
        let Received::Interactive(reply) = content else { panic!("{name}") };
        assert_eq!(matches!(reply, InteractiveReply::Flow(_)), is_flow, "{name}");
    }
    for name in ["message_reaction_removed", "message_reaction_removed_empty"] {
        let Received::Reaction(reaction) = message(name).content else { panic!("{name}") };
        assert!(reaction.is_removed(), "{name}");
    }
    assert_eq!(
        message("message_unknown").errors[0].text(),
        "Message type is not currently supported"
    );
    assert_eq!(message("message_contacts_requested").origin.as_deref(), Some("contact_request"));
}

#[test]
fn what_statuses_tell_is_typed() {
    let paid = status("status_payment_captured");
    let payment = paid.payment.as_ref().unwrap();
    assert!(paid.is_payment());
    assert_eq!(payment.amount.as_ref().unwrap().value, Some(21_000));
    let method = payment.transaction.as_ref().unwrap().method.as_ref().unwrap();
    assert_eq!(method.kind.as_deref(), Some("upi"));
    let in_group = status("status_group_sent");
    assert_eq!(in_group.group().unwrap().as_str(), "Y2FwaV9ncm91cDox");
    assert_eq!(
        status("status_sent_before_pmp").pricing.unwrap().pricing_model.as_deref(),
        Some("CBP")
    );
    assert_eq!(status("status_sent_to_user_id").is_billable(), Some(false));
    assert_eq!(status("status_failed").errors[0].code, 131_049);
}

#[test]
fn what_stands_in_the_wrong_place_is_found() {
    let EventKind::Update = first("x_rejection_info_beside_value") else { unreachable!() };
    let all = fixtures::all();
    let update = |name: &str| {
        let (_, _, events) = all.iter().find(|(fixture, ..)| fixture == name).unwrap();
        events[0].update().unwrap()
    };
    let Update::TemplateStatus(status) = update("x_rejection_info_beside_value") else {
        unreachable!()
    };
    assert_eq!(status.rejection_info.unwrap().recommendation.as_deref(), Some("do"));
    for name in ["x_field_beside_entry_id", "x_field_in_value"] {
        let Update::Account(account) = update(name) else { unreachable!() };
        assert_eq!(account.waba_info.unwrap().partner_app_id.as_deref(), Some("8"), "{name}");
    }
}

/// All that must hold of any event, whatever it was read from.
fn holds(event: &Event) -> Result<(), TestCaseError> {
    let _shown = (format!("{event:?}"), event.update(), event.timestamp());
    let again = webhook::read(&event.to_body());
    prop_assert_eq!(again.len(), 1);
    let same = &again[0];
    prop_assert_eq!((same.name(), same.item()), (event.name(), event.item()));
    prop_assert_eq!(same.raw.as_bytes(), event.raw.as_bytes());
    prop_assert_eq!(same.key(), event.key());
    prop_assert_eq!(same.unread(), event.unread());
    prop_assert!(same.person() == event.person());
    Ok(())
}

#[test]
fn an_event_made_a_body_of_its_own_is_the_same_event() {
    for (name, _, events) in fixtures::all() {
        for event in events {
            holds(&event).unwrap_or_else(|error| unreachable!("{name}: {error}"));
        }
    }
}

#[test]
fn what_fuzzing_found_stays_mended() {
    for body in [
        "[\n[]]",
        "[[1,2]]",
        r#"{"field":"security","value":{"metadata":{"phone_number_id":"1"}},"value":{}}"#,
        r#"{"object":"whatsapp_business_account","entry":[{"id":"2","time":1,"changes":[{"field":"flows","valu":{}}]}]}"#,
    ] {
        for event in webhook::read(body.as_bytes()) {
            holds(&event).unwrap_or_else(|error| unreachable!("{body}: {error}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_broken_body_is_still_events(which: prop::sample::Index, breaks in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..4)) {
        let all = broken_from();
        let mut body = all[which.index(all.len())].clone();
        for (at, how, byte) in breaks {
            let at = at.index(body.len().max(1));
            match how {
                _ if at >= body.len() => {}
                0 => body[at] = byte,
                1 => drop(body.remove(at)),
                2 => body.insert(at, b"\"\\{}[]:,0n"[usize::from(byte) % 10]),
                _ => body[at] = b"\"\\{}[]:,0n"[usize::from(byte) % 10],
            }
        }
        for event in webhook::read(&body) {
            holds(&event)?;
        }
    }
}

/// The fixtures, read once.
fn broken_from() -> &'static [Vec<u8>] {
    static BODIES: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
    BODIES.get_or_init(|| fixtures::all().into_iter().map(|(_, body, _)| body).collect())
}
