//! The platform's own examples: every request and answer in its API description is read, and written back equal.
//!
//! The file is no part of this project. It is looked for beside the workspace; where it is not, the test says so.
//!
//! *Equal* means the same JSON, whatever the order of its names. A `null` is the same as nothing: the platform writes
//! either, and says the same. Everything else that comes back different is an exception with a reason.

mod exceptions;
mod file;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wharf_model::error::ErrorBody;

use self::{
    exceptions::{EXAMPLES, OPERATIONS},
    file::{Example, Operation, Part},
};
use crate::operations::{self, Case};

const SKIPPED: &str = "skipped: the platform's API description is not beside the workspace";

/// Operations in the file.
const OPERATIONS_IN_ALL: usize = 113;
/// Examples of requests and answers in the file, those of webhooks aside.
const EXAMPLES_IN_ALL: usize = 931;

#[test]
fn every_operation_of_the_platform_is_one_of_ours() {
    let Some(operations) = file::operations() else {
        println!("{SKIPPED}");
        return;
    };
    assert_eq!(operations.len(), OPERATIONS_IN_ALL);
    let cases = operations::all();
    let mut wrong = Vec::new();
    for operation in &operations {
        let claims = claims(&cases, operation).filter(|case| !case.variant).count();
        let expected = usize::from(!OPERATIONS.iter().any(|(name, _)| *name == operation.name()));
        if claims != expected {
            wrong.push(format!("{}: claimed {claims} times, not {expected}", operation.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let known: BTreeSet<_> =
        operations.iter().map(|operation| (&operation.method, &operation.path)).collect();
    let newer = cases.iter().filter(|case| !known.contains(&(&case.method, &case.path))).count();
    println!("{} operations of ours, {newer} of them on paths that the file lacks", cases.len());
}

#[test]
fn every_example_of_the_platform_is_read_and_written_back_equal() {
    let Some(operations) = file::operations() else {
        println!("{SKIPPED}");
        return;
    };
    let cases = operations::all();
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for operation in operations.iter().filter(|operation| !operation.is_webhook()) {
        let cases: Vec<_> = claims(&cases, operation).collect();
        for example in &operation.examples {
            let name = format!("{} {}", operation.name(), example.name());
            let problem = problem(&cases, example);
            let exception = EXAMPLES.iter().find(|(excepted, _)| name.starts_with(excepted));
            let outcome = match (problem, exception) {
                (None, None) => "equal",
                (Some(_), Some((excepted, why))) => {
                    used.insert(*excepted);
                    println!("excepted: {name}: {why}");
                    "excepted"
                }
                (Some(problem), None) => {
                    wrong.push(format!("{name}: {problem}"));
                    "wrong"
                }
                (None, Some(_)) => {
                    wrong.push(format!("{name}: is excepted, but it is equal"));
                    "wrong"
                }
            };
            *counts.entry(outcome).or_default() += 1;
            *counts.entry(example.part.word()).or_default() += 1;
        }
    }
    println!("{counts:?}");
    for (excepted, _) in EXAMPLES {
        if !used.contains(excepted) {
            wrong.push(format!("{excepted}: is excepted, but there is no such example"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    let all = counts["equal"] + counts["excepted"];
    assert_eq!(all, EXAMPLES_IN_ALL);
}

fn claims<'c>(cases: &'c [Case], operation: &'c Operation) -> impl Iterator<Item = &'c Case> {
    cases.iter().filter(|case| case.method == operation.method && case.path == operation.path)
}

/// Why an example is not read and written back equal by any of these.
fn problem(cases: &[&Case], example: &Example) -> Option<String> {
    let mut problems = Vec::new();
    let readers: Vec<operations::Reread> = match example.part {
        Part::Request => cases.iter().filter_map(|case| case.body).collect(),
        Part::Answer => cases.iter().map(|case| case.response).collect(),
        Part::Error => vec![error],
    };
    for read in readers {
        let written = match read(&example.value) {
            Ok(written) => written,
            Err(error) => {
                problems.push(error);
                continue;
            }
        };
        let (given, written) = (without_nulls(&example.value), without_nulls(&written));
        if given == written {
            return None;
        }
        problems.push(format!("given {given}, written {written}"));
    }
    Some(if problems.is_empty() { "nobody reads it".to_owned() } else { problems.join("; ") })
}

fn error(value: &Value) -> Result<Value, String> {
    let read: ErrorBody =
        serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())?;
    serde_json::to_value(&read).map_err(|error| error.to_string())
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, member)| !member.is_null())
            .map(|(name, member)| (name.clone(), without_nulls(member)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}
