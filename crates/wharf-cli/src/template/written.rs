//! Definitions that someone wrote: read from a file, and held against the documented limits.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wharf::message::Violation;
use wharf_model::template::Definition;

use crate::{exit::Failure, input, print::Printer};

/// A JSON file, as it was written.
pub(super) struct Written {
    /// What the file is called.
    name: String,
    pub(super) value: Value,
}

impl Written {
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let name = if path == Path::new("-") { PathBuf::from("stdin") } else { path.to_owned() };
        let name = name.display().to_string();
        let bytes = input::bytes(path).map_err(|failure| Failure::usage(failure.what))?;
        let value: Value = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::usage(format!("{name}: is no JSON: {error}")))?;
        if !value.is_object() {
            return Err(Failure::usage(format!("{name}: a JSON object is expected")));
        }
        Ok(Self { name, value })
    }

    /// The same as the type that is sent.
    pub(super) fn to<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        self.to_of(self.value.clone())
    }

    /// A value that was made of this file.
    pub(super) fn to_of<T: DeserializeOwned>(&self, value: Value) -> Result<T, Failure> {
        serde_json::from_value(value)
            .map_err(|error| Failure::usage(format!("{}: {error}", self.name)))
    }

    /// Fields that are not sent, for nothing here knows them.
    pub(super) fn warn_of_strangers<T: serde::Serialize>(&self, sent: &T, printer: &Printer) {
        let sent = serde_json::to_value(sent).unwrap_or_default();
        let fields = self.value.as_object().into_iter().flatten();
        for (field, _) in
            fields.filter(|(field, value)| sent.get(field).is_none() && !value.is_null())
        {
            printer.warning(format!(
                "{}: {field}: is no field that can be sent here; it is left out",
                self.name
            ));
        }
    }

    /// Says what the platform would refuse, all at once; warns of what is doubtful.
    pub(super) fn check(&self, definition: &Definition, printer: &Printer) -> Result<(), Failure> {
        self.tell(definition.check(), printer)
    }

    /// The same for what was found before.
    pub(super) fn tell(&self, found: Vec<Violation>, printer: &Printer) -> Result<(), Failure> {
        let (broken, doubtful): (Vec<_>, Vec<_>) = found.into_iter().partition(Violation::is_error);
        for violation in doubtful {
            printer.warning(format!("{}: {violation}", self.name));
        }
        if broken.is_empty() {
            return Ok(());
        }
        let lines: Vec<_> =
            broken.iter().map(|violation| format!("{}: {violation}", self.name)).collect();
        let what = format!("{}\nnothing was sent: the platform would refuse it", lines.join("\n"));
        let violations = broken.iter().map(as_json).collect();
        Err(Failure::usage(what).with("violations", violations))
    }
}

fn as_json(violation: &Violation) -> Value {
    json!({
        "path": violation.path, "rule": violation.rule.as_str(), "what": violation.what,
        "limit": violation.limit, "given": violation.given, "code": violation.code,
    })
}
