//! The phone in the browser, without one: what its pages and forms answer.

use std::fmt::Write as _;

use serde_json::json;

use crate::http::{Answer, GRACE, call, emulator, send};

const ADA_PHONE: &str = "/phone/15550001111";

/// Fields or headers.
pub(crate) type Pairs<'a> = &'a [(&'a str, &'a str)];

/// A form as a browser posts it.
pub(crate) async fn post(base: &str, path: &str, fields: Pairs<'_>, headers: Pairs<'_>) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        let part = format_args!("name=\"{name}\"\r\n\r\n{value}\r\n");
        write!(body, "--cut\r\nContent-Disposition: form-data; {part}").unwrap();
    }
    body += "--cut--\r\n";
    let mut all = vec![("content-type", "multipart/form-data; boundary=cut")];
    all.extend_from_slice(headers);
    call("POST", &format!("{base}{path}"), &all, body).await
}

pub(crate) fn text(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

#[tokio::test]
async fn a_page_says_what_it_may_do() {
    let emulator = emulator().await;
    let answer = call("GET", emulator.url(), &[], "").await;
    assert_eq!(answer.status, 200);
    let header = |name: &str| answer.headers[name].to_str().unwrap();
    let policy = header("content-security-policy");
    assert!(
        policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'self'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("referrer-policy"), "no-referrer");
    let page = text(&answer);
    assert!(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="));
    for part in ["phone.css", "phone.js", "icon.svg"] {
        let path = format!("{}/phone/assets/{part}", emulator.url());
        assert!(page.contains(part));
        assert_eq!(call("GET", &path, &[], "").await.status, 200);
    }
    emulator.stop().await;
}

#[tokio::test]
async fn forms_work_without_a_script() {
    let emulator = emulator().await;
    let html = [("accept", "text/html")];
    let say = format!("{ADA_PHONE}/say");
    let answer =
        post(emulator.url(), &say, &[("body", "a\r\nb"), ("number", "100000000000001")], &html)
            .await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.headers["location"], "/phone/15550001111?number=100000000000001");
    let page = call("GET", &format!("{}{ADA_PHONE}", emulator.url()), &html, "").await;
    assert!(text(&page).contains(">a\nb<"), "{}", text(&page));
    // A script gets a status and no page.
    let answer = post(emulator.url(), &say, &[("body", "c")], &[("accept", "text/plain")]).await;
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    emulator.stop().await;
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_the_reason() {
    let emulator = emulator().await;
    let long = "x".repeat(4097);
    let cases: [(&str, Pairs<'_>, &str); 9] = [
        ("say", &[], "body: is required"),
        ("say", &[("body", " \n ")], "body: is required"),
        ("say", &[("body", &long)], "4096"),
        ("place", &[("latitude", "91"), ("longitude", "0")], "latitude"),
        ("card", &[("name", "Lin"), ("phone", "none")], "phone"),
        ("react", &[("emoji", "x")], "message"),
        ("tap", &[("message", "wamid.none"), ("choice", "a")], "no such message"),
        ("flow", &[("response", "[]")], "JSON object"),
        ("file", &[], "choose one"),
    ];
    for (verb, fields, why) in cases {
        let answer = post(emulator.url(), &format!("{ADA_PHONE}/{verb}"), fields, &[]).await;
        assert_eq!(answer.status, 422, "{verb}");
        assert!(text(&answer).contains(why), "{verb}: {}", text(&answer));
    }
    let answer = post(emulator.url(), "/phone/19990000000/say", &[("body", "x")], &[]).await;
    assert_eq!(answer.status, 422);
    let big = "x".repeat(200_000);
    let answer = post(emulator.url(), &format!("{ADA_PHONE}/say"), &[("body", &big)], &[]).await;
    assert!(text(&answer).contains("larger"), "{}", text(&answer));
    emulator.stop().await;
}

#[tokio::test]
async fn another_site_cannot_make_people_write() {
    let emulator = emulator().await;
    let say = format!("{ADA_PHONE}/say");
    for headers in [
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
        [("origin", "https://evil.example")],
    ] {
        let answer = post(emulator.url(), &say, &[("body", "x")], &headers).await;
        assert_eq!(answer.status, 403, "{headers:?}");
    }
    let own = [("origin", emulator.url()), ("sec-fetch-site", "same-origin")];
    assert_eq!(post(emulator.url(), &say, &[("body", "x")], &own).await.status, 204);
    emulator.stop().await;
}

#[tokio::test]
async fn a_name_that_leads_here_is_not_this_machine() {
    let emulator = emulator().await;
    // A browser that was told that this name is 127.0.0.1 sends all of these.
    let host = emulator.url().replace("http://127.0.0.1", "evil.example");
    let origin = format!("http://{host}");
    let headers = [
        ("host", host.as_str()),
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/json"),
    ];
    for (method, path) in [
        ("POST", "/_control/users/15550001111/messages"),
        ("GET", "/_control/users"),
        ("GET", "/phone/15550001111"),
        ("GET", "/"),
    ] {
        let url = format!("{}{path}", emulator.url());
        let body = r#"{"type":"text","text":{"body":"rebound"}}"#;
        let answer = call(method, &url, &headers, body).await;
        assert_eq!(answer.status, 403, "{method} {path}");
        assert!(text(&answer).contains("127.0.0.1 or localhost"), "{}", text(&answer));
    }
    let here = emulator.url().replace("http://127.0.0.1", "localhost");
    let url = format!("{}/_control/users", emulator.url());
    assert_eq!(call("GET", &url, &[("host", here.as_str())], "").await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn a_number_that_nobody_has_is_explained() {
    let emulator = emulator().await;
    for path in ["/phone/19990000000", "/phone/19990000000/chat", "/phone/<i>"] {
        let answer = call(
            "GET",
            &format!("{}{}", emulator.url(), path.replace('<', "%3C").replace('>', "%3E")),
            &[],
            "",
        )
        .await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(
            text(&answer).contains("/_control/users/") && !text(&answer).contains("<i>"),
            "{path}"
        );
    }
    let answer =
        call("GET", &format!("{}/phone/+1%20(555)%20000-2222", emulator.url()), &[], "").await;
    assert_eq!(
        (answer.status, answer.headers["location"].to_str().unwrap()),
        (303, "/phone/15550002222")
    );
    emulator.stop().await;
}

#[tokio::test]
async fn a_chat_where_nothing_was_said_says_what_to_do() {
    let emulator = emulator().await;
    let page = call("GET", &format!("{}/phone/15550002222", emulator.url()), &[], "").await;
    assert!(text(&page).contains("wharf send text") && text(&page).contains(GRACE));
    emulator.stop().await;
}

#[tokio::test]
async fn a_document_is_saved_and_a_link_that_is_none_is_text() {
    let emulator = emulator().await;
    let form = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--cut--\r\n";
    let headers = [("content-type", "multipart/form-data; boundary=cut")];
    let url = format!("{}{ADA_PHONE}/file", emulator.url());
    assert_eq!(call("POST", &url, &headers, form).await.status, 204);
    let page = call("GET", &format!("{}{ADA_PHONE}", emulator.url()), &[], "").await;
    let (_, rest) = text(&page).split_once("href=\"/phone/media/").unwrap();
    let (id, _) = rest.split_once('"').unwrap();
    let url = format!("{}/phone/media/{id}", emulator.url());
    let file = call("GET", &url, &[], "").await;
    assert_eq!((file.status, &*file.body), (200, b"hello".as_slice()));
    assert_eq!(file.headers["content-disposition"], "attachment; filename*=UTF-8''a%20b.txt");
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    let part = call("GET", &url, &[("range", "bytes=1-3")], "").await;
    assert_eq!((part.status, &*part.body), (206, b"ell".as_slice()));
    assert_eq!(
        call("GET", &format!("{}/phone/media/1", emulator.url()), &[], "").await.status,
        404
    );

    let body = json!({"messaging_product": "whatsapp", "to": "15550001111", "type": "text",
        "text": {"body": "javascript:alert(1) https://a.example/\"onload=x"}});
    assert_eq!(send(&emulator, &body).await.status, 200);
    let page = call("GET", &format!("{}{ADA_PHONE}", emulator.url()), &[], "").await;
    assert!(!text(&page).contains("href=\"javascript") && !text(&page).contains("\"onload"));
    emulator.stop().await;
}
