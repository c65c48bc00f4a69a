//! Templates as they are created.

use serde_json::json;
use wharf_model::{
    message::{Rule, Violation},
    template::{
        Body, Button, Buttons, Card, Carousel, Category, Definition, Footer, Format, Header,
        LANGUAGES, Offer, Otp, OtpType, Part, Status, SupportedApp,
    },
    templates::TemplateNode,
};

fn definition(category: Category) -> Definition {
    Definition::new("t", "en_US", category)
}

fn utility() -> Definition {
    definition(Category::Utility)
}

fn chars(count: usize) -> String {
    "x".repeat(count)
}

#[track_caller]
fn has(definition: &Definition, path: &str, rule: Rule, code: u32) {
    let found = definition.check();
    let fits = |one: &Violation| (one.path.as_str(), one.rule, one.code) == (path, rule, code);
    assert!(found.iter().any(fits), "{path} {rule} {code}: {found:#?}");
}

#[track_caller]
fn limit(path: &str, max: usize, code: u32, make: impl Fn(usize) -> Definition) {
    let errors: Vec<_> = make(max).check().into_iter().filter(Violation::is_error).collect();
    assert_eq!(errors, [], "{path}: {max} is allowed");
    let found = make(max + 1).check();
    let broken = found.iter().find(|found| found.path == path && found.is_error());
    let broken = broken.map(|found| (found.code, found.limit));
    assert_eq!(broken, Some((code, u64::try_from(max).ok())), "{path}: {found:?}");
}

#[test]
fn templates_of_the_documentation_are_read_and_written_back() {
    for wire in [
        json!({"category": "MARKETING", "id": "920070352646140", "language": "en_US", "name": "april",
            "status": "APPROVED", "quality_score": {"score": "GREEN"}, "components": [
            {"format": "TEXT", "text": "Fall Sale", "type": "HEADER"},
            {"example": {"body_text": [["Mark", "FALL25"]]}, "text": "Hi {{1}}, use {{2}} now!", "type": "BODY"},
            {"text": "Not interested? Tap below", "type": "FOOTER"},
            {"buttons": [{"text": "Stop promotions", "type": "QUICK_REPLY"}], "type": "BUTTONS"}]}),
        json!({"name": "order", "language": "en_US", "category": "UTILITY", "components": [
            {"type": "HEADER", "format": "DOCUMENT", "example": {"header_handle": ["4::h"]}},
            {"type": "BODY", "text": "Thank you!"},
            {"type": "BUTTONS", "buttons": [
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "16467043595"},
                {"type": "URL", "text": "Help", "url": "https://example.com/{{1}}", "example": ["https://example.com/1"]}]}]}),
        json!({"name": "code", "language": "en_US", "category": "AUTHENTICATION",
            "message_send_ttl_seconds": 60, "components": [
            {"type": "BODY", "add_security_recommendation": true},
            {"type": "FOOTER", "code_expiration_minutes": 10},
            {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "ONE_TAP", "text": "Copy Code",
                "autofill_text": "Autofill", "supported_apps": [
                    {"package_name": "com.example", "signature_hash": "K8a/AINcGX7"}]}]}]}),
        json!({"name": "offer", "language": "en_US", "category": "MARKETING", "components": [
            {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Expiring!", "has_expiration": true}},
            {"type": "BODY", "text": "Good news!"},
            {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "CARIBE25"},
                {"type": "URL", "text": "Book", "url": "https://example.com"}]}]}),
        json!({"name": "call", "language": "en_US", "category": "UTILITY", "parameter_format": "NAMED",
            "components": [
            {"type": "BODY", "text": "May we call {{who}} now?", "example":
                {"body_text_named_params": [{"param_name": "who", "example": "you"}]}},
            {"type": "CALL_PERMISSION_REQUEST"}]}),
        json!({"name": "cards", "language": "en_US", "category": "MARKETING", "components": [
            {"type": "BODY", "text": "Look!"}, {"type": "CAROUSEL", "cards": [
            {"components": [{"type": "HEADER", "format": "PRODUCT"},
                {"type": "BUTTONS", "buttons": [{"type": "SPM", "text": "View"}]}]},
            {"components": [{"type": "HEADER", "format": "PRODUCT"},
                {"type": "BUTTONS", "buttons": [{"type": "SPM", "text": "View"}]}]}]}]}),
    ] {
        let read: Definition = serde_json::from_value(wire.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), wire);
        assert_eq!(read.check(), [], "{wire}");
        assert!(!read.components.iter().any(|part| matches!(part, Part::Other(_))));
    }
}

