//! Credentials, hidden in what the platform quotes.

use std::borrow::Cow;

use wharf_webhook::AppSecret;

use super::{Client, Tenant};

const TOKEN: &str = "[token]";
const PROOF: &str = "[appsecret_proof]";
const SECRET: &str = "[app secret]";

/// What is shorter is no secret, and hiding it would make texts unreadable.
const SECRET_BYTES_MIN: usize = 5;
/// What every access token of the platform begins with.
const EAA: &[u8] = b"EAA";
/// Letters and digits that follow, at least.
const EAA_REST_MIN: usize = 20;
/// Bytes that an app secret may have; the platform's have 32 and are hexadecimal.
const APP_SECRET_BYTES: std::ops::RangeInclusive<usize> = 6..=64;
/// In longer texts only what looks like the platform's app secrets is tried.
const SHORT_TEXT_BYTES: usize = 64 * 1024;

impl Client {
    /// These bytes without credentials: this client's token, its `appsecret_proof`, the app's secret, and whatever else
    /// looks like an access token of the platform. For who passes on errors that [`forward`](Self::forward) brings.
    pub fn without_credentials<'t>(&self, bytes: &'t [u8]) -> Cow<'t, [u8]> {
        self.tenant.hidden(bytes)
    }
}

impl Tenant {
    /// The text without credentials: the token, `appsecret_proof`, the app's secret, and whatever else looks like an
    /// access token of the platform, however they are written (plainly, percent-encoded, escaped as in JSON).
    pub(crate) fn hidden<'t>(&self, text: &'t [u8]) -> Cow<'t, [u8]> {
        let words = self.words();
        let mut out = Vec::new();
        let (mut at, mut kept) = (0, 0);
        while at < text.len() {
            let Some((end, name)) = self.found(&words, text, at) else {
                at += 1;
                continue;
            };
            let before = &text[kept..at];
            let slashes = before.iter().rev().take_while(|&&byte| byte == b'\\').count();
            // A backslash of JSON would escape the name.
            out.extend_from_slice(&before[..before.len() - slashes % 2]);
            out.extend_from_slice(name.as_bytes());
            (at, kept) = (end, end);
        }
        if kept == 0 {
            return Cow::Borrowed(text);
        }
        out.extend_from_slice(&text[kept..]);
        Cow::Owned(out)
    }

    /// The same of a text.
    pub(crate) fn hide(&self, text: &mut String) {
        if let Cow::Owned(hidden) = self.hidden(text.as_bytes()) {
            *text = String::from_utf8_lossy(&hidden).into_owned();
        }
    }

    /// What is known word for word, and what stands in its place.
    fn words(&self) -> Vec<(&[u8], &'static str)> {
        let token = self.token.expose();
        // An app's own token is its id and its secret.
        let secret = token.rsplit_once('|').map(|(_, secret)| (secret, SECRET));
        let proof = self.proof.as_deref().map(|proof| (proof, PROOF));
        let words = [Some((token, TOKEN)), proof, secret].into_iter().flatten();
        let words = words.map(|(word, name)| (word.as_bytes(), name));
        words.filter(|(word, _)| word.len() >= SECRET_BYTES_MIN).collect()
    }

    /// Where what begins here ends, and what it is, if it is secret.
    fn found(
        &self,
        words: &[(&[u8], &'static str)],
        text: &[u8],
        at: usize,
    ) -> Option<(usize, &'static str)> {
        let known = words.iter().find_map(|(word, name)| Some((end_of(word, text, at)?, *name)));
        known.or_else(|| Some((end_of_token(text, at)?, TOKEN))).or_else(|| {
            let end = self.end_of_app_secret(text, at)?;
            Some((end, SECRET))
        })
    }

    /// The secret itself is kept nowhere: it is the word that proves the token as it does.
    fn end_of_app_secret(&self, text: &[u8], at: usize) -> Option<usize> {
        let proof = self.proof.as_deref()?;
        if !begins_word(text, at) {
            return None;
        }
        let length = text[at..].iter().take_while(|byte| is_in_word(**byte)).count();
        let word = str::from_utf8(&text[at..at + length]).ok()?;
        let usual = length == 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let tried = usual || (APP_SECRET_BYTES.contains(&length) && text.len() <= SHORT_TEXT_BYTES);
        let is_secret = |word| {
            AppSecret::new(word)
                .is_ok_and(|secret| secret.appsecret_proof(self.token.expose()) == proof)
        };
        (tried && is_secret(word)).then_some(at + length)
    }
}

/// Where this word ends, if it begins here.
fn end_of(word: &[u8], text: &[u8], mut at: usize) -> Option<usize> {
    if text[at..].starts_with(word) {
        return Some(at + word.len());
    }
    for byte in word {
        at += written(*byte, text.get(at..)?)?;
    }
    Some(at)
}

/// How many bytes the text takes to say this byte: as it is, percent-encoded once or twice, or escaped as in JSON.
fn written(byte: u8, text: &[u8]) -> Option<usize> {
    let is = |high: &u8, low: &u8| {
        let digit = |digit: &u8| char::from(*digit).to_digit(16);
        digit(high).zip(digit(low)).is_some_and(|(high, low)| high * 16 + low == u32::from(byte))
    };
    match text {
        [b'%', high, low, ..] if is(high, low) => Some(3),
        [b'%', b'2', b'5', high, low, ..] if is(high, low) => Some(5),
        [b'\\', b'u', b'0', b'0', high, low, ..] if is(high, low) => Some(6),
        [b'\\', escaped @ (b'/' | b'"' | b'\\'), ..] if *escaped == byte => Some(2),
        [first, ..] if *first == byte => Some(1),
        _ => None,
    }
}

/// Where what looks like an access token of the platform ends, if it begins here.
fn end_of_token(text: &[u8], at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(EAA)?;
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (length >= EAA_REST_MIN).then_some(at + EAA.len() + length)
}

/// Whether a word can begin here: after what is in no word, or after something encoded or escaped.
fn begins_word(text: &[u8], at: usize) -> bool {
    is_in_word(text[at])
        && match &text[..at] {
            [] | [.., b'%', _, _] | [.., b'\\', _] | [.., b'\\', b'u', _, _, _, _] => true,
            [.., last] => !is_in_word(*last),
        }
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccessToken;

    fn tenant(token: &str) -> Tenant {
        let secret = AppSecret::new("0123456789abcdef0123456789abcdef").unwrap();
        Tenant::new(AccessToken::new(token).unwrap(), Some(&secret))
    }

    fn check(token: &str, text: &str, shown: &str) {
        let hidden = tenant(token).hidden(text.as_bytes()).into_owned();
        assert_eq!(String::from_utf8(hidden).unwrap(), shown, "{text}");
    }

    #[test]
    fn a_token_is_hidden_however_it_is_written() {
        for text in ["t|0-k/n", "t%7C0-k%2fn", "t%257C0-k/n", "t|0-k\\/n", "t\\u007c0-k\\u002Fn"] {
            check("t|0-k/n", &format!("é {text}!"), "é [token]!");
        }
        check("nabcd", r#"{"a":"\nabcd","b":"\\nabcd"}"#, r#"{"a":"[token]","b":"\\[token]"}"#);
        check("wharf-dev", "a wharf-de v", "a wharf-de v");
        check("t", "a t", "a t");
    }

    #[test]
    fn others_tokens_are_known_by_their_looks() {
        let other = format!("EAAJ{}", "a1".repeat(10));
        check("t0ken", &format!("token={other}."), "token=[token].");
        check(
            "t0ken",
            "EAAJ is how they begin, wamid.EAAabc",
            "EAAJ is how they begin, wamid.EAAabc",
        );
    }

    #[test]
    fn the_proof_and_what_made_it_are_hidden() {
        let proof = tenant("t0ken").proof.unwrap();
        let secret = "0123456789abcdef0123456789abcdef";
        let text = format!("appsecret_proof={proof}&client_secret%3D{secret}, {secret}0 {secret}");
        let shown = format!(
            "appsecret_proof=[appsecret_proof]&client_secret%3D[app secret], {secret}0 [app secret]"
        );
        check("t0ken", &text, &shown);
        check("123456|s3cret", "(s3cret)", "([app secret])");
    }
}
