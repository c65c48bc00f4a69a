//! What the platform thinks of the number, and what it remembers.

use std::time::Duration;

use wharf_model::{
    message::{Message, SendMessage},
    number::{
        DeliveryStatus, GetOfficialStatus, ListHistory, ListHistoryEvents, OfficialState,
        RequestOfficial,
    },
};

use super::Contract;
use crate::contract::{PERSON, number};

pub(super) async fn official(contract: &Contract) {
    let ask = RequestOfficial::new(number())
        .business_website_url("https://example.com")
        .primary_country_of_operation("US");
    let answer = contract.call("POST /{phone}/official_business_account", &ask).await;
    assert_eq!(answer.success, Some(true));
    let get = GetOfficialStatus::new(number());
    let status = contract.call("GET /{phone}/official_business_account", &get).await;
    assert_eq!(status.oba_status, Some(OfficialState::Pending));
}

pub(super) async fn history(contract: &Contract) {
    let text = SendMessage::new(number(), Message::new(PERSON, "remember me"));
    let sent = contract.client.call(&text).await.unwrap();
    contract.emulator.advance(Duration::from_secs(10)).await;
    let list = ListHistory::new(number()).message_id(sent.id().unwrap().clone());
    let entries = contract.call("GET /{phone}/message_history", &list).await.data;
    assert_eq!(entries[0].message_id.as_ref(), sent.id());
    let events =
        ListHistoryEvents::new(entries[0].id.clone().unwrap()).status_filter(DeliveryStatus::Sent);
    let rows = contract.call("GET /{history}/events", &events).await.data;
    let event = rows[0].node.clone().unwrap();
    assert_eq!(event.delivery_status, Some(DeliveryStatus::Sent));
}
