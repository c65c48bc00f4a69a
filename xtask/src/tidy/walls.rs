//! Which crate may name which of the world's crates: each wall has one door.

use super::{
    Finding,
    declared::{Declared, Use},
};

/// A crate of others that only some of ours may name.
struct Wall {
    name: &'static str,
    /// The wall is around this feature only.
    feature: Option<&'static str>,
    doors: &'static [&'static str],
    /// Tests and examples may climb over it.
    low_for_tests: bool,
}

const fn wall(name: &'static str, doors: &'static [&'static str]) -> Wall {
    Wall { name, feature: None, doors, low_for_tests: false }
}

const STORE: &[&str] = &["wharf-store"];
const CLIENT: &[&str] = &["wharf-client"];
const WEBHOOK: &[&str] = &["wharf-webhook"];
const SERVERS: &[&str] = &["wharf-emulator", "wharf-gateway", "wharf-webhook"];

const WALLS: &[Wall] = &[
    wall("rusqlite", STORE),
    wall("tokio-postgres", STORE),
    wall("hyper-rustls", CLIENT),
    Wall { feature: Some("client-legacy"), ..wall("hyper-util", CLIENT) },
    wall("hmac", WEBHOOK),
    wall("aes-gcm", WEBHOOK),
    // An app's own server stands in examples and tests.
    Wall { low_for_tests: true, ..wall("axum", SERVERS) },
];

pub(super) fn check(declared: &Declared) -> Vec<Finding> {
    let pairs = declared.uses.iter().flat_map(|line| WALLS.iter().map(move |wall| (line, wall)));
    pairs.filter(|(line, wall)| wall.stops(line)).map(|(line, wall)| wall.finding(line)).collect()
}

impl Wall {
    fn stops(&self, line: &Use) -> bool {
        let named = line.of == self.name
            && self.feature.is_none_or(|wall| line.features.iter().any(|feature| feature == wall));
        named && !self.doors.contains(&line.by.as_str()) && !(self.low_for_tests && line.in_tests)
    }

    fn finding(&self, line: &Use) -> Finding {
        let feature = self.feature.map(|feature| format!(" with `{feature}`")).unwrap_or_default();
        let what = format!("{} may not name {}{feature}", line.by, self.name);
        let advice = format!("Ask {} for what you need", self.doors.join(" or "));
        Finding::new(&line.path, line.line, what, advice)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::declared::Declared, Use, WALLS, check};

    fn found(uses: Use) -> bool {
        !check(&Declared { crates: Vec::new(), uses: vec![uses] }).is_empty()
    }

    #[test]
    fn each_wall_stops_all_but_its_doors() {
        for wall in WALLS {
            let features = wall.feature.map(str::to_owned).into_iter().collect::<Vec<_>>();
            let by = |name: &str| Use { features: features.clone(), ..Use::new(name, wall.name) };
            for name in ["wharf-model", "wharf-cli", "wharf", "xtask"] {
                assert!(found(by(name)), "{name} -> {}", wall.name);
                assert_ne!(found(Use { in_tests: true, ..by(name) }), wall.low_for_tests);
            }
            assert!(!wall.doors.iter().any(|name| found(by(name))), "{}", wall.name);
        }
    }

    #[test]
    fn the_server_side_of_hyper_util_is_free() {
        let server =
            Use { features: vec!["server".into()], ..Use::new("wharf-gateway", "hyper-util") };
        assert!(!found(server));
    }
}
