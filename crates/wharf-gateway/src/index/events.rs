//! The events in a body: pure and total.

use wharf_model::{
    id::Id,
    webhook::{self, Event, EventKind, Status},
};
use wharf_store::{journal::NewEvent, ledger::Evidence};

use crate::chance::is_token;

/// Lane of what names neither a number nor an account.
const NOWHERE: &str = "none";

/// Every event in a body; what cannot be read is one, too.
pub(super) fn of(body: &[u8]) -> Vec<NewEvent> {
    webhook::read(body).iter().map(event).collect()
}

fn event(event: &Event) -> NewEvent {
    let lane = event.number_id().map_or_else(
        || {
            let account = event.account.as_ref().map(Id::as_str);
            account.map_or_else(|| NOWHERE.to_owned(), |account| format!("waba:{account}"))
        },
        |number| number.as_str().to_owned(),
    );
    NewEvent {
        key: event.key(),
        lane,
        conversation: event.person().key().unwrap_or_default().to_owned(),
        field: event.field.clone(),
        kind: event.name().into_owned(),
        item: event.item().map(str::to_owned),
        happened_at: event.timestamp(),
        body: event.to_body(),
        unread: event.unread().map(std::borrow::Cow::into_owned),
        evidence: match &event.kind {
            EventKind::Status(status) => evidence(status),
            _ => None,
        },
    }
}

/// What a status says about a send.
fn evidence(status: &Status) -> Option<Evidence> {
    let wamid = status.id.as_ref().filter(|_| !status.is_payment())?;
    Some(Evidence {
        wamid: wamid.as_str().to_owned(),
        token: status.biz_opaque_callback_data.clone().filter(|data| is_token(data)),
        progress: status.status.clone(),
        at: status.timestamp,
        reason: status.errors.first().map(ToString::to_string),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_an_event_and_a_stranger_costs_nothing() {
        let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[
            {"field":"messages","value":{"metadata":{"phone_number_id":"1"},
             "messages":[{"id":"wamid.A","from":"15550001111","timestamp":"1700000000","type":"text","text":{"body":"hi"}},7],
             "statuses":[{"id":"wamid.B","status":"sent","timestamp":"1700000001","recipient_id":"15550001111",
                          "biz_opaque_callback_data":"w1.AAAAAAAAAAAAAAAAAAAAAA"}]}},
            {"field":"horoscope","value":{}}]}]}"#;
        let events = of(body);
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["message.text", "unread", "status.sent", "unread"]);
        let lanes: Vec<_> = events.iter().map(|event| event.lane.as_str()).collect();
        assert_eq!(lanes, ["1", "1", "1", "waba:2"]);
        let evidence = events[2].evidence.as_ref().unwrap();
        assert_eq!(evidence.token.as_deref(), Some("w1.AAAAAAAAAAAAAAAAAAAAAA"));
        assert_eq!(of(b"\xff\x00").len(), 1);
    }
}
