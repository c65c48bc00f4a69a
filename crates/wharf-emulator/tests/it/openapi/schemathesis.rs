//! schemathesis makes up requests that fit the description, and others that do not.

use std::{collections::BTreeSet, env, ffi::OsStr, fs, path::Path, process::Command};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use tokio::task::spawn_blocking;

use super::{
    exceptions::{MADE_UP, SELDOM},
    file,
    restricted::restricted,
    scene::Scene,
};
use crate::peers::program::Runner;

/// Requests of each operation that are made up by chance, where nobody asks for more.
const EXAMPLES: &str = "5";

/// What schemathesis looks at.
const CHECKS: &str = "not_a_server_error,content_type_conformance,response_schema_conformance";

/// `WHARF_TEST_EXAMPLES` asks for another number of requests by chance, when one has the time.
#[tokio::test(flavor = "multi_thread")]
async fn schemathesis_finds_nothing_but_what_is_known() {
    let Some(root) = file::read() else { return };
    let Some(Runner::Python(python)) = Runner::python("schemathesis") else { return };
    let scene = Scene::open().await;
    let description = restricted(&root, &scene.coverage().await, &scene).to_string();
    let url = scene.emulator.url().to_owned();
    let report = spawn_blocking(move || run(&python, &url, &description)).await.unwrap();
    scene.emulator.stop().await;

    let (mut asked, mut wrong, mut used) = (0, BTreeSet::new(), BTreeSet::new());
    for event in &report {
        let recorder = &event["ScenarioFinished"]["recorder"];
        asked += recorder["interactions"].as_object().map_or(0, serde_json::Map::len);
        for (case, checks) in recorder["checks"].as_object().into_iter().flatten() {
            for check in
                checks.as_array().unwrap().iter().filter(|check| check["status"] == "failure")
            {
                for problem in
                    problems(&check["failure_info"]["failure"], &recorder["interactions"][case])
                {
                    match MADE_UP.iter().chain(SELDOM).find(|known| problem.starts_with(known.0)) {
                        Some(known) => used.insert(known.0.to_owned()),
                        None => wrong.insert(problem),
                    };
                }
            }
        }
    }
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    let unused: Vec<_> =
        MADE_UP.iter().map(|known| known.0).filter(|known| !used.contains(*known)).collect();
    assert!(unused.is_empty(), "excepted for nothing:\n{}", unused.join("\n"));
    assert!(asked > 1_000, "only {asked} requests");
}

/// Runs it; gives the events of its report.
fn run(python: &OsStr, url: &str, description: &str) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    fs::write(place("description.json"), description).unwrap();
    // What is not emulated is left out of the description, and is not asked for by another method either.
    fs::write(place("schemathesis.toml"), "[phases.coverage]\nunexpected-methods = []\n").unwrap();
    let examples = env::var("WHARF_TEST_EXAMPLES").unwrap_or_else(|_| EXAMPLES.to_owned());
    let output = Command::new(python)
        .current_dir(folder.path())
        .env("NO_PROXY", "127.0.0.1")
        .args(["-m", "schemathesis.cli", "run", "description.json", "--url", url])
        .args(["--header", "Authorization: Bearer wharf-dev", "--checks", CHECKS])
        .args(["--phases", "examples,coverage,fuzzing", "--max-examples", &examples])
        .args(["--seed", "1", "--generation-database", "none", "--continue-on-failure"])
        .args([
            "--report",
            "ndjson",
            "--report-ndjson-path",
            "report",
            "--warnings",
            "off",
            "--no-color",
        ])
        .output()
        .unwrap();
    // 1: something was found, which is looked at here.
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    events(&place("report"))
}

fn events(report: &Path) -> Vec<Value> {
    let text = fs::read_to_string(report).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a failed check says is wrong: the operation, and what.
fn problems(failure: &Value, interaction: &Value) -> Vec<String> {
    let operation = failure["operation"].as_str().unwrap().replace("/{Version}", "");
    let message = failure["message"].as_str().unwrap();
    if failure["type"] != "JsonSchemaError" {
        let answer = &interaction["response"];
        let content = answer["content"]["$base64"].as_str().unwrap_or_default();
        let content = String::from_utf8_lossy(&STANDARD.decode(content).unwrap()).into_owned();
        let request = &interaction["request"];
        let kind = failure["title"].as_str().unwrap_or_default();
        return vec![format!(
            "{operation} {}: {content} {kind} {message} {request}",
            answer["status_code"]
        )];
    }
    // Before each schema that does not fit stands why.
    let mut parts: Vec<_> = message.split("\n\nValidated against").collect();
    parts.pop();
    let why = parts.iter().map(|part| part.rsplit("\n\n").next().unwrap_or_default().trim());
    let status = &interaction["response"]["status_code"];
    why.map(|why| format!("{operation} {status}: {why}")).collect()
}
