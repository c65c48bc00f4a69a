//! What stands beside the phones, and what people do there: the clock, newcomers, orders, several phones.

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    http::{self, Answer, call, control, emulator, get, send},
    page::{post, text},
};

const ADA: &str = "15550001111";
const HTML: [(&str, &str); 1] = [("accept", "text/html")];

async fn page(url: &str) -> Answer {
    call("GET", url, &HTML, "").await
}

async fn last_said(emulator: &wharf_emulator::Emulator) -> Value {
    let all = get(emulator, &format!("/_control/users/{ADA}/messages")).await.json();
    all["data"].as_array().unwrap().last().unwrap().clone()
}

#[tokio::test]
async fn the_clock_is_shown_stopped_and_moved_from_the_page() {
    let emulator = emulator().await;
    let turn = async |word: &str| {
        let path = format!("/phone/{ADA}/clock");
        post(emulator.url(), &path, &[("turn", word)], &HTML).await
    };
    assert_eq!(turn("freeze").await.status, 303);
    let before = get(&emulator, "/_control/clock").await.json();
    assert_eq!(before["frozen"], true);
    assert!(text(&page(emulator.url()).await).contains("stands still"));
    assert_eq!(turn("day").await.status, 303);
    let after = get(&emulator, "/_control/clock").await.json();
    let seconds = after["now"].as_i64().unwrap() - before["now"].as_i64().unwrap();
    assert_eq!(seconds, 24 * 60 * 60);
    // Ada's window is shut a day later.
    assert!(text(&page(emulator.url()).await).contains("only templates arrive"));
    turn("resume").await;
    assert_eq!(get(&emulator, "/_control/clock").await.json()["frozen"], false);
    let wrong = turn("backwards").await;
    assert_eq!(wrong.status, 422);
    assert!(text(&wrong).contains("turn: must be"), "{}", text(&wrong));
    emulator.stop().await;
}

#[tokio::test]
async fn somebody_new_comes_from_the_page() {
    let emulator = emulator().await;
    let come = async |name: &str, phone: &str| {
        let path = format!("/phone/{ADA}/arrival");
        post(emulator.url(), &path, &[("name", name), ("phone", phone)], &HTML).await
    };
    let come_in = come("Mary", "+1 (555) 000-3333").await;
    assert_eq!(
        (come_in.status, &come_in.headers["location"]),
        (303, &"/phone/15550003333".parse().unwrap())
    );
    assert!(
        text(&page(&format!("{}/phone/15550003333", emulator.url())).await)
            .contains("Mary’s phone")
    );
    for (name, phone, says) in [
        ("", "+15550004444", "name"),
        ("Bob", "none", "phone: must be"),
        ("Zed", "+1 555 000 1111", "phone: this is the number of Ada"),
    ] {
        let refused = come(name, phone).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused).contains(says), "{}", text(&refused));
    }
    emulator.stop().await;
}

#[tokio::test]
async fn products_are_ordered_from_the_page() {
    let emulator = emulator().await;
    let products = json!({"messaging_product": "whatsapp", "to": ADA, "type": "interactive", "interactive": {
        "type": "product_list", "header": {"type": "text", "text": "Beans"}, "body": {"text": "Fresh"},
        "action": {"catalog_id": "7", "sections": [{"title": "Coffee", "product_items": [
            {"product_retailer_id": "sku-1"}, {"product_retailer_id": "sku-2"}]}]}}});
    assert_eq!(send(&emulator, &products).await.status, 200);
    let shown = page(emulator.url()).await;
    assert!(text(&shown).contains("How many of sku-2"), "{}", text(&shown));
    let order = async |fields: &[(&str, &str)]| {
        post(emulator.url(), &format!("/phone/{ADA}/order"), fields, &HTML).await
    };
    let done =
        order(&[("catalog", "7"), ("item:sku-1", "0"), ("item:sku-2", "3"), ("text", "please")])
            .await;
    assert_eq!(done.status, 303);
    let said = last_said(&emulator).await;
    assert_eq!(said["type"], "order");
    assert_eq!(said["order"]["product_items"].as_array().unwrap().len(), 1);
    assert_eq!(said["order"]["product_items"][0]["product_retailer_id"], "sku-2");
    assert_eq!(
        (&said["order"]["catalog_id"], &said["order"]["text"]),
        (&json!("7"), &json!("please"))
    );
    for (count, says) in [
        ("0", "one product at least"),
        ("many", "sku-2: must be a number"),
        ("1000", "from 0 to 999"),
    ] {
        let refused = order(&[("catalog", "7"), ("item:sku-2", count)]).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused).contains(says), "{}", text(&refused));
    }
    let catalog = json!({"messaging_product": "whatsapp", "to": ADA, "type": "interactive", "interactive": {
        "type": "catalog_message", "body": {"text": "All we have"}, "action": {"name": "catalog_message"}}});
    assert_eq!(send(&emulator, &catalog).await.status, 200);
    let shown = page(emulator.url()).await;
    assert!(text(&shown).contains("its retailer id in your catalogue"), "{}", text(&shown));
    let typed = [("catalog", "1"), ("product", "sku-9"), ("count", "2")];
    assert_eq!(order(&typed).await.status, 303);
    let item = &last_said(&emulator).await["order"]["product_items"][0];
    assert_eq!((&item["product_retailer_id"], &item["quantity"]), (&json!("sku-9"), &json!(2)));
    emulator.stop().await;
}

