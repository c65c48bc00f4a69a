//! The business writes in a group: text, files, templates and pins (Cloud API, "Groups").

use std::collections::BTreeMap;

use wharf_model::{
    error::GraphError,
    id::{GroupId, PhoneNumberId},
    message::{Content, Message, MessageStatus, Pin, Sent},
    phone,
    time::Timestamp,
};

use super::{Said, suspended};
use crate::{
    fault::{Kind, Scene},
    world::{
        Author, Entry, Matter, Posted, Refusal, ShownTemplate, Standing, World, messages::forced,
        refusal::later, statuses::Way,
    },
};

/// What a group takes.
const TYPES: &[&str] =
    &["text", "image", "video", "audio", "document", "sticker", "template", "pin"];

impl World {
    /// Sends a message to a group.
    pub(in crate::world) fn send_to_group(
        &mut self,
        number: &PhoneNumberId,
        message: Message,
        now: Timestamp,
    ) -> Result<Posted, Refusal> {
        self.checks("group");
        let group = self.addressed(number, &message)?;
        takes(&message.content)?;
        if let Content::Pin(pin) = &message.content {
            self.can_be_pinned(&group, pin)?;
        }
        self.must_be_registered(number)?;
        self.checks("file");
        self.file_is_there(number, &message.content, now)?;
        let template = match &message.content {
            Content::Template(template) => {
                self.checks("template");
                Some(self.templates.fill(&self.with_invite_links(template)?, &self.flows)?)
            }
            _ => None,
        };
        if template.as_ref().is_some_and(|template| template.category == "authentication") {
            let details = "type: a group takes no template of category authentication";
            return Err(Refusal::new(131_051, details));
        }
        self.spend(&(number.clone(), group.as_str().to_owned()), false, now)?;
        Ok(self.accept_in_group(&group, message, template, now))
    }

    /// The group that a message names.
    fn addressed(&self, number: &PhoneNumberId, message: &Message) -> Result<GroupId, Refusal> {
        let Some(to) = message.to.as_deref().filter(|to| !to.is_empty()) else {
            return Err(Refusal::new(131_008, "to: is required, a group's id"));
        };
        let group = self.groups.get(to).filter(|group| group.number == *number);
        let Some(group) = group else {
            if phone::digits(to).is_some() {
                let details = "to: is a phone number, but recipient_type is group";
                return Err(Refusal::new(131_009, details));
            }
            return Err(Refusal::new(131_041, "to: this number has no such group"));
        };
        if group.suspended {
            return Err(suspended());
        }
        if group.members.is_empty() {
            let details = "to: nobody but the business is in this group";
            return Err(Refusal::new(131_020, details));
        }
        Ok(group.id.clone())
    }

    fn can_be_pinned(&self, group: &GroupId, pin: &Pin) -> Result<(), Refusal> {
        let said = self.groups.all.get(group).and_then(|group| group.said(&pin.message_id));
        if said.is_some() {
            return Ok(());
        }
        Err(Refusal::new(131_009, "pin.message_id: there is no such message in this group"))
    }

    fn accept_in_group(
        &mut self,
        group: &GroupId,
        message: Message,
        template: Option<ShownTemplate>,
        now: Timestamp,
    ) -> Posted {
        let id = self.ids.message(group.as_str());
        self.checks("window");
        let faults = self.faults.of(Scene::Accepted);
        let statuses_first = faults.iter().any(|struck| struck.fault == Kind::StatusesFirst);
        let failure = forced(&faults)
            .or_else(|| self.group_failure(group, &message.content, template.as_ref(), now));
        let pins = matches!(message.content, Content::Pin(_));
        let is_template = template.is_some();
        let Some(there) = self.groups.all.get_mut(group) else { return Posted::Done };
        if failure.is_none()
            && let Content::Pin(pin) = &message.content
        {
            there.pin(pin, now);
        }
        let members = there.members.iter().map(|wa_id| (wa_id.clone(), Standing::Accepted));
        let standings: BTreeMap<_, _> = members.collect();
        let matter =
            Matter::Business { content: message.content, template: template.map(Box::new) };
        let mut entry = Entry::new(id.clone(), Author::Business, now, matter, Standing::Accepted);
        entry.quotes = message.context.map(|context| context.message_id);
        if message.biz_opaque_callback_data.is_some() {
            entry.marks_mut().callback_data = message.biz_opaque_callback_data;
        }
        self.say_in_group(group, Said { by: None, entry, standings, reactions: BTreeMap::new() });
        let way = Way::new(pins, &faults);
        match failure {
            Some(error) => self.plan_failure(&id, error, way, now),
            None => self.plan_group_progress(&id, way, now),
        }
        let mut sent = Sent::one(id, group.as_str(), group.as_str());
        if let Some(message) = sent.messages.first_mut() {
            message.group_id = Some(group.as_str().to_owned());
            message.message_status = is_template.then_some(MessageStatus::Accepted);
        }
        Posted::Sent { sent, statuses_first }
    }

    /// Why a message that is accepted will fail, if it will. One window is the whole group's.
    fn group_failure(
        &self,
        group: &GroupId,
        content: &Content,
        template: Option<&ShownTemplate>,
        now: Timestamp,
    ) -> Option<GraphError> {
        let until = self.groups.all.get(group)?.window_until();
        let free = template.is_some() || matches!(content, Content::Pin(_));
        if !free && until.is_none_or(|until| until <= now) {
            let details = "Message failed to send because more than 24 hours have passed since \
                           somebody last wrote in this group.";
            return Some(later(131_047, details));
        }
        self.wrong_file(content)
    }
}

fn takes(content: &Content) -> Result<(), Refusal> {
    let kind = content.kind();
    if TYPES.contains(&kind) {
        return Ok(());
    }
    let details = format!("type: a group takes {}; `{kind}` is none of them", TYPES.join(", "));
    Err(Refusal::new(131_051, details))
}
