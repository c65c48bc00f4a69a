//! Sending: `POST /{phone-number-id}/messages`.

use serde_json::Value;
use wharf_model::{
    error::GraphError,
    id::{MediaId, MessageId, PhoneNumberId, UserId},
    media::MediaKind,
    message::{
        Content, Interactive, Message, MessageStatus, RecipientType, Sent, Severity,
        UnreadableMessage, Violation,
    },
    time::Timestamp,
};

use super::{
    Author, ChatKey, Entry, Matter, Refusal, ShownTemplate, Standing, World, marketing::Door,
    recipient::Recipient, refusal::later, statuses::Way, texted::untexted, typed,
};
use crate::fault::{Kind, Scene, Struck};

/// What the messages edge answers.
#[derive(Debug)]
pub(crate) enum Posted {
    /// A message was accepted.
    Sent {
        /// The answer.
        sent: Sent,
        /// Its statuses are delivered before the call is answered.
        statuses_first: bool,
    },
    /// A receipt was taken.
    Done,
}

/// Types the platform takes, whether or not the model names them.
const TYPES: &[&str] = &[
    "text",
    "image",
    "audio",
    "video",
    "document",
    "sticker",
    "location",
    "contacts",
    "reaction",
    "interactive",
    "template",
    "pin",
];

/// Interactive kinds the platform takes, whether or not the model names them.
const INTERACTIVE: &[&str] = &[
    "button",
    "list",
    "cta_url",
    "location_request_message",
    "address_message",
    "flow",
    "product",
    "product_list",
    "catalog_message",
    "carousel",
    "order_details",
    "order_status",
    "call_permission_request",
    "voice_call",
    "request_contact_info",
];

impl World {
    /// Takes what was posted to the messages edge of a number.
    pub(crate) fn post(
        &mut self,
        id: &str,
        mut body: Value,
        now: Timestamp,
    ) -> Result<Posted, Refusal> {
        let number = self.sender(id, &body)?;
        if body.get("status").is_some() {
            self.checks("receipt");
            return self.mark_read(&number, &body, now).map(|()| Posted::Done);
        }
        self.checks("body");
        let kind = body.get("type").and_then(Value::as_str).unwrap_or("text").to_owned();
        for name in [kind.as_str(), "context"] {
            if let Some(value) = body.get_mut(name) {
                *value = untexted(value.take());
            }
        }
        objects(&body)?;
        let message = Message::from_value(body).map_err(|error| unreadable(&error))?;
        self.checks("limits");
        limits(message.check())?;
        self.send(&number, message, Door::Messages, now)
    }

    /// The number that sends, if the body is for WhatsApp.
    pub(super) fn sender(&mut self, id: &str, body: &Value) -> Result<PhoneNumberId, Refusal> {
        self.checks("number");
        let number = PhoneNumberId::new(id).ok().filter(|id| self.numbers.contains_key(id));
        let number = number.ok_or_else(|| Refusal::no_object("post", id))?;
        self.checks("messaging_product");
        match body.get("messaging_product").and_then(Value::as_str) {
            Some("whatsapp") => Ok(number),
            Some(_) => {
                Err(Refusal::plain(100, "(#100) Param messaging_product must be one of {WHATSAPP}"))
            }
            None => Err(Refusal::plain(100, "(#100) The parameter messaging_product is required.")),
        }
    }

    pub(super) fn send(
        &mut self,
        number: &PhoneNumberId,
        message: Message,
        door: Door,
        now: Timestamp,
    ) -> Result<Posted, Refusal> {
        kinds(&message.content)?;
        if message.recipient_type == Some(RecipientType::Group) {
            return self.send_to_group(number, message, now);
        }
        self.checks("recipient");
        let recipient = self.recipient(&message)?;
        if self.numbers.get(number).is_some_and(|number| number.wa_id == recipient.wa_id) {
            return Err(Refusal::new(131_021, "to: is the number that sends"));
        }
        self.may_be_written_to(&recipient.wa_id)?;
        self.must_be_registered(number)?;
        self.checks("file");
        self.file_is_there(number, &message.content, now)?;
        let template = match &message.content {
            Content::Template(template) => {
                self.checks("template");
                let mut template =
                    self.templates.fill(&self.with_invite_links(template)?, &self.flows)?;
                self.pass(door, &mut template, now)?;
                Some(template)
            }
            _ => None,
        };
        self.flow_may_be_sent(&message.content, template.as_ref(), now)?;
        if recipient.user_id.is_some()
            && template.as_ref().is_some_and(|template| template.category == "authentication")
        {
            let details =
                "recipient: a template of category authentication needs a phone number in `to`";
            return Err(Refusal::new(131_062, details));
        }
        let key: ChatKey = (number.clone(), recipient.wa_id.clone());
        self.may_speak_of_calls(&key, &message.content, now)?;
        let opens = template.is_some() && !self.is_window_open(number, &recipient.wa_id, now);
        self.may_send(number, template.as_ref(), opens, now)?;
        self.spend(&key, opens, now)?;
        self.has_passed(template.as_ref(), now);
        Ok(self.accept(&key, message, recipient, template, now))
    }

