use wharf_model::account::{
    GetAccount, ListNumbers, ListSubscribedApps, Subscribe, Unsubscribe, UpdateAccount,
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
    contract.end("account").await;
}
