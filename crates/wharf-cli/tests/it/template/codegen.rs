//! `wharf template codegen`: what it writes is compiled here, and what that sends is taken.

use std::{fs, process::Command};

use serde_json::{Value, json};
use wharf::message::{Document, Image, Location, Message, Template, interactive::ProductSection};
use wharf_model::template::Definition;

use super::{Emulated, beside, fed, strange, typed};
use crate::program::{run, wharf};

fn text(text: &str) -> String {
    text.to_owned()
}

fn picture() -> Image {
    Image::link("https://example.com/tea.png")
}

fn typed_templates() -> Vec<Template> {
    let card = |body: &str| typed::BestSellersCard {
        header_image: picture(),
        body_1: text(body),
        payload: text("tea"),
        url_suffix: text("tea"),
    };
    let order =
        typed::OrderReady { body_1: text("Ada"), body_2: text("42"), url_suffix: text("42") };
    let sale = typed::SummerSale {
        header_image: picture(),
        body_1: text("Ada"),
        coupon_code: text("SUN25"),
        url_suffix: text("sun"),
        offer_ends_ms: 1_900_000_000_000,
    };
    let visit = typed::Visit { first_name: text("Ada"), day: text("Monday"), type_: text("10") };
    vec![
        typed::BestSellers { body_1: text("Ada"), cards: [card("$4"), card("$6")] }.en_us(),
        typed::HelloAgain::en_us(),
        order.clone().de(),
        order.clone().en_us(),
        order.in_language("de").unwrap(),
        typed::OrderReadyFr { body_1: text("42") }.fr(),
        typed::SignIn { code: text("123456") }.en_us(),
        sale.en_us(),
        visit.en_us(),
    ]
}

fn strange_templates() -> Vec<Template> {
    let mut place = Location::new(48.2, 16.4);
    (place.name, place.address) = (Some(text("Café")), Some(text("Ring 1")));
    let cards = strange::TwoCards {
        card_1: strange::TwoCardsCard1 {
            header_image: picture(),
            body_1: text("it"),
            payload: text("one"),
        },
        card_2: strange::TwoCardsCard2 { header_image: picture(), payload: text("two") },
    };
    let products = strange::Products {
        body_1: text("you"),
        thumbnail: text("tea"),
        sections: vec![ProductSection::new("Tea").item("tea")],
    };
    let document = Document::link("https://example.com/a.pdf");
    vec![
        strange::Template2fa { header_document: document }.en_us(),
        strange::AB { body_1: text("x") }.en_us(),
        strange::ABTemplate { header_location: place, body_1: text("x") }.en_us(),
        products.en_us(),
        strange::SelfTemplate { body_1: text("he") }.en_us(),
        strange::Survey { flow_token: text("t") }.en_us(),
        strange::TemplateTemplate { header: text("Ada") }.en_us(),
        cards.en_us(),
    ]
}

fn entries(lock: &str) -> Vec<Value> {
    let lock: Value = serde_json::from_slice(&fs::read(beside(lock)).unwrap()).unwrap();
    lock["templates"].as_array().unwrap().clone()
}

