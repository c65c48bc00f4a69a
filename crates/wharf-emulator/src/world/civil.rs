//! Days and months of the calendar, in UTC, and dates as the platform writes them.

use wharf_model::time::Timestamp;

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// Year, month from 1, day from 1 (proleptic Gregorian; days are counted from March on).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// Days since 1970.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// A moment as nodes show it: `2026-05-21T11:18:09+0000`.
pub(crate) fn iso(at: Timestamp) -> String {
    let seconds = at.as_secs();
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let rest = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+0000")
}

/// A day: `2026-05-21`.
pub(crate) fn date(seconds: i64) -> String {
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    format!("{year:04}-{month:02}-{day:02}")
}

/// Seconds of `2026-05-21` or `2026-05-21T11:18:09+0000` (or `Z`); `None`: it is neither.
pub(crate) fn read(text: &str) -> Option<i64> {
    let number = |range: std::ops::Range<usize>| {
        let digits =
            text.get(range).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse::<i64>().ok()
    };
    let at = |index: usize, byte: u8| text.as_bytes().get(index) == Some(&byte);
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let fits = at(4, b'-') && at(7, b'-') && (1..=12).contains(&month) && (1..=31).contains(&day);
    let midnight = fits.then(|| days(year, month, day) * DAY)?;
    if text.len() == 10 {
        return Some(midnight);
    }
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let zone = matches!(text.get(19..), Some("Z" | "+0000" | "+00:00"));
    let fits = at(10, b'T') && at(13, b':') && at(16, b':') && zone;
    (fits && hour < 24 && minute < 60 && second < 60)
        .then(|| midnight + hour * 3_600 + minute * 60 + second)
}

/// Where the day begins that a moment is in.
pub(crate) fn day_of(seconds: i64) -> i64 {
    seconds.div_euclid(DAY) * DAY
}

/// Where the month begins that a moment is in, and where the next one does.
pub(crate) fn month_of(seconds: i64) -> (i64, i64) {
    let (year, month, _) = civil(seconds.div_euclid(DAY));
    let next = if month == 12 { days(year + 1, 1, 1) } else { days(year, month + 1, 1) };
    (days(year, month, 1) * DAY, next * DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_and_read() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00+0000"),
            (951_868_799, "2000-02-29T23:59:59+0000"),
            (1_795_565_700, "2026-11-25T00:15:00+0000"),
        ] {
            assert_eq!(iso(Timestamp::from_secs(seconds)), text);
            assert_eq!(read(text), Some(seconds));
        }
        assert_eq!(read("2026-11-25"), Some(1_795_564_800));
        assert_eq!(date(1_795_565_700), "2026-11-25");
        for bad in
            ["", "2026", "2026-13-01", "2026-11-25T25:00:00Z", "2026-11-25 00:00:00Z", "é026-11-25"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_have_their_days() {
        assert_eq!(month_of(951_868_799), (949_363_200, 951_868_800));
        assert_eq!(month_of(1_767_225_600), (1_767_225_600, 1_769_904_000));
    }
}