#[test]
fn others_write_it_in_small_letters_and_with_new_kinds() {
    let wire = json!({"name": "t", "language": "en", "category": "utility", "status": "approved", "components": [
        {"type": "body", "text": "Hi {{1}}!", "example": {"body_text": ["Ana"]}},
        {"type": "buttons", "buttons": [{"type": "quick_reply", "text": "Yes"}, {"type": "KNOCK", "times": 2}]},
        {"type": "SCENT", "scent": "rose"}]});
    let read: Definition = serde_json::from_value(wire).unwrap();
    assert_eq!(read.category, Some(Category::Utility));
    assert_eq!(read.status, Some(Status::Approved));
    assert_eq!(read.body().unwrap().example.as_ref().unwrap().body_text, [["Ana"]]);
    assert!(matches!(read.buttons(), [Button::QuickReply(_), Button::Other(_)]));
    let Part::Other(scent) = &read.components[2] else { panic!("{:?}", read.components) };
    assert_eq!(scent["scent"], "rose");
    let again: Definition = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn each_text_has_its_limit() {
    let body = || Body::new("Hi.");
    limit("name", 512, 100, |n| Definition::new(chars(n), "en_US", Category::Utility).part(body()));
    limit("components[0].text", 60, 2_388_040, |n| {
        utility().part(Header::text(chars(n))).part(body())
    });
    limit("components[0].text", 1024, 2_388_040, |n| utility().part(Body::new(chars(n))));
    limit("components[1].text", 60, 2_388_040, |n| {
        utility().part(body()).part(Footer::new(chars(n)))
    });
    let offer = |text: usize, body: usize| {
        definition(Category::Marketing)
            .part(Offer::new(chars(text), true))
            .part(Body::new(chars(body)))
    };
    limit("components[0].limited_time_offer.text", 16, 2_388_040, |n| offer(n, 1));
    limit("components[1].text", 600, 2_388_040, |n| offer(1, n));
    let button = |button: Button| definition(Category::Marketing).part(body()).button(button);
    let at = "components[1].buttons[0]";
    limit(&format!("{at}.text"), 25, 2_388_040, |n| button(Button::quick_reply(chars(n))));
    limit(&format!("{at}.url"), 2000, 2_388_040, |n| {
        button(Button::url("Open", format!("https://{}", chars(n - 8))))
    });
    limit(&format!("{at}.phone_number"), 20, 2_388_040, |n| {
        button(Button::phone_number("Call", chars(n)))
    });
    limit(&format!("{at}.example"), 20, 2_388_040, |n| button(Button::copy_code(chars(n))));
    limit("components[1].buttons", 10, 100, |n| {
        (0..n).fold(utility().part(body()), |all, i| all.button(Button::quick_reply(i.to_string())))
    });
    limit("components[1].buttons", 2, 100, |n| {
        (0..n).fold(utility().part(body()), |all, _| {
            all.button(Button::url("Open", "https://example.com"))
        })
    });
    limit("components[1].buttons", 1, 100, |n| {
        (0..n).fold(utility().part(body()), |all, _| all.button(Button::phone_number("Call", "1")))
    });
}

#[test]
fn each_time_to_live_has_its_range() {
    for (category, min, max) in [
        (Category::Authentication, 30, 900),
        (Category::Utility, 30, 43_200),
        (Category::Marketing, 43_200, 2_592_000),
    ] {
        let ttl = |seconds: i64| {
            let part = if category == Category::Authentication {
                Body::code(true)
            } else {
                Body::new("Hi.")
            };
            let made = definition(category.clone()).part(part).ttl_seconds(seconds);
            let found = made.check();
            found.iter().filter(|found| found.path == "message_send_ttl_seconds").count()
        };
        assert_eq!([min - 1, min, max, max + 1].map(ttl), [1, 0, 0, 1], "{category}");
        assert_eq!(ttl(-1), usize::from(category == Category::Marketing), "{category}");
    }
}

#[test]
fn variables_have_their_rules() {
    let body =
        |text: &str, examples: &[&str]| utility().part(Body::new(text).example(examples.to_vec()));
    assert_eq!(body("Hi {{1}}, {{2}}.", &["a", "b"]).check(), []);
    let at = "components[0].text";
    has(&body("{{1}} hi.", &["a"]), at, Rule::Order, 2_388_299);
    has(&body("Hi {{1}}", &["a"]), at, Rule::Order, 2_388_299);
    has(&body("Hi {{1}}, {{3}}.", &["a", "b"]), at, Rule::Order, 2_388_072);
    has(&body("Hi {{name}}.", &["a"]), at, Rule::Format, 2_388_072);
    has(&body("Hi {{First name}}.", &["a"]), at, Rule::Format, 2_388_072);
    has(&body("Hi {{1}}, {{2}}.", &["a"]), "components[0].example", Rule::CountMin, 2_388_072);
    let beside = body("Hi {{1}} {{2}}.", &["a", "b"]).check();
    assert!(beside.len() == 1 && !beside[0].is_error(), "{beside:?}");
    let named = utility().named().part(Body::new("Hi {{name}}.").named_example([("name", "Ana")]));
    assert_eq!(named.check(), []);
    let other = utility().named().part(Body::new("Hi {{1}}.").example(["Ana"]));
    has(&other, at, Rule::Format, 2_388_072);
    let without = utility().named().part(Body::new("Hi {{name}}."));
    has(&without, "components[0].example", Rule::Required, 2_388_072);
}

#[test]
fn parts_have_their_rules() {
    let body = || Body::new("Hi.");
    has(&utility(), "components", Rule::Required, 100);
    has(&utility().part(body()).part(body()), "components[1].type", Rule::Unique, 100);
    has(
        &Definition::new("No!", "en_US", Category::Utility).part(body()),
        "name",
        Rule::Format,
        100,
    );
    has(&definition("NEWS".into()).part(body()), "category", Rule::OneOf, 100);
    let klingon = Definition::new("t", "tlh", Category::Utility).part(body()).check();
    assert!(klingon.len() == 1 && !klingon[0].is_error(), "{klingon:?}");
    assert!(LANGUAGES.is_sorted() && LANGUAGES.contains(&"en_US"));
    let header = |header: Header| utility().part(header).part(body());
    for text in ["Or*der", "Or\nder", "Order 😀"] {
        has(&header(Header::text(text)), "components[0].text", Rule::Format, 2_388_047);
    }
    assert_eq!(header(Header::text("Order {{1}}").example("42")).check(), []);
    has(&header(Header::text("{{1}} {{2}}")), "components[0].text", Rule::CountMax, 2_388_047);
    let bare: Header = serde_json::from_value(json!({"format": "image"})).unwrap();
    has(&header(bare), "components[0].example.header_handle", Rule::Required, 2_388_047);
    assert_eq!(header(Header::location()).check(), []);
    let footer = utility().part(body()).part(Footer::new("Bye {{1}}"));
    has(&footer, "components[1].text", Rule::NotAllowed, 2_388_073);
}

#[test]
fn buttons_have_their_rules() {
    let with = |buttons: Vec<Button>| {
        definition(Category::Marketing).part(Body::new("Hi.")).part(Buttons::new(buttons))
    };
    let reply = || Button::quick_reply("Yes");
    let url = || Button::url("Open", "https://example.com");
    let at = "components[1].buttons";
    assert_eq!(with(vec![reply(), reply(), url()]).check(), []);
    has(&with(vec![reply(), url(), reply()]), at, Rule::Order, 100);
    has(&with(vec![url(), reply(), url()]), at, Rule::Order, 100);
    let first = "components[1].buttons[0]";
    let ends = |url: &str| with(vec![Button::url("Open", url).example("https://example.com/1")]);
    assert_eq!(ends("https://example.com/{{1}}").check(), []);
    has(&ends("https://example.com/{{1}}/x"), &format!("{first}.url"), Rule::Format, 100);
    has(&ends("https://example.com/{{2}}"), &format!("{first}.url"), Rule::Format, 100);
    has(&ends("example.com/{{1}}"), &format!("{first}.url"), Rule::Url, 100);
    let bare = with(vec![Button::url("Open", "https://example.com/{{1}}")]);
    has(&bare, &format!("{first}.example"), Rule::Required, 100);
    has(&with(vec![Button::otp(Otp::copy_code())]), first, Rule::NotAllowed, 100);
    has(&with(vec![Button::products()]), "components", Rule::Required, 100);
    let catalog = utility().part(Body::new("Hi.")).button(Button::catalog());
    has(&catalog, "components", Rule::NotAllowed, 100);
    let pay = utility().part(Body::new("Hi.")).button(Button::order_details("Review and Pay"));
    has(&pay, "display_format", Rule::Required, 100);
    let many = with(vec![reply(), reply(), reply(), reply()]).check();
    assert!(many.len() == 1 && !many[0].is_error(), "{many:?}");
}

#[test]
fn codes_have_their_rules() {
    let code = |otp: Otp| {
        definition(Category::Authentication).part(Body::code(true)).button(Button::otp(otp))
    };
    let app = || SupportedApp::new("com.example", "K8a/AINcGX7");
    assert_eq!(code(Otp::copy_code()).check(), []);
    assert_eq!(code(Otp::one_tap([app()])).check(), []);
    assert_eq!(code(Otp::zero_tap([app()])).check(), []);
    let at = "components[1].buttons[0]";
    has(&code(Otp::one_tap([])), &format!("{at}.supported_apps"), Rule::CountMin, 100);
    has(&code(Otp::one_tap(vec![app(); 6])), &format!("{at}.supported_apps"), Rule::CountMax, 100);
    let short = code(Otp::one_tap([SupportedApp::new("com.example", "K8a")]));
    has(&short, &format!("{at}.supported_apps[0].signature_hash"), Rule::Format, 100);
    let mut zero = Otp::one_tap([app()]);
    zero.otp_type = OtpType::ZeroTap;
    has(&code(zero), &format!("{at}.zero_tap_terms_accepted"), Rule::Required, 100);
    let minutes = |minutes| code(Otp::copy_code()).part(Footer::code_minutes(minutes));
    assert_eq!(minutes(90).check(), []);
    has(&minutes(91), "components[2].code_expiration_minutes", Rule::Range, 2_388_073);
    has(&minutes(0), "components[2].code_expiration_minutes", Rule::Range, 2_388_073);
    let own = definition(Category::Authentication)
        .part(Body::new("Your code."))
        .button(Button::otp(Otp::copy_code()));
    has(&own, "components[0].text", Rule::NotAllowed, 2_388_072);
    let replies = definition(Category::Authentication)
        .part(Body::code(true))
        .button(Button::quick_reply("x"));
    has(&replies, "components[1].buttons[0].type", Rule::OneOf, 100);
    has(
        &definition(Category::Authentication).part(Body::code(true)),
        "components",
        Rule::Required,
        100,
    );
}

#[test]
fn cards_and_offers_have_their_rules() {
    let card = |button: Button| {
        Card::new(Header::media(Format::Image, "4::h"))
            .part(Body::new("Tea."))
            .part(Buttons::new([button]))
    };
    let reply = || Button::quick_reply("Yes");
    let carousel = |cards: Vec<Card>| {
        definition(Category::Marketing).part(Body::new("Hi.")).part(Carousel::new(cards))
    };
    assert_eq!(carousel(vec![card(reply()), card(reply())]).check(), []);
    let at = "components[1].cards";
    has(&carousel(vec![card(reply())]), at, Rule::CountMin, 100);
    has(&carousel(vec![card(reply()); 11]), at, Rule::CountMax, 100);
    let mixed = carousel(vec![card(reply()), card(Button::url("Open", "https://example.com"))]);
    has(&mixed, &format!("{at}[1]"), Rule::Alike, 100);
    let text = Card::new(Header::text("Tea")).part(Buttons::new([reply()]));
    has(&carousel(vec![text.clone(), text]), &format!("{at}[0].components"), Rule::Required, 100);
    let three = card(reply()).components;
    let three = Card::new(Header::media(Format::Image, "4::h"))
        .part(three[1].clone())
        .part(Buttons::new([reply(), reply(), reply()]));
    has(
        &carousel(vec![three.clone(), three]),
        &format!("{at}[0].components[2].buttons"),
        Rule::CountMax,
        100,
    );
    let utility =
        utility().part(Body::new("Hi.")).part(Carousel::new([card(reply()), card(reply())]));
    has(&utility, "components[1]", Rule::NotAllowed, 100);

    let offer =
        || definition(Category::Marketing).part(Offer::new("Ends!", true)).part(Body::new("Hi."));
    let url = || Button::url("Open", "https://example.com");
    assert_eq!(offer().button(Button::copy_code("X")).button(url()).check(), []);
    has(&offer().button(url()).button(Button::copy_code("X")), "components", Rule::Order, 100);
    has(&offer().part(Footer::new("Bye")), "components[2]", Rule::NotAllowed, 2_388_073);
}

#[test]
fn a_definition_is_created_and_comes_back_from_a_list() {
    let made =
        utility().part(Body::new("Hi {{1}}.").example(["Ana"])).button(Button::quick_reply("Yes"));
    let request = made.create("1".parse().unwrap()).unwrap();
    assert_eq!(serde_json::to_value(&request.body).unwrap(), serde_json::to_value(&made).unwrap());
    let mut listed = serde_json::to_value(&made).unwrap();
    listed["id"] = "7".into();
    listed["status"] = "APPROVED".into();
    let node: TemplateNode = serde_json::from_value(listed).unwrap();
    let read = Definition::try_from(&node).unwrap();
    assert_eq!((read.components, read.status), (made.components, Some(Status::Approved)));
    assert!(Definition::try_from(&TemplateNode::default()).is_err());
}
