//! A world in which there is one of everything that a path can name.

use std::fmt::Write as _;

use serde_json::{Value, json};
use wharf_emulator::{
    Config, Delays, Emulator, Rules,
    config::{DEV_ACCOUNT_ID, DEV_APP_ID},
};

use crate::{
    flows::business::{create, publish, survey},
    http::{ADA, Answer, NUMBER, call, control, get, post, send},
};

/// What the description calls what a path names, and what the emulator calls it.
const NAMES: &[(&str, &str)] = &[
    ("Phone-Number-ID", "phone"),
    ("WhatsApp-Account-Number-ID", "phone"),
    ("WABA-ID", "waba"),
    ("WhatsApp-Business-Account-ID", "waba"),
    ("TEMPLATE_ID", "template"),
    ("Media-ID", "media"),
    ("QR-Code-ID", "code"),
    ("Application-ID", "app"),
    ("Business-ID", "business"),
    ("Flow-ID", "flow"),
    ("group_id", "group"),
    ("Solution-ID", "solution"),
    ("User-ID", "user"),
    ("Pre-Verified-Phone-Number-ID", "preverified"),
    ("Message-History-ID", "history"),
    ("Migration-Intent-ID", "migration_intent"),
    ("OBO-Mobility-Intent-ID", "obo_intent"),
    ("WABA-Bot-ID", "bot"),
    ("WhatsApp-Business-Profile-ID", "business_profile"),
    ("Media-URL", "media_url"),
];

/// Files that messages name.
const FILES: [(&str, &str); 5] = [
    ("image", "image/png"),
    ("video", "video/mp4"),
    ("audio", "audio/mpeg"),
    ("document", "application/pdf"),
    ("sticker", "image/webp"),
];

/// A path of the description as the emulator's list of operations has it.
pub(super) fn renamed(path: &str) -> String {
    NAMES.iter().fold(path.to_owned(), |path, (theirs, ours)| {
        path.replace(&format!("{{{theirs}}}"), &format!("{{{ours}}}"))
    })
}

/// What a path of the description names.
pub(super) fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// A value of the query about what is in the world.
pub(super) fn at_home(name: &str, value: String) -> String {
    match name {
        "phone_number_id" => NUMBER.to_owned(),
        "name" => "order_update".to_owned(),
        "user_wa_id" => "15550001111".to_owned(),
        _ => value,
    }
}

/// The world, fresh, and the ids of what is in it.
pub(super) struct Scene {
    pub(super) emulator: Emulator,
    ids: Vec<(&'static str, String)>,
}

impl Scene {
    pub(super) async fn open() -> Self {
        let mut config = Config::dev();
        config.delays = Delays::NONE;
        config.rules = Rules::NONE;
        let emulator = Emulator::start(config).await.unwrap();
        let mut ids = vec![
            ("phone", NUMBER.to_owned()),
            ("waba", DEV_ACCOUNT_ID.to_owned()),
            ("app", DEV_APP_ID.to_owned()),
            ("template", "300000000000002".to_owned()),
        ];
        for (kind, mime) in FILES {
            ids.push((kind, upload(&emulator, mime).await));
        }
        let phone = get(&emulator, "/_control/messages").await.json();
        ids.push(("message", phone["data"][0]["id"].as_str().unwrap().to_owned()));
        ids.push(("media", upload(&emulator, "image/png").await));
        let link = json!({"prefilled_message": "Hi"});
        let path = format!("/v23.0/{NUMBER}/message_qrdls");
        let code = text(&post(&emulator, &path, &link).await, "code");
        ids.push(("code", code));
        ids.push(("flow", create(&emulator, "draft", &survey(), None).await));
        let published = create(&emulator, "published", &survey(), None).await;
        publish(&emulator, &published).await;
        ids.push(("published", published));
        let calling = json!({"calling": {"status": "ENABLED"}});
        post(&emulator, &format!("/v23.0/{NUMBER}/settings"), &calling).await;
        ids.push(("group", group(&emulator).await));
        let hello = json!({"messaging_product": "whatsapp", "to": ADA, "type": "text", "text": {"body": "hi"}});
        assert_eq!(send(&emulator, &hello).await.status, 200);
        let history = get(&emulator, &format!("/v23.0/{NUMBER}/message_history")).await.json();
        ids.push(("history", history["data"][0]["id"].as_str().unwrap().to_owned()));
        Self { emulator, ids }
    }

