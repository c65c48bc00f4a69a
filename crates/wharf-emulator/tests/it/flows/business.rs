//! A business with a data endpoint: the receiver that this project offers, on a port of its own.

use std::sync::{Arc, Mutex};

use axum::Router;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use wharf_emulator::Emulator;
use wharf_webhook::{
    AppSecret,
    flows::{Action, FlowAnswer, FlowEndpoint, FlowKey, FlowRequest},
};

use crate::http::{NUMBER, call, post};

pub(crate) const FLOWS: &str = "/v25.0/200000000000001/flows";

/// What the endpoint was asked: action, screen, data, token.
type Asked = Arc<Mutex<Vec<(String, Value, Value, Value)>>>;

/// A data endpoint, running.
pub(crate) struct Business {
    pub(crate) url: String,
    asked: Asked,
    notices: Arc<Mutex<Vec<String>>>,
    pub(crate) key: FlowKey,
    stopping: CancellationToken,
    tasks: TaskTracker,
}

/// Tables of a restaurant: what each question is answered.
fn answer(request: &FlowRequest) -> Result<FlowAnswer, &'static str> {
    let token = request.flow_token.clone().unwrap_or_default();
    Ok(match (&request.action, request.screen.as_deref()) {
        _ if token == "old" => FlowAnswer::token_expired("This offer is over"),
        (Action::Init, _) => FlowAnswer::screen("TABLE", tables(&["mon", "fri"])),
        (Action::Back, _) => FlowAnswer::screen("TABLE", tables(&["sun"])),
        (_, Some("TABLE")) if request.data["day"] == "fri" => {
            FlowAnswer::screen("TABLE", tables(&["mon"])).message("Friday is full")
        }
        (_, Some("TABLE")) if request.data["day"] == "nowhere" => {
            FlowAnswer::screen("NOWHERE", json!({}))
        }
        (_, Some("TABLE")) if request.data["day"] == "broken" => return Err("broken"),
        (_, Some("TABLE")) => {
            FlowAnswer::screen("GUEST", json!({"day": request.data["day"], "most": 8}))
        }
        (_, Some("FILES")) => FlowAnswer::screen("ALSO", json!({})),
        (_, Some("GUEST")) => FlowAnswer::finish(token, json!({"booked": true})),
        _ => return Err("nobody asks that"),
    })
}

fn tables(days: &[&str]) -> Value {
    let days: Vec<_> = days.iter().map(|day| json!({"id": day, "title": day})).collect();
    json!({"days": days})
}

impl Business {
    /// Its endpoint, with a key and the secret of `wharf dev`.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/flow", listener.local_addr().unwrap());
        let (asked, notices) = (Asked::default(), Arc::<Mutex<Vec<String>>>::default());
        let key = FlowKey::generate().unwrap();
        let secret = AppSecret::new("wharf-dev-secret").unwrap();
        let (seen, told) = (Arc::clone(&asked), Arc::clone(&notices));
        let endpoint = FlowEndpoint::new(secret, key.clone()).on_notice(move |notice| {
            told.lock().unwrap().push(notice.error);
            async {}
        });
        let routes = endpoint.router(move |request: FlowRequest| {
            let action = serde_json::to_value(&request.action).unwrap();
            let (screen, data) = (json!(request.screen), json!(request.data));
            let token = json!(request.flow_token);
            let action = action.as_str().unwrap().to_owned();
            seen.lock().unwrap().push((action, screen, data, token));
            let answer = answer(&request);
            async move { answer }
        });
        let (stopping, tasks) = (CancellationToken::new(), TaskTracker::new());
        let stop = stopping.clone().cancelled_owned();
        tasks.spawn(async move {
            let routes = Router::new().nest("/flow", routes);
            axum::serve(listener, routes).with_graceful_shutdown(stop).await.unwrap();
        });
        tasks.close();
        Self { url, asked, notices, key, stopping, tasks }
    }

    /// Gives the number its public key.
    pub(crate) async fn give_key(&self, emulator: &Emulator) {
        let path = format!("/v25.0/{NUMBER}/whatsapp_business_encryption");
        let body = json!({"business_public_key": self.key.public_pem()});
        assert_eq!(post(emulator, &path, &body).await.status, 200);
    }

    /// What it was asked since the last time.
    pub(crate) fn asked(&self) -> Vec<(String, Value, Value, Value)> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    /// What it was told went wrong on phones.
    pub(crate) fn notices(&self) -> Vec<String> {
        self.notices.lock().unwrap().clone()
    }

    pub(crate) async fn stop(self) {
        self.stopping.cancel();
        self.tasks.wait().await;
    }
}

/// A flow that books a table with its endpoint.
pub(crate) fn table() -> Value {
    let footer = |label: &str, name: &str, payload: Value| json!({"type": "Footer", "label": label, "on-click-action": {"name": name, "payload": payload}});
    json!({
        "version": "7.3", "data_api_version": "3.0",
        "routing_model": {"TABLE": ["GUEST"], "GUEST": []},
        "screens": [
            {"id": "TABLE", "title": "A table", "refresh_on_back": true,
             "data": {"days": {"type": "array", "__example__": []}},
             "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "TextHeading", "text": "When?"},
                {"type": "Form", "name": "form", "children": [
                    {"type": "RadioButtonsGroup", "name": "day", "label": "Day", "required": true,
                     "data-source": "${data.days}"},
                    footer("Next", "data_exchange", json!({"day": "${form.day}"})),
                ]},
             ]}},
            {"id": "GUEST", "title": "`'You, on ' ${data.day}`", "terminal": true,
             "data": {"day": {"type": "string", "__example__": "mon"}, "most": {"type": "number", "__example__": 8}},
             "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "TextInput", "name": "guests", "label": "Guests", "input-type": "number", "required": true},
                {"type": "If", "condition": "${form.guests} > ${data.most}", "then": [
                    {"type": "TextBody", "text": "That is many"},
                ], "else": []},
                footer("Book", "data_exchange", json!({"guests": "${form.guests}", "day": "${screen.TABLE.form.day}"})),
             ]}},
        ],
    })
}

