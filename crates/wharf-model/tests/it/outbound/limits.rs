//! Each limit of a message: exactly at it nothing is wrong, one beyond it is.

use serde_json::{Value, json};
use wharf_model::{
    id::MessageId,
    limits::*,
    message::{
        AddressRequest, Buttons, CallPermissionRequest, Card, Carousel, CatalogMessage,
        ContactInfoRequest, Contacts, Content, CtaUrl, DirectCategory, Document, FlowMessage,
        Image, List, Location, LocationRequest, Message, OrderDetails, OrderStatus, Pin,
        ProductList, ProductMessage, Reaction, Rule, Severity, Template, TemplateCard, Text, Video,
        VoiceCall,
        interactive::{
            CarouselCard, Charge, Order, OrderItem, OrderProgress, ProductSection, Row, Section,
        },
    },
};

use super::TO;

fn chars(count: usize) -> String {
    "x".repeat(count)
}

fn message(content: impl Into<Content>) -> Message {
    Message::new(TO, content)
}

/// At the limit there is no error; one beyond there is, with path, rule and both numbers.
fn limit(path: &str, max: usize, code: u32, make: impl Fn(usize) -> Message) {
    let errors = |count| {
        let mut found = make(count).check();
        found.retain(|violation| violation.severity == Severity::Error);
        found
    };
    assert_eq!(errors(max), [], "{path}: {max} is allowed");
    let found = errors(max + 1);
    let broken = found.iter().find(|violation| violation.path == path);
    assert!(broken.is_some(), "{path}: {found:?}");
    let broken = broken.unwrap();
    assert!(matches!(broken.rule, Rule::CharsMax | Rule::CountMax | Rule::Range), "{broken:?}");
    let given = u64::try_from(max + 1).unwrap();
    assert_eq!((broken.limit, broken.given), (Some(given - 1), Some(given)), "{path}");
    assert_eq!(broken.code, code, "{path}");
}

#[test]
fn each_text_of_a_plain_message_has_its_limit() {
    limit("text.body", TEXT_BODY_CHARS_MAX, 100, |n| message(chars(n)));
    let link = "https://example.com/a.png";
    limit("image.caption", CAPTION_CHARS_MAX, 100, |n| {
        message(Image::link(link).caption(chars(n)))
    });
    limit("video.caption", CAPTION_CHARS_MAX, 100, |n| {
        message(Video::link(link).caption(chars(n)))
    });
    limit("document.caption", CAPTION_CHARS_MAX, 100, |n| {
        message(Document::link(link).caption(chars(n)))
    });
    limit("biz_opaque_callback_data", CALLBACK_DATA_CHARS_MAX, 100, |n| {
        message("x").callback_data(chars(n))
    });
    limit("contacts", CONTACTS_MAX, 131_009, |n| {
        message(Contacts(vec![Card::new("Ada Lovelace"); n]))
    });
    limit("pin.expiration_days", 30, 131_009, |n| {
        let days = u64::try_from(n).unwrap();
        Message::to_group("g", Pin::new(MessageId::new("wamid.A").unwrap(), days))
    });
    limit("text.body", DIRECT_BODY_CHARS_MAX, 100, |n| {
        message(chars(n)).direct(DirectCategory::Utility)
    });
    for (category, max) in [
        (DirectCategory::Utility, DIRECT_UTILITY_TTL_SECONDS_MAX),
        (DirectCategory::Authentication, DIRECT_AUTHENTICATION_TTL_SECONDS_MAX),
    ] {
        limit("ttl_seconds", usize::try_from(max).unwrap(), 100, |n| {
            let seconds = u64::try_from(n).unwrap();
            message("x").direct(category.clone()).ttl_seconds(seconds)
        });
    }
}

