//! Doing several things, all of them, and saying at the end which failed.

use std::{
    fmt::Display,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::say;

/// Steps that were taken. Each tells what it did and how long it took.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<String>,
    failed: Vec<String>,
}

impl Steps {
    /// Takes a step; a failure is noted, and the next step can be taken.
    pub(crate) fn take<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        say::title(name);
        let start = Instant::now();
        let result = work();
        let time = seconds(start.elapsed());
        let (outcome, value) = match result {
            Ok(value) => (format!("ok      {name} ({time})"), Some(value)),
            Err(error) => {
                self.failed.push(name.to_owned());
                (format!("FAILED  {name} ({time}): {error:#}"), None)
            }
        };
        say::line(&outcome);
        self.done.push(outcome);
        value
    }

    /// Notes that a step is not taken, and why.
    pub(crate) fn skip(&mut self, why: impl Display) {
        self.done.push(format!("skipped: {why}"));
    }

    /// Says how it went, step by step; an error names the steps that failed.
    pub(crate) fn end(self) -> Result<()> {
        say::title("all steps");
        for outcome in &self.done {
            say::line(outcome);
        }
        if !self.failed.is_empty() {
            bail!("failed: {}", self.failed.join(", "));
        }
        Ok(())
    }
}

/// A length of time, for a person.
fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, bail};

    use super::Steps;

    #[test]
    fn a_failure_is_named_and_does_not_stop_the_next_step() {
        let mut steps = Steps::default();
        assert_eq!(steps.take("first", || -> Result<()> { bail!("no") }), None);
        assert_eq!(steps.take("second", || Ok(2)), Some(2));
        let error = steps.end().unwrap_err().to_string();
        assert_eq!(error, "failed: first");
    }

    #[test]
    fn what_is_skipped_is_no_failure() {
        let mut steps = Steps::default();
        steps.skip("a tool is not installed");
        steps.end().unwrap();
    }
}
