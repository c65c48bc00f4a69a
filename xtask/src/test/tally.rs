//! How many tests passed, by the runners' own last lines.

use std::fmt;

/// Tests, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
}

impl Tally {
    /// Adds what a line says, if it is a runner's summary.
    pub(super) fn read(&mut self, line: &str) {
        let counts = if let Some(rest) = line.strip_prefix("test result: ") {
            rest.split_once(". ").map(|(_, counts)| counts)
        } else {
            let rest = line.trim_start().strip_prefix("Summary [");
            rest.and_then(|rest| rest.split_once(" run: ")).map(|(_, counts)| counts)
        };
        for count in counts.map(without_remarks).unwrap_or_default().split([',', ';']) {
            self.add(count.trim());
        }
    }

    fn add(&mut self, count: &str) {
        let Some((number, what)) = count.split_once(' ') else { return };
        let Ok(number) = number.parse::<usize>() else { return };
        match what {
            "passed" => self.passed += number,
            "failed" | "timed out" | "exec failed" => self.failed += number,
            "skipped" | "ignored" => self.skipped += number,
            // What was filtered out was not asked for; nothing is measured here.
            _ => {}
        }
    }

    /// Counts pieces that tests would have used: failures where nothing may be missing.
    pub(super) fn add_missing(&mut self, pieces: usize, strict: bool) {
        if strict {
            self.failed += pieces;
        } else {
            self.skipped += pieces;
        }
    }
}

/// The counts without what nextest adds in brackets, such as `(1 slow, 1 flaky)`.
fn without_remarks(counts: &str) -> String {
    let mut depth = 0_usize;
    let outside = counts.chars().filter(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect::<String>().replace(" ,", ",")
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn check(line: &str, counts: (usize, usize, usize)) {
        let mut tally = Tally::default();
        tally.read(line);
        assert_eq!((tally.passed, tally.failed, tally.skipped), counts, "{line}");
    }

    #[test]
    fn nextest_is_understood() {
        check("     Summary [   0.123s] 5 tests run: 5 passed, 0 skipped", (5, 0, 0));
        check("     Summary [   0.123s] 1 test run: 1 passed, 2 skipped", (1, 0, 2));
        check(
            "     Summary [  61.000s] 7/9 tests run: 4 passed (1 slow, 1 leaky), 1 failed, 1 timed out, 1 exec failed, 3 skipped",
            (4, 3, 3),
        );
        check("     Summary [   0.000s] 0 tests run: 0 passed, 64 skipped", (0, 0, 64));
    }

    #[test]
    fn cargo_test_is_understood() {
        check(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.00s",
            (3, 0, 1),
        );
        check(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            (3, 2, 0),
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        check("test a_test ... ok", (0, 0, 0));
        check("5 passed, 5 failed", (0, 0, 0));
        check("", (0, 0, 0));
    }

    #[test]
    fn what_is_missing_fails_only_where_nothing_may_be() {
        let mut tally = Tally::default();
        tally.add_missing(1, false);
        tally.add_missing(2, true);
        assert_eq!((tally.failed, tally.skipped), (2, 1));
    }
}
