//! Variables in texts: `{{1}}` or `{{first_name}}`.

use crate::message::Parameter;

/// A variable in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Variable {
    /// By its place, from 1: `{{1}}`.
    Place(usize),
    /// By its name: `{{first_name}}`; letters `a-z`, digits and `_`.
    Name(String),
    /// What is neither, such as `{{First name}}`.
    Malformed(String),
}

/// A variable and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) variable: Variable,
    /// Bytes from the beginning of the text to the first brace.
    pub(super) start: usize,
    /// Bytes from the beginning of the text to after the last brace.
    pub(super) end: usize,
}

/// The variables of a text, in the order they stand, each time they stand there.
///
/// ```
/// use wharf_model::template::{Variable, variables};
///
/// assert_eq!(variables("Hi {{1}}!"), [Variable::Place(1)]);
/// assert_eq!(variables("Hi {{first_name}}!"), [Variable::Name("first_name".to_owned())]);
/// ```
pub fn variables(text: &str) -> Vec<Variable> {
    found(text).into_iter().map(|found| found.variable).collect()
}

pub(super) fn found(text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find("{{")) {
        let start = from + open;
        let Some(length) = text.get(start + 2..).and_then(|rest| rest.find("}}")) else { break };
        let end = start + 2 + length + 2;
        let inner = text.get(start + 2..end - 2).unwrap_or_default();
        all.push(Found { variable: parse(inner.trim()), start, end });
        from = end;
    }
    all
}

fn parse(inner: &str) -> Variable {
    let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    if let Ok(place) = inner.parse() {
        Variable::Place(place)
    } else if !inner.is_empty() && inner.chars().all(plain) {
        Variable::Name(inner.to_owned())
    } else {
        Variable::Malformed(inner.to_owned())
    }
}

/// The text with its variables filled in: by name where the values have names, else by place. A
/// variable without a value stays as it is.
///
/// ```
/// use wharf_model::{message::Parameter, template::fill};
///
/// let values = [Parameter::text("Ana"), Parameter::currency(12_500, "USD", "$12.50")];
/// assert_eq!(fill("{{1}} pays {{2}}.", &values), "Ana pays $12.50.");
/// assert_eq!(fill("Hi {{name}}!", &[Parameter::named("name", "Ana")]), "Hi Ana!");
/// ```
pub fn fill(text: &str, values: &[Parameter]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for Found { variable, start, end } in found(text) {
        let value = match &variable {
            Variable::Place(place) => place.checked_sub(1).and_then(|index| values.get(index)),
            Variable::Name(name) => values.iter().find(|value| value.name() == Some(name)),
            Variable::Malformed(_) => None,
        };
        filled.push_str(text.get(from..start).unwrap_or_default());
        let shown = value.and_then(Parameter::shown);
        filled.push_str(shown.or_else(|| text.get(start..end)).unwrap_or_default());
        from = end;
    }
    filled.push_str(text.get(from..).unwrap_or_default());
    filled
}
