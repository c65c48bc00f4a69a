use wharf_model::{
    account::{
        AddNumber, AssignUser, GetAccount, ListActivities, ListAssignedUsers, ListNumbers,
        ListSubscribedApps, RemoveUser, Subscribe, Unsubscribe, UpdateAccount, UserTask,
    },
    id::{BusinessId, SystemUserId},
};

use super::{Contract, account, app, number};

#[tokio::test]
async fn the_account_its_numbers_and_its_apps() {
    let contract = Contract::start().await;
    let rename = UpdateAccount::new(account()).name("Harbour");
    assert_eq!(contract.call("POST /{waba}", &rename).await.id, Some(account()));
    let node = contract.call("GET /{waba}", &GetAccount::new(account())).await;
    assert_eq!((node.id, node.name.as_deref()), (Some(account()), Some("Harbour")));

    let numbers = contract.call("GET /{waba}/phone_numbers", &ListNumbers::new(account())).await;
    assert_eq!(numbers.data[0].id, Some(number()));

    let list = ListSubscribedApps::new(account());
    let apps = async || contract.call("GET /{waba}/subscribed_apps", &list).await.data;
    let leave = Unsubscribe::new(account());
    let answer = contract.call("DELETE /{waba}/subscribed_apps", &leave).await;
    assert_eq!(answer.success, Some(true));
    assert!(apps().await.is_empty());
    let join = Subscribe::new(account());
    let answer = contract.call("POST /{waba}/subscribed_apps", &join).await;
    assert_eq!(answer.success, Some(true));
    let info = apps().await.remove(0).whatsapp_business_api_data.unwrap();
    assert_eq!(info.id, Some(app()));
    people(&contract).await;
    contract.end("account").await;
}

async fn people(contract: &Contract) {
    let user = || SystemUserId::new("42").unwrap();
    let assign = AssignUser::new(account(), user(), [UserTask::Manage, UserTask::Messaging]);
    assert!(contract.call("POST /{waba}/assigned_users", &assign).await.success);
    let business = BusinessId::new("1").unwrap();
    let list = ListAssignedUsers::new(account(), business);
    let listed = contract.call("GET /{waba}/assigned_users", &list).await.data;
    assert_eq!(listed[0].id, Some(user()));
    assert_eq!(listed[0].tasks.as_ref().unwrap()[1], UserTask::Messaging);
    let remove = RemoveUser::new(account(), user());
    assert!(contract.call("DELETE /{waba}/assigned_users", &remove).await.success);

    let add = AddNumber::new(account(), "(555) 000-0002", "Wharf Tea").cc("1");
    let added = contract.call("POST /{waba}/phone_numbers", &add).await.id;
    assert_ne!(added, number());
    let done = ListActivities::new(account());
    let done = contract.call("GET /{waba}/activities", &done).await.data;
    let kinds: Vec<_> = done.iter().filter_map(|one| one.activity_type.as_deref()).collect();
    assert!(kinds.contains(&"PHONE_NUMBER_ADDED") && kinds.contains(&"USER_REMOVED"), "{kinds:?}");
}
