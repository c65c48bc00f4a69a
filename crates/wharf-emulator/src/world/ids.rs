//! Ids as the platform hands them out: opaque, unique, and the same for the same seed.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde::{Deserialize, Serialize};
use wharf_model::id::{
    CallId, FlowId, GroupId, Id, MediaId, MessageId, PhoneNumberId, TemplateGroupId, TemplateId,
};

/// Splitmix64: well spread, and no two alike for 2^64 draws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draws(u64);

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// From 0 up to, but not, 1.
    pub(crate) fn part(&mut self) -> f64 {
        let top = u32::try_from(self.draw() >> 32).unwrap_or(u32::MAX);
        f64::from(top) / (f64::from(u32::MAX) + 1.0)
    }
}

/// A source of ids.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Ids(Draws);

impl Ids {
    pub(super) fn new(seed: u64) -> Self {
        Self(Draws::new(seed))
    }

    /// A word of chance.
    pub(super) fn draw(&mut self) -> u64 {
        self.0.draw()
    }

    /// `wamid.` and base64 that holds the person's digits, as the platform's does.
    pub(super) fn message(&mut self, wa_id: &str) -> MessageId {
        let mut bytes = vec![0x1D, 0x18, u8::try_from(wa_id.len()).unwrap_or(u8::MAX)];
        bytes.extend_from_slice(wa_id.as_bytes());
        bytes.extend_from_slice(&[0x15, 0x02, 0x00, 0x12, 0x18, 0x10]);
        bytes.extend_from_slice(format!("{:016X}", self.draw()).as_bytes());
        bytes.push(0x00);
        some(format!("wamid.{}", STANDARD.encode(bytes)))
    }

    /// A business-scoped user id that nobody had.
    pub(super) fn user(&mut self) -> String {
        format!("US.{:020}", self.draw())
    }

    /// The hash of an identity key that nobody had.
    pub(super) fn key_hash(&mut self) -> String {
        STANDARD.encode(self.draw().to_be_bytes())
    }

    /// Digits.
    pub(super) fn media(&mut self) -> MediaId {
        some(format!("{}", 1_000_000_000_000_000 + self.draw() % 9_000_000_000_000_000))
    }

    /// Digits.
    pub(super) fn template(&mut self) -> TemplateId {
        some(format!("{}", 1_000_000_000_000_000 + self.draw() % 9_000_000_000_000_000))
    }

    /// Digits.
    pub(super) fn number(&mut self) -> PhoneNumberId {
        some(format!("{}", 100_000_000_000_000 + self.draw() % 900_000_000_000_000))
    }

    /// Digits.
    pub(super) fn template_group(&mut self) -> TemplateGroupId {
        some(format!("{}", 1_000_000_000_000_000 + self.draw() % 9_000_000_000_000_000))
    }

    /// Digits.
    pub(super) fn flow(&mut self) -> FlowId {
        some(format!("{}", 1_000_000_000_000_000 + self.draw() % 9_000_000_000_000_000))
    }

    /// 14 capitals and digits that are not mistaken for one another.
    pub(super) fn code(&mut self) -> String {
        const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let word = self.draw();
        let letter =
            |at: u32| char::from(ALPHABET[usize::try_from((word >> (at * 4)) & 31).unwrap_or(0)]);
        (0..14).map(letter).collect()
    }

    /// Base64 of `capi_group:`, the business's digits and more of them, as the platform's is.
    pub(super) fn group(&mut self, business: &str) -> GroupId {
        let text = format!("capi_group:{business}:{:018}", self.draw() % 1_000_000_000_000_000_000);
        some(URL_SAFE_NO_PAD.encode(text))
    }

    /// What an invite link ends with: 22 letters and digits.
    pub(super) fn invite(&mut self) -> String {
        const ALPHABET: &[u8; 62] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let mut letter = || char::from(ALPHABET[usize::try_from(self.draw() % 62).unwrap_or(0)]);
        (0..22).map(|_| letter()).collect()
    }

    /// `wacid.` and base64, as the platform's.
    pub(super) fn call(&mut self) -> CallId {
        let bytes = format!("HBgL{:016X}{:016X}", self.draw(), self.draw());
        some(format!("wacid.{}", STANDARD.encode(bytes)))
    }

    /// What proves that a number is one's own.
    pub(super) fn six_digits(&mut self) -> String {
        format!("{:06}", self.draw() % 1_000_000)
    }

    /// An upload that can be resumed: its id, and what must be given with it.
    pub(super) fn upload(&mut self) -> (String, String) {
        let (id, signature) = (self.draw(), self.draw());
        (format!("MTph{id:016x}"), format!("ARZ{signature:016x}"))
    }

    /// Ten digits.
    pub(super) fn challenge(&mut self) -> String {
        format!("{}", 1_000_000_000 + self.draw() % 9_000_000_000)
    }

    /// What a download URL carries.
    pub(super) fn ticket(&mut self) -> String {
        format!("{:016x}{:016x}", self.draw(), self.draw())
    }

    /// What the platform's support would ask for.
    pub(super) fn trace(&mut self) -> String {
        format!("A{}", STANDARD.encode(self.draw().to_be_bytes()).trim_end_matches('='))
    }
}

/// A number for a text: the same for the same text.
pub(super) fn spread(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The digits of a business-scoped user id: the same for the same person.
pub(super) fn user_digits(wa_id: &str) -> String {
    format!("{:020}", spread(wa_id))
}

/// The hash of the first identity key of whoever comes with this number.
pub(super) fn first_key_hash(wa_id: &str) -> String {
    STANDARD.encode(spread(&format!("key of {wa_id}")).to_be_bytes())
}

/// An id of text that is never empty.
fn some<K>(text: String) -> Id<K> {
    Id::new(text).unwrap_or_else(|_| unreachable!("it has a prefix"))
}