/// A flow without an endpoint: two screens.
pub(crate) fn survey() -> Value {
    json!({
        "version": "7.3",
        "screens": [
            {"id": "ABOUT", "title": "About you",
             "data": {"hello": {"type": "string", "__example__": "Hi"}},
             "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "TextHeading", "text": "${data.hello}"},
                {"type": "TextBody", "text": "Tell us *a little*."},
                {"type": "Form", "name": "form", "init-values": {"mood": "good"}, "children": [
                    {"type": "TextInput", "name": "name", "label": "Your name", "required": true, "min-chars": 2,
                     "helper-text": "As on the door"},
                    {"type": "TextInput", "name": "mail", "label": "E-mail", "input-type": "email", "required": false},
                    {"type": "TextArea", "name": "wish", "label": "A wish"},
                    {"type": "Dropdown", "name": "mood", "label": "Mood", "required": true, "data-source": [
                        {"id": "good", "title": "Good"}, {"id": "bad", "title": "Bad"}]},
                    {"type": "CheckboxGroup", "name": "likes", "label": "You like", "data-source": [
                        {"id": "tea", "title": "Tea", "description": "Hot"}, {"id": "rum", "title": "Rum"}]},
                    {"type": "Switch", "value": "${form.mood}", "cases": {"bad": [
                        {"type": "TextCaption", "text": "Oh no"}]}},
                    {"type": "Footer", "label": "Go on", "on-click-action": {"name": "navigate",
                     "next": {"type": "screen", "name": "LAST"},
                     "payload": {"name": "${form.name}", "likes": "${form.likes}", "mood": "${form.mood}"}}},
                ]},
             ]}},
            {"id": "LAST", "title": "Last", "terminal": true,
             "data": {"name": {"type": "string", "__example__": "Ada"}, "likes": {"type": "array", "__example__": []},
                      "mood": {"type": "string", "__example__": "good"}},
             "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "TextSubheading", "text": "`'Thanks, ' ${data.name} '!'`"},
                {"type": "DatePicker", "name": "day", "label": "Your day", "min-date": "2026-01-01"},
                {"type": "OptIn", "name": "news", "label": "Send me news", "required": true},
                {"type": "EmbeddedLink", "text": "Terms", "on-click-action": {"name": "open_url",
                 "url": "https://example.com/terms"}},
                {"type": "Footer", "label": "Send", "on-click-action": {"name": "complete", "payload": {
                    "name": "${data.name}", "likes": "${data.likes}", "mood": "${data.mood}", "day": "${form.day}",
                    "news": "${form.news}"}}},
             ]}},
        ],
    })
}

/// Creates a flow with this JSON; gives its id.
pub(crate) async fn create(
    emulator: &Emulator,
    name: &str,
    json: &Value,
    endpoint: Option<&str>,
) -> String {
    let mut body = json!({"name": name, "categories": ["SURVEY"], "flow_json": json.to_string()});
    if let Some(endpoint) = endpoint {
        body["endpoint_uri"] = endpoint.into();
    }
    let created = post(emulator, FLOWS, &body).await;
    assert_eq!(created.status, 200, "{created:?}");
    let created = created.json();
    assert_eq!(created["validation_errors"], json!([]), "{created}");
    created["id"].as_str().unwrap().to_owned()
}

pub(crate) async fn publish(emulator: &Emulator, flow: &str) {
    let done = post(emulator, &format!("/v25.0/{flow}/publish"), &json!({})).await;
    assert_eq!(done.status, 200, "{done:?}");
}

/// A message to Ada that opens a flow.
pub(crate) fn message(flow: &str, parameters: &Value) -> Value {
    let mut all = json!({"flow_message_version": "3", "flow_id": flow, "flow_cta": "Open", "flow_token": "t-1"});
    all.as_object_mut().unwrap().extend(parameters.as_object().unwrap().clone());
    json!({"messaging_product": "whatsapp", "to": crate::http::ADA, "type": "interactive", "interactive": {
        "type": "flow", "body": {"text": "A form"}, "action": {"name": "flow", "parameters": all}}})
}

/// Uploads the JSON of a flow, as a form does; gives what is answered.
pub(crate) async fn upload(emulator: &Emulator, flow: &str, json: &str) -> Value {
    let part = |name: &str, value: &str| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = format!(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\n\
         Content-Type: application/json\r\n\r\n{json}\r\n--cut--\r\n"
    );
    let body = part("name", "flow.json") + &part("asset_type", "FLOW_JSON") + &file;
    let headers = [
        ("authorization", "Bearer wharf-dev"),
        ("content-type", "multipart/form-data; boundary=cut"),
    ];
    call("POST", &format!("{}/v25.0/{flow}/assets", emulator.url()), &headers, body).await.json()
}
