use proptest::prelude::*;
use wharf_webhook::{AppSecret, EmptySecret, Forged, Secrets};

const BODY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
const HEX: &str = "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

fn secret() -> AppSecret {
    AppSecret::new("test_app_secret").unwrap()
}

#[test]
fn known_bodies_have_their_known_signatures() {
    let vectors: [(&[u8], &str); 3] = [
        (BODY, HEX),
        (
            b"{\"t\":\"caff\xC3\xA8\"}",
            "9350f868c8ef2abc8edd519b153a0b01ac27165ac22dcd6590a1548cd48a7a85",
        ),
        (
            br#"{"t":"caff\u00e8"}"#,
            "0cd153dd9b8c17f468ae8df9391e0e7452798d378606205568e2c6d7306cb5b0",
        ),
    ];
    for (body, hex) in vectors {
        let header = format!("sha256={hex}");
        assert_eq!(secret().sign(body), header);
        assert_eq!(secret().verify(Some(&header), body), Ok(()));
    }
}

#[test]
fn every_way_to_spoil_a_signature_is_refused() {
    let good = format!("sha256={HEX}");
    let spoiled = [
        String::new(),
        HEX.to_owned(),
        "sha256=".to_owned(),
        format!("sha1={HEX}"),
        format!("SHA256={HEX}"),
        format!("sha256={}", HEX.to_uppercase()),
        format!("sha256={}", &HEX[..63]),
        format!("sha256={}", &HEX[..62]),
        format!("{good}0"),
        format!("{good}00"),
        format!(" {good}"),
        format!("{good} "),
        format!("{good},{good}"),
        format!("sha256={}", HEX.replace('d', "g")),
        format!("sha256={}é", &HEX[..62]),
        format!("sha256={}", "0".repeat(64)),
    ];
    for header in &spoiled {
        assert_eq!(secret().verify(Some(header), BODY), Err(Forged), "{header}");
    }
    assert_eq!(secret().verify(None, BODY), Err(Forged));
    assert_eq!(AppSecret::new("another").unwrap().verify(Some(&good), BODY), Err(Forged));
    let pretty = br#"{ "object": "whatsapp_business_account", "entry": [] }"#;
    assert_eq!(secret().verify(Some(&good), pretty), Err(Forged), "not the bytes that were signed");
    assert_eq!(secret().verify(Some(&good), &BODY[..BODY.len() - 1]), Err(Forged));
    assert_eq!(secret().verify(Some(&good), b""), Err(Forged));
}

#[test]
fn an_empty_secret_is_not_a_secret() {
    assert_eq!(AppSecret::new("").unwrap_err(), EmptySecret);
}

#[test]
fn a_secret_stays_out_of_logs() {
    assert_eq!(format!("{:?}", secret()), "AppSecret(…)");
    assert!(!format!("{:?}", Secrets::new(secret())).contains("test_app_secret"));
}

#[test]
fn while_a_secret_is_changed_both_are_good() {
    let (old, new) = (secret(), AppSecret::new("new").unwrap());
    let both = Secrets::new(new.clone()).or(old.clone());
    for signer in [&old, &new] {
        assert_eq!(both.verify(Some(&signer.sign(BODY)), BODY), Ok(()));
    }
    assert_eq!(both.sign(BODY), new.sign(BODY));
    let stranger = AppSecret::new("stranger").unwrap();
    assert_eq!(both.verify(Some(&stranger.sign(BODY)), BODY), Err(Forged));
}

/// From RFC 4231, test case 2: HMAC-SHA256 with the key `Jefe`.
#[test]
fn a_proof_is_the_hmac_of_the_token() {
    assert_eq!(
        AppSecret::new("Jefe").unwrap().appsecret_proof("what do ya want for nothing?"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
}

proptest! {
    #[test]
    fn what_was_signed_is_verified(key in "\\PC{1,80}", body in proptest::collection::vec(any::<u8>(), 0..500)) {
        let secret = AppSecret::new(key).unwrap();
        prop_assert_eq!(secret.verify(Some(&secret.sign(&body)), &body), Ok(()));
    }

    #[test]
    fn one_changed_bit_is_noticed(mut body in proptest::collection::vec(any::<u8>(), 1..200), at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let header = secret().sign(&body);
        let at = at.index(body.len());
        body[at] ^= 1 << bit;
        prop_assert_eq!(secret().verify(Some(&header), &body), Err(Forged));
    }

    #[test]
    fn no_header_breaks_the_reader(header in "\\PC{0,90}") {
        prop_assert_eq!(secret().verify(Some(&header), BODY), Err(Forged));
    }
}
