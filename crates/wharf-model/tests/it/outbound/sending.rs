//! Whether a send fits the template that was approved.

use wharf_model::{
    id::UserId,
    message::{
        Image, Message, Parameter, Template, TemplateCard, Video, interactive::ProductSection,
    },
    template::{
        Body, Button, Buttons, Card, Carousel, Category, Definition, Expected, Footer, Format,
        Header, Offer, Otp, Status, Variable, fill,
    },
};

use super::TO;

fn definition(category: Category) -> Definition {
    Definition::new("t", "en_US", category)
}

fn t() -> Template {
    Template::new("t", "en_US")
}

#[track_caller]
fn codes(definition: &Definition, template: &Template, expected: &[u32]) {
    let found = definition.check_send(template);
    let mut codes: Vec<_> = found.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, expected, "{found:#?}");
}

#[test]
fn name_language_and_status_must_be_right() {
    let plain = definition(Category::Utility).part(Body::new("Hi."));
    codes(&plain, &t(), &[]);
    codes(&plain, &Template::new("u", "en_US"), &[132_001]);
    codes(&plain, &Template::new("t", "en_GB"), &[132_001]);
    for (status, expected) in [
        (Status::Approved, vec![]),
        (Status::Flagged, vec![]),
        (Status::Pending, vec![132_001]),
        (Status::Rejected, vec![132_001]),
        (Status::Paused, vec![132_015]),
        (Status::Disabled, vec![132_016]),
    ] {
        codes(&plain.clone().status(status), &t(), &expected);
    }
}

#[test]
fn the_number_of_values_and_their_names_must_be_right() {
    let two = definition(Category::Utility).part(Body::new("Hi {{1}}, {{2}} and {{1}}."));
    codes(&two, &t().body(["a", "b"]), &[]);
    codes(&two, &t().body(["a"]), &[132_000]);
    codes(&two, &t().body(["a", "b", "c"]), &[132_000]);
    codes(&two, &t(), &[132_000]);
    codes(&two, &t().body_named([("x", "a"), ("y", "b")]), &[132_012, 132_012]);
    let values = [Parameter::currency(1000, "USD", "$1"), Parameter::date_time("noon")];
    codes(&two, &t().body_of(values), &[]);
    let image = Parameter::Image { image: Image::link("https://example.com") };
    codes(&two, &t().body_of([Parameter::text("a"), image]), &[132_012]);
    let found = two.check_send(&t().body(["a"]));
    assert_eq!((found[0].limit, found[0].given), (Some(2), Some(1)));

    let named = definition(Category::Utility).named().part(Body::new("Hi {{first}} {{last}}."));
    codes(&named, &t().body_named([("last", "b"), ("first", "a")]), &[]);
    codes(&named, &t().body_named([("last", "b"), ("middle", "a")]), &[132_012]);
    codes(&named, &t().body(["a", "b"]), &[132_012, 132_012]);
    codes(&named, &t().body_named([("first", "a")]), &[132_000]);
}

#[test]
fn the_header_must_be_of_its_kind() {
    let text =
        definition(Category::Utility).part(Header::text("Order {{1}}!")).part(Body::new("Hi."));
    codes(&text, &t().header_text("42"), &[]);
    codes(&text, &t(), &[132_000]);
    let link = || Image::link("https://example.com");
    codes(&text, &t().header_image(link()), &[132_012]);
    let image = definition(Category::Utility)
        .part(Header::media(Format::Image, "4::h"))
        .part(Body::new("Hi."));
    codes(&image, &t().header_image(link()), &[]);
    codes(&image, &t(), &[132_012]);
    codes(&image, &t().header_video(Video::link("https://example.com")), &[132_012]);
    codes(&image, &t().header_text("x"), &[132_012]);
    let none = definition(Category::Utility).part(Body::new("Hi."));
    codes(&none, &t().header_image(link()), &[132_012]);
}

#[test]
fn what_is_filled_in_must_still_fit() {
    let long = definition(Category::Utility)
        .part(Header::text("Order {{1}}!"))
        .part(Body::new("Hi {{1}}."))
        .button(Button::url("Open", "https://example.com/{{1}}"));
    let send = |header: usize, body: usize, url: usize| {
        t().header_text("x".repeat(header)).body(["x".repeat(body)]).url_suffix(0, "x".repeat(url))
    };
    codes(&long, &send(53, 1020, 1980), &[]);
    codes(&long, &send(54, 1021, 1981), &[132_005, 132_005, 132_005]);
    let alone = definition(Category::Utility).part(Body::new("Hi {{1}}."));
    codes(&alone, &t().body(["x".repeat(32_764)]), &[]);
    codes(&alone, &t().body(["x".repeat(32_765)]), &[132_005]);
}

