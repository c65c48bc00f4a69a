//! Randomness, from the machine: the shell asks here, pure functions get it as an argument.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};

/// What every token of ours begins with.
pub(crate) const TOKEN_PREFIX: &str = "w1.";

/// A fresh token: the prefix and 128 random bits.
pub(crate) fn token() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{TOKEN_PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes)))
}

/// Whether a text has the form of a token of ours.
pub(crate) fn is_token(text: &str) -> bool {
    text.strip_prefix(TOKEN_PREFIX).is_some_and(|rest| rest.len() == 22)
}

/// What an error of ours is traced by. Without randomness it is still an error worth telling.
pub(crate) fn trace() -> String {
    let mut bytes = [0; 9];
    let random = getrandom::fill(&mut bytes).is_ok();
    let text = if random { BASE64_URL_SAFE_NO_PAD.encode(bytes) } else { "none".to_owned() };
    format!("wharf-{text}")
}

/// A number from 0 up to 1, for jitter; the middle when there is no randomness.
pub(crate) fn unit() -> f64 {
    getrandom::u32().map_or(0.5, |bits| f64::from(bits) / (f64::from(u32::MAX) + 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_25_characters_and_never_the_same() {
        let (one, other) = (token().unwrap(), token().unwrap());
        assert_eq!(one.len(), 25);
        assert!(is_token(&one) && one != other);
        for not_ours in ["", "w1.", "w1.short", "order-7"] {
            assert!(!is_token(not_ours), "{not_ours}");
        }
    }
}
