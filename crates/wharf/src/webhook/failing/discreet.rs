//! An error as one plain line, without what is nobody's business.

use std::error::Error;

use wharf_model::webhook::{Event, EventKind};

/// Characters shown of an error.
const CHARS_MAX: usize = 300;
/// So many digits may be a phone number; no error code has that many.
const PHONE_DIGITS_MIN: usize = 7;
const HIDDEN: &str = "…";

/// What an error says, its causes included, on one line: without the person, the message's text, ids of messages (they
/// hold the phone number) and what looks like a phone number.
pub(super) fn line(error: &(dyn Error + 'static), event: &Event) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        cause = error.source();
    }
    let mut text = plain(&text);
    for secret in secrets(event) {
        let escaped = secret.escape_debug().to_string();
        for secret in [plain(&escaped), plain(&secret)] {
            text = hide(&text, &secret);
        }
    }
    let text = hide_numbers(&hide_ids(&text));
    match text.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + HIDDEN,
        None => text,
    }
}

/// What an event says of a person, and they in it.
fn secrets(event: &Event) -> Vec<String> {
    let (text, tapped) = match &event.kind {
        EventKind::Message(message) | EventKind::Echo(message) => {
            (message.text(), message.tapped())
        }
        _ => (None, None),
    };
    let person = event.person();
    let user = person.user_id.map(|user| user.as_str().to_owned());
    let said = [text, tapped].into_iter().flatten().map(str::to_owned);
    said.chain(
        [user, person.phone, person.wa_id, person.name, person.username].into_iter().flatten(),
    )
    .collect()
}

/// On one line.
fn plain(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without these words, where they are whole words.
fn hide(text: &str, secret: &str) -> String {
    if secret.is_empty() {
        return text.to_owned();
    }
    let (mut shown, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(secret) {
        shown.push_str(before);
        let goes_on = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        let part = goes_on(shown.chars().next_back()) || goes_on(after.chars().next());
        shown.push_str(if part { secret } else { HIDDEN });
        rest = after;
    }
    shown + rest
}

fn hide_ids(text: &str) -> String {
    let mut parts = text.split("wamid.");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let of_id = |char: char| char.is_ascii_alphanumeric() || "+/=_-".contains(char);
        shown.push_str(HIDDEN);
        shown.push_str(part.trim_start_matches(of_id));
    }
    shown
}

/// Without runs of many digits, up to two spaces, hyphens and parentheses between them included.
fn hide_numbers(text: &str) -> String {
    let (mut shown, mut run, mut between) = (String::new(), String::new(), 0);
    for char in text.chars() {
        let digit = char.is_ascii_digit();
        between = if digit { 0 } else { between + 1 };
        // What follows a code, `(#131047)`, is no part of it.
        let joins = !run.is_empty() && between <= 2 && !shown.ends_with('#');
        if digit || (joins && " -()".contains(char)) {
            run.push(char);
            continue;
        }
        end(&mut shown, &mut run);
        shown.push(char);
    }
    end(&mut shown, &mut run);
    shown
}

fn end(shown: &mut String, run: &mut String) {
    let number = run.trim_end_matches(|char: char| !char.is_ascii_digit());
    let after = run.strip_prefix(number).unwrap_or_default();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    shown.push_str(if digits < PHONE_DIGITS_MIN { number } else { HIDDEN });
    shown.push_str(after);
    run.clear();
}

#[cfg(test)]
mod tests {
    use wharf_model::webhook::read;

    use super::*;

    fn said(text: &str, error: &str) -> String {
        let body = serde_json::json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [
            {"field": "messages", "value": {"metadata": {"phone_number_id": "1"},
                "contacts": [{"wa_id": "15550001111", "profile": {"name": "Ada"}}],
                "messages": [{"id": "wamid.x", "from": "15550001111", "type": "text", "text": {"body": text}}]}}]}]});
        let event = read(body.to_string().as_bytes()).into_iter().next().unwrap();
        let error: Box<dyn Error + Send + Sync> = error.into();
        line(&*error, &event)
    }

    #[test]
    fn a_line_shows_the_error_and_nothing_of_the_person() {
        assert_eq!(said("one", "no connection"), "no connection");
        assert_eq!(said("x", "a\n  b\tc"), "a b c");
        assert_eq!(said("I am\nill", "cannot read \"I am\\nill\""), "cannot read \"…\"");
        assert_eq!(said("I am\nill", "Ada wrote: I am\nill"), "… wrote: …");
        assert_eq!(said("x", "nobody is +1 (555) 000-2222, at all"), "nobody is +…, at all");
        assert_eq!(said("x", "nobody is 15550001111"), "nobody is …");
        assert_eq!(
            said("x", "no message wamid.HBgLMTU1=: (#131047) 12 34 left"),
            "no message …: (#131047) 12 34 left"
        );
        assert_eq!(said("", &"é".repeat(400)), "é".repeat(300) + "…");
    }
}
