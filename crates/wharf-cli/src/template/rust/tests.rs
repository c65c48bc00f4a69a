use std::process::Command;

use serde_json::{Value, json};

use super::{
    super::lock::Lock,
    Generated, generate,
    names::{Unique, field_name, pascal, type_name},
};

fn lock(templates: &Value) -> Lock {
    let value = json!({"lock": 1, "account": "1", "pulled": "2026-11-25", "templates": templates});
    serde_json::from_value(value).unwrap()
}

fn template(name: &str, language: &str, text: &str, named: bool) -> Value {
    let format = if named { "NAMED" } else { "POSITIONAL" };
    json!({"name": name, "language": language, "id": "1", "status": "APPROVED", "category": "UTILITY",
        "parameter_format": format, "components": [{"type": "BODY", "text": text}]})
}

#[test]
fn names_are_ones_that_rust_takes() {
    for (name, as_type, as_field) in [
        ("order_update", "OrderUpdate", "order_update"),
        ("2fa", "Template2fa", "value_2fa"),
        ("_", "Template", "value"),
        ("a__b_", "AB", "a_b"),
        ("self", "Self", "self_"),
        ("type", "Type", "type_"),
    ] {
        assert_eq!((type_name(name).as_str(), field_name(name).as_str()), (as_type, as_field));
    }
    assert_eq!((pascal("pt_BR"), field_name("pt_BR")), ("PtBr".to_owned(), "pt_br".to_owned()));
}

#[test]
fn a_name_is_given_once() {
    let mut types = Unique::types();
    let given = ["Order", "Order", "Order", "Template", "String"].map(|name| types.take(name));
    assert_eq!(given, ["Order", "OrderTemplate", "Order2", "TemplateTemplate", "StringTemplate"]);
    let mut fields = Unique::default();
    assert_eq!(["a", "a", "a"].map(|name| fields.take_field(name)), ["a", "a_2", "a_3"]);
}

#[test]
fn the_order_of_the_lock_and_its_day_do_not_count() {
    let (one, two) =
        (template("one", "en", "Hi {{1}}.", false), template("two", "de", "Hi.", false));
    let text = generate(&lock(&json!([one, two])), "l").text;
    let mut later = lock(&json!([one, two]));
    later.pulled = serde_json::from_value(json!("2027-01-01")).unwrap();
    assert_eq!(generate(&later, "l").text, text);
    let other = generate(&lock(&json!([two])), "l").text;
    assert_ne!(other.lines().nth(2), text.lines().nth(2), "another lock has another mark");
}

#[test]
fn what_is_not_approved_is_not_there_and_what_is_not_known_is_left_out() {
    let mut paused = template("paused", "en", "Hi.", false);
    paused["status"] = "PAUSED".into();
    let mixed = template("mixed", "en", "Hi {{name}}, {{1}} is here.", true);
    let Generated { text, types, left_out } = generate(&lock(&json!([paused, mixed])), "l");
    assert_eq!(types, 0);
    assert!(text.contains("- `mixed` in `en`: body: a variable"), "{text}");
    assert_eq!(left_out.len(), 1);
    assert!(!text.contains("paused") && !text.contains("use "), "{text}");
}

/// Names as long as the platform takes them, more values than fit on a line, languages that are words of Rust.
#[test]
fn what_is_long_is_laid_out_as_the_formatter_does() {
    let long = "a_long_name_that_goes_on_".repeat(3);
    let mut templates = Vec::new();
    for count in 1..12 {
        let places: Vec<_> = (1..=count).map(|place| format!("v {{{{{place}}}}}")).collect();
        let text = format!("{} end", places.join(", "));
        templates.push(template(&format!("counted_{count}"), "en_US", &text, false));
        let letters = long.get(..count * 6).unwrap();
        let text = format!("A {{{{{letters}}}}} and {{{{b}}}}\r\n  \n``` b\u{2066}\u{7}\tc.");
        templates.push(template(&format!("named_{count}"), "in", &text, true));
        templates.push(template(&format!("named_{count}"), "as", &text, true));
        let header =
            json!({"type": "HEADER", "format": "TEXT", "text": format!("Hi {{{{{letters}}}}}")});
        let mut with_header = template(&format!("headed_{count}"), "en", "Hi {{b}} there.", true);
        with_header["components"].as_array_mut().unwrap().insert(0, header);
        templates.push(with_header);
    }
    let text = generate(&lock(&templates.into()), "templates.lock.json").text;
    assert!(text.contains("pub fn in_(self) -> Template") && text.contains("pub fn as_(self)"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("templates.rs");
    std::fs::write(&path, &text).unwrap();
    let formatted =
        Command::new("rustfmt").args(["--edition", "2024", "--check"]).arg(&path).output();
    let formatted = formatted.unwrap();
    let says = [formatted.stdout, formatted.stderr].map(|said| String::from_utf8(said).unwrap());
    assert!(formatted.status.success(), "{}{}", says[0], says[1]);
}
