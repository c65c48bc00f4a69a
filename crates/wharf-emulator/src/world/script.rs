//! What somebody does by themselves: steps that are taken one after the other.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::{GroupId, MessageId, PhoneNumberId},
    phone,
    time::Timestamp,
    webhook::status::Progress,
};

use super::{
    Act, Allowance, Author, Dial, Entry, Habits, Matter, Standing, World, Written, agenda::Due,
    people::NO_NUMBER, tap::choices, writing::Problem,
};

/// One thing that somebody does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Step {
    /// Waits until a message of the business is delivered.
    Await,
    /// Waits so many seconds.
    Wait(f64),
    /// Opens what was delivered.
    Read,
    /// Types and sends a text.
    Type(String),
    /// Taps what can be tapped on the newest message, counted from 0.
    Tap(usize),
    /// Answers the newest flow with these values, without its screens.
    Flow(Map<String, Value>),
    /// Sends anything: `{"type": "location", "location": {…}}`.
    Send(Map<String, Value>),
    /// Reacts to the newest message; an empty text takes it back.
    React(String),
    /// Changes the text last sent.
    Edit(String),
    /// Takes back what was last sent.
    Revoke,
    /// Opens the invite link of a group.
    Join(String),
    /// Leaves a group, by its id.
    Leave(String),
    /// Waits until the business calls.
    AwaitCall,
    /// Takes the call that rings.
    Answer,
    /// Refuses the call that rings.
    Decline,
    /// Ends the call.
    HangUp,
    /// Calls a business number, by its id; an empty one is the first.
    Call(String),
    /// Answers whether they may be called.
    AllowCalls(Allowance),
    /// Gets another phone number.
    ChangeNumber(String),
    /// Is known by another user id.
    ChangeUserId,
    /// Has another identity key, as after installing anew.
    ChangeIdentity,
    /// Wants no more marketing.
    OptOut,
    /// Wants marketing again.
    OptIn,
}

/// Steps, and how far they are taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Script {
    /// What is done.
    pub(crate) steps: Vec<Step>,
    /// Whether it begins again after its end.
    #[serde(default)]
    pub(crate) repeat: bool,
    /// The step that comes next.
    #[serde(default)]
    pub(crate) at: usize,
    /// Why it stopped before its end.
    #[serde(default)]
    pub(crate) problem: Option<String>,
}

impl Script {
    /// What is wrong with it.
    pub(crate) fn check(&self) -> Result<(), String> {
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Wait(seconds) if !(0.0..=31_536_000.0).contains(seconds) => {
                    return Err(format!("steps[{at}].wait: must be from 0 seconds to a year"));
                }
                Step::ChangeNumber(phone) if phone::digits(phone).is_none() => {
                    return Err(format!("steps[{at}].change_number: {NO_NUMBER}"));
                }
                Step::Send(body) => {
                    let (body, _) = Written::group_of(body.clone())
                        .map_err(|what| format!("steps[{at}].send.{what}"))?;
                    Written::read(body).map_err(|what| format!("steps[{at}].send.{what}"))?;
                }
                _ => {}
            }
        }
        // One that never waits would never end.
        let waits = |step: &Step| match step {
            Step::Await | Step::AwaitCall => true,
            Step::Wait(seconds) => *seconds > 0.0,
            _ => false,
        };
        if self.repeat && !self.steps.iter().any(waits) {
            return Err("repeat: only with a step that waits, or it would never end".to_owned());
        }
        Ok(())
    }

    fn awaits(&self) -> bool {
        self.steps.get(self.at) == Some(&Step::Await)
    }
}

impl World {
    /// Gives somebody a script, from its first step.
    pub(crate) fn set_script(&mut self, wa_id: &str, script: Script, now: Timestamp) -> bool {
        let Some(person) = self.people.get_mut(wa_id) else { return false };
        person.script = Some(Script { at: 0, problem: None, ..script });
        self.agenda.plan(now, Due::Script(wa_id.to_owned()));
        true
    }

    /// A message arrived: whoever waited for one goes on.
    pub(super) fn arrived(&mut self, wa_id: &str, at: Timestamp) {
        let Some(script) = self.people.get_mut(wa_id).and_then(|person| person.script.as_mut())
        else {
            return;
        };
        if script.awaits() {
            script.at += 1;
            self.agenda.plan(at, Due::Script(wa_id.to_owned()));
        }
    }

