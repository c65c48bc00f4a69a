//! Opaque platform identifiers, one nominal type per kind of node.

use std::{fmt, marker::PhantomData, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Identifier of a node of kind `K`.
///
/// The platform hands these out as opaque strings; a clone shares its text. The kind exists only at
/// compile time: many nodes share the path `/{version}/{id}`, so the kind is
/// what says which operation a request means.
pub struct Id<K> {
    text: Arc<str>,
    kind: PhantomData<fn(K) -> K>,
}

/// The kinds of node.
pub mod kind {
    macro_rules! kinds {
        ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}
        )*};
    }

    kinds! {
        /// A business phone number.
        PhoneNumber,
        /// A message, in or out (`wamid.…`).
        Message,
        /// A person, as the platform knows them: digits of a phone number (`wa_id`).
        Contact,
        /// A person within one business portfolio (business-scoped user id, `CC.…`).
        User,
        /// An uploaded or received file.
        Media,
        /// A message template.
        Template,
        /// A WhatsApp Business Account.
        Account,
        /// A group conversation.
        Group,
        /// A call (`wacid.…`).
        Call,
        /// A flow.
        Flow,
        /// An app of the platform's developers.
        App,
        /// A business portfolio.
        Business,
        /// A multi-partner solution.
        Solution,
        /// A line of credit.
        Credit,
        /// A part of a line of credit, for one client.
        Allocation,
        /// A phone number that is verified ahead.
        Preverified,
        /// The bot of a number: ice-breakers and commands.
        Bot,
        /// A business profile.
        Profile,
        /// An entry of the message history.
        History,
        /// The move of an account to another partner or solution.
        Intent,
        /// Someone who works on accounts: a person or a program.
        SystemUser,
        /// A group of templates.
        TemplateGroup,
        /// A sign-up by link.
        Signup,
        /// A welcome flow of advertisements.
        Sequence,
        /// A resumable upload (`upload:…`).
        Upload,
    }
}

/// Identifier of a business phone number.
pub type PhoneNumberId = Id<kind::PhoneNumber>;
/// Identifier of a message.
pub type MessageId = Id<kind::Message>;
/// Identifier of a person by phone (`wa_id`).
pub type ContactId = Id<kind::Contact>;
/// Identifier of a file.
pub type MediaId = Id<kind::Media>;
/// Identifier of a template.
pub type TemplateId = Id<kind::Template>;
/// Identifier of a WhatsApp Business Account.
pub type AccountId = Id<kind::Account>;
/// Business-scoped user id of a person.
pub type UserId = Id<kind::User>;
/// Identifier of a group.
pub type GroupId = Id<kind::Group>;
/// Identifier of a call.
pub type CallId = Id<kind::Call>;
/// Identifier of a flow.
pub type FlowId = Id<kind::Flow>;
/// Identifier of an app.
pub type AppId = Id<kind::App>;
/// Identifier of a business portfolio.
pub type BusinessId = Id<kind::Business>;
/// Identifier of a multi-partner solution.
pub type SolutionId = Id<kind::Solution>;
/// Identifier of a line of credit.
pub type CreditId = Id<kind::Credit>;
/// Identifier of a part of a line of credit, for one client.
pub type AllocationId = Id<kind::Allocation>;
/// Identifier of a phone number that is verified ahead.
pub type PreverifiedId = Id<kind::Preverified>;
/// Identifier of the bot of a number: ice-breakers and commands.
pub type BotId = Id<kind::Bot>;
/// Identifier of a business profile.
pub type ProfileId = Id<kind::Profile>;
/// Identifier of an entry of the message history.
pub type HistoryId = Id<kind::History>;
/// Identifier of the move of an account to another partner or solution.
pub type IntentId = Id<kind::Intent>;
/// Identifier of someone who works on accounts: a person or a program.
pub type SystemUserId = Id<kind::SystemUser>;
/// Identifier of a group of templates.
pub type TemplateGroupId = Id<kind::TemplateGroup>;
/// Identifier of a sign-up by link.
pub type SignupId = Id<kind::Signup>;
/// Identifier of a welcome flow of advertisements.
pub type SequenceId = Id<kind::Sequence>;
/// Identifier of a resumable upload (`upload:…`).
pub type UploadId = Id<kind::Upload>;

/// The text was empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptyId;

impl fmt::Display for EmptyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier may not be empty")
    }
}

impl std::error::Error for EmptyId {}

impl<K> Id<K> {
    /// Wraps an identifier the platform handed out.
    pub fn new(text: impl Into<Arc<str>>) -> Result<Self, EmptyId> {
        let text = text.into();
        if text.is_empty() { Err(EmptyId) } else { Ok(Self { text, kind: PhantomData }) }
    }

    /// The identifier as the platform spells it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self { text: Arc::clone(&self.text), kind: PhantomData }
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<K> std::str::FromStr for Id<K> {
    type Err = EmptyId;

    fn from_str(text: &str) -> Result<Self, EmptyId> {
        Self::new(text)
    }
}

impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::open::word(deserializer, |word| Self::new(word))?.map_err(serde::de::Error::custom)
    }
}
