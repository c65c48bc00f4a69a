//! What a business number and a person have said to each other.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wharf_model::{error::GraphError, id::MessageId, message::Content, time::Timestamp};

use super::{
    ShownTemplate,
    history::{Click, Reached},
    moment,
};

/// A chat, oldest message first.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chat {
    /// What was said.
    #[expect(
        clippy::vec_box,
        reason = "a list that grows would have as much room again for entries to come"
    )]
    pub(crate) entries: Vec<Box<Entry>>,
    /// Until when the business is shown as typing.
    #[serde(with = "moment::maybe")]
    pub(crate) typing_until: Option<Timestamp>,
    /// How many of the messages somebody has looked at on the phone in the browser.
    pub(super) seen: usize,
}

impl Chat {
    /// Messages of the business that nobody has looked at on the phone in the browser.
    pub(crate) fn unseen(&self) -> usize {
        let new = self.entries.iter().skip(self.seen);
        new.filter(|entry| entry.author == Author::Business).count()
    }

    pub(crate) fn entry(&self, id: &MessageId) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.id == *id).map(|entry| &**entry)
    }
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Author {
    /// The business.
    Business,
    /// The person.
    Person,
}

/// One message, as both sides see it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Its id.
    pub(crate) id: MessageId,
    /// Who said it.
    pub(crate) author: Author,
    /// When.
    #[serde(with = "moment")]
    pub(crate) at: Timestamp,
    /// What.
    pub(crate) matter: Matter,
    /// The message it quotes.
    pub(crate) quotes: Option<MessageId>,
    /// How far it came.
    pub(crate) standing: Standing,
    /// How far it came, and when; that it was accepted first goes without saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) reached: Vec<Reached>,
    /// What few messages have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marks: Option<Box<Marks>>,
}

/// What few messages have. There are many messages, so it is not in all of them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Marks {
    /// Emoji on it.
    pub(crate) reactions: Reactions,
    /// What comes back in its statuses.
    pub(crate) callback_data: Option<String>,
    /// Which button of it was tapped, if one was.
    pub(crate) tapped: Option<String>,
    /// The advertisement that somebody came from.
    pub(crate) referral: Option<Value>,
    /// The identity key that it was meant for.
    pub(super) key_hash: Option<String>,
    /// Buttons of it that were tapped, for the numbers.
    pub(super) clicks: Vec<Click>,
}

/// Those of a message that has none.
static NO_MARKS: Marks = Marks {
    reactions: Reactions { business: None, person: None },
    callback_data: None,
    tapped: None,
    referral: None,
    key_hash: None,
    clicks: Vec::new(),
};

impl Entry {
    /// A message that nothing has become of yet.
    pub(super) fn new(
        id: MessageId,
        author: Author,
        at: Timestamp,
        matter: Matter,
        standing: Standing,
    ) -> Self {
        let (quotes, reached) = (None, Vec::new());
        Self { id, author, at, matter, quotes, standing, reached, marks: None }
    }

    /// What few messages have.
    pub(crate) fn marks(&self) -> &Marks {
        self.marks.as_deref().unwrap_or(&NO_MARKS)
    }

    /// The same, to be changed.
    pub(super) fn marks_mut(&mut self) -> &mut Marks {
        self.marks.get_or_insert_default()
    }
}

/// What was said.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Matter {
    /// By the business.
    Business {
        /// As it was sent.
        #[serde(with = "said")]
        content: Content,
        /// A template with its values filled in.
        template: Option<Box<ShownTemplate>>,
    },
    /// By the person: the word under `type`, and what stands under that word.
    Person {
        /// The word.
        kind: String,
        /// What stands under it.
        payload: Value,
    },
}

/// How far a message came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Standing {
    /// The platform has it.
    Accepted,
    /// One tick.
    Sent,
    /// Two ticks.
    Delivered,
    /// Two blue ticks.
    Read,
    /// It did not arrive, and why.
    Failed(Box<GraphError>),
}

impl Standing {
    /// How far it is; only a higher one may follow.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Accepted => 0,
            Self::Sent => 1,
            Self::Delivered => 2,
            Self::Read => 3,
            Self::Failed(_) => 4,
        }
    }

    /// The word, as statuses spell it.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Failed(_) => "failed",
        }
    }
}

/// Emoji on a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reactions {
    /// The business's.
    pub(crate) business: Option<String>,
    /// The person's.
    pub(crate) person: Option<String>,
}

/// What a message carries, in a snapshot: as on the wire, in an envelope to nobody.
mod said {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use wharf_model::message::{Content, Message};

    pub(super) fn serialize<S: Serializer>(
        content: &Content,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Message::new("", content.clone()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Content, D::Error> {
        Message::deserialize(deserializer).map(|message| message.content)
    }
}
