//! The codes the platform is known to use, what they mean, and what to do about each.

use super::{Advice, GraphError};

mod access;
mod call;
mod feature;
mod number;
mod send;
mod template;
mod throttle;

/// When an error comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// As the answer to a call.
    Answer,
    /// In a webhook, after the call was answered well.
    Later,
    /// One way or the other.
    Both,
}

/// What is known about a code of the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Which part of the platform it is about: `Access`, `Throttling`, `Sending`, …
    pub area: &'static str,
    /// The code.
    pub code: u32,
    /// The last code of a range that means the same; as a rule `code` itself.
    pub last: u32,
    /// The subcode, where the entry is about one.
    pub subcode: Option<u32>,
    /// What it is called, in short.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it.
    pub advice: Advice,
    /// When it comes.
    pub when: When,
    /// The HTTP status it is documented with. Others are seen: never decide by it.
    pub status: Option<u16>,
}

impl Entry {
    const fn new(
        area: &'static str,
        code: u32,
        title: &'static str,
        advice: Advice,
        when: When,
        meaning: &'static str,
    ) -> Self {
        Self { area, code, last: code, subcode: None, title, meaning, advice, when, status: None }
    }

    const fn to(mut self, last: u32) -> Self {
        self.last = last;
        self
    }

    const fn subcode(mut self, subcode: u32) -> Self {
        self.subcode = Some(subcode);
        self
    }

    const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }
}

/// Every code that is known, by area and code; entries of a subcode stand behind the code's own.
///
/// ```
/// let pair = wharf_model::error::catalogue().find(|entry| entry.code == 131_056).unwrap();
/// assert_eq!(pair.title, "Pair limit");
/// ```
pub fn catalogue() -> impl Iterator<Item = &'static Entry> {
    let areas = [
        access::ENTRIES,
        throttle::ENTRIES,
        send::ENTRIES,
        template::ENTRIES,
        number::ENTRIES,
        feature::ENTRIES,
        call::ENTRIES,
    ];
    areas.into_iter().flatten()
}

/// Subcodes from here on are codes themselves: management edges put them behind code 100.
const OWN_CODES: u32 = 1_000_000;

impl GraphError {
    /// What is known about this error: by its code, and by its subcode where that says more.
    /// `None` for a code that this version does not know.
    pub fn entry(&self) -> Option<&'static Entry> {
        let exact = |entry: &&Entry| entry.code == self.code && entry.subcode == self.subcode;
        let by_subcode = || {
            let subcode = self.subcode.filter(|&subcode| subcode >= OWN_CODES)?;
            catalogue().find(|entry| entry.code == subcode)
        };
        let by_code = || {
            catalogue().find(|entry| {
                entry.subcode.is_none() && (entry.code..=entry.last).contains(&self.code)
            })
        };
        catalogue().find(exact).or_else(by_subcode).or_else(by_code)
    }
}