#[tokio::test]
async fn an_order_to_pay_cards_and_an_advertisement_are_drawn() {
    let emulator = emulator().await;
    let amount = |value: i64| json!({"value": value, "offset": 100});
    let bill = json!({"type": "order_details", "body": {"text": "Your order"}, "action": {"name": "review_and_pay",
        "parameters": {"reference_id": "r1", "type": "digital-goods", "currency": "BRL", "total_amount": amount(5_050),
            "payment_settings": [{"type": "payment_link", "payment_link": {"uri": "https://pay.example.com"}}],
            "order": {"status": "pending", "tax": amount(50), "subtotal": amount(5_000), "items": [
                {"retailer_id": "1", "name": "Beans", "amount": amount(5_000), "quantity": 1}]}}}});
    let card = |index: i64, text: &str| {
        json!({"card_index": index, "type": "cta_url", "body": {"text": text},
        "header": {"type": "image", "image": {"link": "https://example.com/a.png"}},
        "action": {"name": "cta_url", "parameters": {"display_text": "Open", "url": "https://example.com"}}})
    };
    let cards = json!({"type": "carousel", "body": {"text": "Look"}, "action": {"cards": [card(0, "One"), card(1, "Two")]}});
    for interactive in [bill, cards] {
        let message = json!({"messaging_product": "whatsapp", "to": ADA, "type": "interactive", "interactive": interactive});
        let answer = send(&emulator, &message).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    let ad = json!({"type": "text", "text": {"body": "hi"}, "referral": {"source_type": "ad", "headline": "Fresh beans"}});
    let url = format!("{}/_control/users/{ADA}/messages", emulator.url());
    let json = [("content-type", "application/json")];
    assert_eq!(call("POST", &url, &json, ad.to_string()).await.status, 200);
    let wrong = json!({"type": "text", "text": {"body": "hi"}, "referral": "an ad"}).to_string();
    assert_eq!(call("POST", &url, &json, wrong).await.status, 400);
    let shown = page(emulator.url()).await;
    for part in ["50.50 BRL", "Review and pay", "Beans × 1", ">Two<", "Fresh beans"] {
        assert!(text(&shown).contains(part), "{part}: {}", text(&shown));
    }
    let told = get(&emulator, "/_control/deliveries").await.json().to_string();
    assert!(told.contains("Fresh beans"), "{told}");
    emulator.stop().await;
}

#[tokio::test]
async fn phones_stand_side_by_side_and_stay_so() {
    let Some(browser) = Browser::open(1300, 900).await else { return };
    let emulator = emulator().await;
    browser.go(&format!("{}/phones?who={ADA},15550002222", emulator.url())).await;
    let inside = |at: usize, what: &str| {
        format!(
            "frames[{at}]?.document.querySelector('.phone .status')?.textContent.includes('{what}')"
        )
    };
    browser.wait(&inside(0, "Ada")).await;
    browser.wait(&inside(1, "Grace")).await;
    emulator.write(ADA, "beside each other").unwrap();
    browser.wait("frames[0].document.body.textContent.includes('beside each other')").await;
    browser.value("location.reload()").await;
    browser.wait(&inside(1, "Grace")).await;
    emulator.stop().await;
}

#[tokio::test]
async fn whose_phones_are_shown_is_as_it_was_asked_for() {
    let emulator = emulator().await;
    let frames = async |who: &str| {
        let shown = page(&format!("{}/phones{who}", emulator.url())).await;
        let html = text(&shown).to_owned();
        let of = html.split("<iframe src=\"/phone/").skip(1);
        let of: Vec<_> = of.map(|rest| rest.split('?').next().unwrap().to_owned()).collect();
        (of, html)
    };
    assert_eq!(frames("").await.0, [ADA, "15550002222"]);
    assert_eq!(frames("?who=15550002222,%2B1+555+000-1111").await.0, ["15550002222", ADA]);
    let (nobody, html) = frames("?who=").await;
    assert!(nobody.is_empty() && html.contains("Choose above whose phones"), "{html}");
    let (one, html) = frames(&format!("?who=4711,{ADA},{ADA}")).await;
    assert_eq!(one, [ADA]);
    assert!(html.contains("Nobody here has the number <b>4711</b>"), "{html}");

    let mut all = vec![ADA.to_owned()];
    for at in 0..4 {
        all.push(format!("1555000333{at}"));
        control(&emulator, "PUT", &format!("users/{}", all.last().unwrap()), &json!({})).await;
    }
    let (four, html) = frames(&format!("?who={}", all.join(","))).await;
    assert_eq!(four, all[..4]);
    assert!(html.contains("4 phones are shown at once; 1 more were asked for"), "{html}");
    // Choosing a fifth makes room for it.
    assert!(html.contains(&format!("/phones?who={}", all[1..].join(","))), "{html}");
    emulator.stop().await;
}

#[tokio::test]
async fn what_somebody_does_is_set_on_the_page() {
    let emulator = emulator().await;
    let set = async |fields: &[(&str, &str)]| {
        let answer = post(emulator.url(), &format!("/phone/{ADA}/habits"), fields, &HTML).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        get(&emulator, &format!("/_control/users/{ADA}")).await.json()
    };
    let user = set(&[("reachable", "1"), ("opted_out", "1"), ("phone_hidden", "1")]).await;
    for (habit, on) in [
        ("reachable", true),
        ("reads", false),
        ("blocks", false),
        ("opted_out", true),
        ("phone_hidden", true),
    ] {
        assert_eq!(user[habit], on, "{habit}: {user}");
    }
    let told = get(&emulator, "/_control/deliveries").await.json().to_string();
    assert!(told.contains("user_preferences"), "{told}");
    let shown = page(emulator.url()).await;
    assert_eq!(text(&shown).matches(" value=\"1\" checked").count(), 3, "{}", text(&shown));
    let nobody = post(emulator.url(), "/phone/15550009999/habits", &[], &HTML).await;
    assert_eq!(nobody.status, 422);
    emulator.stop().await;
}

#[tokio::test]
async fn who_stands_beside_others_stays_there() {
    let emulator = emulator().await;
    let fields = [("alone", "1"), ("body", "still here")];
    let said = post(emulator.url(), &format!("/phone/{ADA}/say"), &fields, &HTML).await;
    let location = said.headers["location"].to_str().unwrap();
    assert!(location.contains("alone=1"), "{location}");
    let phone = page(&format!("{}{location}", emulator.url())).await;
    assert!(text(&phone).contains("stage alone") && text(&phone).contains("name=\"alone\""));
    emulator.stop().await;
}

#[tokio::test]
async fn the_file_above_a_template_is_shown() {
    let emulator = emulator().await;
    let offer = json!({"name": "offer", "language": "en_US", "category": "MARKETING", "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::aW"]}},
        {"type": "BODY", "text": "Half price"}]});
    let made = http::post(&emulator, "/v25.0/200000000000001/message_templates", &offer).await;
    assert_eq!(made.status, 200, "{made:?}");
    control(&emulator, "PUT", "templates/offer", &json!({"event": "APPROVED"})).await;
    let header = json!({"type": "header", "parameters": [
        {"type": "image", "image": {"link": "https://example.com/beans.png"}}]});
    let message = json!({"messaging_product": "whatsapp", "to": ADA, "type": "template", "template": {
        "name": "offer", "language": {"code": "en_US"}, "components": [header]}});
    let answer = send(&emulator, &message).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let shown = page(emulator.url()).await;
    assert!(text(&shown).contains("src=\"https://example.com/beans.png\""), "{}", text(&shown));
    emulator.stop().await;
}
