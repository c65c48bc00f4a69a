//! What the fields say that come whole.

use serde::de::DeserializeOwned;

use super::{
    account::{
        AccountAlert, AccountReview, AccountSettings, AccountUpdate, Capability, NumberName,
        NumberQuality, PartnerSolution, PaymentConfiguration, Security, Username,
    },
    call::Calls,
    flow::FlowUpdate,
    group::GroupUpdate,
    history::{ConversationContext, Handover, HistoryChunk},
    people::{AutomaticEvent, Preference, StateSync, UserAction, UserIdUpdate},
    person::{Person, Whom},
    template::{TemplateCategory, TemplateComponents, TemplateQuality, TemplateStatus},
};
use crate::read::{elements, member, members, tolerant};

/// What an event of kind `Update` says, by its field. A field that brings a list gives all of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Update {
    /// `account_update`.
    Account(Box<AccountUpdate>),
    /// `account_alerts`.
    AccountAlert(Box<AccountAlert>),
    /// `account_review_update`.
    AccountReview(AccountReview),
    /// `account_settings_update`.
    AccountSettings(Box<AccountSettings>),
    /// `automatic_events`.
    AutomaticEvents(Vec<AutomaticEvent>),
    /// `business_capability_update`.
    Capability(Capability),
    /// `calls`.
    Calls(Calls),
    /// `conversation_context` of `messages`.
    ConversationContext(ConversationContext),
    /// `flows`.
    Flow(Box<FlowUpdate>),
    /// `group_lifecycle_update`, `group_participants_update`, `group_settings_update`, `group_status_update`.
    Groups(Vec<GroupUpdate>),
    /// `messaging_handovers`.
    Handover(Box<Handover>),
    /// `history`.
    History(Box<HistoryChunk>),
    /// `phone_number_name_update`.
    NumberName(NumberName),
    /// `phone_number_quality_update`.
    NumberQuality(NumberQuality),
    /// `partner_solutions`.
    PartnerSolution(PartnerSolution),
    /// `payment_configuration_update`.
    PaymentConfiguration(PaymentConfiguration),
    /// `user_preferences`.
    Preferences(Vec<Preference>),
    /// `security`.
    Security(Security),
    /// `smb_app_state_sync`.
    StateSync(Vec<StateSync>),
    /// `template_category_update`, `template_correct_category_detection`.
    TemplateCategory(Box<TemplateCategory>),
    /// `message_template_components_update`.
    TemplateComponents(Box<TemplateComponents>),
    /// `message_template_quality_update`.
    TemplateQuality(TemplateQuality),
    /// `message_template_status_update`.
    TemplateStatus(Box<TemplateStatus>),
    /// One of the `user_actions` of `messages`.
    UserAction(UserAction),
    /// `user_id_update`.
    UserIds(Vec<UserIdUpdate>),
    /// `business_username_update`, `business_username_updates`, and their old name `phone_number_username_update`.
    Username(Username),
}

impl Update {
    /// Reads the JSON of a field, or of an item in the array `array` of it.
    pub(super) fn read(field: &str, array: Option<&str>, json: &str) -> Option<Self> {
        match (field, array) {
            ("messages", Some("conversation_context")) => {
                return one(json).map(Self::ConversationContext);
            }
            ("messages", Some("user_actions")) => return one(json).map(Self::UserAction),
            ("history", Some("history")) => return one(json).map(Self::History),
            (_, Some(_)) => return None,
            (_, None) => {}
        }
        match field {
            "account_alerts" => one(json).map(Self::AccountAlert),
            "account_review_update" => one(json).map(Self::AccountReview),
            "account_settings_update" => one(json).map(Self::AccountSettings),
            "account_update" => one(json).map(Self::Account),
            "automatic_events" => list(json, "automatic_events").map(Self::AutomaticEvents),
            "business_capability_update" => one(json).map(Self::Capability),
            "business_username_update"
            | "business_username_updates"
            | "phone_number_username_update" => one(json).map(Self::Username),
            "calls" => Some(Self::Calls(Calls {
                calls: list(json, "calls")?,
                statuses: list(json, "statuses")?,
                errors: list(json, "errors")?,
            })),
            "flows" => one(json).map(Self::Flow),
            "group_lifecycle_update"
            | "group_participant_update"
            | "group_participants_update"
            | "group_settings_update"
            | "group_status_update" => groups(json).map(Self::Groups),
            "message_template_components_update" => one(json).map(Self::TemplateComponents),
            "message_template_quality_update" => one(json).map(Self::TemplateQuality),
            "message_template_status_update" => template_status(json),
            "messaging_handovers" => one(json).map(Self::Handover),
            "partner_solutions" => one(json).map(Self::PartnerSolution),
            "payment_configuration_update" => one(json).map(Self::PaymentConfiguration),
            "phone_number_name_update" => one(json).map(Self::NumberName),
            "phone_number_quality_update" => one(json).map(Self::NumberQuality),
            "security" => one(json).map(Self::Security),
            "smb_app_state_sync" => list(json, "state_sync").map(Self::StateSync),
            "template_category_update" | "template_correct_category_detection" => {
                one(json).map(Self::TemplateCategory)
            }
            "user_id_update" => list(json, "user_id_update").map(Self::UserIds),
            "user_preferences" => preferences(json).map(Self::Preferences),
            _ => None,
        }
    }
}

