//! Many templates at once: languages, copies, previews, the library, the archive.

use serde_json::json;
use wharf_model::{
    id::{AccountId, TemplateId},
    template::Category,
    templates::{
        ArchiveTemplates, MigrateTemplates, PreviewTemplates, SearchLibrary, TemplateStatus,
        UnarchiveTemplates, UpsertTemplates,
    },
};

use super::Contract;
use crate::contract::account;

pub(super) async fn upserted(contract: &Contract) {
    let parts = [
        json!({ "type": "BODY", "add_security_recommendation": true }),
        json!({ "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE" }] }),
    ];
    let languages = ["en_US", "de"];
    let upsert =
        UpsertTemplates::new(account(), "code", languages, Category::Authentication, parts);
    let made = contract.call("POST /{waba}/upsert_message_templates", &upsert).await.data;
    assert_eq!(made[1].language.as_deref(), Some("de"));
    assert_eq!(made[1].status, Some(TemplateStatus::Approved));

    let preview = PreviewTemplates::new(account(), Category::Authentication)
        .languages(languages)
        .code_expiration_minutes(7)
        .button_types(["OTP"]);
    let seen = contract.call("GET /{waba}/message_template_previews", &preview).await.data;
    assert_eq!(seen.len(), 2);
    assert!(seen[0].footer.as_ref().unwrap().contains("7 minutes"));
}

pub(super) async fn copied(contract: &Contract) {
    let source = AccountId::new("200000000000009").unwrap();
    let template = json!([{ "id": "1", "name": "good", "language": "en_US", "category": "UTILITY",
        "status": "APPROVED", "quality_score": { "score": "GREEN" },
        "components": [{ "type": "BODY", "text": "Hello" }] }]);
    contract.control("PUT", &format!("template_sources/{source}"), &template).await;
    let migrate = MigrateTemplates::new(account(), source).page_number(0).count(4);
    let moved = contract.call("POST /{waba}/migrate_message_templates", &migrate).await;
    assert!(moved.migrated_templates.unwrap()["1"].is_string());

    let search = SearchLibrary::new().search("order").language("en_US");
    let found = contract.call("GET /message_template_library", &search).await.data;
    assert!(found[0].body.is_some(), "{found:?}");
    assert_eq!(found[0].category, Some(Category::Utility));
}

pub(super) async fn put_away(contract: &Contract, template: &TemplateId) {
    let away = ArchiveTemplates::new(account(), template.as_str());
    let away = contract.call("POST /{waba}/message_templates/archive", &away).await;
    assert_eq!(away.archived_templates.unwrap(), [json!(template)]);
    let back = UnarchiveTemplates::new(account(), template.as_str());
    let back = contract.call("POST /{waba}/message_templates/unarchive", &back).await;
    assert_eq!(back.unarchived_templates.unwrap(), [json!(template)]);
}
