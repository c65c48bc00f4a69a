use proptest::prelude::*;
use wharf_webhook::{CHALLENGE_BYTES_MAX, Refused, VerifyToken};

fn ask(query: &str) -> Result<Vec<u8>, Refused> {
    VerifyToken::new("s3cret & more").unwrap().handshake(query)
}

const GOOD: &str = "hub.mode=subscribe&hub.verify_token=s3cret+%26%20more&hub.challenge=";

#[test]
fn the_challenge_comes_back_byte_for_byte() {
    assert_eq!(ask(&format!("{GOOD}1158201444")).unwrap(), b"1158201444");
    assert_eq!(ask(&format!("{GOOD}0012")).unwrap(), b"0012");
    assert_eq!(ask(&format!("{GOOD}%3Cb%3E%22")).unwrap(), b"<b>\"");
    assert_eq!(ask(&format!("other=1&{GOOD}a%FFb")).unwrap(), b"a\xFFb");
    let long = "7".repeat(CHALLENGE_BYTES_MAX);
    assert_eq!(ask(&format!("{GOOD}{long}")).unwrap(), long.as_bytes());
}

#[test]
fn whatever_is_not_a_handshake_is_refused() {
    let too_long = format!("{GOOD}{}", "7".repeat(CHALLENGE_BYTES_MAX + 1));
    for (query, refused) in [
        ("", Refused::Mode),
        ("hub.mode=unsubscribe&hub.verify_token=s3cret+%26+more&hub.challenge=1", Refused::Mode),
        ("hub_mode=subscribe&hub_verify_token=s3cret+%26+more&hub_challenge=1", Refused::Mode),
        ("hub.mode=subscribe&hub.challenge=1", Refused::Token),
        ("hub.mode=subscribe&hub.verify_token=&hub.challenge=1", Refused::Token),
        ("hub.mode=subscribe&hub.verify_token=s3cret&hub.challenge=1", Refused::Token),
        ("hub.mode=subscribe&hub.verify_token=wrong", Refused::Token),
        ("hub.mode=subscribe&hub.verify_token=s3cret+%26+more", Refused::Challenge),
        (GOOD, Refused::Challenge),
        (&too_long, Refused::Challenge),
        ("hub.mode=subscribe&hub.mode=subscribe", Refused::Query),
        ("hub.mode=%zz", Refused::Query),
        ("hub.mode=%4", Refused::Query),
    ] {
        assert_eq!(ask(query), Err(refused), "{query}");
    }
}

#[test]
fn an_empty_token_is_not_a_token() {
    VerifyToken::new("").unwrap_err();
    assert_eq!(format!("{:?}", VerifyToken::new("x").unwrap()), "VerifyToken(…)");
}

proptest! {
    #[test]
    fn no_query_breaks_the_reader(query in "\\PC{0,200}") {
        prop_assert!(ask(&query).is_err());
    }
}
