//! How long the version of the platform's API still lives (Graph API changelog).

use std::cmp::Ordering;

use wharf::time::Timestamp;

use super::environment::is_version;
use crate::doctor::{facts::Facts, finding::Finding, settings::VERSION};

const CHECK: &str = "version";
const DAY: i64 = 24 * 60 * 60;
/// Days before the end when it is time to move.
const SOON: i64 = 90;

/// A version, the day it ends, and that day in Unix seconds at 00:00 UTC. Versions without one have no end yet.
const ENDS: &[(u16, &str, i64)] = &[
    (16, "14 May 2025", 1_747_180_800),
    (17, "12 September 2025", 1_757_635_200),
    (18, "26 January 2026", 1_769_385_600),
    (19, "21 May 2026", 1_779_321_600),
    (20, "24 September 2026", 1_790_208_000),
    (21, "21 January 2027", 1_800_489_600),
    (22, "20 May 2027", 1_810_771_200),
    (23, "8 October 2027", 1_822_953_600),
    (24, "18 February 2028", 1_834_444_800),
    (25, "29 July 2028", 1_848_441_600),
];
/// The newest that this program knows.
const NEWEST: u16 = 26;

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let asked = facts.settings.version();
    if !is_version(asked) {
        return Vec::new();
    }
    let mut found = vec![lifetime(asked, facts.now)];
    let served = facts.door.here().and_then(|door| door.served.as_deref());
    if let Some(served) = served.filter(|served| *served != asked) {
        let what = format!("{asked} is asked for, and the platform answers as {served}");
        let fix = format!(
            "set WHATSAPP_API_VERSION to {served} or a newer one, and try your app with it"
        );
        found.push(Finding::warning(CHECK, what, fix));
    }
    found
}

fn lifetime(asked: &str, now: Timestamp) -> Finding {
    let major = asked.trim_start_matches('v').split('.').next().unwrap_or_default();
    let major: u16 = major.parse().unwrap_or_default();
    let fix = format!("set WHATSAPP_API_VERSION={VERSION}, and try your app with it");
    let ends = ENDS.iter().find(|(version, _, _)| *version == major);
    let Some((_, day, end)) = ends else {
        return match major.cmp(&NEWEST) {
            Ordering::Less => Finding::danger(CHECK, format!("{asked} is over, long since"), fix),
            Ordering::Equal => Finding::ok(CHECK, format!("{asked} has no end yet")),
            Ordering::Greater => {
                let what =
                    format!("{asked} is newer than what this program knows: its end is not known");
                Finding::note(CHECK, what, "")
            }
        };
    };
    let left = (end - now.as_secs()).div_euclid(DAY);
    if left < 0 {
        let what =
            format!("{asked} ended on {day}: calls may be refused, or answered as another version");
        Finding::danger(CHECK, what, fix)
    } else if left < SOON {
        Finding::warning(CHECK, format!("{asked} ends on {day}, in {left} days"), fix)
    } else {
        Finding::ok(CHECK, format!("{asked} lives until {day}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::finding::Level;

    #[test]
    fn the_clock_decides_whether_a_version_is_over() {
        // 25 November 2026.
        let now = Timestamp::from_secs(1_795_564_800);
        for (asked, level) in [
            ("v2.12", Level::Danger),
            ("v16.0", Level::Danger),
            ("v20.0", Level::Danger),
            ("v21.0", Level::Warning),
            ("v22.0", Level::Ok),
            ("v25.0", Level::Ok),
            ("v26.0", Level::Ok),
            ("v99.0", Level::Note),
        ] {
            let found = lifetime(asked, now);
            assert_eq!(found.level, level, "{asked}: {}", found.what);
            assert_eq!(found.fix.is_empty(), level < Level::Warning, "{asked}: {}", found.fix);
        }
        let day_before = Timestamp::from_secs(1_848_441_600 - 1);
        assert_eq!(lifetime("v25.0", day_before).level, Level::Warning);
        assert_eq!(
            lifetime("v25.0", day_before.plus(std::time::Duration::from_secs(1))).level,
            Level::Warning
        );
    }

    #[test]
    fn the_days_are_the_days_in_words() {
        for (version, day, end) in ENDS {
            let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(end.unsigned_abs());
            let said = httpdate::fmt_http_date(at);
            let (number, rest) = day.split_once(' ').unwrap();
            let (month, year) = rest.split_once(' ').unwrap();
            let expected = format!("{number:0>2} {} {year} 00:00:00", month.get(..3).unwrap());
            assert!(said.contains(&expected), "v{version}: {said} is not {day}");
        }
    }
}