#[test]
fn each_text_of_buttons_and_lists_has_its_limit() {
    let at = "interactive.action.buttons[0].reply";
    limit(&format!("{at}.id"), BUTTON_ID_CHARS_MAX, 100, |n| {
        message(Buttons::new("b").reply(chars(n), "t"))
    });
    limit(&format!("{at}.title"), BUTTON_TITLE_CHARS_MAX, 100, |n| {
        message(Buttons::new("b").reply("i", chars(n)))
    });
    let many = |n: usize| {
        (0..n).fold(Buttons::new("b"), |all, i| all.reply(i.to_string(), format!("t{i}")))
    };
    limit("interactive.action.buttons", BUTTONS_MAX, 131_009, |n| message(many(n)));
    limit("interactive.action.buttons", DIRECT_BUTTONS_MAX, 131_009, |n| {
        message(many(n)).direct(DirectCategory::Utility)
    });
    limit("interactive.header.text", HEADER_CHARS_MAX, 100, |n| {
        message(Buttons::new("b").reply("i", "t").header(chars(n)))
    });
    limit("interactive.footer.text", FOOTER_CHARS_MAX, 100, |n| {
        message(Buttons::new("b").reply("i", "t").footer(chars(n)))
    });

    let list = |section: Section| message(List::new("b", "open").section(section));
    let section = || Section::new("s").row(Row::new("r", "t"));
    limit("interactive.body.text", LIST_BODY_CHARS_MAX, 100, |n| {
        message(List::new(chars(n), "open").section(section()))
    });
    limit("interactive.action.button", LIST_BUTTON_CHARS_MAX, 100, |n| {
        message(List::new("b", chars(n)).section(section()))
    });
    let at = "interactive.action.sections[0]";
    limit(&format!("{at}.title"), SECTION_TITLE_CHARS_MAX, 100, |n| {
        list(Section::new(chars(n)).row(Row::new("r", "t")))
    });
    limit(&format!("{at}.rows[0].id"), ROW_ID_CHARS_MAX, 100, |n| {
        list(Section::new("s").row(Row::new(chars(n), "t")))
    });
    limit(&format!("{at}.rows[0].title"), ROW_TITLE_CHARS_MAX, 100, |n| {
        list(Section::new("s").row(Row::new("r", chars(n))))
    });
    limit(&format!("{at}.rows[0].description"), ROW_DESCRIPTION_CHARS_MAX, 100, |n| {
        list(Section::new("s").row(Row::new("r", "t").description(chars(n))))
    });
    limit("interactive.action.sections[].rows", ROWS_MAX, 131_009, |n| {
        list((0..n).fold(Section::new("s"), |all, i| all.row(Row::new(i.to_string(), "t"))))
    });
    limit("interactive.action.sections", SECTIONS_MAX, 131_009, |n| {
        message((0..n).fold(List::new("b", "open"), |all, i| {
            all.section(Section::new("s").row(Row::new(i.to_string(), "t")))
        }))
    });
}

#[test]
fn each_body_of_the_usual_length_has_its_limit() {
    let flow = || "1".parse().unwrap();
    let url = "https://example.com";
    let card = || CarouselCard::product("c", "p");
    let order = || Order::new([OrderItem::new("Tea", 100, 1).retailer_id("t")], 0);
    let kinds: Vec<Box<dyn Fn(String) -> Content>> = vec![
        Box::new(|text| Buttons::new(text).reply("i", "t").into()),
        Box::new(move |text| CtaUrl::new(text, "Open", url).into()),
        Box::new(|text| LocationRequest::new(text).into()),
        Box::new(|text| AddressRequest::new(text, "IN").into()),
        Box::new(|text| ProductMessage::new("c", "p").body(text).into()),
        Box::new(|text| {
            ProductList::new("h", text, "c").section(ProductSection::new("s").item("p")).into()
        }),
        Box::new(|text| CatalogMessage::new(text).into()),
        Box::new(move |text| FlowMessage::new(text, flow(), "Open").into()),
        Box::new(move |text| Carousel::new(text).card(card()).card(card()).into()),
        Box::new(move |text| OrderDetails::new(text, "o", "BRL", order()).into()),
        Box::new(|text| OrderStatus::new(text, "o", OrderProgress::Shipped).into()),
        Box::new(|text| CallPermissionRequest::new(text).into()),
        Box::new(|text| VoiceCall::new(text).into()),
        Box::new(|text| ContactInfoRequest::new(text).into()),
    ];
    for kind in kinds {
        limit("interactive.body.text", INTERACTIVE_BODY_CHARS_MAX, 100, |n| {
            message(kind(chars(n)))
        });
    }
}

