//! What the business says of itself.

use wharf_model::number::{
    Calling, Command, EntityType, GetCommerce, GetCompliance, GetEncryption, GetNumber, GetProfile,
    GetSettings, SetAutomation, SetCommerce, SetCompliance, SetEncryption, SetProfile, SetSettings,
    Settings, SignatureStatus, Switch,
};
use wharf_webhook::flows::FlowKey;

use super::Contract;
use crate::contract::number;

pub(super) async fn profile(contract: &Contract) {
    let set = SetProfile::new(number()).about("Coffee").websites(["https://example.com"]);
    assert!(contract.call("POST /{phone}/whatsapp_business_profile", &set).await.success);
    let get = GetProfile::new(number()).fields(["about", "websites"]);
    let profile = contract.call("GET /{phone}/whatsapp_business_profile", &get).await.data;
    assert_eq!(profile[0].about.as_deref(), Some("Coffee"));
    assert_eq!(profile[0].websites.as_deref(), Some(&["https://example.com".to_owned()][..]));

    let set = SetAutomation::new(number())
        .enable_welcome_message(true)
        .prompts(["Book a table"])
        .commands([Command::new("menu", "What there is")]);
    assert!(contract.call("POST /{phone}/conversational_automation", &set).await.success);
    let get = GetNumber::new(number()).fields(["conversational_automation"]);
    let automation = contract.call("GET /{phone}", &get).await.conversational_automation.unwrap();
    assert_eq!(automation.prompts.unwrap(), ["Book a table"]);

    let set = SetCompliance::new(number(), "Wharf", EntityType::PublicCompany);
    assert!(contract.call("POST /{phone}/business_compliance_info", &set).await.success);
    let get = GetCompliance::new(number());
    let info = contract.call("GET /{phone}/business_compliance_info", &get).await.data;
    assert_eq!(info[0].entity_name.as_deref(), Some("Wharf"));
    assert_eq!(info[0].entity_type, Some(EntityType::PublicCompany));
}

pub(super) async fn settings(contract: &Contract) {
    let calling = Settings::new().calling(Calling::new().status(Switch::Enabled));
    let set = SetSettings::new(number(), calling);
    assert!(contract.call("POST /{phone}/settings", &set).await.success);
    let settings = contract.call("GET /{phone}/settings", &GetSettings::new(number())).await;
    assert_eq!(settings.calling.unwrap().status, Some(Switch::Enabled));

    let key = FlowKey::generate().unwrap();
    let set = SetEncryption::new(number(), key.public_pem());
    assert!(contract.call("POST /{phone}/whatsapp_business_encryption", &set).await.success);
    let get = GetEncryption::new(number());
    let kept = contract.call("GET /{phone}/whatsapp_business_encryption", &get).await.data;
    assert!(kept[0].business_public_key.as_ref().unwrap().contains("BEGIN PUBLIC KEY"));
    let valid = Some(SignatureStatus::Valid);
    assert_eq!(kept[0].business_public_key_signature_status, valid);
}

pub(super) async fn shop(contract: &Contract) {
    let set = SetCommerce::new(number()).cart_enabled(true).catalog_visible(false);
    assert!(contract.call("POST /{phone}/whatsapp_commerce_settings", &set).await.success);
    let get = GetCommerce::new(number());
    let shop = contract.call("GET /{phone}/whatsapp_commerce_settings", &get).await.data;
    assert_eq!((shop[0].is_cart_enabled, shop[0].is_catalog_visible), (Some(true), Some(false)));
}
