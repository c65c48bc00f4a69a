//! The phone in the browser, as a person uses it.

use serde_json::{Value, json};
use wharf_emulator::{Config, Emulator};

use crate::{
    browser::{Browser, ENTER, ESCAPE, SHIFT, TAB},
    http::{ADA, GRACE, call, send},
    receiver::Receiver,
};

/// An emulator, an app that takes its webhooks, and Ada's phone.
struct Scene {
    emulator: Emulator,
    app: Receiver,
    browser: Browser,
}

impl Scene {
    /// `None`: there is no browser on this machine.
    async fn begin() -> Option<Self> {
        Self::begin_at(0).await
    }

    /// On a port of its own.
    async fn begin_at(port: u16) -> Option<Self> {
        let browser = Browser::open(1100, 900).await?;
        let mut config = Config::dev();
        config.listen.set_port(port);
        let emulator = Emulator::start(config).await.unwrap();
        let app = Receiver::start(&[]).await;
        emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
        let mut scene = Self { emulator, app, browser };
        assert_eq!(scene.written().await["text"]["body"], "Hi! Are you open today?");
        scene.browser.go(scene.emulator.url()).await;
        scene.browser.wait("document.documentElement.classList.contains('live')").await;
        // What a reload would lose.
        scene.browser.value("window.never = 'reloaded'").await;
        Some(scene)
    }

    /// The next message that somebody wrote; statuses come in between.
    async fn written(&mut self) -> Value {
        loop {
            let value = self.app.value().await;
            if value["messages"].is_array() {
                return value["messages"][0].clone();
            }
        }
    }

    /// Sends to Ada; gives the message's id.
    async fn send(&self, content: Value) -> String {
        self.send_to(ADA, content).await
    }

    async fn send_to(&self, to: &str, mut content: Value) -> String {
        content["messaging_product"] = "whatsapp".into();
        content["to"] = to.into();
        let answer = send(&self.emulator, &content).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["messages"][0]["id"].as_str().unwrap().to_owned()
    }

    async fn end(self) {
        assert_eq!(self.browser.value("window.never").await, "reloaded");
        self.finish().await;
    }

    async fn finish(self) {
        drop(self.browser);
        self.emulator.stop().await;
        self.app.stop().await;
    }
}

/// The message with this id, as a selector.
fn message(id: &str) -> String {
    format!(".message[data-id=\"{id}\"]")
}

fn text(body: &str) -> Value {
    json!({"type": "text", "text": {"body": body}})
}

fn buttons() -> Value {
    let button =
        |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    json!({"type": "interactive", "interactive": {
        "type": "button",
        "body": {"text": "Shall we keep a table?"},
        "action": {"buttons": [button("table-yes", "Yes, please"), button("table-no", "Not today")]},
    }})
}

#[tokio::test]
async fn what_is_sent_appears_at_once_and_is_read() {
    let Some(mut scene) = Scene::begin().await else { return };
    let page = &scene.browser;
    assert_eq!(page.value("document.title").await, "Ada and Wharf Coffee · Wharf");
    page.wait_for(".by-person .bubble", "Hi! Are you open today?").await;
    page.wait_for("#head", "24-hour window open until tomorrow").await;

    let id = scene.send(text("We are *open* until _six_")).await;
    let page = &scene.browser;
    page.wait_for(&message(&id), "We are open until six").await;
    page.wait(&format!("document.querySelector('{} strong').innerText === 'open'", message(&id)))
        .await;
    page.wait_for(&message(&id), "read").await;
    page.wait(&format!("document.querySelector('{} .ticks.is-read') !== null", message(&id))).await;
    for progress in ["sent", "delivered", "read"] {
        assert_eq!(scene.app.status().await["status"], progress);
    }

    // What others wrote is text, whatever it looks like.
    let id = scene.send(text("<script>window.never = 'hacked'</script><b>x</b>")).await;
    scene.browser.wait_for(&message(&id), "<script>window.never = 'hacked'</script><b>x</b>").await;
    scene.end().await;
}

