//! The library, many languages at once, copies and comparisons.

use serde_json::json;

use super::{Emulated, fed, fits};

const SIGN_IN: &str = r#"{"name": "sign_in", "languages": ["en_US", "de"], "category": "AUTHENTICATION",
    "components": [{"type": "BODY", "add_security_recommendation": true},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}]}"#;

#[test]
fn the_library_is_looked_into_and_made_use_of() {
    let emulated = Emulated::start();
    let (stdout, stderr, code) = emulated.template(&["library"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    fits(&stdout);
    assert!(stdout.starts_with("NAME "), "{stdout}");
    let all = emulated.lines(&["library"]);
    let some = emulated.lines(&["library", "--category", "utility", "--language", "en_US"]);
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(some.iter().all(|one| one["category"] == "UTILITY" && one["language"] == "en_US"));

    // Buttons of the library mostly ask for something of one's own.
    let plain = some.iter().find(|one| one["buttons"].is_null()).unwrap();
    let mine = json!({"name": "mine", "language": "en_US", "category": "UTILITY",
        "library_template_name": plain["name"]});
    let create = fed(emulated.wharf().args(["template", "create", "-"]), &mine.to_string());
    assert_eq!(create.2, 0, "{}", create.1);
    let shown = emulated.template(&["show", "mine"]).0;
    let first_line = plain["body"].as_str().unwrap().split(' ').next().unwrap();
    assert!(shown.contains(first_line), "{shown}");
}

#[test]
fn one_is_put_into_many_languages() {
    let emulated = Emulated::start();
    let upsert = fed(emulated.wharf().args(["template", "upsert", "-"]), SIGN_IN);
    assert_eq!(upsert.2, 0, "{}", upsert.1);
    assert!(upsert.0.starts_with("sign_in:\nLANGUAGE  STATUS "), "{}", upsert.0);
    let languages = emulated.lines(&["show", "sign_in"]);
    let languages: Vec<_> = languages.iter().map(|node| node["language"].clone()).collect();
    assert_eq!(languages, ["de", "en_US"]);
}

#[test]
fn what_the_platform_does_not_do_is_told_with_its_reason() {
    let emulated = Emulated::start();
    let (_, stderr, code) = emulated.template(&["compare", "hello_world", "order_update"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("1000"), "{stderr}");
    let (_, stderr, code) = emulated.template(&["migrate", "--from", "200000000000099"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("200000000000099"), "{stderr}");
}
