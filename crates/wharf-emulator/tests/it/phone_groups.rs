//! Groups and calls on the phone in the browser.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    browser::{Browser, ENTER},
    http::{NUMBER, control, emulator, get, post as post_json, send},
    page::{post, text},
};

const ADA: &str = "15550001111";
const GRACE: &str = "15550002222";
const HTML: [(&str, &str); 1] = [("accept", "text/html")];

/// A group; its id and its invite link.
async fn group(emulator: &Emulator, subject: &str, approval: &str) -> (String, String) {
    control(emulator, "PUT", &format!("numbers/{NUMBER}"), &json!({"official": "APPROVED"})).await;
    let body = json!({"messaging_product": "whatsapp", "subject": subject,
        "description": "Bring a cup", "join_approval_mode": approval});
    let made = post_json(emulator, &format!("/v25.0/{NUMBER}/groups"), &body).await;
    assert_eq!(made.status, 200, "{made:?}");
    let all = groups(emulator).await;
    let group = all.into_iter().find(|group| group["subject"] == subject).unwrap();
    let part = |name: &str| group[name].as_str().unwrap().to_owned();
    (part("id"), part("invite_link"))
}

async fn groups(emulator: &Emulator) -> Vec<Value> {
    get(emulator, "/_control/groups").await.json()["data"].as_array().unwrap().clone()
}