#[test]
fn each_part_of_the_other_kinds_has_its_limit() {
    let at = "interactive.action.parameters";
    limit(&format!("{at}.display_text"), CTA_TEXT_CHARS_MAX, 100, |n| {
        message(CtaUrl::new("b", chars(n), "https://example.com"))
    });
    limit(&format!("{at}.flow_cta"), FLOW_CTA_CHARS_MAX, 100, |n| {
        message(FlowMessage::named("b", "f", chars(n)))
    });
    limit(&format!("{at}.display_text"), CALL_TEXT_CHARS_MAX, 100, |n| {
        message(VoiceCall::new("b").label(chars(n)))
    });
    limit(&format!("{at}.payload"), CALL_PAYLOAD_CHARS_MAX, 100, |n| {
        message(VoiceCall::new("b").payload(chars(n)))
    });
    limit(&format!("{at}.ttl_minutes"), 43_200, 131_009, |n| {
        message(VoiceCall::new("b").minutes(u64::try_from(n).unwrap()))
    });
    limit(&format!("{at}.values.in_pin_code"), IN_PIN_CODE_CHARS_MAX, 100, |n| {
        message(AddressRequest::new("b", "IN").value("in_pin_code", chars(n)))
    });
    let list = |n: usize, each: usize| {
        message((0..n).fold(ProductList::new("h", "b", "c"), |all, i| {
            let section = ProductSection::new(format!("s{i}"));
            all.section((0..each).fold(section, |section, j| section.item(format!("p{i}.{j}"))))
        }))
    };
    limit("interactive.action.sections", PRODUCT_SECTIONS_MAX, 131_009, |n| list(n, 1));
    limit("interactive.action.sections[].product_items", PRODUCTS_MAX, 131_009, |n| list(1, n));
    limit("interactive.action.cards", CARDS_MAX, 131_009, |n| {
        let card = |i: usize| CarouselCard::product("c", i.to_string());
        message((0..n).fold(Carousel::new("b"), |all, i| all.card(card(i))))
    });
    let cards =
        |make: &dyn Fn() -> CarouselCard| message(Carousel::new("b").card(make()).card(make()));
    let picture = || Image::link("https://example.com/a.png");
    let url = "https://example.com";
    limit("interactive.action.cards[1].body.text", CARD_BODY_CHARS_MAX, 100, |n| {
        cards(&|| CarouselCard::url(picture(), "Open", url).body(chars(n)))
    });
    let at = "interactive.action.cards[1].action.buttons[0].quick_reply";
    limit(&format!("{at}.id"), CARD_REPLY_ID_CHARS_MAX, 100, |n| {
        cards(&|| CarouselCard::replies(picture(), [(chars(n), "t")]))
    });
}

#[test]
fn each_part_of_an_order_has_its_limit() {
    let item = || OrderItem::new("Tea", 100, 2).retailer_id("t");
    let order = |order: Order| message(OrderDetails::new("b", "o", "BRL", order));
    let at = "interactive.action.parameters";
    limit(&format!("{at}.reference_id"), REFERENCE_ID_CHARS_MAX, 100, |n| {
        message(OrderDetails::new("b", chars(n), "BRL", Order::new([item()], 0)))
    });
    limit(&format!("{at}.reference_id"), REFERENCE_ID_CHARS_MAX_INDIA, 100, |n| {
        message(OrderDetails::new("b", chars(n), "INR", Order::new([item()], 0)))
    });
    limit(&format!("{at}.order.items[0].name"), ITEM_NAME_CHARS_MAX, 100, |n| {
        order(Order::new([OrderItem::new(chars(n), 100, 1).retailer_id("t")], 0))
    });
    limit(&format!("{at}.order.items[].image"), ITEMS_WITH_IMAGE_MAX, 131_009, |n| {
        order(Order::new(vec![item().image("https://example.com/a.png"); n], 0))
    });
    limit(&format!("{at}.order.discount.description"), AMOUNT_DESCRIPTION_CHARS_MAX, 100, |n| {
        order(Order::new([item()], 0).discount(Charge::hundredths(1).description(chars(n))))
    });
    limit(
        &format!("{at}.order.discount.discount_program_name"),
        DISCOUNT_PROGRAM_CHARS_MAX,
        100,
        |n| order(Order::new([item()], 0).discount(Charge::hundredths(1).program(chars(n)))),
    );
    limit(&format!("{at}.order.description"), ORDER_STATUS_CHARS_MAX, 100, |n| {
        message(OrderStatus::new("b", "o", OrderProgress::Shipped).description(chars(n)))
    });
}

