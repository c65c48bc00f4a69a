//! The platform's own API description: what it asks is answered, and the answers are what it says.
//!
//! The file is no part of this project. It is looked for beside the workspace; where it is not, the test says so.

mod exceptions;
mod file;
mod restricted;
mod scene;
mod schemathesis;

use std::collections::{BTreeSet, HashMap};

use jsonschema::Validator;
use serde_json::Value;
use url::form_urlencoded;
use wharf_model::error::ErrorBody;

use self::{
    exceptions::{ANSWERS, REFUSED, STRANGERS},
    file::Operation,
    scene::{Scene, at_home, post_form, renamed},
};
use crate::http::{Answer, ask};

/// What was found wrong, and which exceptions were needed.
#[derive(Default)]
struct Findings {
    wrong: BTreeSet<String>,
    used: BTreeSet<String>,
    asked: usize,
    /// By operation and status; none where the description has no schema.
    validators: HashMap<(String, u16), Option<Validator>>,
}

#[tokio::test]
async fn what_the_description_asks_is_answered_as_it_says() {
    let Some(root) = file::read() else { return };
    let coverage = Scene::open().await.coverage().await;
    let mut findings = Findings::default();
    for operation in file::operations(&root) {
        let ours = format!("{} {}", operation.method, renamed(&operation.path));
        match coverage.iter().find(|(name, _)| *name == ours) {
            Some((_, true)) => findings.try_out(&operation).await,
            Some((_, false)) => {}
            None => findings.excuse(
                "operation",
                &operation.name(),
                STRANGERS.iter().map(|known| known.0),
            ),
        }
    }
    findings.end();
}

impl Findings {
    /// Notes a problem, unless it is one of these.
    fn excuse(&mut self, kind: &str, problem: &str, mut known: impl Iterator<Item = &'static str>) {
        if let Some(known) = known.find(|known| problem.starts_with(known)) {
            self.used.insert(format!("{kind} {known}"));
        } else {
            self.wrong.insert(format!("{kind} {problem}"));
        }
    }
}

impl Findings {
    /// Asks an operation all that the description has of it, each in a world of its own.
    async fn try_out(&mut self, operation: &Operation<'_>) {
        let name = operation.name();
        let mut asked = 0;
        for (title, kind, body) in operation.bodies() {
            self.ask(operation, &format!("{name} request {title}"), None, Some((kind, body))).await;
            asked += 1;
        }
        if asked == 0 {
            self.ask(operation, &format!("{name} bare"), None, None).await;
        }
        for (parameter, value) in operation.queries() {
            let query = Some((parameter, value));
            self.ask(operation, &format!("{name} query {parameter}"), query, None).await;
        }
    }

    async fn ask(
        &mut self,
        operation: &Operation<'_>,
        name: &str,
        query: Option<(&str, String)>,
        body: Option<(&str, &Value)>,
    ) {
        let scene = Scene::open().await;
        let mut url = form_urlencoded::Serializer::new(String::new());
        if let Some((parameter, value)) = query {
            url.append_pair(parameter, &at_home(parameter, value));
        }
        let path = match scene.path(&renamed(&operation.path)) {
            Ok(path) => format!("{path}?{}", url.finish()),
            Err(missing) => {
                self.wrong.insert(format!("{name}: the scene has no {missing}"));
                return;
            }
        };
        let answer = match body {
            Some(("multipart/form-data", body)) => post_form(&scene.emulator, &path, body).await,
            Some((_, body)) => {
                ask(&scene.emulator, &operation.method, &path, &scene.at_home(body)).await
            }
            None => ask(&scene.emulator, &operation.method, &path, &Value::Null).await,
        };
        scene.emulator.stop().await;
        self.asked += 1;
        self.judge(operation, name, &answer);
    }

    fn judge(&mut self, operation: &Operation<'_>, name: &str, answer: &Answer) {
        let json = answer.json();
        if answer.status != 200 {
            let code = json["error"]["code"].as_i64().unwrap_or_default();
            let details = json["error"]["error_data"]["details"].as_str();
            let details = details.or(json["error"]["message"].as_str()).unwrap_or_default();
            let known = REFUSED.iter().filter(|known| known.1 == code).map(|known| known.0);
            self.excuse("refused", &format!("{name}: {code}: {details}"), known);
            let not_emulated = json["error"]["type"] == "WharfNotEmulated";
            if (answer.status >= 500 || not_emulated) && !(answer.status == 501 && not_emulated)
                || serde_json::from_slice::<ErrorBody>(&answer.body).is_err()
            {
                self.wrong.insert(format!("{name}: {answer:?}"));
            }
        }
        let validator =
            self.validators.entry((operation.name(), answer.status)).or_insert_with(|| {
                let schema = operation.schema(answer.status)?;
                Some(jsonschema::draft202012::new(&schema).unwrap())
            });
        let Some(validator) = validator else { return };
        let mut problems = Vec::new();
        for error in validator.iter_errors(&json) {
            let place = error.instance_path().to_string();
            problems.push(format!("{} {} {place}: {error}", operation.name(), answer.status));
        }
        for problem in problems {
            self.excuse("answer", &problem, ANSWERS.iter().map(|known| known.0));
        }
    }

    /// Nothing was wrong, and no exception was for nothing.
    fn end(self) {
        let all = STRANGERS.iter().map(|known| format!("operation {}", known.0));
        let all = all.chain(REFUSED.iter().map(|known| format!("refused {}", known.0)));
        let all = all.chain(ANSWERS.iter().map(|known| format!("answer {}", known.0)));
        let unused: Vec<_> = all.filter(|known| !self.used.contains(known)).collect();
        let wrong: Vec<_> = self.wrong.into_iter().collect();
        assert!(self.asked > 100, "only {} requests", self.asked);
        assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
        assert!(unused.is_empty(), "excepted for nothing:\n{}", unused.join("\n"));
    }
}