#[tokio::test]
async fn a_tapped_button_and_a_picked_row_reach_the_app() {
    let Some(mut scene) = Scene::begin().await else { return };
    let id = scene.send(buttons()).await;
    scene.browser.click(&format!("{} button[value='table-yes']", message(&id))).await;
    let reply = scene.written().await;
    assert_eq!(
        reply["interactive"]["button_reply"],
        json!({"id": "table-yes", "title": "Yes, please"})
    );
    assert_eq!(reply["context"]["id"], id.as_str());
    scene.browser.wait_for(".by-person .bubble", "Yes, please").await;
    // The one that was tapped is done with; the other can still be chosen.
    let other = |value: &str| {
        format!("document.querySelector('{} button[value={value}]').disabled", message(&id))
    };
    scene.browser.wait(&other("table-yes")).await;
    assert_eq!(scene.browser.value(&other("table-no")).await, false);

    let rows = json!([{"id": "flat", "title": "Flat white", "description": "Oat milk"}, {"id": "tea", "title": "Tea"}]);
    let id = scene
        .send(json!({"type": "interactive", "interactive": {
            "type": "list",
            "body": {"text": "What would you like?"},
            "action": {"button": "See the menu", "sections": [{"title": "Drinks", "rows": rows}]},
        }}))
        .await;
    scene.browser.click(&format!("{} .actions button", message(&id))).await;
    scene.browser.wait_for("dialog:popover-open", "Oat milk").await;
    scene.browser.picture("list.png").await;
    scene.browser.click("dialog:popover-open button[value='flat']").await;
    let picked = scene.written().await;
    let expected = json!({"id": "flat", "title": "Flat white", "description": "Oat milk"});
    assert_eq!(picked["interactive"]["list_reply"], expected);
    scene.browser.wait("document.querySelector('dialog:popover-open') === null").await;
    scene.end().await;
}

#[tokio::test]
async fn everything_can_be_done_with_the_keyboard() {
    let Some(mut scene) = Scene::begin().await else { return };
    // The text field has the focus when the page opens.
    scene.browser.type_in(&format!("one line{SHIFT}{ENTER}\u{e000}another{ENTER}")).await;
    assert_eq!(scene.written().await["text"]["body"], "one line\nanother");
    scene.browser.wait_for(".by-person .bubble", "one line\nanother").await;
    assert_eq!(
        scene.browser.value("document.activeElement.id + '|' + document.activeElement.value").await,
        "text|"
    );
    scene.browser.type_in(ENTER).await;

    let id = scene.send(buttons()).await;
    scene.browser.wait_for(&message(&id), "Yes, please").await;
    let back = format!("{SHIFT}{TAB}\u{e000}");
    let focused = "document.activeElement.innerText";
    // From the text field backwards: attach, the last button, the first one.
    for _ in 0..3 {
        scene.browser.type_in(&back).await;
    }
    assert_eq!(scene.browser.value(focused).await, "Yes, please");
    scene.browser.type_in(ENTER).await;
    assert_eq!(scene.written().await["interactive"]["button_reply"]["id"], "table-yes");
    // What cannot be used any more does not keep the focus.
    scene.browser.wait("document.activeElement.id === 'text'").await;

    // A sheet opens with the focus in it, and gives it back.
    scene.browser.type_in(&back).await;
    scene.browser.type_in(ENTER).await;
    scene.browser.wait("document.activeElement.innerText === 'Picture or file'").await;
    scene.browser.type_in(TAB).await;
    scene.browser.type_in(ENTER).await;
    scene.browser.wait("document.activeElement.name === 'latitude'").await;
    scene.browser.type_in(ENTER).await;
    assert_eq!(scene.written().await["location"]["name"], "Royal Observatory");
    scene.browser.wait("document.querySelector('dialog:popover-open') === null").await;
    scene.browser.click("button[aria-label='Attach']").await;
    scene.browser.wait("document.querySelector('dialog:popover-open') !== null").await;
    scene.browser.type_in(ESCAPE).await;
    scene.browser.wait("document.querySelector('dialog:popover-open') === null").await;
    scene.end().await;
}

