//! Small drawings, in the colour of the text around them.

use maud::{Markup, PreEscaped, html};

fn icon(body: &'static str) -> Markup {
    html! {
        svg .icon-svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false" fill="none"
            stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" { (PreEscaped(body)) }
    }
}

macro_rules! icons {
    ($($name:ident = $body:literal;)*) => {$(
        pub(super) fn $name() -> Markup {
            icon($body)
        }
    )*};
}

icons! {
    close = r#"<path d="M6 6l12 12M18 6L6 18"/>"#;
    back = r#"<path d="M15 5l-7 7 7 7"/>"#;
    down = r#"<path d="M12 5v14M6 13l6 6 6-6"/>"#;
    plus = r#"<path d="M12 5v14M5 12h14"/>"#;
    send = r#"<path d="M4 12l16-8-5 16-3-7z"/>"#;
    person = r#"<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 5-6 8-6s7 1 8 6"/>"#;
    people = r#"<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.8-4 3.6-5 6.5-5s5.7 1 6.5 5M16 5.2a3.5 3.5 0 0 1 0 6.6M18 15.3c2 .6 3.2 2 3.6 4.7"/>"#;
    chats = r#"<path d="M4 5h11v8H8l-4 3.5z"/><path d="M18 9h2v11l-3.5-3H10"/>"#;
    leave = r#"<path d="M13 4H5v16h8M10 12h10M16.5 8.5L20 12l-3.5 3.5"/>"#;
    gear = r#"<circle cx="12" cy="12" r="3.2"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2"/>"#;
    info = r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5h.01"/>"#;
    pushpin = r#"<path d="M9 3h6l-1 7 4 4H6l4-4zM12 14v7"/>"#;
    smile = r#"<circle cx="12" cy="12" r="9"/><path d="M8.5 14.5c2 2.4 5 2.4 7 0M9 9.5h.01M15 9.5h.01"/>"#;
    reply = r#"<path d="M10 6l-6 6 6 6M4 12h9c4 0 7 2 7 6"/>"#;
    pin = r#"<path d="M12 21c4-5 7-8 7-12a7 7 0 1 0-14 0c0 4 3 7 7 12z"/><circle cx="12" cy="9" r="2.4"/>"#;
    picture = r#"<rect x="3" y="4" width="18" height="16" rx="3"/><circle cx="9" cy="10" r="1.8"/><path d="M4 18l5-4 4 3 3-3 4 4"/>"#;
    document = r#"<path d="M6 3h8l5 5v13H6z"/><path d="M14 3v5h5M9 13h7M9 17h7"/>"#;
    list = r#"<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>"#;
    out = r#"<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>"#;
    copy = r#"<rect x="8" y="8" width="12" height="13" rx="2"/><path d="M16 8V5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h2"/>"#;
    phone = r#"<path d="M5 4h4l2 5-2.5 1.5a12 12 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/>"#;
    form = r#"<rect x="4" y="3" width="16" height="18" rx="2"/><path d="M8 8h8M8 12h8M8 16h4"/>"#;
    tick = r#"<path d="M5 13l4.5 4.5L19 7"/>"#;
    ticks = r#"<path d="M2 13l4.5 4.5L15 8M11 16l2 1.5L22 8"/>"#;
    waiting = r#"<circle cx="12" cy="12" r="8"/><path d="M12 8v4l3 2"/>"#;
    failed = r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.5h.01"/>"#;
}
