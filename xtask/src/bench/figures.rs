//! Figures of several rounds.

/// What one sender says of itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent {
    /// Messages a second.
    pub(super) rate: f64,
    /// Microseconds on a core for one message.
    pub(super) cost: f64,
}

/// The middle, the least and the most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) median: f64,
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Spread {
    pub(super) fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut all: Vec<_> = figures.into_iter().collect();
        all.sort_by(f64::total_cmp);
        let at = |place: usize| all.get(place).copied().unwrap_or(f64::NAN);
        Self { median: at(all.len() / 2), least: at(0), most: at(all.len().saturating_sub(1)) }
    }

    /// As in `0.81 (0.79-0.84)`.
    pub(super) fn ratio(self) -> String {
        format!("{:.2} ({:.2}-{:.2})", self.median, self.least, self.most)
    }
}

/// `12,345`.
pub(super) fn thousands(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    let first = digits.len() % 3;
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place != 0 && place % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Spread, thousands};

    #[test]
    fn a_spread_is_the_middle_and_both_ends() {
        let spread = Spread::of([3.0, 1.0, 2.0]);
        assert_eq!(spread, Spread { median: 2.0, least: 1.0, most: 3.0 });
        assert_eq!(spread.ratio(), "2.00 (1.00-3.00)");
    }

    #[test]
    fn thousands_are_apart() {
        for (figure, text) in
            [(7.4, "7"), (999.0, "999"), (1_000.0, "1,000"), (123_456.7, "123,457")]
        {
            assert_eq!(thousands(figure), text);
        }
    }
}
