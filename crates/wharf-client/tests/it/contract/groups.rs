use serde_json::{Value, json};
use wharf_model::{
    analytics::{GetGroupAnalytics, GroupPoint},
    group::{
        AddParticipants, ApproveJoinRequests, CreateGroup, DeleteGroup, DeleteInviteLink, GetGroup,
        GetInviteLink, JoinApproval, ListGroups, ListJoinRequests, Participant, RejectJoinRequests,
        RemoveParticipants, ResetInviteLink, UpdateGroup,
    },
    id::GroupId,
    time::{Clock as _, SystemClock},
};

use super::{Contract, PERSON, account, number};

/// Who asks to come in.
const ANOTHER: &str = "15550002222";

#[tokio::test]
async fn a_group_from_its_first_day_to_its_last() {
    let contract = Contract::start().await;
    // Only a business with the badge has groups.
    let path = format!("numbers/{}", number());
    contract.control("PUT", &path, &json!({ "official": "APPROVED" })).await;
    let create = CreateGroup::new(number(), "Tasting").join_approval_mode(JoinApproval::Required);
    let asked = contract.call("POST /{phone}/groups", &create).await;
    assert!(asked.request_id.is_some());
    let groups = contract.call("GET /{phone}/groups", &ListGroups::new(number())).await.into_page();
    let row = &groups.data[0];
    assert_eq!(row.subject.as_deref(), Some("Tasting"));
    let id = row.id.clone().unwrap();

    let update = UpdateGroup::new(id.clone()).subject("Coffee").description("Every Monday");
    assert!(contract.call("POST /{group}", &update).await.request_id.is_some());
    let get = GetGroup::new(id.clone()).fields(["subject", "participants"]);
    let node = contract.call("GET /{group}", &get).await;
    assert_eq!(node.subject.as_deref(), Some("Coffee"));

    people(&contract, &id).await;
    let delete = DeleteGroup::new(id.clone());
    assert!(contract.call("DELETE /{group}", &delete).await.request_id.is_some());
    assert_eq!(contract.client.call(&get).await.unwrap_err().code(), Some(100));
    contract.end("groups").await;
}

async fn people(contract: &Contract, id: &GroupId) {
    let link = contract.call("GET /{group}/invite_link", &GetInviteLink::new(id.clone())).await;
    let link = link.invite_link.unwrap();
    for wa_id in [PERSON, ANOTHER] {
        let path = format!("users/{wa_id}/groups");
        contract.control("POST", &path, &json!({ "invite_link": link })).await;
    }
    let list = ListJoinRequests::new(id.clone());
    let requests = contract.call("GET /{group}/join_requests", &list).await.data;
    let of = |wa_id: &str| {
        let mut all = requests.iter();
        let one = all.find(|request| request.wa_id.as_deref() == Some(wa_id));
        one.unwrap().join_request_id.clone().unwrap()
    };
    let approve = ApproveJoinRequests::new(id.clone(), [of(PERSON)]);
    let answer = contract.call("POST /{group}/join_requests", &approve).await;
    assert_eq!(answer.approved_join_requests, Some(vec![of(PERSON)]));
    let reject = RejectJoinRequests::new(id.clone(), [of(ANOTHER)]);
    let answer = contract.call("DELETE /{group}/join_requests", &reject).await;
    assert_eq!(answer.rejected_join_requests, Some(vec![of(ANOTHER)]));

    // The description has it; the platform's guide says that nobody can be put into a group.
    let add = AddParticipants::new(id.clone(), [Participant::new(ANOTHER)]);
    let refused = contract.refused("POST /{group}/participants", &add).await;
    assert_eq!(refused.code(), Some(100));
    let remove = RemoveParticipants::new(id.clone(), [Participant::new(PERSON)]);
    let answer = contract.call("DELETE /{group}/participants", &remove).await;
    assert!(answer.request_id.is_some());
    let now = SystemClock.now().as_secs();
    let counted =
        GetGroupAnalytics::new(account(), now - 86_400, now + 86_400, [id.clone()], "DAILY");
    let series = contract.call("GET /{waba}/group_analytics", &counted).await.data;
    let points = series[0].data_points.clone().unwrap();
    let sum = |moves: fn(&GroupPoint) -> Option<i64>| points.iter().filter_map(moves).sum::<i64>();
    assert_eq!(
        (sum(|point| point.participants_joined), sum(|point| point.participants_left)),
        (1, 1)
    );

    let reset = ResetInviteLink::new(id.clone());
    let other = contract.call("POST /{group}/invite_link", &reset).await.invite_link;
    assert_ne!(other, Some(link));
    let revoke = DeleteInviteLink::new(id.clone());
    let answer = contract.call("DELETE /{group}/invite_link", &revoke).await;
    assert_eq!(answer.success.as_deref(), Some("true"));
    assert_ne!(contract.control("GET", "groups", &Value::Null).await["data"], json!([]));
}