    /// A path of [`renamed`] with ids in it, or what there is none of.
    pub(super) fn path(&self, renamed: &str) -> Result<String, String> {
        let mut path = renamed.to_owned();
        for (name, id) in &self.ids {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        match path.split_once('{') {
            None => Ok(format!("/v23.0{path}")),
            Some((_, rest)) => Err(rest.split('}').next().unwrap_or_default().to_owned()),
        }
    }

    /// What the description asks, about what is in this world: whom it goes to, files, links, messages.
    pub(super) fn at_home(&self, body: &Value) -> Value {
        let mut body = body.clone();
        if body.get("to").is_some() && body["recipient_type"] != "group" {
            body["to"] = ADA.into();
        }
        if body.get("prefilled_message").is_some() && body.get("code").is_some() {
            body["code"] = self.id("code").into();
        }
        self.put_in(&mut body);
        body
    }

    fn id(&self, name: &str) -> &str {
        let found = self.ids.iter().find(|(known, _)| *known == name);
        found.map(|(_, id)| id.as_str()).expect("one of everything")
    }

    fn put_in(&self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                let is_draft = members.get("mode").is_some_and(|mode| mode == "draft");
                let flow = if is_draft { ("draft", "flow") } else { ("published", "published") };
                for (name, member) in members {
                    if FILES.iter().any(|(kind, _)| kind == name) && member["id"].is_string() {
                        member["id"] = self.id(name).into();
                    }
                    match (name.as_str(), member.as_str()) {
                        ("link", Some(_)) => *member = "https://example.com/file".into(),
                        ("message_id", Some(_)) => *member = self.id("message").into(),
                        ("flow_id", Some(_)) => *member = self.id(flow.1).into(),
                        ("flow_name", Some(_)) => *member = flow.0.into(),
                        ("screen" | "navigate_screen", Some("<SCREEN_ID>")) => {
                            *member = "ABOUT".into();
                        }
                        ("user", Some(_)) => *member = ADA.into(),
                        ("code", Some("language-and-locale-code")) => *member = "en_US".into(),
                        ("type", Some("<HEADER_TYPE>")) => *member = "text".into(),
                        ("name", Some("<TEMPLATE_NAME>")) => *member = "a_template".into(),
                        _ => self.put_in(member),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.put_in(item)),
            _ => {}
        }
    }

    /// Every operation of the platform by method and path, and whether it is emulated.
    pub(super) async fn coverage(&self) -> Vec<(String, bool)> {
        let coverage = get(&self.emulator, "/_control/coverage").await.json();
        let all = coverage["data"].as_array().unwrap();
        let name = |row: &Value| {
            format!("{} {}", row["method"].as_str().unwrap(), row["path"].as_str().unwrap())
        };
        all.iter().map(|row| (name(row), row["emulated"] == true)).collect()
    }
}

/// A group, which only a business with the badge has; gives its id.
async fn group(emulator: &Emulator) -> String {
    control(emulator, "PUT", &format!("numbers/{NUMBER}"), &json!({"official": "APPROVED"})).await;
    let group = json!({"messaging_product": "whatsapp", "subject": "Tasting"});
    let made = post(emulator, &format!("/v23.0/{NUMBER}/groups"), &group).await;
    assert_eq!(made.status, 200, "{made:?}");
    let groups = get(emulator, "/_control/groups").await.json();
    groups["data"][0]["id"].as_str().unwrap().to_owned()
}

/// Uploads a file; gives its id.
async fn upload(emulator: &Emulator, mime: &str) -> String {
    let form = json!({"messaging_product": "whatsapp", "type": mime, "file": "bytes"});
    let path = format!("/v23.0/{NUMBER}/media");
    text(&post_form(emulator, &path, &form).await, "id")
}

/// Posts a form; the part `file` is a file, of what the part `type` says.
pub(super) async fn post_form(emulator: &Emulator, path: &str, parts: &Value) -> Answer {
    let mut form = String::new();
    for (name, value) in parts.as_object().unwrap() {
        let file = if name == "file" { "; filename=\"a\"" } else { "" };
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        write!(
            form,
            "--cut\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"
        )
        .unwrap();
    }
    form.push_str("--cut--\r\n");
    let url = format!("{}{path}", emulator.url());
    let kind = "multipart/form-data; boundary=cut";
    call("POST", &url, &[("authorization", "Bearer wharf-dev"), ("content-type", kind)], form).await
}

fn text(answer: &Answer, name: &str) -> String {
    let json = answer.json();
    assert!(json[name].is_string(), "{answer:?}");
    json[name].as_str().unwrap().to_owned()
}
