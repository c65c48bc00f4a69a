//! Every operation that the emulator serves, called by its type: a file per family of its own list, which is
//! `GET /_control/coverage`. An operation that is served and not called here fails the test of its family.
//!
//! A new operation: call it in the file of its family with the name that the list has. A new family: a file, and a line
//! below.

mod account;
mod app;
mod flows;
mod groups;
mod local;
mod messages;
mod numbers;
mod templates;

use std::{collections::BTreeSet, sync::Mutex};

use serde_json::Value;
use wharf_client::{AccessToken, Client, Error, Upload, http::Method};
use wharf_emulator::{
    Config, Delays, Emulator,
    config::{DEV_ACCESS_TOKEN, DEV_ACCOUNT_ID, DEV_APP_ID, DEV_PHONE_NUMBER_ID},
};
use wharf_model::{
    endpoint::Endpoint,
    id::{AccountId, AppId, PhoneNumberId},
};

/// Families that have a file here.
const FAMILIES: [&str; 7] =
    ["account", "app", "flows", "groups", "messages", "numbers", "templates"];

/// Somebody with a phone.
const PERSON: &str = "15550001111";

fn number() -> PhoneNumberId {
    PhoneNumberId::new(DEV_PHONE_NUMBER_ID).unwrap()
}

fn account() -> AccountId {
    AccountId::new(DEV_ACCOUNT_ID).unwrap()
}

fn app() -> AppId {
    AppId::new(DEV_APP_ID).unwrap()
}

/// An emulator, and which of its operations were called.
struct Contract {
    emulator: Emulator,
    client: Client,
    called: Mutex<BTreeSet<String>>,
}

impl Contract {
    async fn start() -> Self {
        let mut config = Config::dev();
        config.delays = Delays::NONE;
        let emulator = Emulator::start(config).await.unwrap();
        let token = AccessToken::new(DEV_ACCESS_TOKEN).unwrap();
        let client = Client::builder(token).base_url(emulator.url()).build().unwrap();
        Self { emulator, client, called: Mutex::default() }
    }

    /// Notes that an operation is called; `operation` is its method and path in the emulator's list.
    fn note(&self, operation: &str, method: &Method, path: &str) {
        assert!(fits(operation, method, path), "{method} {path} is not {operation}");
        self.called.lock().unwrap().insert(operation.to_owned());
    }

    /// Calls an operation, and wants a success.
    async fn call<E: Endpoint>(&self, operation: &str, endpoint: &E) -> E::Response {
        self.call_by(&self.client, operation, endpoint).await
    }

    /// Calls an operation that refuses whatever it is asked.
    async fn refused<E: Endpoint>(&self, operation: &str, endpoint: &E) -> Error
    where
        E::Response: std::fmt::Debug,
    {
        self.note(operation, &E::METHOD, &endpoint.path());
        self.client.call(endpoint).await.expect_err(operation)
    }

    /// The same in another's name.
    async fn call_by<E: Endpoint>(
        &self,
        client: &Client,
        operation: &str,
        endpoint: &E,
    ) -> E::Response {
        self.note(operation, &E::METHOD, &endpoint.path());
        let answer = client.call_full(endpoint).await;
        let answer = answer.expect(operation);
        assert_eq!(answer.meta.other_version(), None, "{operation}");
        assert!(answer.meta.api_version.is_some(), "{operation}");
        answer.response
    }

    /// The same for one that carries a file.
    async fn call_with_file<E: Endpoint>(
        &self,
        operation: &str,
        endpoint: &E,
        file: Upload,
    ) -> E::Response {
        self.note(operation, &E::METHOD, &endpoint.path());
        let answer = self.client.call_with_file(endpoint, file).await;
        answer.expect(operation).response
    }

    /// The same for one that the model has no type for.
    async fn raw(&self, client: &Client, operation: &str, path: &str) -> Value {
        let method = operation.split(' ').next().unwrap().parse::<Method>().unwrap();
        self.note(operation, &method, path);
        let answer = client.raw(method, path).send().await;
        answer.expect(operation).response
    }

    /// What the emulator's own door answers.
    async fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        local::ask(self.emulator.url(), method, &format!("/_control/{path}"), body).await
    }

    /// The operations of the emulator's list.
    async fn operations(&self) -> Vec<Value> {
        let list = self.control("GET", "coverage", &Value::Null).await;
        list["data"].as_array().unwrap().clone()
    }

    /// Ends, when all that is served of this family was called, and nothing that is not.
    async fn end(self, family: &str) {
        let is_served = |row: &&Value| row["emulated"] == true && row["family"] == family;
        let name = |row: &Value| {
            format!("{} {}", row["method"].as_str().unwrap(), row["path"].as_str().unwrap())
        };
        let served: BTreeSet<_> =
            self.operations().await.iter().filter(is_served).map(name).collect();
        let called = self.called.lock().unwrap().clone();
        let missed: Vec<_> = served.difference(&called).collect();
        assert!(missed.is_empty(), "{family}: served, and not called by a test: {missed:#?}");
        let strange: Vec<_> = called.difference(&served).collect();
        assert!(strange.is_empty(), "{family}: called, and not in the list: {strange:#?}");
        self.emulator.stop().await;
    }
}

/// Whether a call of this path is this operation.
fn fits(operation: &str, method: &Method, path: &str) -> bool {
    let (wanted, pattern) = operation.split_once(' ').unwrap();
    let segments = |path: &str| -> Vec<String> {
        let path = path.split('?').next().unwrap();
        path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (pattern, given) = (segments(pattern), segments(path));
    let part = |(pattern, given): (&String, &String)| match pattern.split_once('{') {
        Some((prefix, _)) => given.starts_with(prefix),
        None => given == pattern,
    };
    wanted == method.as_str()
        && pattern.len() == given.len()
        && pattern.iter().zip(&given).all(part)
}

#[test]
fn a_call_is_the_operation_that_its_path_says() {
    for (operation, method, path, is_it) in [
        ("GET /{phone}/settings", Method::GET, "1/settings", true),
        ("GET /{phone}/settings", Method::GET, "1/settings?fields=a", true),
        ("GET /{phone}/settings", Method::POST, "1/settings", false),
        ("GET /{phone}/settings", Method::GET, "1/username", false),
        ("GET /{phone}/settings", Method::GET, "1", false),
        ("POST /upload:{session}", Method::POST, "upload:x", true),
        ("POST /upload:{session}", Method::POST, "7", false),
        ("POST /", Method::POST, "", true),
    ] {
        assert_eq!(fits(operation, &method, path), is_it, "{operation} {method} {path}");
    }
}

#[tokio::test]
async fn every_family_has_a_test() {
    let contract = Contract::start().await;
    let families: BTreeSet<_> = contract
        .operations()
        .await
        .iter()
        .filter(|row| row["emulated"] == true)
        .map(|row| row["family"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(families, FAMILIES.map(str::to_owned).into());
    contract.emulator.stop().await;
}