    /// Whether account and number may send such a message at all.
    fn may_send(
        &mut self,
        number: &PhoneNumberId,
        template: Option<&ShownTemplate>,
        opens: bool,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.checks("restrictions");
        let first = if opens {
            "RESTRICTED_BIZ_INITIATED_MESSAGING"
        } else {
            "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
        };
        let is_utility = template.is_some_and(|template| template.category == "utility");
        let second = if is_utility { "RESTRICTED_UTILITY_TEMPLATES" } else { first };
        self.state.allows(&[first, second])?;
        self.numbers.get(number).map_or(Ok(()), |number| number.may_send(opens, now))
    }

    /// Everything was fine: the message is in the chat, and what becomes of it is planned.
    fn accept(
        &mut self,
        key: &ChatKey,
        message: Message,
        recipient: Recipient,
        template: Option<ShownTemplate>,
        now: Timestamp,
    ) -> Posted {
        let id = self.ids.message(&recipient.wa_id);
        self.checks("window");
        let faults = self.faults.of(Scene::Accepted);
        let statuses_first = faults.iter().any(|struck| struck.fault == Kind::StatusesFirst);
        let key_hash = message.recipient_identity_key_hash;
        let failure = forced(&faults)
            .or_else(|| self.failure(key, &message.content, template.as_ref(), now))
            .or_else(|| self.is_somebody_else(key, key_hash.as_deref()));
        if failure.is_none() {
            self.asked_to_call(key, &message.content, &id, now);
        }
        let reacts = matches!(message.content, Content::Reaction(_));
        let status = template.as_ref().map(|_| MessageStatus::Accepted);
        let held = template.as_ref().map(|template| template.id.clone());
        let held = held.is_some_and(|template| self.holds(&template, &id, now));
        self.typing_stops(key);
        if failure.is_none()
            && let Content::Reaction(reaction) = &message.content
        {
            let emoji = Some(reaction.emoji.clone()).filter(|emoji| !emoji.is_empty());
            if let Some(entry) = self.entry_mut(&reaction.message_id) {
                entry.marks_mut().reactions.business = emoji;
            }
        }
        let matter =
            Matter::Business { content: message.content, template: template.map(Box::new) };
        let mut entry = Entry::new(id.clone(), Author::Business, now, matter, Standing::Accepted);
        entry.quotes = message.context.map(|context| context.message_id);
        if message.biz_opaque_callback_data.is_some() || key_hash.is_some() {
            let marks = entry.marks_mut();
            (marks.callback_data, marks.key_hash) = (message.biz_opaque_callback_data, key_hash);
        }
        self.say(key.clone(), entry);
        let way = Way::new(reacts, &faults);
        match failure {
            // What becomes of it is clear when it is let go.
            _ if held => {}
            Some(error) => self.plan_failure(&id, error, way, now),
            None => self.plan_progress(&id, key, way, now),
        }
        let status = if held { Some(MessageStatus::Held) } else { status };
        Posted::Sent { sent: answer(id, recipient, status), statuses_first }
    }

    /// Why a message that is accepted will fail, if it will: the platform says this later.
    pub(super) fn failure(
        &self,
        key: &ChatKey,
        content: &Content,
        template: Option<&ShownTemplate>,
        now: Timestamp,
    ) -> Option<GraphError> {
        let (number, wa_id) = key;
        let Some(person) = self.people.get(wa_id) else {
            let details = "Message undeliverable: nobody on WhatsApp has this number. (In the emulator, \
                           PUT /_control/users/{digits} brings somebody into the world.)";
            return Some(later(131_026, details));
        };
        if self.numbers.get(number).is_some_and(|number| number.desk.blocked.contains(wa_id)) {
            let details = "Message undeliverable: this number has blocked the recipient";
            return Some(later(131_026, details));
        }
        if person.opted_out
            && template.is_some_and(|template| template.category.starts_with("marketing"))
        {
            let details = "the recipient wants no more marketing from this business";
            return Some(later(131_050, details));
        }
        if template.is_none() && !self.is_window_open(number, wa_id, now) {
            let details = "Message failed to send because more than 24 hours have passed since the \
                           customer last replied to this number.";
            return Some(later(131_047, details));
        }
        if let Content::Reaction(reaction) = content {
            let place = self.place(&reaction.message_id);
            if place != Some(key) {
                return Some(later(
                    131_009,
                    "reaction.message_id: there is no such message in this chat",
                ));
            }
        }
        self.wrong_file(content)
    }

