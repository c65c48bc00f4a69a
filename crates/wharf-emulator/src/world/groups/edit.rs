//! Changing a group: name, text, picture; and what the platform thinks of it.

use serde_json::{Map, Value, json};
use wharf_model::{id::GroupId, limits::GROUP_DESCRIPTION_CHARS_MAX, time::Timestamp};

use super::{
    Picture, Topic,
    create::{answer, check_subject},
};
use crate::world::{
    Refusal, World,
    desk::{at_most, product},
};

/// What can be set.
const SETTABLE: &[&str] =
    &["messaging_product", "subject", "description", "profile_picture_file", "file"];

impl World {
    /// `POST /{group-id}`: what came of it is told by webhook.
    pub(crate) fn edit_group(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let group = self.group_mut(id, "post")?;
        product(body)?;
        let fields = body.as_object().into_iter().flatten();
        if let Some((name, _)) = fields.into_iter().find(|(name, _)| !SETTABLE.contains(&&***name))
        {
            let message = format!("(#100) Param {name} is not one of {}", SETTABLE.join(", "));
            return Err(Refusal::plain(100, message));
        }
        let subject = text(body, "subject")?;
        let description = text(body, "description")?;
        let picture = body.get("file").or_else(|| body.get("profile_picture_file"));
        if subject.is_none() && description.is_none() && picture.is_none() {
            let details = "nothing is to be changed: give subject, description or file";
            return Err(Refusal::new(131_008, details));
        }
        if let Some(subject) = subject {
            check_subject(subject)?;
        }
        at_most("description", description.unwrap_or_default(), GROUP_DESCRIPTION_CHARS_MAX)?;
        let picture = picture.map(Picture::read).transpose()?;

        let mut told = Map::new();
        if let Some(subject) = subject {
            subject.clone_into(&mut group.subject);
            told.insert("group_subject".to_owned(), set(subject));
        }
        if let Some(description) = description {
            group.description = Some(description.to_owned()).filter(|text| !text.is_empty());
            told.insert("group_description".to_owned(), set(description));
        }
        if let Some(picture) = picture {
            let (outcome, fits) = picture.told();
            told.insert("profile_picture".to_owned(), outcome);
            if fits {
                group.picture = Some(picture);
            }
        }
        let (group, number) = (group.id.clone(), group.number.clone());
        let request = self.ids.ticket();
        told.insert("group_id".to_owned(), group.as_str().into());
        told.insert("type".to_owned(), "group_settings_update".into());
        told.insert("request_id".to_owned(), request.as_str().into());
        self.plan_told(Topic::Settings, &number, told.into(), now);
        self.group_changed(&group);
        Ok(answer(&request))
    }

    /// The platform suspends a group, or lets it go on.
    pub(crate) fn suspend_group(&mut self, id: &GroupId, suspended: bool, now: Timestamp) -> bool {
        let Some(group) = self.groups.all.get_mut(id) else { return false };
        if group.suspended != suspended {
            group.suspended = suspended;
            let number = group.number.clone();
            let kind = if suspended { "group_suspend" } else { "group_suspend_cleared" };
            let told = json!({"group_id": id, "type": kind});
            self.tell_group(Topic::Status, &number, told, now);
            self.group_changed(id);
        }
        true
    }
}

fn text<'a>(body: &'a Value, name: &str) -> Result<Option<&'a str>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal::plain(100, format!("(#100) Param {name} must be a string"))),
    }
}

fn set(text: &str) -> Value {
    json!({"text": text, "update_successful": true})
}
