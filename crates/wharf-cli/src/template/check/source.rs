//! Sends in source files: calls and objects in which the name of a template is written. Of nearly any language, so
//! nothing is understood but words, texts and brackets.

use super::{
    found::{Found, Literal, What as Sent},
    json,
    locale::{is_locale, is_name},
    tokens::{Style, Token, What, tokens},
};

/// Functions whose first text is a template's name.
const SENDS: [&str; 6] = [
    "send_template",
    "sendTemplate",
    "SendTemplate",
    "send_template_message",
    "sendTemplateMessage",
    "SendTemplateMessage",
];
/// What may be a template of anything: only with a language beside it.
const TEMPLATES: [&str; 3] = ["Template", "template", "TemplateMessage"];
const NAME_KEYS: [&str; 3] = ["name", "template_name", "templateName"];
const LANGUAGE_KEYS: [&str; 5] = ["language", "lang", "language_code", "languageCode", "locale"];
/// Words that stand before a call; any other says that something is declared.
const BEFORE_CALLS: [&str; 14] = [
    "return", "await", "new", "yield", "in", "else", "throw", "not", "and", "or", "go", "defer",
    "do", "case",
];

/// The sends of a file.
pub(super) fn sends(text: &str, style: Style) -> Vec<Found> {
    let all = tokens(text, style);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(token) = all.get(index) {
        let (one, next) = match token.what {
            What::Text(inner) if inner.contains("language") && inner.contains("template") => {
                // JSON in a text stands one quote or more after where the text begins.
                let quotes = text.get(token.start..).and_then(|rest| rest.find(inner)).unwrap_or(0);
                found.extend(json::in_text(inner, token.start + quotes).unwrap_or_default());
                (None, index + 1)
            }
            _ => at(&all, index, text),
        };
        found.extend(one);
        index = next.max(index + 1);
    }
    found
}

/// The send that begins at a token, and the token after it.
fn at(all: &[Token<'_>], index: usize, text: &str) -> (Option<Found>, usize) {
    let object = object(all, index).and_then(|open| Some((open, close(all, open)?)));
    if let Some((open, close)) = object
        && let Some(found) = of_object(all, index, open, close, text)
    {
        return (Some(found), close);
    }
    let found = call(all, index).and_then(|(name, open)| {
        let close = close(all, open)?;
        of_call(all, index, name, open, close)
    });
    (found, index + 1)
}

/// Where the brackets of a `template: {` open.
fn object(all: &[Token<'_>], index: usize) -> Option<usize> {
    let token = all.get(index)?;
    let key = token.word().or_else(|| token.text())?;
    if !key.eq_ignore_ascii_case("template") {
        return None;
    }
    // `template({` and `Template{` need no sign between.
    let mut at = index + 1;
    if all.get(at).is_some_and(|next| next.is('('))
        && all.get(at + 1).is_some_and(|next| next.is('{'))
    {
        return Some(at + 1);
    }
    while all.get(at).is_some_and(|next| matches!(next.what, What::Sign(':' | '=' | '>' | '?'))) {
        at += 1;
    }
    let named = at > index + 1;
    // A type may stand before the brackets, with a `&` or a `new`.
    let most = at + 4;
    while named && at < most && all.get(at).is_some_and(is_type) {
        at += 1;
    }
    let next = all.get(at)?;
    (next.is('{') || named && (next.is('[') || next.is('('))).then_some(at)
}

fn is_type(token: &Token<'_>) -> bool {
    matches!(token.what, What::Word(_) | What::Sign('&' | '.' | '*'))
}

/// The bracket that closes the one at `open`, if one does.
fn close(all: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, token) in all.iter().enumerate().skip(open) {
        if token.opens() {
            depth += 1;
        } else if token.closes() {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(index);
            }
        }
    }
    None
}

/// What stands between commas, directly within the brackets.
fn items<'a, 't>(all: &'a [Token<'t>], open: usize, close: usize) -> Vec<&'a [Token<'t>]> {
    let (mut items, mut depth, mut from) = (Vec::new(), 0_usize, open + 1);
    for index in open + 1..close {
        let Some(token) = all.get(index) else { break };
        if token.opens() {
            depth += 1;
        } else if token.closes() {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && (token.is(',') || token.is(';')) {
            items.extend(all.get(from..index));
            from = index + 1;
        }
    }
    items.extend(all.get(from..close));
    items.retain(|item| !item.is_empty());
    items
}

/// The key and the value of `key: value`, `key = value` or `key => value`.
fn pair<'a, 't>(item: &'a [Token<'t>]) -> Option<(&'t str, &'a [Token<'t>])> {
    let (first, rest) = item.split_first()?;
    let key = first.word().or_else(|| first.text())?;
    let signs =
        rest.iter().take_while(|token| matches!(token.what, What::Sign(':' | '=' | '>'))).count();
    (1..=2).contains(&signs).then(|| Some((key, rest.get(signs..)?))).flatten()
}

fn is_key(key: &str, keys: &[&str]) -> bool {
    keys.iter().any(|known| key.eq_ignore_ascii_case(known))
}

fn of_key<'a, 't>(items: &[&'a [Token<'t>]], keys: &[&str]) -> Option<&'a [Token<'t>]> {
    items
        .iter()
        .find_map(|item| pair(item).filter(|(key, _)| is_key(key, keys)).map(|(_, value)| value))
}