#[test]
fn buttons_that_need_a_value_must_have_it() {
    let with =
        |button: Button| definition(Category::Marketing).part(Body::new("Hi.")).button(button);
    let url = with(Button::url("Open", "https://example.com/{{1}}"));
    codes(&url, &t().url_suffix(0, "42"), &[]);
    codes(&url, &t(), &[131_008]);
    codes(&url, &t().url_suffix(1, "42"), &[131_008, 132_000]);
    codes(&url, &t().quick_reply(0, "p"), &[132_012]);
    codes(&with(Button::url("Open", "https://example.com")), &t().url_suffix(0, "42"), &[132_000]);
    codes(&with(Button::copy_code("25OFF")), &t(), &[131_008]);
    codes(&with(Button::copy_code("25OFF")), &t().copy_code(0, "25OFF"), &[]);
    codes(&with(Button::quick_reply("Yes")), &t(), &[]);
    codes(&with(Button::quick_reply("Yes")), &t().quick_reply(0, "y"), &[]);
    codes(&with(Button::products()), &t(), &[131_008]);
    let sections = [ProductSection::new("s").item("p")];
    codes(&with(Button::products()), &t().products(0, "p", sections), &[]);
    codes(&with(Button::voice_call("Call")), &t().voice_call(0, 60, "p"), &[]);
    codes(&with(Button::phone_number("Call", "+15550001111")), &t(), &[]);
    let flow = with(Button::flow("Open", "1".parse().unwrap()));
    codes(&flow, &t().flow(0, "token"), &[]);
    let found = flow.check_send(&t());
    assert!(!found.is_empty() && !found[0].is_error(), "{found:?}");
}

#[test]
fn a_code_goes_into_the_text_and_the_button_and_to_a_phone_number() {
    let code = definition(Category::Authentication)
        .part(Body::code(true))
        .part(Footer::code_minutes(10))
        .button(Button::otp(Otp::copy_code()));
    codes(&code, &t().code("123456"), &[]);
    codes(&code, &t().body(["123456"]), &[131_008]);
    codes(&code, &t(), &[131_008, 132_000]);
    codes(&code, &t().code("1234567890123456"), &[100, 100]);
    assert_eq!(code.check_message(&Message::new(TO, t().code("123456"))), []);
    let user = Message::to_user(UserId::new("US.1").unwrap(), t().code("123456"));
    assert_eq!(code.check_message(&user)[0].code, 131_062);
    let group = Message::to_group("Y2Fw", t().code("123456"));
    assert_eq!(code.check_message(&group)[0].path, "recipient_type");
}

#[test]
fn an_offer_that_ends_must_say_when() {
    let offer = definition(Category::Marketing)
        .part(Offer::new("Tuesday only", true))
        .part(Body::new("Hi."));
    codes(&offer, &t().offer_ends(1_893_456_000_000), &[]);
    codes(&offer, &t(), &[131_008]);
    let plain = definition(Category::Marketing).part(Body::new("Hi."));
    codes(&plain, &t().offer_ends(1_893_456_000_000), &[132_012]);
}

fn cards(format: &Format) -> Definition {
    let card = || match format {
        Format::Product => Card::new(Header::product()).part(Buttons::new([Button::product()])),
        _ => Card::new(Header::media(Format::Image, "4::h"))
            .part(Body::new("Our {{1}}."))
            .part(Buttons::new([Button::quick_reply("Yes")])),
    };
    definition(Category::Marketing).part(Body::new("Hi.")).part(Carousel::new([card(), card()]))
}

#[test]
fn a_carousel_has_its_cards() {
    let media = cards(&Format::Image);
    let card =
        || TemplateCard::new().header_image(Image::link("https://example.com")).body(["tea"]);
    codes(&media, &t().card(card()).card(card()), &[]);
    codes(&media, &t(), &[131_008]);
    codes(&media, &t().card(card()), &[132_000]);
    codes(&media, &t().card(card()).card(card()).card(card()), &[132_000, 132_000]);
    let bare = TemplateCard::new().body(["tea"]);
    codes(&media, &t().card(card()).card(bare), &[132_012]);
    codes(&definition(Category::Marketing).part(Body::new("Hi.")), &t().card(card()), &[132_012]);

    let products = cards(&Format::Product);
    let card = || TemplateCard::new().header_product("1", "sku");
    codes(&products, &(0..10).fold(t(), |all, _| all.card(card())), &[]);
    codes(&products, &t().card(card()), &[132_000]);
}

#[test]
fn a_definition_knows_its_parameters() {
    let template = definition(Category::Marketing)
        .part(Header::media(Format::Video, "4::h"))
        .part(Body::new("Hi {{1}}, {{2}}, {{1}}."))
        .button(Button::quick_reply("Yes"))
        .button(Button::url("Open", "https://example.com/{{1}}"));
    let shown: Vec<_> = template
        .parameters()
        .into_iter()
        .map(|Expected { part, button, kind, variable, required, .. }| {
            (part, button, kind, variable, required)
        })
        .collect();
    let place = |place| Some(Variable::Place(place));
    assert_eq!(
        shown,
        [
            ("header", None, "video", None, true),
            ("body", None, "text", place(1), true),
            ("body", None, "text", place(2), true),
            ("button", Some(0), "payload", None, false),
            ("button", Some(1), "text", None, true),
        ]
    );
    let cards = cards(&Format::Image).parameters();
    assert_eq!(
        cards.iter().map(|one| one.card).collect::<Vec<_>>(),
        [Some(0), Some(0), Some(0), Some(1), Some(1), Some(1)]
    );
}

#[test]
fn texts_are_filled_in_once() {
    let values = [Parameter::text("{{2}}"), Parameter::text("b")];
    assert_eq!(fill("{{1}} {{ 2 }} {{3}} {{x", &values), "{{2}} b {{3}} {{x");
}