async fn to_group(emulator: &Emulator, id: &str, body: &str) {
    let message = json!({"messaging_product": "whatsapp", "recipient_type": "group", "to": id,
        "type": "text", "text": {"body": body}});
    let answer = send(emulator, &message).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[tokio::test]
async fn somebody_joins_writes_and_leaves_by_hand() {
    let Some(browser) = Browser::open(1100, 900).await else { return };
    let emulator = emulator().await;
    let (id, link) = group(&emulator, "Tasting", "auto_approve").await;
    let path = format!("/_control/users/{GRACE}/groups");
    let joined = post_json(&emulator, &path, &json!({"invite_link": link})).await;
    assert_eq!(joined.status, 200);

    browser.go(emulator.url()).await;
    browser.click("[popovertarget=chats]").await;
    browser.click("#chats input[name=invite]").await;
    browser.type_in(&format!("{link}{ENTER}")).await;
    browser.arrive("document.body.innerText.includes('Bring a cup')").await;
    browser.click("button.primary").await;
    browser.arrive("document.querySelector('#head h2')?.innerText === 'Tasting'").await;
    browser.wait_for("#head", "2 people: You, Grace and Wharf Coffee").await;

    browser.click("#text").await;
    browser.type_in(&format!("Good morning{ENTER}")).await;
    browser.wait_for(".message.by-person", "Good morning").await;
    browser.wait_for("#head", "24-hour window open").await;
    to_group(&emulator, &id, "Tasting begins at ten").await;
    browser.wait_for(".message.by-business", "Tasting begins at ten").await;
    let told = get(&emulator, "/_control/deliveries").await.json().to_string();
    assert!(told.contains("Good morning") && told.contains(&id), "{told}");

    // Grace sees who wrote it, and writes without leaving the list of people.
    browser.go(&format!("{}/phone/{GRACE}?group={id}", emulator.url())).await;
    browser.wait_for(".message.by-other .said-by", "Ada").await;
    browser.click("#text").await;
    browser.type_in(&format!("I bring two{ENTER}")).await;
    browser.wait_for(".message.by-person", "I bring two").await;
    browser.picture("group.png").await;

    browser.click("[popovertarget=group-info]").await;
    browser.click("#group-info [popovertarget=leave]").await;
    browser.click("#leave button.primary").await;
    browser
        .arrive("location.search.indexOf('group') < 0 && document.querySelector('#head h2')")
        .await;
    assert_eq!(groups(&emulator).await[0]["members"], json!([ADA]));
    browser.go(&format!("{}/phone/{GRACE}?group={id}", emulator.url())).await;
    browser.wait_for("[role=alert]", "Grace is in no group of this id").await;
    emulator.stop().await;
}

#[tokio::test]
async fn a_group_lives_on_a_page_without_a_script() {
    let emulator = emulator().await;
    let (id, link) = group(&emulator, "By request", "approval_required").await;
    let page = async |path: &str| {
        crate::http::call("GET", &format!("{}{path}", emulator.url()), &HTML, "").await
    };
    let join = format!("/phone/{ADA}/join");
    let dead = page(&format!("{join}?invite=nothing")).await;
    assert_eq!(dead.status, 404);
    assert!(text(&dead).contains("This link lets nobody in"), "{}", text(&dead));
    let code = link.rsplit('/').next().unwrap();
    let shown = page(&format!("{join}?invite={code}")).await;
    assert!(text(&shown).contains("Ada asks to join"), "{}", text(&shown));

    let asked = post(emulator.url(), &join, &[("invite", code)], &HTML).await;
    assert_eq!(asked.status, 303, "{asked:?}");
    let waits = page(asked.headers["location"].to_str().unwrap()).await;
    assert!(text(&waits).contains("Ada has asked to join"), "{}", text(&waits));
    let chats = page(&format!("/phone/{ADA}")).await;
    assert!(text(&chats).contains("Asked to join; the business decides"));
    let twice = post(emulator.url(), &join, &[("invite", code)], &HTML).await;
    assert_eq!(twice.status, 422);
    assert!(text(&twice).contains("they have asked already"), "{}", text(&twice));

    let leave = format!("/phone/{ADA}/leave");
    assert_eq!(post(emulator.url(), &leave, &[("asked", &id)], &HTML).await.status, 303);
    assert_eq!(groups(&emulator).await[0]["join_requests"], json!([]));
    // Nobody writes into a group that they are not in.
    let outside = [("group", id.as_str()), ("body", "let me in")];
    let refused = post(emulator.url(), &format!("/phone/{ADA}/say"), &outside, &HTML).await;
    assert_eq!(refused.status, 422);
    let none = post(emulator.url(), &leave, &[], &HTML).await;
    assert!(text(&none).contains("group: is required"), "{}", text(&none));
    emulator.stop().await;
}

#[tokio::test]
async fn phones_in_a_group_stand_side_by_side() {
    let emulator = emulator().await;
    let (id, link) = group(&emulator, "Tasting", "auto_approve").await;
    for wa_id in [GRACE, ADA] {
        let path = format!("/_control/users/{wa_id}/groups");
        assert_eq!(post_json(&emulator, &path, &json!({"invite_link": link})).await.status, 200);
    }
    let url = format!("{}/phones?group={id}", emulator.url());
    let shown = crate::http::call("GET", &url, &HTML, "").await;
    for wa_id in [ADA, GRACE] {
        let phone = format!("src=\"/phone/{wa_id}?group={id}&amp;alone=1\"");
        assert!(text(&shown).contains(&phone), "{}", text(&shown));
    }
    emulator.stop().await;
}

#[tokio::test]
async fn a_call_is_taken_and_made_by_hand() {
    let Some(browser) = Browser::open(1100, 900).await else { return };
    let emulator = emulator().await;
    let on = json!({"calling": {"status": "ENABLED"}});
    assert_eq!(post_json(&emulator, &format!("/v25.0/{NUMBER}/settings"), &on).await.status, 200);
    control(
        &emulator,
        "PUT",
        &format!("users/{ADA}/call_permission"),
        &json!({"allow": "permanent"}),
    )
    .await;
    browser.go(emulator.url()).await;
    browser.wait_for(".message.by-person", "You may always call me").await;

    let sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n\
        c=IN IP4 0.0.0.0\r\na=rtpmap:111 opus/48000/2\r\na=fingerprint:sha-256 00:11\r\na=setup:actpass\r\n\
        a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuv\r\n";
    let connect = json!({"messaging_product": "whatsapp", "to": ADA, "action": "connect",
        "session": {"sdp_type": "offer", "sdp": sdp}});
    let calling = post_json(&emulator, &format!("/v25.0/{NUMBER}/calls"), &connect).await;
    assert_eq!(calling.status, 200, "{calling:?}");
    browser.wait_for(".call", "Wharf Coffee is calling").await;
    browser.click(".call button[value=answer]").await;
    browser.wait_for(".call", "In a call with Wharf Coffee").await;
    browser.click(".call button[value=hang_up]").await;
    browser.wait("document.querySelector('.call') === null").await;

    let button = json!({"messaging_product": "whatsapp", "to": ADA, "type": "interactive",
        "interactive": {"type": "voice_call", "body": {"text": "Questions?"},
            "action": {"name": "voice_call", "parameters": {"display_text": "Call now"}}}});
    assert_eq!(send(&emulator, &button).await.status, 200);
    browser.wait_for(".message .action", "Call now").await;
    browser.click("form[action$='/dial'] button").await;
    browser.wait_for(".call", "Calling Wharf Coffee").await;
    browser.click(".call button[value=hang_up]").await;
    browser.wait("document.querySelector('.call') === null").await;
    let calls = get(&emulator, "/_control/calls").await.json();
    let stages: Vec<_> =
        calls["data"].as_array().unwrap().iter().map(|call| &call["stage"]).collect();
    assert_eq!(stages, ["over", "over"]);
    emulator.stop().await;
}
