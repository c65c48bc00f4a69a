//! Templates by numbers: groups, analytics, comparisons.

use std::time::Duration;

use serde_json::json;
use wharf_client::Batch;
use wharf_model::{
    account::UpdateAccount,
    analytics::{GetTemplateAnalytics, GetTemplateGroupAnalytics},
    id::{TemplateGroupId, TemplateId},
    message::{Message, SendMessage, Template},
    templates::{
        CompareTemplates, ComparedMetric, CreateTemplateGroup, DeleteTemplateGroup,
        GetTemplateGroup, ListTemplateGroups, UpdateTemplateGroup,
    },
    time::{Clock as _, SystemClock},
};

use super::Contract;
use crate::contract::{PERSON, account, number};

const DAY: i64 = 86_400;

pub(super) async fn groups(contract: &Contract, template: &TemplateId) -> TemplateGroupId {
    let create = CreateTemplateGroup::new(account(), "Welcome");
    let group = contract.call("POST /{waba}/template_groups", &create).await.id.unwrap();
    let update = UpdateTemplateGroup::new(group.clone())
        .description("first words")
        .add_templates([template.clone()]);
    assert!(contract.call("POST /{template_group}", &update).await.success);
    let get = GetTemplateGroup::new(group.clone());
    let node = contract.call("GET /{template_group}", &get).await;
    assert_eq!(node.description.as_deref(), Some("first words"));
    assert_eq!(node.whatsapp_business_templates.unwrap()["data"][0]["id"], json!(template));
    let list = ListTemplateGroups::new(account());
    let listed = contract.call("GET /{waba}/template_groups", &list).await.data;
    assert_eq!(listed[0].id.as_ref(), Some(&group));
    group
}

/// A thousand messages of each, then the numbers of both.
pub(super) async fn counted(
    contract: &Contract,
    both: [(&str, &TemplateId); 2],
    group: TemplateGroupId,
) {
    let switch_on = UpdateAccount::new(account()).enabled_for_insights(true);
    contract.client.call(&switch_on).await.unwrap();
    for rule in ["throughput", "pair_seconds"] {
        contract.control("PUT", "rules", &json!({ rule: null })).await;
    }
    for (name, _) in both {
        let template = Template::new(name, "en_US");
        let send = SendMessage::new(number(), Message::new(PERSON, template));
        for _ in 0..20 {
            let mut batch = Batch::new();
            let mut slots: Vec<_> = (0..50).map(|_| batch.add(&send).unwrap()).collect();
            let mut answers = contract.client.batch(&batch).await.unwrap();
            answers.take(slots.pop().unwrap()).unwrap();
        }
    }
    contract.emulator.advance(Duration::from_mins(1)).await;

    let [(_, one), (_, two)] = both;
    let end = SystemClock.now().as_secs() + 3_600;
    let start = end - 7 * DAY;
    let compare = CompareTemplates::new(one.clone(), [two.clone()], start, end);
    let compared = contract.call("GET /{template}/compare", &compare).await.data;
    let sends = compared.iter().find(|one| one.metric == Some(ComparedMetric::Sends)).unwrap();
    assert_eq!(sends.number_values.as_ref().unwrap()[0]["value"], 1000);

    let (start, end) = ((end - 2 * DAY).to_string(), (end + DAY).to_string());
    let numbers = GetTemplateAnalytics::new(account(), &start, &end, [one.clone()], "DAILY");
    let numbers = contract.call("GET /{waba}/template_analytics", &numbers).await.data;
    let points = numbers[0].data_points.clone().unwrap();
    assert_eq!(points.iter().filter_map(|point| point.sent).sum::<i64>(), 1000);
    let of_group =
        GetTemplateGroupAnalytics::new(account(), &start, &end, [group.clone()], "DAILY");
    let of_group = contract.call("GET /{waba}/template_group_analytics", &of_group).await.data;
    let points = of_group[0].data_points.clone().unwrap();
    assert_eq!(points[0].template_group_id.as_ref(), Some(&group));

    let delete = DeleteTemplateGroup::new(group);
    assert!(contract.call("DELETE /{template_group}", &delete).await.success);
}