    /// Takes steps until one waits.
    pub(super) fn go_on(&mut self, wa_id: &str, now: Timestamp) {
        loop {
            let Some(script) = self.people.get_mut(wa_id).and_then(|person| person.script.as_mut())
            else {
                return;
            };
            if script.at >= script.steps.len() && script.repeat {
                script.at = 0;
            }
            let Some(step) = script.steps.get(script.at).cloned() else { return };
            match step {
                Step::Await => return,
                Step::AwaitCall => {
                    if self.calls.ringing(wa_id).is_none() {
                        return;
                    }
                    self.next_step(wa_id);
                }
                Step::Wait(seconds) => {
                    script.at += 1;
                    let at = now.plus(Duration::from_secs_f64(seconds));
                    self.agenda.plan(at, Due::Script(wa_id.to_owned()));
                    return;
                }
                step => {
                    script.at += 1;
                    if let Err(Problem(what)) = self.do_step(wa_id, &step, now) {
                        self.stop_script(wa_id, &what);
                        return;
                    }
                }
            }
        }
    }

    /// The business calls: whoever waited for that goes on.
    pub(super) fn rang(&mut self, wa_id: &str, at: Timestamp) {
        if self.people.get(wa_id).is_some_and(|person| person.script.is_some()) {
            self.agenda.plan(at, Due::Script(wa_id.to_owned()));
        }
    }

    fn next_step(&mut self, wa_id: &str) {
        if let Some(script) = self.people.get_mut(wa_id).and_then(|person| person.script.as_mut()) {
            script.at += 1;
        }
    }

    fn stop_script(&mut self, wa_id: &str, what: &str) {
        if let Some(script) = self.people.get_mut(wa_id).and_then(|person| person.script.as_mut()) {
            tracing::warn!(step = script.at, problem = %what, "a script stopped");
            let at = script.at.saturating_sub(1);
            script.problem = Some(format!("steps[{at}]: {what}"));
            script.at = script.steps.len();
            script.repeat = false;
        }
    }

    fn do_step(&mut self, wa_id: &str, step: &Step, now: Timestamp) -> Result<(), Problem> {
        match step {
            Step::Await | Step::Wait(_) | Step::AwaitCall => {}
            Step::Read => {
                self.read_all(wa_id, now);
                self.read_groups(wa_id, now);
            }
            Step::Type(text) => {
                let place = self.newest(wa_id, Author::Business).map(|(place, _)| place);
                match place {
                    Some(place) => {
                        self.write_to(wa_id, &place, "text", json!({"body": text}), now)?;
                    }
                    None => {
                        self.write(wa_id, Written::text(text), now)?;
                    }
                }
            }
            Step::Tap(at) => {
                let (message, choice) = self.tappable(wa_id, *at)?;
                self.tap(wa_id, &message, &choice, now)?;
            }
            Step::Flow(values) => {
                let nothing = || Problem("there is no flow to answer".to_owned());
                let message = self.newest_flow(wa_id).ok_or_else(nothing)?;
                self.reply_to_flow(wa_id, &message, values.clone(), now)?;
            }
            Step::Send(body) => {
                self.write_anywhere(wa_id, body.clone(), now)?;
            }
            Step::React(emoji) => {
                let nothing = || Problem("there is no message to react to".to_owned());
                let (place, id) = self.newest(wa_id, Author::Business).ok_or_else(nothing)?;
                let payload = json!({"message_id": id, "emoji": emoji});
                self.write_to(wa_id, &place, "reaction", payload, now)?;
            }
            Step::Edit(text) => {
                let (place, id) = self.own(wa_id)?;
                let message = json!({"type": "text", "text": {"body": text}});
                let payload = json!({"original_message_id": id, "message": message});
                self.write_to(wa_id, &place, "edit", payload, now)?;
            }
            Step::Revoke => {
                let (place, id) = self.own(wa_id)?;
                let payload = json!({"original_message_id": id});
                self.write_to(wa_id, &place, "revoke", payload, now)?;
            }
            Step::Join(link) => {
                self.open_invite(wa_id, link, now)?;
            }
            Step::Leave(id) => {
                let id = GroupId::new(id.as_str());
                let id = id.map_err(|_| Problem("leave: is no group's id".to_owned()))?;
                self.leave_group(wa_id, &id, now)?;
            }
            _ => self.do_call_step(wa_id, step, now)?,
        }
        Ok(())
    }