#[tokio::test]
async fn a_person_sends_a_picture_a_contact_an_answer_and_a_reaction() {
    let Some(mut scene) = Scene::begin().await else { return };
    let id = scene.send(text("Show me!")).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dot.png");
    std::fs::write(&file, PIXEL).unwrap();
    scene.browser.click("button[aria-label='Attach']").await;
    scene.browser.click("button[popovertarget='file']").await;
    scene.browser.choose_file("#file input[type=file]", &file).await;
    scene.browser.click("#file button.primary").await;
    let picture = scene.written().await;
    assert_eq!(picture["image"]["mime_type"], "image/png");
    scene.browser.wait("document.querySelector('.by-person img')?.naturalWidth === 1").await;

    scene.browser.click("button[aria-label='Attach']").await;
    scene.browser.click("button[popovertarget='card']").await;
    scene.browser.click("#card button.primary").await;
    assert_eq!(scene.written().await["contacts"][0]["phones"][0]["wa_id"], "15550002222");

    scene.browser.click(&format!("{} .more", message(&id))).await;
    scene.browser.click("dialog:popover-open button[aria-label='heart']").await;
    let reaction = scene.written().await;
    assert_eq!(reaction["reaction"], json!({"message_id": id, "emoji": "❤️"}));
    scene.browser.wait_for(&format!("{} .emoji", message(&id)), "❤️").await;

    scene.browser.click(&format!("{} .more", message(&id))).await;
    scene.browser.click("dialog:popover-open a[data-reply]").await;
    scene.browser.wait("document.activeElement.id === 'text'").await;
    scene.browser.type_in(&format!("there{ENTER}")).await;
    let answer = scene.written().await;
    assert_eq!((&answer["text"]["body"], &answer["context"]["id"]), (&json!("there"), &json!(id)));
    scene.browser.wait_for(".by-person .quote", "Show me!").await;
    scene.end().await;
}

/// The smallest PNG: one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

#[tokio::test]
async fn every_kind_of_message_is_shown() {
    let Some(scene) = Scene::begin().await else { return };
    let url = format!("{}/v16.0/100000000000001/media", scene.emulator.url());
    let mut form = b"--cut\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--cut\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"dot.png\"\r\nContent-Type: image/png\r\n\r\n"
        .to_vec();
    form.extend_from_slice(PIXEL);
    form.extend_from_slice(b"\r\n--cut--\r\n");
    let headers = [
        ("authorization", "Bearer wharf-dev"),
        ("content-type", "multipart/form-data; boundary=cut"),
    ];
    let file = call("POST", &url, &headers, form).await.json()["id"].clone();

    let parameters = json!([{"type": "text", "text": "Ada"}, {"type": "text", "text": "#42"}]);
    let cases = [
        (json!({"type": "image", "image": {"id": file, "caption": "A dot"}}), "A dot"),
        (
            json!({"type": "image", "image": {"link": "http://127.0.0.1:1/gone.png"}}),
            "http://127.0.0.1:1/gone.png",
        ),
        (
            json!({"type": "document", "document": {"link": "http://127.0.0.1:1/a.pdf", "filename": "prices.pdf"}}),
            "prices.pdf",
        ),
        (
            json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Lin Chen", "first_name": "Lin"}}]}),
            "Lin Chen",
        ),
        (
            json!({"type": "location", "location": {"latitude": 51.5, "longitude": -0.1, "name": "Pier", "address": "Harbour Lane 1"}}),
            "Harbour Lane 1",
        ),
        (
            json!({"type": "template", "template": {"name": "order_update", "language": {"code": "en_US"},
            "components": [{"type": "body", "parameters": parameters}]}}),
            "Hi Ada, your order #42 is on its way.",
        ),
        (
            json!({"type": "interactive", "interactive": {"type": "product", "body": {"text": "Beans"},
            "action": {"catalog_id": "1", "product_retailer_id": "sku-7"}}}),
            "sku-7",
        ),
    ];
    for (content, shown) in cases {
        let id = scene.send(content).await;
        scene.browser.wait_for(&message(&id), shown).await;
    }
    scene.browser.wait("document.querySelector('.by-business img').naturalWidth === 1").await;
    // A quick reply of a template can be tapped, too.
    scene.browser.click(".actions button[value='Thanks']").await;
    scene.browser.wait_for(".by-person .bubble", "Thanks").await;
    scene.browser.picture("kinds.png").await;

    // On the narrowest phones, nothing is cut off at the side.
    scene.browser.resize(360, 740).await;
    scene.browser.wait("innerWidth === 360").await;
    scene.browser.picture("narrow.png").await;
    let wide = "[document.documentElement, ...document.querySelectorAll('.phone, #log, .bubble')]
        .filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.className)";
    assert_eq!(scene.browser.value(wide).await, json!([]));
    scene.end().await;
}