#[test]
fn each_value_of_a_template_has_its_limit() {
    let template = || Template::new("t", "en_US");
    limit("template.name", TEMPLATE_NAME_CHARS_MAX, 100, |n| {
        message(Template::new(chars(n), "en_US"))
    });
    let first = "template.components[0].parameters[0]";
    limit(&format!("{first}.text"), TEMPLATE_HEADER_CHARS_MAX, 132_005, |n| {
        message(template().header_text(chars(n)))
    });
    limit(&format!("{first}.text"), TEMPLATE_BODY_ONLY_CHARS_MAX, 132_005, |n| {
        message(template().body([chars(n)]))
    });
    limit(&format!("{first}.text"), TEMPLATE_BODY_CHARS_MAX, 132_005, |n| {
        message(template().body([chars(n)]).quick_reply(0, "p"))
    });
    limit(&format!("{first}.payload"), PAYLOAD_CHARS_MAX, 100, |n| {
        message(template().quick_reply(0, chars(n)))
    });
    limit(&format!("{first}.coupon_code"), COUPON_CODE_CHARS_MAX, 100, |n| {
        message(template().copy_code(0, chars(n)))
    });
    limit("template.components[0].parameters[1].payload", CALL_PAYLOAD_CHARS_MAX, 100, |n| {
        message(template().voice_call(0, 60, chars(n)))
    });
    limit("template.components[0].cards", CARDS_MAX, 132_000, |n| {
        message((0..n).fold(template(), |all, _| all.card(TemplateCard::new().body(["x"]))))
    });
    let sections = |n: usize| (0..n).map(|i| ProductSection::new(format!("s{i}")).item("p"));
    limit(&format!("{first}.action.sections"), PRODUCT_SECTIONS_MAX, 131_009, |n| {
        message(template().products(0, "p", sections(n)))
    });
}

#[test]
fn a_text_must_fit_in_scalars_and_in_utf_16() {
    let emoji = |count: usize| message("😀".repeat(count));
    assert_eq!(emoji(2048).check(), []);
    let units = &emoji(2049).check()[0];
    assert_eq!((units.rule, units.limit, units.given), (Rule::Utf16Max, Some(4096), Some(4098)));
    assert!(units.what.contains("2049") && units.what.contains("UTF-16"), "{units}");
    let both = &emoji(4097).check()[0];
    assert_eq!((both.rule, both.given), (Rule::CharsMax, Some(4097)));
}

#[test]
fn what_sources_disagree_on_is_only_warned_of() {
    let doubtful = |content: Content, path: &str| {
        let found = message(content).check();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].path.as_str(), found[0].severity), (path, Severity::Warning));
    };
    let flow = FlowMessage::named("b", "f", chars(FLOW_CTA_CHARS_ADVISED + 1));
    doubtful(flow.into(), "interactive.action.parameters.flow_cta");
    let code = Template::new("t", "en_US").copy_code(0, chars(COUPON_CODE_CHARS_ADVISED + 1));
    doubtful(code.into(), "template.components[0].parameters[0].coupon_code");
    let seconds = Template::new("t", "en_US").offer_ends(1_700_000_000);
    doubtful(
        seconds.into(),
        "template.components[0].parameters[0].limited_time_offer.expiration_time_ms",
    );
    doubtful(Location::new(1.0, 1.0).address("Street").into(), "location.address");
    let both: Value = json!({"messaging_product": "whatsapp", "to": TO, "recipient": "US.1",
        "type": "text", "text": {"body": "x"}});
    let both = Message::from_value(both).unwrap().check();
    assert_eq!((both[0].path.as_str(), both[0].severity), ("recipient", Severity::Warning));
    let plain = Message::new("15550001111", Text::new("x")).check();
    assert_eq!((plain[0].path.as_str(), plain[0].severity), ("to", Severity::Warning));
}

#[test]
fn a_reaction_is_one_emoji_or_none() {
    let react = |emoji: &str| message(Reaction::new(MessageId::new("wamid.A").unwrap(), emoji));
    for emoji in ["👍", "👨‍👩‍👧", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", ""]
    {
        assert_eq!(react(emoji).check(), [], "{emoji}");
    }
    for text in ["ok", "1", ":-)", " "] {
        assert_eq!(react(text).check()[0].code, 131_009, "{text}");
    }
}