    fn do_call_step(&mut self, wa_id: &str, step: &Step, now: Timestamp) -> Result<(), Problem> {
        let act = match step {
            Step::Answer => Act::Answer,
            Step::Decline => Act::Decline,
            Step::HangUp => Act::HangUp,
            Step::Call(number) => {
                let dial = Dial { to: PhoneNumberId::new(number.as_str()).ok(), ..Dial::default() };
                return self.dial(wa_id, dial, now).map(|_| ());
            }
            Step::AllowCalls(allowance) => {
                return self.allow_calls(wa_id, None, *allowance, now).map(|_| ());
            }
            _ => return self.do_change_step(wa_id, step, now),
        };
        self.act_on_call(wa_id, None, act, now).map(|_| ())
    }

    fn do_change_step(&mut self, wa_id: &str, step: &Step, now: Timestamp) -> Result<(), Problem> {
        match step {
            Step::ChangeNumber(phone) => {
                let wa_id = self.change_number(wa_id, phone, now);
                let wa_id = wa_id.map_err(|what| Problem(format!("change_number: {what}")))?;
                // The script went along.
                self.agenda.plan(now, Due::Script(wa_id));
            }
            Step::ChangeUserId => self.change_user_id(wa_id, now),
            Step::ChangeIdentity => self.change_identity(wa_id, now),
            Step::OptOut | Step::OptIn => {
                let opted_out = Some(*step == Step::OptOut);
                self.set_habits(wa_id, Habits { opted_out, ..Habits::default() }, now);
            }
            _ => {}
        }
        Ok(())
    }

    fn write_to(
        &mut self,
        wa_id: &str,
        place: &Place,
        kind: &str,
        payload: Value,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let written = Written::of(place.number.clone(), kind, payload);
        match &place.group {
            Some(group) => self.write_in_group(wa_id, group, written, now),
            None => self.write(wa_id, written, now),
        }
    }

    fn own(&self, wa_id: &str) -> Result<(Place, MessageId), Problem> {
        let nothing = || Problem("nothing was sent that could be changed".to_owned());
        self.newest(wa_id, Author::Person).ok_or_else(nothing)
    }

    /// The newest message on a phone by one side, that arrived.
    fn newest(&self, wa_id: &str, author: Author) -> Option<(Place, MessageId)> {
        let chats = self.chats_of(wa_id).flat_map(|(number, chat)| {
            let place = Place { number: number.id.clone(), group: None };
            let there = chat.entries.iter().filter(|entry| is_there(&entry.standing));
            there.map(move |entry| (&**entry, place.clone()))
        });
        let groups = self.groups.of(wa_id).flat_map(|group| {
            let place = Place { number: group.number.clone(), group: Some(group.id.clone()) };
            let own = author == Author::Person;
            let there = group.said.iter().filter(move |said| {
                let by_me = said.by.as_deref() == Some(wa_id);
                by_me == own && (own || said.standings.get(wa_id).is_some_and(is_there))
            });
            there.map(move |said| (&said.entry, place.clone()))
        });
        let all = chats.chain(groups).filter(|(entry, _)| entry.author == author && counts(entry));
        let newest = all.reduce(|best, next| if next.0.at >= best.0.at { next } else { best });
        newest.map(|(entry, place)| (place, entry.id.clone()))
    }

    fn tappable(&self, wa_id: &str, at: usize) -> Result<(MessageId, String), Problem> {
        let nothing = || Problem(format!("the newest message has nothing to tap at {at}"));
        let (_, id) = self.newest(wa_id, Author::Business).ok_or_else(nothing)?;
        let entry = self.entry(&id).ok_or_else(nothing)?;
        let choice = choices(entry).into_iter().nth(at).ok_or_else(nothing)?;
        Ok((id, choice.id))
    }

    /// Opens everything that was delivered.
    fn read_all(&mut self, wa_id: &str, now: Timestamp) {
        let delivered: Vec<MessageId> = self
            .chats_of(wa_id)
            .flat_map(|(_, chat)| chat.entries.iter())
            .filter(|entry| {
                entry.author == Author::Business && entry.standing == Standing::Delivered
            })
            .map(|entry| entry.id.clone())
            .collect();
        for id in delivered {
            self.progress(&id, &Progress::Read, now);
        }
    }
}

/// Where something was said.
#[derive(Clone, Debug)]
struct Place {
    number: PhoneNumberId,
    group: Option<GroupId>,
}

fn is_there(standing: &Standing) -> bool {
    matches!(standing, Standing::Delivered | Standing::Read)
}

/// Whether it is a message of its own.
fn counts(entry: &Entry) -> bool {
    !matches!(&entry.matter, Matter::Person { kind, .. }
        if matches!(kind.as_str(), "reaction" | "edit" | "revoke"))
}
