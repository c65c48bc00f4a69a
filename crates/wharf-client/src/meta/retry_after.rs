//! `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use wharf_model::time::Timestamp;

/// How long to wait. A date is counted from the answer's own `Date`, so that a clock that is wrong here does no harm,
/// else from `now`; one that has passed is no wait.
pub(super) fn read(text: &str, date: Option<&str>, now: Timestamp) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = moment(text)?;
    let from = date.and_then(moment).unwrap_or_else(|| {
        UNIX_EPOCH + Duration::from_secs(u64::try_from(now.as_secs()).unwrap_or(0))
    });
    Some(until.duration_since(from).unwrap_or_default())
}

fn moment(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read_and_nonsense_is_none() {
        const UNTIL: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
        const BEFORE: &str = "Sun, 06 Nov 1994 08:49:07 GMT";
        let now = Timestamp::from_secs(784_111_767);
        let secs = |text, date| read(text, date, now).map(|wait| wait.as_secs());
        assert_eq!(secs(" 7 ", None), Some(7));
        assert_eq!(secs(UNTIL, None), Some(10));
        assert_eq!(secs(UNTIL, Some(BEFORE)), Some(30));
        assert_eq!(secs(UNTIL, Some("yesterday")), Some(10));
        assert_eq!(secs(BEFORE, Some(UNTIL)), Some(0));
        for bad in ["", "soon", "-1", "1.5", "99999999999999999999999", "Sun, 06 Nov"] {
            assert_eq!(secs(bad, Some(BEFORE)), None, "{bad}");
        }
    }
}
