//! Ids as the platform hands them out: opaque, unique, and the same for the same seed.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use wharf_model::id::{Id, MediaId, MessageId};

/// A source of ids.
#[derive(Debug)]
pub(super) struct Ids {
    state: u64,
    count: u64,
}

impl Ids {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed, count: 0 }
    }

    /// Splitmix64: well spread, and no two alike for 2^64 draws.
    fn draw(&mut self) -> u64 {
        self.count += 1;
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
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

    /// Digits.
    pub(super) fn media(&mut self) -> MediaId {
        some(format!("{}", 1_000_000_000_000_000 + self.draw() % 9_000_000_000_000_000))
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

/// The digits of a business-scoped user id: the same for the same person.
pub(super) fn user_digits(wa_id: &str) -> String {
    let spread = wa_id.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    format!("{spread:020}")
}

/// An id of text that is never empty.
fn some<K>(text: String) -> Id<K> {
    Id::new(text).unwrap_or_else(|_| unreachable!("it has a prefix"))
}
