//! Countries where the platform knows a mobile by other digits than people dial.

/// The `wa_id` of a number in digits: Brazil loses its ninth digit outside of the south-east,
/// Mexico and Argentina gain the digit for mobiles.
pub(crate) fn wa_id(digits: &str) -> String {
    if let Some(rest) = digits.strip_prefix("55").filter(|rest| rest.len() == 11) {
        let (area, local) = rest.split_at(2);
        let keeps = area.parse::<u32>().is_ok_and(|area| area <= 28);
        if let Some(short) = local.strip_prefix('9').filter(|_| !keeps) {
            return format!("55{area}{short}");
        }
    }
    for (country, mobile) in [("52", "1"), ("54", "9")] {
        if let Some(rest) = digits.strip_prefix(country).filter(|rest| rest.len() == 10) {
            return format!("{country}{mobile}{rest}");
        }
    }
    digits.to_owned()
}

#[cfg(test)]
mod tests {
    use super::wa_id;

    #[test]
    fn three_countries_are_rewritten_and_the_others_are_not() {
        for (dialled, known) in [
            ("5511987654321", "5511987654321"),
            ("5551987654321", "555187654321"),
            ("555187654321", "555187654321"),
            ("525512345678", "5215512345678"),
            ("5215512345678", "5215512345678"),
            ("541112345678", "5491112345678"),
            ("5491112345678", "5491112345678"),
            ("15550001111", "15550001111"),
        ] {
            assert_eq!(wa_id(dialled), known);
        }
    }
}
