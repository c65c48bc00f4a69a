//! Times as people read them, in the zone of their browser.

use axum::http::{HeaderMap, header};
use wharf_model::time::Timestamp;

const DAY_SECS: i64 = 24 * 60 * 60;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// From the day of the week that 1970 began with.
const WEEKDAYS: [&str; 7] =
    ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// How far the browser's clock is from UTC; UTC until it has said so.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Zone {
    /// Minutes that UTC is behind it.
    ahead: i64,
    known: bool,
}

impl Zone {
    /// From the cookie that the page's script sets.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let cookies =
            headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            cookies.flat_map(|all| all.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let ahead =
            pairs.find(|(name, _)| *name == "wharf-zone").and_then(|(_, value)| value.parse().ok());
        // No place on earth is further away than this.
        let ahead = ahead.filter(|minutes: &i64| minutes.abs() <= 14 * 60);
        Self { ahead: ahead.unwrap_or_default(), known: ahead.is_some() }
    }

    fn secs(self, at: Timestamp) -> i64 {
        at.as_secs().saturating_add(self.ahead * 60).max(0)
    }

    /// Days since 1970.
    pub(super) fn day(self, at: Timestamp) -> i64 {
        self.secs(at) / DAY_SECS
    }

    /// `14:05`
    pub(super) fn clock(self, at: Timestamp) -> String {
        let minutes = self.secs(at) % DAY_SECS / 60;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// `Today`, `Yesterday`, `Tomorrow`, or the date.
    pub(super) fn day_name(self, at: Timestamp, now: Timestamp) -> String {
        let day = self.day(at);
        match day - self.day(now) {
            -1 => "Yesterday".to_owned(),
            0 => "Today".to_owned(),
            1 => "Tomorrow".to_owned(),
            _ => {
                let (year, month, of_month) = date(day);
                let weekday = WEEKDAYS[usize::try_from(day % 7).unwrap_or_default()];
                let year =
                    if date(self.day(now)).0 == year { String::new() } else { format!(" {year}") };
                format!("{weekday}, {of_month} {}{year}", MONTHS[month])
            }
        }
    }

    /// `tomorrow at 14:05`, for the middle of a sentence.
    pub(super) fn moment(self, at: Timestamp, now: Timestamp) -> String {
        let day = self.day_name(at, now);
        let day = if day.contains(',') { format!("on {day}") } else { day.to_lowercase() };
        let zone = if self.known { "" } else { " UTC" };
        format!("{day} at {}{zone}", self.clock(at))
    }
}

/// `2026-11-25T14:05:00Z`, for programs.
pub(super) fn iso(at: Timestamp) -> String {
    let secs = at.as_secs().max(0);
    let (year, month, day) = date(secs / DAY_SECS);
    let rest = secs % DAY_SECS;
    let (hours, minutes, secs) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{:02}-{day:02}T{hours:02}:{minutes:02}:{secs:02}Z", month + 1)
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Year, month from 0, and day of the month of a day since 1970.
fn date(mut day: i64) -> (i64, usize, i64) {
    let mut year = 1970;
    loop {
        let days = if is_leap(year) { 366 } else { 365 };
        if day < days {
            break;
        }
        day -= days;
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while day >= lengths[month] {
        day -= lengths[month];
        month += 1;
    }
    (year, month, day + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(secs: i64) -> Timestamp {
        Timestamp::from_secs(secs)
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(iso(at(0)), "1970-01-01T00:00:00Z");
        assert_eq!(iso(at(951_868_799)), "2000-02-29T23:59:59Z");
        assert_eq!(iso(at(1_795_565_700)), "2026-11-25T00:15:00Z");
        assert_eq!(iso(at(4_102_444_800)), "2100-01-01T00:00:00Z");
    }

    #[test]
    fn days_and_clocks_are_those_of_the_browser() {
        let now = at(1_795_565_700);
        let mut headers = HeaderMap::new();
        assert_eq!(Zone::of(&headers).moment(now, now), "today at 00:15 UTC");
        headers.insert(header::COOKIE, "a=b; wharf-zone=-60".parse().unwrap());
        let west = Zone::of(&headers);
        assert_eq!(west.clock(now), "23:15");
        assert_eq!(west.moment(at(1_795_565_700 + 3_600), now), "tomorrow at 00:15");
        assert_eq!(west.day_name(at(1_795_565_700 - 7 * DAY_SECS), now), "Tuesday, 17 November");
        assert_eq!(west.day_name(at(0), now), "Thursday, 1 January 1970");
        headers.insert(header::COOKIE, "wharf-zone=99999".parse().unwrap());
        assert_eq!(Zone::of(&headers).clock(now), "00:15");
    }
}