impl Update {
    /// The one person it speaks of; `None` when it speaks of nobody, or of several.
    pub(super) fn person(&self) -> Option<Person> {
        match self {
            Self::Calls(calls) => calls.whom().map(Person::by),
            Self::Preferences(preferences) => match &preferences[..] {
                [one] => Some(Person::by(Whom {
                    user_id: one.user_id.as_ref(),
                    parent_user_id: one.parent_user_id.as_ref(),
                    phone: one.wa_id.as_deref(),
                })),
                _ => None,
            },
            Self::UserIds(changes) => match &changes[..] {
                [one] => Some(Person::by(Whom {
                    user_id: one.user_id.as_ref().and_then(|id| id.current.as_ref()),
                    parent_user_id: one.parent_user_id.as_ref().and_then(|id| id.current.as_ref()),
                    phone: one.wa_id.as_deref(),
                })),
                _ => None,
            },
            Self::Handover(handover) => handover.sender.as_ref().map(|sender| {
                let phone = sender.phone_number.as_deref();
                let user_id = sender.user_id.as_ref();
                Person::by(Whom { user_id, parent_user_id: None, phone })
            }),
            _ => None,
        }
    }
}

fn one<T: DeserializeOwned>(json: &str) -> Option<T> {
    tolerant(json).ok().map(|(value, _)| value)
}

/// The items of one list in a value. An item that cannot be read costs no other.
fn list<T: DeserializeOwned>(json: &str, name: &str) -> Option<Vec<T>> {
    let value = members(json)?;
    let items = member(&value, name).and_then(elements).unwrap_or_default();
    Some(items.into_iter().filter_map(|item| one(item.get())).collect())
}

/// Lists that a value which comes whole may have.
const LISTS: &[&str] = &[
    "automatic_events",
    "calls",
    "errors",
    "groups",
    "state_sync",
    "statuses",
    "user_id_update",
    "user_preferences",
];

/// What stands in the lists of a value and is no item: a note for each, since `update()` leaves it out.
pub(super) fn strangers(value: &str) -> Vec<String> {
    let mut notes = Vec::new();
    for (name, json) in members(value).unwrap_or_default() {
        if !LISTS.contains(&name.as_ref()) || json.get() == "null" {
            continue;
        }
        let Some(items) = elements(json.get()) else {
            notes.push(format!("{name}: is not a list, only in `raw`"));
            continue;
        };
        let strange = items.iter().enumerate().filter(|(_, item)| !item.get().starts_with('{'));
        notes.extend(
            strange.map(|(at, _)| format!("{name}[{at}]: is not an object, only in `raw`")),
        );
    }
    notes
}

/// Some write a single preference without its list.
fn preferences(json: &str) -> Option<Vec<Preference>> {
    let value = members(json)?;
    if member(&value, "user_preferences").is_none() && member(&value, "value").is_some() {
        return Some(one(json).into_iter().collect());
    }
    list(json, "user_preferences")
}

/// One published example says beside the list who did it.
fn groups(json: &str) -> Option<Vec<GroupUpdate>> {
    let mut groups: Vec<GroupUpdate> = list(json, "groups")?;
    let beside: Option<String> =
        members(json).and_then(|value| one(member(&value, "initiated_by")?));
    for group in &mut groups {
        group.initiated_by = group.initiated_by.take().or_else(|| beside.clone());
    }
    Some(groups)
}

/// A quality also comes under the name of the status field: then there is no `event`.
fn template_status(json: &str) -> Option<Update> {
    let value = members(json)?;
    if member(&value, "event").is_none() && member(&value, "new_quality_score").is_some() {
        one(json).map(Update::TemplateQuality)
    } else {
        one(json).map(Update::TemplateStatus)
    }
}
