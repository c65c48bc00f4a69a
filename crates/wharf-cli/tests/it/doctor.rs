//! `wharf doctor`: each bad state is seen for what it is.

mod emulated;
mod faked;
mod settings;
mod webhook;

use std::process::Command;

use serde_json::{Value, json};

use crate::{
    fake::{Asked, Fake, Reply, status},
    http,
    program::{Running, run, wharf},
};

pub(crate) const SECRET: &str = "wharf-dev-secret";
const NUMBER: &str = "100000000000001";
const ACCOUNT: &str = "200000000000001";
const APP: &str = "400000000000001";

/// What one run found.
struct Found {
    findings: Vec<Value>,
    code: i32,
}

impl Found {
    /// Runs it with `--json`. Whatever it prints, it shows no secret.
    fn by(command: &mut Command, args: &[&str]) -> Self {
        let (stdout, stderr, code) = run(command.arg("--json").arg("doctor").args(args));
        let printed = format!("{stdout}{stderr}");
        for (name, value) in command.get_envs() {
            let name = name.to_string_lossy();
            let secret = ["TOKEN", "SECRET", "RECIPIENT"].iter().any(|word| name.contains(word));
            let value = value.unwrap_or_default().to_string_lossy();
            // The tokens of `wharf dev` are part of its words.
            let shown = value.len() > 9 && printed.contains(&*value);
            assert!(!(secret && shown), "{name} is shown: {printed}");
        }
        let findings: Vec<Value> = serde_json::from_str(&stdout).unwrap();
        let danger = findings.iter().any(|finding| finding["level"] == "danger");
        assert_eq!(code, i32::from(danger), "{printed}");
        Self { findings, code }
    }

    /// That a check found this, at this level, with a way to mend it.
    fn assert(&self, check: &str, level: &str, says: &str) {
        let found = self.findings.iter().find(|finding| {
            finding["check"] == check
                && finding["level"] == level
                && finding["what"].as_str().unwrap().contains(says)
        });
        assert!(found.is_some(), "no {level} of {check} says {says:?}: {:#?}", self.findings);
        if level == "danger" || level == "warning" {
            assert_ne!(found.unwrap()["fix"], "", "{found:?}");
        }
    }

    /// That nothing is worse than a note, but for the PIN that the emulator's number begins without.
    fn assert_healthy(&self) {
        let bad: Vec<_> = self
            .findings
            .iter()
            .filter(|finding| finding["level"] == "danger" || finding["level"] == "warning")
            .filter(|finding| finding["check"] != "pin")
            .collect();
        assert!(bad.is_empty(), "{bad:#?}");
        assert_eq!(self.code, 0);
    }
}

/// An emulator, an app with a webhook as it should be, and the environment of both.
struct Stage {
    emulator: Running,
    app: Fake,
}

/// A webhook as it should be.
fn good_webhook(asked: &Asked) -> Reply {
    if asked.method == "GET" {
        let query = asked.path.split_once('?').map(|(_, query)| query).unwrap_or_default();
        let of = |name: &str| {
            query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        return match (of("hub.verify_token"), of("hub.challenge")) {
            (Some("wharf-dev-verify"), Some(challenge)) => (200, Vec::new(), challenge.into()),
            _ => status(403),
        };
    }
    let secret = wharf::AppSecret::new(SECRET).unwrap();
    match secret.verify(asked.header("x-hub-signature-256"), &asked.body) {
        Ok(()) => status(200),
        Err(_) => status(401),
    }
}

impl Stage {
    fn set() -> Self {
        let app = Fake::start(good_webhook);
        let url = format!("{}/webhook", app.url);
        let emulator =
            Running::start(wharf().args(["--json", "emulator", "--port", "0", "--webhook", &url]));
        Self { emulator, app }
    }

    fn url(&self) -> &str {
        self.emulator.url("emulator")
    }

    /// The program in the environment of this stage.
    fn wharf(&self) -> Command {
        let mut command = wharf();
        command.envs(environment(self.url()));
        command
    }

    /// What the doctor asked the app, and not the emulator.
    fn asked(&self) -> Vec<Asked> {
        const EMPTY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;
        let all = self.app.seen().into_iter();
        all.filter(|asked| asked.path.contains("wharf-doctor-") || asked.body == EMPTY).collect()
    }

    fn doctor(&self) -> Found {
        Found::by(&mut self.wharf(), &[])
    }

    /// Changes the world by the platform's API.
    fn graph(&self, method: &str, path: &str, token: &str, body: &Value) {
        self.ask(method, &format!("/v25.0/{path}"), token, body);
    }

    /// Changes the world by the control API.
    fn control(&self, path: &str, body: &Value) {
        self.ask("PUT", &format!("/_control/{path}"), "", body);
    }

    fn ask(&self, method: &str, path: &str, token: &str, body: &Value) {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
        let url = format!("{}{path}", self.url());
        let body = body.to_string();
        let (status, _, answer) = http::request(method, &url, &headers, body.as_bytes()).unwrap();
        assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&answer));
    }
}

fn environment(base: &str) -> [(&'static str, &str); 6] {
    [
        ("WHATSAPP_GRAPH_URL", base),
        ("WHATSAPP_ACCESS_TOKEN", "wharf-dev"),
        ("WHATSAPP_PHONE_NUMBER_ID", NUMBER),
        ("WHATSAPP_BUSINESS_ACCOUNT_ID", ACCOUNT),
        ("WHATSAPP_APP_SECRET", SECRET),
        ("WHATSAPP_VERIFY_TOKEN", "wharf-dev-verify"),
    ]
}

fn nothing() -> Value {
    json!({})
}