#[tokio::test]
async fn people_have_chats_of_their_own() {
    let Some(mut scene) = Scene::begin().await else { return };
    // Grace has never written: the platform takes the text, and says later that it did not arrive.
    scene.send_to(GRACE, text("psst")).await;
    scene.browser.wait_for("a[href='/phone/15550002222'] .badge", "1").await;
    scene.browser.click("a[href='/phone/15550002222']").await;
    scene.browser.wait_for("#head", "24-hour window closed").await;
    assert_eq!(scene.browser.value("document.title").await, "Grace and Wharf Coffee · Wharf");
    scene.browser.wait_for(".message.failed", "131047").await;
    assert_eq!(
        scene.browser.value("document.body.innerText.includes('Are you open today')").await,
        true
    );
    assert_eq!(
        scene
            .browser
            .value("document.querySelector('#log').innerText.includes('Are you open today')")
            .await,
        false
    );

    scene.browser.click("#text").await;
    scene.browser.type_in(&format!("I am here{ENTER}")).await;
    let written = scene.written().await;
    assert_eq!(
        (&written["from"], &written["text"]["body"]),
        (&json!("15550002222"), &json!("I am here"))
    );
    scene.browser.wait_for("#head", "24-hour window open").await;

    // The business is typing, and has read it.
    let receipt = json!({"messaging_product": "whatsapp", "status": "read", "message_id": written["id"], "typing_indicator": {"type": "text"}});
    assert_eq!(send(&scene.emulator, &receipt).await.status, 200);
    scene.browser.wait_for("#head", "typing…").await;
    scene.browser.wait("document.querySelector('.by-person .ticks.is-read') !== null").await;
    let id = scene.send_to(GRACE, text("There you are")).await;
    scene.browser.wait_for(&message(&id), "There you are").await;
    scene.browser.wait("!document.querySelector('#head').innerText.includes('typing…')").await;
    scene.finish().await;
}

#[tokio::test]
async fn two_tabs_show_the_same_chat() {
    let Some(mut scene) = Scene::begin().await else { return };
    let first = scene.browser.new_tab().await;
    scene.browser.go(scene.emulator.url()).await;
    scene.browser.wait("document.documentElement.classList.contains('live')").await;
    scene.browser.click("#text").await;
    scene.browser.type_in(&format!("From the second tab{ENTER}")).await;
    assert_eq!(scene.written().await["text"]["body"], "From the second tab");
    let id = scene.send(text("Heard")).await;
    scene.browser.wait_for(&message(&id), "Heard").await;

    let second = scene.browser.tab(&first).await;
    scene.browser.wait_for("#log", "From the second tab").await;
    scene.browser.wait_for(&message(&id), "Heard").await;
    scene.browser.click("#text").await;
    scene.browser.type_in(&format!("And from the first{ENTER}")).await;
    assert_eq!(scene.written().await["text"]["body"], "And from the first");

    scene.browser.tab(&second).await;
    scene.browser.wait_for("#log", "And from the first").await;
    scene.browser.tab(&first).await;
    scene.end().await;
}

/// A port that stays free while nobody listens on it: not one of those that other tests are given.
fn port_for_later() -> u16 {
    let begin = 20_000 + u16::try_from(std::process::id() % 10_000).unwrap();
    let free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (begin..begin + 1_000).find(free).unwrap()
}

#[tokio::test]
async fn the_page_comes_back_by_itself_with_what_was_being_typed() {
    let Some(scene) = Scene::begin_at(port_for_later()).await else { return };
    scene.browser.type_in("half a sent").await;
    let address = scene.emulator.url().trim_start_matches("http://").parse().unwrap();
    let Scene { emulator, app, browser } = scene;
    emulator.stop().await;
    browser.wait_for("#connection", "reconnecting…").await;
    let mut config = Config::dev();
    config.listen = address;
    let emulator = Emulator::start(config).await.unwrap();
    browser.wait("document.querySelector('#connection').hidden").await;
    emulator.write("15550001111", "after the break").unwrap();
    browser.wait_for(".by-person .bubble", "after the break").await;
    assert_eq!(browser.value("document.querySelector('#text').value").await, "half a sent");
    Scene { emulator, app, browser }.end().await;
}
