//! Phone numbers, made unreadable in others' texts.

/// Digits that a phone number has: ids of the platform are longer, codes are shorter.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=14;
/// Digits that stay.
const SHOWN: usize = 4;

/// The text with all but the last four digits of what may be a phone number left out.
pub(crate) fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(|char: char| char.is_ascii_digit()) {
        let (before, digits) = rest.split_at(begin);
        let end = digits.find(|char: char| !char.is_ascii_digit()).unwrap_or(digits.len());
        let (digits, after) = digits.split_at(end);
        masked.push_str(before);
        if DIGITS.contains(&end) {
            masked.push('…');
            masked.push_str(digits.split_at(end - SHOWN).1);
        } else {
            masked.push_str(digits);
        }
        rest = after;
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn phone_numbers_are_masked_and_codes_and_ids_are_not() {
        for (text, shown) in [
            ("", ""),
            ("(#131030) +15550001111 is not allowed", "(#131030) +…1111 is not allowed"),
            ("Invalid: 4915550001111", "Invalid: …1111"),
            (
                "Object with ID '106540352242922' é 12345678",
                "Object with ID '106540352242922' é …5678",
            ),
            ("v25.0, 4096 characters", "v25.0, 4096 characters"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