fn both() -> [(&'static str, Vec<Template>); 2] {
    [("typed.lock.json", typed_templates()), ("strange.lock.json", strange_templates())]
}

#[test]
fn what_is_checked_in_is_what_is_written() {
    for name in ["typed", "strange"] {
        let mut command = wharf();
        command.args(["template", "codegen", "--lock"]).arg(beside(&format!("{name}.lock.json")));
        let (stdout, _, code) = run(command.args(["--out", "-"]));
        assert_eq!(code, 0);
        let checked_in = fs::read_to_string(beside(&format!("{name}.rs"))).unwrap();
        assert_eq!(stdout, checked_in, "{name}");
    }
}

#[test]
fn it_is_laid_out_as_the_formatter_does() {
    for name in ["typed.rs", "strange.rs"] {
        // Elsewhere, so that this project's own settings are not in force.
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join(name);
        fs::copy(beside(name), &copy).unwrap();
        let mut formatter = Command::new("rustfmt");
        let (stdout, stderr, code) =
            run(formatter.args(["--check", "--edition", "2024"]).arg(copy));
        assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    }
}

#[test]
fn what_it_sends_fits_the_templates() {
    for (lock, templates) in both() {
        let definitions: Vec<Definition> =
            entries(lock).into_iter().map(|entry| serde_json::from_value(entry).unwrap()).collect();
        for template in templates {
            let definition = definitions.iter().find(|known| {
                (&known.name, &known.language) == (&template.name, &template.language.code)
            });
            assert_eq!(definition.unwrap().check_send(&template), [], "{}", template.name);
        }
    }
}

/// A button opens only a flow that is there.
fn published_flow(emulated: &Emulated) -> String {
    let footer =
        json!({"type": "Footer", "label": "Send", "on-click-action": {"name": "complete"}});
    let layout = json!({"type": "SingleColumnLayout", "children": [footer]});
    let screen = json!({"id": "ONE", "terminal": true, "layout": layout});
    let flow = json!({"version": "7.3", "screens": [screen]}).to_string();
    let mut create = emulated.wharf();
    create.args(["flow", "create", "Survey", "--category", "SURVEY", "--file", "-", "--publish"]);
    let (stdout, stderr, code) = fed(&mut create, &flow);
    assert_eq!(code, 0, "{stderr}");
    stdout.lines().next().unwrap().to_owned()
}

#[test]
fn the_emulator_takes_what_it_sends() {
    let emulated = Emulated::start();
    let flow = published_flow(&emulated);
    for (lock, templates) in both() {
        for mut entry in entries(lock) {
            let here =
                entry.to_string().replace(r#""flow_id":"1""#, &format!(r#""flow_id":"{flow}""#));
            entry = serde_json::from_str(&here).unwrap();
            // A part of a kind that nobody knows is nothing that can be created.
            if entry["name"] == "later" {
                continue;
            }
            let fields = entry.as_object_mut().unwrap();
            fields.retain(|field, _| field != "id" && field != "status");
            let mut create = emulated.wharf();
            let (_, stderr, code) =
                fed(create.args(["template", "create", "-"]), &entry.to_string());
            assert_eq!(code, 0, "{}: {stderr}", entry["name"]);
            emulated.decide(entry["name"].as_str().unwrap(), "APPROVED");
        }
        for template in templates {
            let name = template.name.clone();
            let message = serde_json::to_string(&Message::new("+15550001111", template)).unwrap();
            let (stdout, stderr, code) =
                fed(emulated.wharf().args(["send", "json", "-"]), &message);
            assert_eq!(code, 0, "{name}: {stderr}");
            assert!(stdout.starts_with("accepted: wamid."), "{name}: {stdout}");
        }
    }
}

#[test]
fn a_stale_file_is_found_and_another_layout_is_not_stale() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("src/templates.rs");
    let codegen = |flags: &[&str]| {
        let mut command = wharf();
        command.args(["template", "codegen", "--lock"]).arg(beside("typed.lock.json"));
        run(command.arg("--out").arg(&out).args(flags))
    };
    let (_, stderr, code) = codegen(&["--check"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("`wharf template codegen` writes it"), "{stderr}");

    let (stdout, _, code) = codegen(&[]);
    assert_eq!(code, 0);
    assert!(stdout.ends_with("templates.rs: 7 types\n"), "{stdout}");
    assert_eq!(codegen(&["--check"]).2, 0);
    let (stdout, _, _) = codegen(&["--json"]);
    let said: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((&said["types"], &said["changed"]), (&json!(7), &json!(false)));

    let text = fs::read_to_string(&out).unwrap();
    let wide = text.replace("[\n            (", "[(").replace("        ]);", "]);");
    fs::write(&out, wide).unwrap();
    assert_eq!(codegen(&["--check"]).2, 0);
    fs::write(&out, text.replace("body_1", "first")).unwrap();
    let (_, stderr, code) = codegen(&["--check"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("is not what the lock gives"), "{stderr}");
}

#[test]
fn what_is_left_out_is_said_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = wharf();
    command.args(["--json", "template", "codegen", "--lock"]).arg(beside("strange.lock.json"));
    let (stdout, stderr, code) = run(command.arg("--out").arg(folder.path().join("t.rs")));
    assert_eq!(code, 0);
    let said: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(said["left_out"][0]["name"], "later");
    assert!(stderr.contains("HOLOGRAM"), "{stderr}");
}

#[test]
fn no_value_is_shown_in_debug() {
    let visit = typed::Visit { first_name: text("Ada"), day: text("Monday"), type_: text("10") };
    assert_eq!(format!("{visit:?}"), "Visit { .. }");
}
