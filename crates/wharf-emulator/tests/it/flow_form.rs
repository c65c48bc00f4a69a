//! A flow filled in by hand, in a browser.

use serde_json::{Value, json};

use crate::{
    browser::{Browser, ENTER, TAB},
    flows::business::{FLOWS, create, message, publish, survey},
    http::{call, control, emulator, get, send},
};

const FLOW: &str = "/phone/15550001111/flow";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_fills_in_a_form_with_the_keyboard() {
    let Some(browser) = Browser::open(360, 740).await else { return };
    let emulator = emulator().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    publish(&emulator, &flow).await;
    let payload =
        json!({"flow_action_payload": {"screen": "ABOUT", "data": {"hello": "Hello, Ada"}}});
    send(&emulator, &message(&flow, &payload)).await;
    browser.go(&format!("{}/phone/15550001111", emulator.url())).await;
    browser.click("form[action$='flow/open'] button").await;
    browser.arrive("document.querySelector('.flow-heading').innerText === 'Hello, Ada'").await;
    let wide = browser.value("document.documentElement.scrollWidth").await;
    assert_eq!(wide, 360);
    // Every field has a label.
    let bare = "[...document.querySelectorAll('.flow-form :is(input, select, textarea)')]
        .filter((field) => !field.labels.length).length";
    assert_eq!(browser.value(bare).await, 0);

    browser.click("[name='v.mail']").await;
    browser.type_in(&format!("nobody{ENTER}")).await;
    browser.arrive("document.querySelector('.flow-error').innerText === 'Fill this in.'").await;
    browser.wait_for(".flow-error", "This is no e-mail address.").await;
    browser.picture("flow_errors.png").await;
    let told = browser
        .value("document.getElementById(document.querySelector('[name=\"v.name\"]').getAttribute('aria-describedby')).innerText")
        .await;
    assert_eq!(told, "Fill this in.");
    // What is wrong is where one goes on.
    browser.wait("document.activeElement.name === 'v.name'").await;
    browser.type_in("Ada").await;
    browser.type_in(TAB).await;
    browser.value("document.activeElement.select()").await;
    browser.type_in(&format!("ada@example.com{TAB}")).await;
    browser.type_in("peace").await;
    browser.click("[value='tea']").await;
    browser.picture("flow_form.png").await;
    browser.click(".flow-form .primary").await;
    browser.arrive("document.querySelector('.flow-subheading').innerText === 'Thanks, Ada!'").await;
    browser.click(".flow-head [aria-label='Back']").await;
    browser.arrive("document.querySelector('[name=\"v.name\"]').value === 'Ada'").await;
    browser.click(".flow-form .primary").await;
    browser.arrive("document.querySelector('[name=\"v.news\"]')").await;
    browser.click("[name='v.news']").await;
    browser.picture("flow_last.png").await;
    browser.click(".flow-form .primary").await;
    browser.arrive("location.pathname === '/phone/15550001111'").await;

    let said = get(&emulator, "/_control/users/15550001111/messages").await.json();
    let last = said["data"].as_array().unwrap().last().unwrap();
    let reply = last["interactive"]["nfm_reply"]["response_json"].as_str().unwrap();
    let reply: Value = serde_json::from_str(reply).unwrap();
    assert_eq!(
        reply,
        json!({"flow_token": "t-1", "name": "Ada", "likes": ["tea"], "mood": "good", "day": null, "news": true})
    );
    emulator.stop().await;
}

#[tokio::test]
async fn a_form_needs_no_script_and_no_other_site_fills_it_in() {
    let emulator = emulator().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    publish(&emulator, &flow).await;
    let sent = send(&emulator, &message(&flow, &json!({}))).await.json();
    let id = sent["messages"][0]["id"].as_str().unwrap();
    let page = async || {
        let url = format!("{}{FLOW}", emulator.url());
        String::from_utf8(call("GET", &url, &[], "").await.body.to_vec()).unwrap()
    };
    let post = async |verb: &str, body: &str, origin: &str| {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let headers = [kind, ("origin", origin), ("accept", "text/html")];
        call("POST", &format!("{}{FLOW}/{verb}", emulator.url()), &headers, body.to_owned()).await
    };
    let own = emulator.url();
    let message =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("message", id).finish();
    assert_eq!(post("open", &message, "https://example.com").await.status, 403);
    assert_eq!(post("use", "use=footer", own).await.status, 422);
    assert_eq!(post("open", "message=none", own).await.status, 422);
    let opened = post("open", &message, own).await;
    assert_eq!((opened.status, opened.headers["location"].to_str().unwrap()), (303, FLOW));
    assert!(!page().await.contains(" style=") && page().await.contains("Your name"));
    assert!(!page().await.contains("Oh no"));
    post("use", "use=nothing&v.mood=bad&v.name=%3Cb%3E", own).await;
    assert!(page().await.contains("Oh no") && page().await.contains("value=\"&lt;b&gt;\""));
    assert_eq!(post("back", "", own).await.status, 422);
    assert_eq!(post("close", "", own).await.status, 303);
    assert_eq!(call("GET", &format!("{own}{FLOW}"), &[], "").await.status, 303);
    emulator.stop().await;
}

#[tokio::test]
async fn a_row_of_a_list_leads_on() {
    let emulator = emulator().await;
    let next = |name: &str| json!({"name": "navigate", "next": {"type": "screen", "name": name}, "payload": {"what": "tea"}});
    let row = |id: &str, name: &str| json!({"id": id, "main-content": {"title": id, "description": "Hot"}, "on-click-action": next(name)});
    let screens = |rows: Value| {
        json!({"version": "7.3", "screens": [
            {"id": "LIST", "title": "Drinks", "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "NavigationList", "name": "drinks", "list-items": rows}]}},
            {"id": "LAST", "title": "Order", "terminal": true,
             "data": {"what": {"type": "string", "__example__": "tea"}},
             "layout": {"type": "SingleColumnLayout", "children": [
                {"type": "Footer", "label": "Go", "on-click-action": {"name": "complete", "payload": {"what": "${data.what}"}}}]}},
        ]})
    };
    let wrong = json!({"name": "wrong", "categories": ["OTHER"],
        "flow_json": screens(json!([row("Tea", "NONE")])).to_string()});
    let made = crate::http::post(&emulator, FLOWS, &wrong).await.json();
    assert_eq!(made["validation_errors"][0]["error"], "INVALID_NAVIGATE_ACTION", "{made}");

    let flow = create(
        &emulator,
        "drinks",
        &screens(json!([row("Rum", "LAST"), row("Tea", "LAST")])),
        None,
    )
    .await;
    send(&emulator, &message(&flow, &json!({"mode": "draft"}))).await;
    let path = "users/15550001111/flow";
    let list = control(&emulator, "POST", path, &json!({})).await;
    assert_eq!(list["parts"][1]["title"], "Tea");
    let order = control(&emulator, "PUT", path, &json!({"part": 1})).await;
    assert_eq!(order["screen"], "LAST");
    assert!(control(&emulator, "PUT", path, &json!({})).await["id"].is_string());
    emulator.stop().await;
}
