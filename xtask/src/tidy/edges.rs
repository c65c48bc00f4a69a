//! Which crate of ours may use which: the drawing of the architecture, as data.

use super::{
    Finding,
    declared::{Declared, Use},
};

/// What one crate may use.
struct Room {
    name: &'static str,
    /// Crates below it.
    below: &'static [&'static str],
    /// What its tests and examples may use besides.
    in_tests: &'static [&'static str],
}

/// Arrows point down. Changing a row changes the architecture.
const ROOMS: &[Room] = &[
    Room { name: "wharf-model", below: &[], in_tests: &[] },
    Room { name: "wharf-webhook", below: &["wharf-model"], in_tests: &[] },
    Room {
        name: "wharf-client",
        below: &["wharf-model", "wharf-webhook"],
        in_tests: &["wharf-emulator"],
    },
    Room { name: "wharf-store", below: &["wharf-model"], in_tests: &[] },
    Room { name: "wharf-emulator", below: &["wharf-model", "wharf-webhook"], in_tests: &[] },
    Room {
        name: "wharf",
        below: &["wharf-client", "wharf-model", "wharf-webhook"],
        in_tests: &["wharf-emulator"],
    },
    Room {
        name: "wharf-gateway",
        below: &["wharf-client", "wharf-model", "wharf-store", "wharf-webhook"],
        in_tests: &["wharf-emulator"],
    },
    Room {
        name: "wharf-cli",
        below: &["wharf", "wharf-emulator", "wharf-gateway", "wharf-model", "wharf-store"],
        in_tests: &["wharf-client", "wharf-webhook"],
    },
    Room { name: "xtask", below: &[], in_tests: &[] },
];

pub(super) fn check(declared: &Declared) -> Vec<Finding> {
    let strangers = declared.crates.iter().filter(|member| room(&member.name).is_none());
    let mut findings = strangers
        .map(|member| {
            let what = format!("{} has no place in the drawing", member.name);
            let advice = "Give it a row in xtask/src/tidy/edges.rs and a place in ARCHITECTURE.md";
            Finding::new(&format!("{}/Cargo.toml", member.folder), 1, what, advice)
        })
        .collect::<Vec<_>>();
    findings.extend(declared.uses.iter().filter(|line| !allowed(line)).map(|line| {
        let (by, of) = (&line.by, &line.of);
        let kind = if line.in_tests { " in its tests" } else { "" };
        let what = format!("{by} may not use {of}{kind}");
        let advice = "Move the code to a room that may, or change ARCHITECTURE.md and the rows in \
                      xtask/src/tidy/edges.rs together";
        Finding::new(&line.path, line.line, what, advice)
    }));
    findings
}

fn allowed(line: &Use) -> bool {
    let of = line.of.as_str();
    let (Some(by), Some(_)) = (room(&line.by), room(of)) else {
        return true;
    };
    by.name == of || by.below.contains(&of) || line.in_tests && by.in_tests.contains(&of)
}

fn room(name: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| room.name == name)
}

#[cfg(test)]
mod tests {
    use super::{
        super::declared::{Crate, Declared, Use},
        ROOMS, check, room,
    };

    fn found(uses: Use) -> bool {
        !check(&Declared { crates: Vec::new(), uses: vec![uses] }).is_empty()
    }

    #[test]
    fn an_arrow_that_points_up_or_across_is_found() {
        for (by, of) in [
            ("wharf-model", "wharf-client"),
            ("wharf-store", "wharf-webhook"),
            ("wharf-emulator", "wharf-client"),
            ("wharf", "wharf-store"),
            ("wharf-gateway", "wharf"),
            ("xtask", "wharf-model"),
        ] {
            assert!(found(Use::new(by, of)), "{by} -> {of}");
        }
        assert!(!found(Use::new("wharf-gateway", "wharf-store")));
        assert!(!found(Use::new("wharf-gateway", "tokio")));
    }

    #[test]
    fn tests_may_use_the_emulator_where_the_code_may_not() {
        for by in ["wharf-client", "wharf", "wharf-gateway"] {
            assert!(found(Use::new(by, "wharf-emulator")), "{by}");
            assert!(!found(Use { in_tests: true, ..Use::new(by, "wharf-emulator") }), "{by}");
        }
        assert!(found(Use { in_tests: true, ..Use::new("wharf-store", "wharf-emulator") }));
    }

    #[test]
    fn a_crate_that_is_not_drawn_is_found() {
        let stranger = Crate {
            name: "wharf-utils".into(),
            folder: "crates/wharf-utils".into(),
            head: String::new(),
        };
        assert_eq!(check(&Declared { crates: vec![stranger], uses: Vec::new() }).len(), 1);
    }

    #[test]
    fn the_drawing_has_no_circle() {
        // A room may only use rooms drawn before it.
        for (index, drawn) in ROOMS.iter().enumerate() {
            for below in drawn.below {
                let at = ROOMS.iter().position(|room| room.name == *below);
                assert!(at.is_some_and(|at| at < index), "{} -> {below}", drawn.name);
            }
            assert!(drawn.in_tests.iter().all(|name| room(name).is_some()));
        }
    }
}
