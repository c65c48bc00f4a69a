//! Every operation: its exact path, its body, its answer.

mod account;
mod analytics;
mod analytics_of_account;
mod business;
mod call;
mod flow;
mod group;
mod media;
mod messages;
mod number;
mod number_2;
mod solution;
mod templates;

use std::collections::BTreeSet;

use http::Method;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use wharf_model::{
    endpoint::{Endpoint, NoBody},
    id::Id,
    page::PageQuery,
};

/// Reads JSON as a type, and writes what was read.
pub(crate) type Reread = fn(&Value) -> Result<Value, String>;

/// An operation that was found as it should be.
pub(crate) struct Case {
    /// The type of the endpoint, without its module.
    pub(crate) name: &'static str,
    /// The HTTP method.
    pub(crate) method: Method,
    /// The path without its query; where the platform's file has `{Name}`, it has `Name`.
    pub(crate) path: String,
    /// Whether another endpoint stands for this operation.
    pub(crate) variant: bool,
    /// Reads its body; absent if it has none.
    pub(crate) body: Option<Reread>,
    /// Reads its answer.
    pub(crate) response: Reread,
}

/// All operations.
pub(crate) fn all() -> Vec<Case> {
    [
        account::cases(),
        analytics::cases(),
        analytics_of_account::cases(),
        business::cases(),
        call::cases(),
        flow::cases(),
        group::cases(),
        media::cases(),
        messages::cases(),
        number::cases(),
        number_2::cases(),
        solution::cases(),
        templates::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Checks `endpoint`: it has this path, carries exactly `body` (empty: none), and both its body and its answer are the
/// same after they were read and written.
fn case<E: Endpoint>(endpoint: &E, path: &str, body: &str, response: &str) -> Case {
    let name = short::<E>();
    assert_eq!(endpoint.path(), path, "{name}");
    let none = short::<E::Body>() == short::<NoBody>();
    assert_eq!(body.is_empty(), none, "{name}: a body, or none");
    let given = endpoint.body().map(|given| serde_json::to_value(given).unwrap());
    if none {
        assert_eq!(given, None, "{name}");
    } else {
        let body: Value = serde_json::from_str(body).unwrap();
        assert_eq!(given.as_ref(), Some(&body), "{name}");
        assert_eq!(reread::<E::Body>(&body).as_ref(), Ok(&body), "{name}");
    }
    let response: Value = serde_json::from_str(response).unwrap();
    assert_eq!(reread::<E::Response>(&response).as_ref(), Ok(&response), "{name}");
    Case {
        name,
        method: E::METHOD,
        path: path.split('?').next().unwrap_or_default().to_owned(),
        variant: false,
        body: (!none).then_some(reread::<E::Body>),
        response: reread::<E::Response>,
    }
}

/// The same for an endpoint that shares its operation with another one, which stands for it.
fn variant<E: Endpoint>(endpoint: &E, path: &str, body: &str, response: &str) -> Case {
    Case { variant: true, ..case(endpoint, path, body, response) }
}

fn reread<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value, String> {
    // Through text, as it is read in earnest.
    let read: T = serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())?;
    serde_json::to_value(&read).map_err(|error| error.to_string())
}

fn short<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).unwrap()
}

fn from<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

fn page() -> PageQuery {
    PageQuery::new().fields(["id", "name{id}"]).limit(5).after("A=").before("B")
}

#[test]
fn every_operation_has_its_path_its_body_and_its_answer() {
    let cases = all();
    let names: BTreeSet<_> = cases.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), cases.len(), "an operation is there twice");
    println!("{} operations", cases.len());
}

#[test]
fn an_answer_is_an_object_with_all_or_nothing() {
    for case in all() {
        // What the platform does not tell is absent, unless nothing could be done without it.
        match (case.response)(&serde_json::json!({})) {
            Ok(written) => assert!(written.is_object(), "{}", case.name),
            Err(error) => assert!(error.contains("missing field"), "{}: {error}", case.name),
        }
    }
}
