//! What a list is asked for.

use http::StatusCode;
use url::form_urlencoded;
use wharf_store::{inbox::EventFilter, ledger::State};

use super::Trouble;

/// Rows that a list has unless more are asked for.
const LIMIT: usize = 100;

/// Rows that a list has at most.
const LIMIT_MAX: usize = 10_000;

/// What a list is asked for.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) limit: usize,
    pub(super) state: Option<State>,
    pub(super) events: EventFilter,
}

impl Wanted {
    /// Reads a query whose parameters are among these. One without a value is as good as none.
    pub(super) fn read(query: Option<&str>, known: &[&str]) -> Result<Self, Trouble> {
        let mut wanted = Self { limit: LIMIT, state: None, events: EventFilter::default() };
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            if !known.contains(&&*name) {
                return Err(wrong(unknown(&name, known)));
            }
            if !value.is_empty() {
                wanted.set(&name, &value).map_err(wrong)?;
            }
        }
        Ok(wanted)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit));
                self.limit = limit.ok_or_else(|| {
                    format!("limit: must be a whole number from 1 to {LIMIT_MAX}, and is {value:?}")
                })?;
            }
            "state" => {
                self.state = Some(State::parse(value).ok_or_else(|| {
                    let words: Vec<_> = State::ALL.iter().map(|state| state.as_str()).collect();
                    format!("state: there is no {value:?}; there are {}", words.join(", "))
                })?);
            }
            "unread" => {
                self.events.unread = value
                    .parse()
                    .map_err(|_| format!("unread: must be true or false, and is {value:?}"))?;
            }
            _ => self.events.lane = Some(value.to_owned()),
        }
        Ok(())
    }
}

fn wrong(message: String) -> Trouble {
    Trouble::Wrong(StatusCode::BAD_REQUEST, message)
}

fn unknown(name: &str, known: &[&str]) -> String {
    let name: String = name.chars().take(100).collect();
    if known.is_empty() {
        return format!("{name:?} is no parameter of this list; it has none");
    }
    format!("{name:?} is no parameter of this list; there are {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(query: &str) -> String {
        match Wanted::read(Some(query), &["limit", "state", "unread", "lane"]) {
            Err(Trouble::Wrong(StatusCode::BAD_REQUEST, message)) => message,
            other => panic!("{query}: {:?}", other.map_err(|_| "another trouble")),
        }
    }

    #[test]
    fn a_wrong_parameter_is_named_with_what_would_do() {
        for (query, says) in [
            ("limit=abc", "from 1 to 10000"),
            ("limit=-1", "from 1 to 10000"),
            ("limit=0", "from 1 to 10000"),
            ("limit=10001", "from 1 to 10000"),
            ("state=lost", "queued, "),
            ("unread=perhaps", "true or false"),
            ("kind=message.text", "\"kind\" is no parameter of this list; there are limit, state"),
        ] {
            assert!(refusal(query).contains(says), "{query}: {}", refusal(query));
        }
    }

    #[test]
    fn what_is_asked_for_is_read() {
        let known = ["limit", "lane", "unread"];
        let wanted = Wanted::read(Some("lane=waba%3A1&unread=true&limit=7"), &known)
            .unwrap_or_else(|_| panic!());
        let events = EventFilter { lane: Some("waba:1".to_owned()), unread: true };
        assert_eq!((wanted.limit, wanted.events), (7, events));
        let wanted = Wanted::read(Some("lane=&limit="), &known).unwrap_or_else(|_| panic!());
        assert_eq!((wanted.limit, wanted.events), (LIMIT, EventFilter::default()));
    }
}