    /// Only a registered number sends.
    pub(super) fn must_be_registered(&self, number: &PhoneNumberId) -> Result<(), Refusal> {
        if self.numbers.get(number).is_none_or(|number| number.registered) {
            return Ok(());
        }
        let details = "register the number first: POST /{phone-number-id}/register";
        Err(Refusal::new(133_010, details))
    }

    /// A file that is named must be there, and be this number's.
    pub(super) fn file_is_there(
        &self,
        number: &PhoneNumberId,
        content: &Content,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let Some((kind, id)) = file_of(content) else { return Ok(()) };
        if self.files.get(id).is_some_and(|file| file.is_of(number, now)) {
            return Ok(());
        }
        let kind = kind.as_str();
        let details =
            format!("{kind}.id: this number has no such file; upload it first (ids live 30 days)");
        Err(Refusal::new(131_009, details))
    }

    /// A file that is of another type than the message says.
    pub(super) fn wrong_file(&self, content: &Content) -> Option<GraphError> {
        let (kind, id) = file_of(content)?;
        let mime = &self.files.get(id)?.mime_type;
        // Documents may be of any type.
        let fits = kind == MediaKind::Document || MediaKind::of_mime(mime) == Some(kind);
        (!fits).then(|| {
            let kind = kind.as_str();
            later(131_053, format!("a file of type {mime} cannot be sent as {kind}"))
        })
    }
}

/// The file that a message carries by id.
fn file_of(content: &Content) -> Option<(MediaKind, &MediaId)> {
    Some(match content {
        Content::Image(image) => (MediaKind::Image, image.id.as_ref()?),
        Content::Video(video) => (MediaKind::Video, video.id.as_ref()?),
        Content::Audio(audio) => (MediaKind::Audio, audio.id.as_ref()?),
        Content::Document(document) => (MediaKind::Document, document.id.as_ref()?),
        Content::Sticker(sticker) => (MediaKind::Sticker, sticker.id.as_ref()?),
        _ => return None,
    })
}

/// The failure that the fault plan wants.
pub(super) fn forced(faults: &[Struck]) -> Option<GraphError> {
    let rule = faults.iter().find(|struck| struck.fault == Kind::Fail)?;
    let details = rule.details.as_deref().unwrap_or("as the fault plan says");
    Some(later(rule.code?, details))
}

/// Documented limits; the first decides the code, all are named.
pub(super) fn limits(found: Vec<Violation>) -> Result<(), Refusal> {
    let broken: Vec<Violation> =
        found.into_iter().filter(|violation| violation.severity == Severity::Error).collect();
    let Some(first) = broken.first() else { return Ok(()) };
    let texts: Vec<String> = broken.iter().map(ToString::to_string).collect();
    Err(Refusal::new(first.code, texts.join("; ")))
}

/// Whether there is an object wherever there must be one.
pub(super) fn objects(body: &Value) -> Result<(), Refusal> {
    match typed::list_for_object(body) {
        Some(path) => Err(Refusal::new(100, format!("{path}: must be an object"))),
        None => Ok(()),
    }
}

/// What is answered to a body that is no message.
pub(super) fn unreadable(error: &UnreadableMessage) -> Refusal {
    let code = if error.what == "is required" { 131_008 } else { 100 };
    Refusal::new(code, error.to_string())
}

/// Words that no version of the platform knows.
fn kinds(content: &Content) -> Result<(), Refusal> {
    let kind = content.kind();
    if !TYPES.contains(&kind) {
        let details = format!("type: `{kind}` is not one of {}", TYPES.join(", "));
        return Err(Refusal::new(131_051, details));
    }
    if let Some(Interactive::Other(other)) = content.interactive() {
        let kind = other["type"].as_str().unwrap_or_default();
        if !INTERACTIVE.contains(&kind) {
            let details =
                format!("interactive.type: `{kind}` is not one of {}", INTERACTIVE.join(", "));
            return Err(Refusal::new(131_009, details));
        }
    }
    Ok(())
}

fn answer(id: MessageId, recipient: Recipient, status: Option<MessageStatus>) -> Sent {
    let mut sent = Sent::one(id, recipient.input, recipient.wa_id);
    if let Some(contact) = sent.contacts.first_mut() {
        contact.user_id = recipient.user_id.and_then(|user| UserId::new(user).ok());
        contact.wa_id = contact.wa_id.take().filter(|_| !recipient.hidden);
    }
    if let Some(message) = sent.messages.first_mut() {
        message.message_status = status;
    }
    sent
}
