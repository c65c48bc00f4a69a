//! Clients that others wrote, against the emulator: nothing but the base URL is another.
//!
//! Their programs are in `tests/peers`: one sends whatever the client can send, the other is an app that
//! hears with the client's own receiver and verifier. Each prints lines of JSON.

mod desk;
mod hearing;
pub(crate) mod program;
mod sending;

use serde_json::json;

use self::{hearing::Ears, program::Runner, sending::outcome};

/// pywa wants `input` of everybody on the block list, which its own example of the answer has not either:
/// it cannot read the list.
#[tokio::test]
async fn pywa_sends_every_kind_it_has_and_understands_the_answers() {
    let Some(runner) = Runner::python("pywa") else { return };
    let outcome = outcome(&runner, "pywa_sends.py").await;
    let sent = "text text text location contacts reaction reaction template template image video audio document \
                sticker image audio image button button list cta_url flow voice_call call_permission_request \
                location_request_message request_contact_info catalog_message product product_list carousel";
    assert_eq!(outcome.kinds.join(" "), sent);
    outcome.has_text_and_a_quote();
    let answers = json!({
        "get_media_url": ["image/png", 69], "get_media_bytes": true, "delete_media": true,
        "get_media_url of nothing": 100, "mark_message_as_read": true, "indicate_typing": true,
        "get_business_phone_number": "Wharf Coffee", "get_business_phone_numbers": 1, "register_phone_number": true,
        "update_business_profile": true,
        "get_business_profile": ["Hi", "shop@example.com", ["https://example.com"]],
        "update_commerce_settings": true, "get_commerce_settings": [false, true],
        "update_conversational_automation": true, "create_qr_code": ["Hi there", true], "update_qr_code": "Hello",
        "get_qr_code": "Hello", "get_qr_codes": ["Hello"], "delete_qr_code": true,
        "block_users": ["+15550001111"], "get_blocked_users": "no 'input'", "unblock_users": ["+15550001111"],
        "set_username": true, "get_current_username": "wharf.shop", "delete_username": true,
        "update_business_phone_number_settings": true, "get_business_account": "200000000000001",
        "create_template": ["PENDING", "UTILITY"], "get_template": "made_by_pywa",
        "get_templates": ["hello_world", "made_by_pywa", "order_update"], "update_template": true,
        "delete_template": true, "too long": ["WhatsAppError", 100],
        "no such template": ["TemplateNotExists", 132_001], "wrong pin": ["WhatsAppError", 133_005],
    });
    assert_eq!(outcome.answers, answers);
}

/// pywa looks for the contact of a failed status, which has none, and tells nobody of the failure.
#[tokio::test]
async fn pywa_hears_what_people_do_but_no_failure() {
    let Some(runner) = Runner::python("pywa") else { return };
    let mut ears = Ears::open(&runner, "pywa_hears.py", &["failed"]).await;
    ears.refuse_what_is_forged().await;
    ears.hear_everything().await;
    ears.close().await;
}

#[tokio::test]
async fn of_a_batch_pywa_hears_only_the_first() {
    let Some(runner) = Runner::python("pywa") else { return };
    let mut ears = Ears::open(&runner, "pywa_hears.py", &[]).await;
    ears.hear_of_a_batch(1).await;
    ears.close().await;
}

/// The platform has no template below its account, where this client looks for one; and a file wants the
/// token, which it leaves out unless it is told to send it.
#[tokio::test]
async fn kapso_sends_every_kind_it_has_and_understands_the_answers() {
    let Some(runner) = Runner::node() else { return };
    let outcome = outcome(&runner, "kapso_sends.mjs").await;
    let sent = "text text text text location contacts reaction reaction template template image video audio document \
                sticker image button list cta_url flow location_request_message address_message \
                call_permission_request product product_list catalog_message carousel";
    assert_eq!(outcome.kinds.join(" "), sent);
    outcome.has_text_and_a_quote();
    let answers = json!({
        "media.get": ["image/png", 11], "media.download": 401, "media.download with the token": true,
        "media.delete": true, "markRead": true, "markRead typing": true, "register": true,
        "businessProfile.update": true,
        "businessProfile.get": ["Hi", "shop@example.com", ["https://example.com"]], "settings.get": "object",
        "templates.create": ["PENDING", "UTILITY"],
        "templates.list": ["hello_world", "made_by_kapso", "order_update"], "templates.delete": true,
        "too long": [100, "parameter", "fix_and_retry"], "no such template": [132_001, "template", "fix_and_retry"],
        "wrong pin": [133_005, "server", "fix_and_retry"], "templates.get": [2500, "parameter", "fix_and_retry"],
    });
    assert_eq!(outcome.answers, answers);
}

#[tokio::test]
async fn kapso_hears_everything() {
    let Some(runner) = Runner::node() else { return };
    let mut ears = Ears::open(&runner, "kapso_hears.mjs", &[]).await;
    ears.refuse_what_is_forged().await;
    ears.hear_everything().await;
    ears.hear_of_a_batch(3).await;
    ears.close().await;
}

#[tokio::test]
async fn whatsapp_api_js_sends_every_kind_it_has_and_understands_the_answers() {
    let Some(runner) = Runner::node() else { return };
    let outcome = outcome(&runner, "whatsapp_api_js_sends.mjs").await;
    let sent = "text text text location contacts reaction reaction template template image video audio document \
                sticker image button list cta_url flow location_request_message call_permission_request \
                request_contact_info product product_list catalog_message";
    assert_eq!(outcome.kinds.join(" "), sent);
    outcome.has_text_and_a_quote();
    let answers = json!({
        "retrieveMedia": ["image/png", 11], "fetchMedia": true, "deleteMedia": true, "retrieveMedia of nothing": 100,
        "markAsRead": true, "markAsRead typing": true, "blockUser": ["+15550001111"], "unblockUser": 1,
        "createQR": "Hi there", "updateQR": "Hello", "retrieveQR": "Hello", "retrieveQR of all": 1, "deleteQR": true,
        "no such template": 132_001,
    });
    assert_eq!(outcome.answers, answers);
}

/// It knows messages, statuses and calls only: what is about preferences it takes and drops, and what is about no
/// number it answers with HTTP 500. Before it verifies it escapes U+007F, which the platform leaves as it is: it
/// refuses whatever has that in it.
#[tokio::test]
async fn whatsapp_api_js_hears_what_people_write_and_the_first_of_a_batch() {
    let Some(runner) = Runner::node() else { return };
    let deaf = &["user_preferences", "message_template_status_update"];
    let mut ears = Ears::open(&runner, "whatsapp_api_js_hears.mjs", deaf).await;
    ears.refuse_what_is_forged().await;
    ears.write(&json!({"type": "text", "text": {"body": "delete \u{7f}"}})).await;
    ears.hear_everything().await;
    ears.hear_of_a_batch(1).await;
    ears.close().await;
}
