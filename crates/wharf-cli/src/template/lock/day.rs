//! A day of the calendar, in UTC.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use wharf::time::Timestamp;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// A day, as days since 1970; written as `2026-11-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::template) struct Day(i64);

impl Day {
    /// The day of a moment.
    pub(in crate::template) fn of(moment: Timestamp) -> Self {
        Self(moment.as_secs().div_euclid(DAY_SECONDS))
    }

    /// Days from `earlier` to this one; zero when it is not later.
    pub(in crate::template) fn since(self, earlier: Self) -> u64 {
        u64::try_from(self.0 - earlier.0).unwrap_or(0)
    }

    /// Year, month and day of the month. Years begin in March here, so that a leap day ends one.
    fn civil(self) -> (i64, i64, i64) {
        let shifted = self.0 + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        (era * 400 + year + later, month, day)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let (shifted, month_from_march) =
            if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let (era, of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        // A day that the month does not have is another month's.
        Some(Self(days)).filter(|found| found.civil() == (year, month, day))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("a day such as 2026-11-25 is expected"))
    }
}

#[cfg(test)]
mod tests {
    use wharf::time::Timestamp;

    use super::Day;

    #[test]
    fn a_day_is_written_and_read() {
        for (seconds, text) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_709_251_199, "2024-02-29"),
            (1_709_251_200, "2024-03-01"),
            (1_795_564_800, "2026-11-25"),
            (1_798_675_200, "2026-12-31"),
        ] {
            let day = Day::of(Timestamp::from_secs(seconds));
            assert_eq!(day.to_string(), text);
            assert_eq!(Day::parse(text), Some(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in ["", "2026", "2026-13-01", "2026-02-30", "2026-00-10", "2026-01-00", "x-y-z"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
