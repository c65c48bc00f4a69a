//! What looks like the name of a template, and what like a language.

/// Whether it can be a template's name, which a placeholder is not.
pub(super) fn is_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    // Nothing but digits is rather a phone number.
    (1..=512).contains(&text.len())
        && text.bytes().all(plain)
        && text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether it looks like `en` or `pt_BR`.
pub(super) fn is_locale(text: &str) -> bool {
    let (language, region) =
        text.split_once('_').map_or((text, None), |(one, two)| (one, Some(two)));
    let lower =
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
    lower
        && region.is_none_or(|region| {
            region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase())
        })
}
