//! Phone numbers as callers write them (platform documentation, "Phone number formats").

/// Normalises a number to the form the platform cannot misread: `+` and digits.
///
/// Spaces, hyphens, dots and parentheses are dropped; a leading `00` is a `+`. Without a
/// leading `+` the platform may prepend the business's own country code, so this always
/// emits one: what is given must begin with the country calling code.
///
/// `None` when anything else is in it, when it begins with another 0 (no country's code does), or
/// when it is not 7 to 15 digits (E.164).
///
/// ```
/// use wharf_model::phone::normalise;
/// assert_eq!(normalise("+1 (555) 000-1111").as_deref(), Some("+15550001111"));
/// assert_eq!(normalise("15550001111").as_deref(), Some("+15550001111"));
/// assert_eq!(normalise("0631 5551234"), None);
/// assert_eq!(normalise("alice"), None);
/// ```
pub fn normalise(text: &str) -> Option<String> {
    let text = text.trim();
    let (text, plus) = text.strip_prefix('+').map_or((text, false), |text| (text, true));
    let mut number = String::with_capacity(20);
    number.push('+');
    for char in text.chars() {
        match char {
            '0'..='9' => number.push(char),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' => {}
            _ => return None,
        }
    }
    if !plus && number.starts_with("+00") {
        number.drain(1..3);
    }
    ((8..=16).contains(&number.len()) && !number.starts_with("+0")).then_some(number)
}

/// The digits of a number that [`normalise`] accepts: what the platform calls `wa_id`,
/// but for the countries where it rewrites mobile prefixes.
pub fn digits(text: &str) -> Option<String> {
    normalise(text).map(|normal| normal.trim_start_matches('+').to_owned())
}

/// Calling codes of countries whose mobile numbers have two forms: the code, the digit that may
/// stand after it or not, and how many digits a whole number has without it.
const TWO_FORMS: [(&str, char, usize); 3] = [
    // Brazil: after the code and an area code of two digits, mobile numbers got a 9.
    ("55", '9', 12),
    // Mexico: numbers dialled from abroad had a 1 for mobiles until 2019.
    ("52", '1', 12),
    // Argentina: numbers dialled from abroad have a 9 for mobiles.
    ("54", '9', 12),
];

/// One form for all the ways a number is written: digits without `+`, and without the digit that
/// mobile numbers of Brazil (`9`), Mexico (`1`) and Argentina (`9`) have or have not.
///
/// The platform takes either form and answers with the one that the person's account has, so the
/// `wa_id` of a webhook may differ from the number that was written to. This form is for matching
/// and for keys; to send, keep the number as it is. `None` where [`normalise`] gives none.
///
/// ```
/// use wharf_model::phone::canonical;
///
/// assert_eq!(canonical("+55 11 98765-4321").as_deref(), Some("551187654321"));
/// assert_eq!(canonical("551187654321").as_deref(), Some("551187654321"));
/// assert_eq!(canonical("+49 30 1234567").as_deref(), Some("49301234567"));
/// ```
pub fn canonical(text: &str) -> Option<String> {
    let mut digits = digits(text)?;
    for (code, extra, length) in TWO_FORMS {
        if digits.len() != length + 1 || !digits.starts_with(code) {
            continue;
        }
        // In Brazil the digit stands after the area code, elsewhere right after the country's.
        let place = if code == "55" { 4 } else { 2 };
        // A Brazilian landline never gets the 9; after it only 6 to 9 begin a mobile number.
        let next = digits.as_bytes().get(place + 1).copied().unwrap_or_default();
        let mobile = code != "55" || (b'6'..=b'9').contains(&next);
        if digits.as_bytes().get(place) == Some(&(extra as u8)) && mobile {
            digits.remove(place);
        }
    }
    Some(digits)
}

/// Whether two numbers are of one person, however each is written: `wa_id` or with `+`, with or
/// without the digit that the platform adds or drops in Brazil, Mexico and Argentina.
///
/// ```
/// use wharf_model::phone::equivalent;
///
/// assert!(equivalent("+52 1 33 1234 5678", "523312345678"));
/// assert!(!equivalent("+15550001111", "+15550001112"));
/// ```
pub fn equivalent(one: &str, other: &str) -> bool {
    canonical(one).is_some_and(|one| canonical(other).is_some_and(|other| one == other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_number_are_one() {
        for (one, other) in [
            ("+5511987654321", "551187654321"),
            ("+5491112345678", "541112345678"),
            ("+5213312345678", "523312345678"),
            ("+1 (555) 000-1111", "15550001111"),
            ("0049 30 1234567", "+49301234567"),
        ] {
            assert!(equivalent(one, other) && equivalent(other, one), "{one} {other}");
            assert_eq!(canonical(one), canonical(&canonical(one).unwrap()));
        }
    }

    #[test]
    fn different_people_stay_different() {
        for (one, other) in [
            ("+5511987654321", "+5521987654321"),
            // A landline of eight digits that begins with 2 to 5 never had a 9 before it.
            ("+5511921234567", "+551121234567"),
            ("+5491112345678", "+5491112345679"),
            ("+5213312345678", "+5213312345670"),
            ("+15550001111", "+25550001111"),
            // A 9 or a 1 that is part of the number and not before it.
            ("+551198765432", "+55118765432"),
            ("+521331234567", "+52331234567"),
            ("alice", "alice"),
            ("", ""),
        ] {
            assert!(!equivalent(one, other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_normal_begins_with_a_plus_and_stays() {
        for text in ["15550001111", "+1 555 000 1111", "001-555-000-1111", "1 (555) 000.1111"] {
            assert_eq!(normalise(text).as_deref(), Some("+15550001111"), "{text}");
        }
        assert_eq!(
            normalise("+15550001111").and_then(|text| normalise(&text)).as_deref(),
            Some("+15550001111")
        );
        for text in ["", "+", "123456", "1234567890123456", "+1555000111x", "+1+5550001111"] {
            assert_eq!(normalise(text), None, "{text}");
        }
    }
}
