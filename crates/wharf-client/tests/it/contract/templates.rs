mod counted;
mod sets;

use std::time::Duration;

use serde_json::json;
use wharf_model::{
    template::{Body, Category, Definition},
    templates::{
        DeleteTemplate, GetTemplate, ListTemplates, TemplateStatus, UnpauseTemplate, UpdateTemplate,
    },
};

use super::{Contract, account};

#[tokio::test]
async fn templates_from_their_first_day_to_their_last() {
    let contract = Contract::start().await;
    contract.emulator.freeze();
    let order = Definition::new("order", "en_US", Category::Utility)
        .part(Body::new("Hi {{1}}, it is on its way.").example(["Ann"]));
    let create = order.create(account()).unwrap();
    let made = contract.call("POST /{waba}/message_templates", &create).await;
    let id = made.id.unwrap();
    assert_eq!(made.category, Some(Category::Utility));
    contract.emulator.advance(Duration::from_mins(1)).await;

    let list = ListTemplates::new(account()).name("order");
    let listed = contract.call("GET /{waba}/message_templates", &list).await.data;
    // The filter takes parts of names, too.
    let order = listed.iter().find(|template| template.id.as_ref() == Some(&id)).unwrap();
    assert_eq!(order.status, Some(TemplateStatus::Approved));

    let part = json!({ "type": "BODY", "text": "It is on its way." });
    let update = UpdateTemplate::new(id.clone()).components([part.clone()]);
    assert!(contract.call("POST /{template}", &update).await.success);
    let node = contract.call("GET /{template}", &GetTemplate::new(id.clone())).await;
    assert_eq!((node.name.as_deref(), node.components), (Some("order"), Some(vec![part])));

    contract.control("PUT", "templates/order", &json!({ "event": "PAUSED" })).await;
    // Not sooner than five minutes after.
    contract.emulator.advance(Duration::from_mins(6)).await;
    let unpause = UnpauseTemplate::new(id.clone());
    assert!(contract.call("POST /{template}/unpause", &unpause).await.success);

    sets::upserted(&contract).await;
    sets::copied(&contract).await;
    sets::put_away(&contract, &id).await;
    let group = counted::groups(&contract, &id).await;
    let hello = ListTemplates::new(account()).name("hello_world");
    let hello = contract.call("GET /{waba}/message_templates", &hello).await.data;
    let both = [("order", &id), ("hello_world", hello[0].id.as_ref().unwrap())];
    counted::counted(&contract, both, group).await;

    let delete = DeleteTemplate::new(account()).name("order");
    assert!(contract.call("DELETE /{waba}/message_templates", &delete).await.success);
    let left = contract.call("GET /{waba}/message_templates", &list).await.data;
    assert!(!left.iter().any(|template| template.name.as_deref() == Some("order")));
    contract.end("templates").await;
}
