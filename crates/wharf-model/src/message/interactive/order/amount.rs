//! Sums of money.

use serde::{Deserialize, Serialize};

use crate::{
    limits::{AMOUNT_DESCRIPTION_CHARS_MAX, AMOUNT_OFFSET, DISCOUNT_PROGRAM_CHARS_MAX},
    message::{
        Rule,
        check::{Checker, VALUE},
    },
};

/// A sum in hundredths of the order's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Amount {
    /// The sum times `offset`.
    pub value: i64,
    /// Always 100.
    pub offset: u64,
}

/// A tax, a discount or the shipping: a sum, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Charge {
    /// The sum times `offset`.
    pub value: i64,
    /// Always 100.
    pub offset: u64,
    /// What it is for; at most 60 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Of a discount: its programme; at most 60 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_program_name: Option<String>,
}

impl Amount {
    /// A sum in hundredths of the currency: `1050` is 10.50.
    pub const fn hundredths(value: i64) -> Self {
        Self { value, offset: AMOUNT_OFFSET }
    }

    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        check_sum(at, self.value, self.offset, check);
    }
}

impl Charge {
    /// A sum in hundredths of the currency: `1050` is 10.50.
    pub const fn hundredths(value: i64) -> Self {
        Self { value, offset: AMOUNT_OFFSET, description: None, discount_program_name: None }
    }

    /// The same with what it is for, at most 60 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same with the name of a discount's programme, at most 60 characters.
    #[must_use]
    pub fn program(mut self, name: impl Into<String>) -> Self {
        self.discount_program_name = Some(name.into());
        self
    }

    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        check_sum(at, self.value, self.offset, check);
        let text = self.description.as_deref();
        check.optional(&format!("{at}.description"), text, AMOUNT_DESCRIPTION_CHARS_MAX);
        let text = self.discount_program_name.as_deref();
        check.optional(&format!("{at}.discount_program_name"), text, DISCOUNT_PROGRAM_CHARS_MAX);
    }
}

impl From<Amount> for Charge {
    fn from(amount: Amount) -> Self {
        Self { offset: amount.offset, ..Self::hundredths(amount.value) }
    }
}

fn check_sum(at: &str, value: i64, offset: u64, check: &mut Checker) {
    if value < 0 {
        check.invalid(&format!("{at}.value"), Rule::Range, "must not be negative");
    }
    check.within(&format!("{at}.offset"), offset, AMOUNT_OFFSET, AMOUNT_OFFSET, VALUE);
}
