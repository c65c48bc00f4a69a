//! What a peer's app hears of what people do.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use super::{Runner, desk, program::Program};
use crate::http::{ADA, GRACE, NUMBER, call, control, emulator, send};

const ADAS: &str = "users/15550001111";

/// A peer's app, listening.
pub(super) struct Ears {
    pub(super) emulator: Emulator,
    program: Program,
    url: String,
    /// What the peer hands to nobody: a line for it never comes.
    deaf: &'static [&'static str],
}

impl Ears {
    /// Starts an emulator and the app, which may register its webhook itself.
    pub(super) async fn open(
        runner: &Runner,
        program: &str,
        deaf: &'static [&'static str],
    ) -> Self {
        let emulator = emulator().await;
        let mut program = runner.start(program, &emulator, &[]);
        let line = program.line().await.expect("the app listens");
        let url = line["listens"].as_str().expect("where it listens").to_owned();
        if line["registered"] != true {
            emulator.set_webhook(&url, "wharf-dev-verify").await.unwrap();
        }
        let mut ears = Self { emulator, program, url, deaf };
        let line = ears.line().await;
        assert_eq!(
            (&line["heard"], &line["text"]),
            (&json!("text"), &json!("Hi! Are you open today?"))
        );
        ears
    }

    /// The end: nothing more was to be told.
    pub(super) async fn close(self) {
        self.emulator.stop().await;
    }

    async fn line(&mut self) -> Value {
        self.program.line().await.expect("the app ended")
    }

    /// The app is told this next, unless it is deaf to it.
    pub(super) async fn hear(&mut self, expected: &Value) {
        if self.deaf.contains(&expected["heard"].as_str().unwrap()) {
            return;
        }
        assert_eq!(self.line().await, *expected);
    }

    /// Ada writes this; gives its id.
    pub(super) async fn write(&self, written: &Value) -> Value {
        let path = format!("{ADAS}/messages");
        control(&self.emulator, "POST", &path, written).await["id"].clone()
    }

    /// Ada writes this, and the app is told who wrote, and what. Gives its id.
    async fn told(&mut self, written: &Value, what: Value) -> Value {
        let id = self.write(written).await;
        self.hear(&of_ada(&id, what)).await;
        id
    }

    /// The business sends this to Ada, and the app is told how far it came. Gives its id.
    async fn sent(&mut self, kind: &str, payload: &Value) -> Value {
        let mut message = json!({"messaging_product": "whatsapp", "to": ADA, "type": kind, "biz_opaque_callback_data": "mine"});
        message[kind] = payload.clone();
        let answer = send(&self.emulator, &message).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let id = answer.json()["messages"][0]["id"].clone();
        let price = if kind == "template" { "utility" } else { "service" };
        let mut left: Vec<_> = [("sent", json!(price)), ("delivered", json!(price)), ("read", Value::Null)]
            .map(|(status, price)| {
                json!({"heard": "status", "status": status, "id": id, "data": "mine", "code": null, "price": price})
            })
            .into();
        // What comes at once may be told in any order: some handle webhooks beside each other.
        while !left.is_empty() {
            let line = self.line().await;
            let place = left.iter().position(|expected| *expected == line);
            assert!(place.is_some(), "{line} is none of {left:?}");
            left.remove(place.unwrap());
        }
        id
    }

    /// Everything the emulator's people can do, once each.
    pub(super) async fn hear_everything(&mut self) {
        self.hear_what_is_written().await;
        self.hear_files().await;
        self.hear_taps().await;
        self.hear_changes().await;
        self.hear_of_others().await;
    }

    async fn hear_what_is_written(&mut self) {
        let body = "Grüße 😀 / \"quoted\" \\ <b>&amp;\n";
        let text = json!({"type": "text", "text": {"body": body}});
        let first = self.told(&text, json!({"heard": "text", "text": body})).await;
        let answer =
            json!({"type": "text", "text": {"body": "again"}, "context": {"message_id": first}});
        self.told(&answer, json!({"heard": "text", "text": "again", "quotes": first})).await;
        self.told(
            &json!({"type": "location", "location": {"latitude": 52.5, "longitude": 13.25, "name": "Here"}}),
            json!({"heard": "location", "latitude": 52.5, "longitude": 13.25, "name of it": "Here"}),
        )
        .await;
        self.told(
            &json!({"type": "contacts", "contacts": [
                {"name": {"formatted_name": "Bo Li", "first_name": "Bo"}, "phones": [{"phone": "+1 555", "type": "HOME"}]},
                {"name": {"formatted_name": "Cy", "first_name": "Cy"}}]}),
            json!({"heard": "contacts", "names": ["Bo Li", "Cy"]}),
        )
        .await;
        for emoji in [json!("👍"), Value::Null] {
            let mut reaction = json!({"message_id": first, "emoji": emoji});
            if emoji.is_null() {
                // Taken back.
                reaction.as_object_mut().unwrap().remove("emoji");
            }
            self.told(
                &json!({"type": "reaction", "reaction": reaction}),
                json!({"heard": "reaction", "emoji": emoji, "to": first}),
            )
            .await;
        }
        self.told(
            &json!({"type": "order", "order": {"catalog_id": "7", "text": "Two, please", "product_items": [
                {"product_retailer_id": "tea", "quantity": 2, "item_price": 3.5, "currency": "EUR"}]}}),
            json!({"heard": "order", "catalog": "7", "text": "Two, please", "products": [["tea", 2, 3.5, "EUR"]]}),
        )
        .await;
        self.told(&json!({"type": "request_welcome"}), json!({"heard": "request_welcome"})).await;
        self.told(
            &json!({"type": "unsupported", "unsupported": {"type": "poll"}}),
            json!({"heard": "unsupported"}),
        )
        .await;
    }

    async fn hear_files(&mut self) {
        let files: [(&str, &str, &[u8]); 5] = [
            ("image", "image/png", b"\x89PNG\r\n\x1a\nimage"),
            ("video", "video/mp4", b"\0\0\0\x18ftypmp42video"),
            ("audio", "audio/ogg; codecs=opus", b"OggS\0\x02OpusHead"),
            ("document", "application/pdf", b"%PDF-1.7"),
            ("sticker", "image/webp", b"RIFF\x1a\0\0\0WEBPVP8 sticker"),
        ];
        for (kind, mime, bytes) in files {
            let id = self.upload(mime, bytes).await;
            let mut file = json!({"id": id});
            let captioned = ["image", "video", "document"].contains(&kind);
            if captioned {
                file["caption"] = "Look!".into();
            }
            let mut written = json!({"type": kind});
            written[kind] = file;
            let caption = captioned.then_some("Look!");
            // Each peer downloads it with its own client.
            let what =
                json!({"heard": kind, "caption": caption, "mime": mime, "bytes": bytes.len()});
            self.told(&written, what).await;
        }
    }

    async fn upload(&self, mime: &str, bytes: &[u8]) -> String {
        let part = |name: &str, more: &str| {
            format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n")
        };
        let file = format!("; filename=\"a\"\r\ncontent-type: {mime}");
        let mut form =
            format!("{}whatsapp\r\n{}", part("messaging_product", ""), part("file", &file))
                .into_bytes();
        form.extend_from_slice(bytes);
        form.extend_from_slice(b"\r\n--cut--\r\n");
        let url = format!("{}/v25.0/{NUMBER}/media", self.emulator.url());
        let headers = [
            ("authorization", "Bearer wharf-dev"),
            ("content-type", "multipart/form-data; boundary=cut"),
        ];
        let answer = call("POST", &url, &headers, form).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["id"].as_str().unwrap().to_owned()
    }

    async fn hear_taps(&mut self) {
        let buttons = json!({"type": "button", "body": {"text": "Yes?"}, "action": {"buttons": [
            {"type": "reply", "reply": {"id": "y", "title": "Yes"}}, {"type": "reply", "reply": {"id": "n", "title": "No"}}]}});
        let sent = self.sent("interactive", &buttons).await;
        self.tapped(
            1,
            json!({"heard": "button_reply", "data": "n", "title": "No", "quotes": sent}),
        )
        .await;

        let list = json!({"type": "list", "body": {"text": "Menu"}, "action": {"button": "See", "sections": [
            {"title": "Drinks", "rows": [{"id": "tea", "title": "Tea", "description": "green"}]}]}});
        let sent = self.sent("interactive", &list).await;
        let what = json!({"heard": "list_reply", "data": "tea", "title": "Tea", "description": "green", "quotes": sent});
        self.tapped(0, what).await;

        let template = json!({"name": "order_update", "language": {"code": "en_US"}, "components": [
            {"type": "body", "parameters": [{"type": "text", "text": "Ada"}, {"type": "text", "text": "1815"}]},
            {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [{"type": "payload", "payload": "thx"}]}]});
        let sent = self.sent("template", &template).await;
        self.tapped(
            0,
            json!({"heard": "button", "data": "thx", "title": "Thanks", "quotes": sent}),
        )
        .await;

        let flow = desk::flow(&self.emulator).await;
        let flow = json!({"type": "flow", "body": {"text": "Sign up"}, "action": {"name": "flow", "parameters": {
            "flow_message_version": "3", "flow_id": flow, "flow_cta": "Begin", "flow_token": "token", "mode": "draft"}}});
        let sent = self.sent("interactive", &flow).await;
        let reply = json!({"type": "nfm_reply", "nfm_reply": {
            "name": "flow", "body": "Sent", "response_json": r#"{"flow_token":"token","size":"XL"}"#}});
        self.told(
            &json!({"type": "interactive", "interactive": reply, "context": {"message_id": sent}}),
            json!({"heard": "nfm_reply", "token": "token", "answer": {"size": "XL"}, "quotes": sent}),
        )
        .await;
    }

    /// Ada taps the button or row of this number on the newest message.
    async fn tapped(&mut self, number: u32, mut what: Value) {
        let script = json!({"steps": [{"tap": number}]});
        control(&self.emulator, "PUT", &format!("{ADAS}/script"), &script).await;
        control(&self.emulator, "DELETE", &format!("{ADAS}/script"), &Value::Null).await;
        let phone = control(&self.emulator, "GET", &format!("{ADAS}/messages"), &Value::Null).await;
        let tap = phone["data"].as_array().unwrap().last().unwrap()["id"].clone();
        what = of_ada(&tap, what);
        self.hear(&what).await;
    }

    async fn hear_changes(&mut self) {
        let text = json!({"type": "text", "text": {"body": "helo"}});
        let typed = self.told(&text, json!({"heard": "text", "text": "helo"})).await;
        let edit = json!({"original_message_id": typed, "message": {"type": "text", "text": {"body": "hello"}}});
        self.write(&json!({"type": "edit", "edit": edit})).await;
        self.hear(&json!({"heard": "edit", "of": typed, "text": "hello"})).await;
        self.write(&json!({"type": "revoke", "revoke": {"original_message_id": typed}})).await;
        self.hear(&json!({"heard": "revoke", "of": typed})).await;

        let system = json!({"type": "user_changed_number", "body": "Ada changed her number", "wa_id": "15550003333"});
        self.write(&json!({"type": "system", "system": system})).await;
        self.hear(&json!({"heard": "system", "old": "15550001111", "new": "15550003333"})).await;

        control(&self.emulator, "PUT", ADAS, &json!({"opted_out": true})).await;
        self.hear(&json!({"heard": "user_preferences", "wants": false})).await;
        control(&self.emulator, "PUT", ADAS, &json!({"opted_out": false})).await;
        self.hear(&json!({"heard": "user_preferences", "wants": true})).await;

        control(&self.emulator, "PUT", "templates/order_update", &json!({"event": "PAUSED"})).await;
        self.hear(&json!({"heard": "message_template_status_update", "template": "order_update", "status": "PAUSED"}))
            .await;
    }

    async fn hear_of_others(&mut self) {
        // Grace never wrote, so nobody may write to her first.
        let grace = json!({"messaging_product": "whatsapp", "to": GRACE, "text": {"body": "Hi"}});
        let answer = send(&self.emulator, &grace).await.json();
        self.hear(&json!({"heard": "failed", "status": "failed", "id": answer["messages"][0]["id"], "data": null,
            "code": 131_047, "price": null}))
            .await;

        control(&self.emulator, "PUT", ADAS, &json!({"phone_hidden": true})).await;
        let text = json!({"type": "text", "text": {"body": "guess who"}});
        let id = self.write(&text).await;
        self.hear(
            &json!({"heard": "text", "id": id, "from": null, "name": "Ada", "text": "guess who"}),
        )
        .await;
        control(&self.emulator, "PUT", ADAS, &json!({"phone_hidden": false})).await;
    }

    /// Three texts in one webhook; the peer hears so many of them.
    pub(super) async fn hear_of_a_batch(&mut self, heard: usize) {
        let text = |body: &str| json!({"type": "text", "text": {"body": body}});
        control(&self.emulator, "POST", "clock/freeze", &Value::Null).await;
        let batched = json!({"faults": [{"fault": "batched", "most": 3, "seconds": 10}]});
        control(&self.emulator, "PUT", "faults", &batched).await;
        let bodies = ["one", "two", "three"];
        for body in bodies {
            self.write(&text(body)).await;
        }
        control(&self.emulator, "POST", "clock/advance", &json!({"seconds": 10})).await;
        control(&self.emulator, "DELETE", "faults", &Value::Null).await;
        for body in bodies.iter().take(heard) {
            assert_eq!(self.line().await["text"], *body);
        }
        // Written only now: webhooks are posted beside one another.
        self.write(&text("last")).await;
        assert_eq!(self.line().await["text"], "last");
    }

    /// A body that somebody else signed is refused with one of these, and nobody hears of it.
    pub(super) async fn refuse_what_is_forged(&mut self) {
        let forged = r#"{"object":"whatsapp_business_account","entry":[]}"#;
        let signature = wharf_webhook::AppSecret::new("another").unwrap().sign(forged.as_bytes());
        let headers =
            [("content-type", "application/json"), ("x-hub-signature-256", signature.as_str())];
        let answer = call("POST", &self.url, &headers, forged).await;
        assert!([401, 403].contains(&answer.status), "{answer:?}");
    }
}

/// A line that names its message and Ada.
fn of_ada(id: &Value, mut line: Value) -> Value {
    let ada = json!({"id": id, "from": "15550001111", "name": "Ada"});
    line.as_object_mut().unwrap().extend(ada.as_object().unwrap().clone());
    line
}
