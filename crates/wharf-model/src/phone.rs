//! Phone numbers as callers write them (platform documentation, "Phone number formats").

/// Normalises a number to the form the platform cannot misread: `+` and digits.
///
/// Spaces, hyphens, dots and parentheses are dropped; a leading `00` is a `+`. Without a
/// leading `+` the platform may prepend the business's own country code, so this always
/// emits one: what is given must begin with the country calling code.
///
/// `None` when anything else is in it, or when it is not 7 to 15 digits (E.164).
///
/// ```
/// use wharf_model::phone::normalise;
/// assert_eq!(normalise("+1 (555) 000-1111").as_deref(), Some("+15550001111"));
/// assert_eq!(normalise("15550001111").as_deref(), Some("+15550001111"));
/// assert_eq!(normalise("alice"), None);
/// ```
pub fn normalise(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('+').or_else(|| text.strip_prefix("00")).unwrap_or(text);
    let mut digits = String::with_capacity(16);
    digits.push('+');
    for char in text.chars() {
        match char {
            '0'..='9' => digits.push(char),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' => {}
            _ => return None,
        }
    }
    (8..=16).contains(&digits.len()).then_some(digits)
}

/// The digits of a number that [`normalise`] accepts: what the platform calls `wa_id`,
/// but for the countries where it rewrites mobile prefixes.
pub fn digits(text: &str) -> Option<String> {
    normalise(text).map(|normal| normal.trim_start_matches('+').to_owned())
}