/// A value that is one text and nothing else.
fn literal(value: &[Token<'_>]) -> Option<Literal> {
    let [token] = value else { return None };
    // The quote is not a part of it, and yet where people look.
    token.text().map(|text| Literal { text: text.to_owned(), offset: token.start })
}

/// The language in a value: a text, or the only one in it that looks like one, as in `{code: 'en_US'}`.
fn language(value: &[Token<'_>]) -> Option<Literal> {
    literal(value).or_else(|| {
        let mut texts = value.iter().filter(|token| token.text().is_some_and(is_locale));
        let only = texts.next().filter(|_| texts.next().is_none())?;
        literal(std::slice::from_ref(only))
    })
}

/// A template as an object.
fn of_object(
    all: &[Token<'_>],
    index: usize,
    open: usize,
    close: usize,
    text: &str,
) -> Option<Found> {
    let items = items(all, open, close);
    let (name, said) = (of_key(&items, &NAME_KEYS)?, of_key(&items, &LANGUAGE_KEYS)?);
    let offset = all.get(index)?.start;
    let whole = all
        .get(open)
        .zip(all.get(close))
        .and_then(|(first, last)| json::template(text.get(first.start..last.end)?, first.start));
    whole.or_else(|| Some(Found { offset, what: named(literal(name), language(said)) }))
}

fn named(name: Option<Literal>, language: Option<Literal>) -> Sent {
    match name.filter(|name| is_name(&name.text)) {
        Some(name) => {
            let language = language.filter(|language| is_locale(&language.text));
            Sent::Named { name, language }
        }
        None => Sent::Nameless,
    }
}

/// The name of a function that may send a template or make one, and where its brackets open.
fn call<'t>(all: &[Token<'t>], index: usize) -> Option<(&'t str, usize)> {
    let name = all.get(index)?.word()?;
    if !SENDS.contains(&name) && !TEMPLATES.contains(&name) {
        return None;
    }
    let before = index.checked_sub(1).and_then(|before| all.get(before));
    if before.and_then(Token::word).is_some_and(|word| !BEFORE_CALLS.contains(&word)) {
        return None;
    }
    let after = all.get(index + 1)?;
    if after.is('(') {
        return Some((name, index + 1));
    }
    // `Template::new(` and `Template.new(`.
    let mut at = index + 1;
    while all.get(at).is_some_and(|token| token.is(':') || token.is('.')) {
        at += 1;
    }
    let made = at > index + 1 && all.get(at)?.word() == Some("new") && all.get(at + 1)?.is('(');
    made.then_some((name, at + 1))
}

fn of_call(
    all: &[Token<'_>],
    index: usize,
    name: &str,
    open: usize,
    close: usize,
) -> Option<Found> {
    let items = items(all, open, close);
    let offset = all.get(index)?.start;
    let found = |what| Some(Found { offset, what });
    let sends = SENDS.contains(&name);
    let said = of_key(&items, &LANGUAGE_KEYS);
    let keyed =
        of_key(&items, &NAME_KEYS).or_else(|| of_key(&items, &["template"]).filter(|_| sends));
    if let Some(keyed) = keyed.filter(|_| sends || said.is_some()) {
        if keyed.first().is_some_and(|token| token.is('{')) {
            // The object is met again, by its own key.
            return None;
        }
        return found(named(literal(keyed), said.and_then(language)));
    }
    let literals: Vec<_> = items.iter().map(|item| literal(item)).collect();
    // A name and a language side by side, wherever they stand.
    let side_by_side = literals.windows(2).find_map(|two| match two {
        [Some(name), Some(language)] if is_name(&name.text) && is_locale(&language.text) => {
            Some((name.clone(), language.clone()))
        }
        _ => None,
    });
    if let Some((name, language)) = side_by_side {
        return found(Sent::Named { name, language: Some(language) });
    }
    let first = literals.first().cloned().flatten().filter(|name| is_name(&name.text));
    match (first, sends) {
        (Some(name), true) => found(Sent::Named { name, language: said.and_then(language) }),
        // The language is made by a call, or is a word of the library.
        (Some(name), false) => {
            let second =
                items.get(1).and_then(|item| language(item)).or_else(|| said.and_then(language));
            second.and_then(|language| found(Sent::Named { name, language: Some(language) }))
        }
        // Something is sent, and the name comes from elsewhere.
        (None, true) if !items.is_empty() => found(Sent::Nameless),
        (None, _) => {
            let made = literals.get(1).is_some_and(|second| {
                second.as_ref().is_some_and(|second| is_locale(&second.text))
            });
            (name == "Template" && made).then_some(Found { offset, what: Sent::Nameless })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tokens::Style, sends};

    const TEXTS: [&str; 6] = [
        "Template::new(\"order\", \"en_US\").body([\"42\"]); // it's\n",
        "wa.send_template(to='1', name='order', language=f('en'), x=[1, {2}])",
        "{\"template\": {\"name\": \"é\", \"language\": {\"code\": \"en_US\"}}}",
        "['template' => ['name' => 'order', 'language' => ['code' => 'fr']]]",
        "r#\"{\"template\": {\"name\": \"order\", \"language\": {\"code\": \"fr\"}}}\"# \u{202e}",
        "Template: &Template{Name: `order`, Language: &Language{Code: \"fr\"}}",
    ];

    #[test]
    fn a_file_may_end_or_be_torn_anywhere() {
        for text in TEXTS {
            let cuts: Vec<_> = text.char_indices().map(|(index, _)| index).collect();
            for from in cuts.iter().step_by(3) {
                for to in cuts.iter().filter(|to| *to > from) {
                    let torn = text.get(*from..*to).unwrap();
                    for style in [Style::Rust, Style::Slashes, Style::Hashes] {
                        let found = sends(torn, style);
                        assert!(found.iter().all(|send| torn.is_char_boundary(send.offset)));
                    }
                }
            }
        }
    }

    #[test]
    fn what_never_closes_hides_nothing() {
        let text = "template = {name: x, language: (\nsend_template('order', 'fr')\n";
        assert_eq!(sends(text, Style::Hashes).len(), 1);
    }
}
