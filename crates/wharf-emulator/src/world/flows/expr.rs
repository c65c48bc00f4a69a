//! Expressions of flows: `${data.name}`, `` `'Hi ' ${data.name}` ``, `${form.age} >= 18 && !${form.no}`
//! (Flow JSON, "Dynamic properties", "Nested expressions").

use serde_json::Value;

/// How deep brackets may be nested.
const DEPTH_MOST: usize = 32;

/// Gives the value that a reference such as `data.name` stands for.
pub(super) trait Scope {
    /// The value; null when there is none.
    fn of(&self, reference: &str) -> Value;
}

/// A value with its references replaced, wherever they stand in it.
pub(super) fn resolve(value: &Value, scope: &dyn Scope) -> Value {
    match value {
        Value::String(text) => resolve_text(text, scope),
        Value::Array(items) => items.iter().map(|item| resolve(item, scope)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), resolve(value, scope)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

fn resolve_text(text: &str, scope: &dyn Scope) -> Value {
    let bare = text.trim();
    if let Some(inner) = bare.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
        return Parser::new(inner, scope).whole().unwrap_or_else(|| text.into());
    }
    let alone = bare.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    match alone {
        Some(reference) if !reference.contains(['$', '{', '}']) => scope.of(reference.trim()),
        _ => text.into(),
    }
}

/// What a condition says of now: of an expression that cannot be read, no.
pub(super) fn holds(condition: &Value, scope: &dyn Scope) -> bool {
    match condition {
        Value::String(text) => {
            let bare = text.trim().trim_matches('`');
            Parser::new(bare, scope).whole().is_some_and(|value| is_true(&value))
        }
        other => is_true(other),
    }
}

/// Every reference in a text.
pub(super) fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("${").skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.trim()))
}

/// Text as it is shown.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(on) => *on,
        Value::String(text) => !text.is_empty() && text != "false",
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

struct Parser<'a> {
    rest: &'a str,
    scope: &'a dyn Scope,
    depth: usize,
}

/// From the loosest to the tightest.
const LEVELS: &[&[&str]] =
    &[&["||"], &["&&"], &["==", "!="], &[">=", "<=", ">", "<"], &["+", "-"], &["*", "/", "%"]];

impl<'a> Parser<'a> {
    fn new(text: &'a str, scope: &'a dyn Scope) -> Self {
        Self { rest: text, scope, depth: 0 }
    }

    /// The whole text: one value, or several that are put together.
    fn whole(&mut self) -> Option<Value> {
        let mut all = vec![self.level(0)?];
        while !self.rest.trim().is_empty() {
            all.push(self.level(0)?);
        }
        match all.as_slice() {
            [one] => Some(one.clone()),
            many => Some(many.iter().map(shown).collect::<String>().into()),
        }
    }

    fn eat(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn level(&mut self, level: usize) -> Option<Value> {
        let Some(words) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some(word) = words.iter().find(|word| self.eat(word)) {
            let right = self.level(level + 1)?;
            left = apply(word, &left, &right);
        }
        Some(left)
    }

    fn unary(&mut self) -> Option<Value> {
        self.depth += 1;
        if self.depth > DEPTH_MOST {
            return None;
        }
        let value = if self.eat("!") {
            Some(Value::Bool(!is_true(&self.unary()?)))
        } else if self.eat("(") {
            let value = self.level(0)?;
            self.eat(")").then_some(value)
        } else {
            self.atom()
        };
        self.depth -= 1;
        value
    }

    fn atom(&mut self) -> Option<Value> {
        if self.eat("${") {
            let (reference, rest) = self.rest.split_once('}')?;
            self.rest = rest;
            return Some(self.scope.of(reference.trim()));
        }
        if self.eat("'") {
            let (text, rest) = self.rest.split_once('\'')?;
            self.rest = rest;
            return Some(text.into());
        }
        let rest = self.rest.trim_start();
        let end = rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '.');
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        let value = match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "" => return None,
            word => serde_json::from_str::<serde_json::Number>(word).ok()?.into(),
        };
        self.rest = after;
        Some(value)
    }
}

fn apply(word: &str, left: &Value, right: &Value) -> Value {
    let numbers = || Some((number(left)?, number(right)?));
    let same = || match numbers() {
        Some((left, right)) => (left - right).abs() < f64::EPSILON,
        None => left == right || shown(left) == shown(right),
    };
    let compared = |test: fn(&f64, &f64) -> bool| {
        numbers().is_some_and(|(left, right)| test(&left, &right)).into()
    };
    let computed = |of: fn(f64, f64) -> f64| {
        let result = numbers().map(|(left, right)| of(left, right)).unwrap_or_default();
        // Whole numbers are written as such.
        let whole = format!("{result}");
        serde_json::from_str(&whole).unwrap_or(Value::Null)
    };
    match word {
        "||" => (is_true(left) || is_true(right)).into(),
        "&&" => (is_true(left) && is_true(right)).into(),
        "==" => same().into(),
        "!=" => (!same()).into(),
        ">=" => compared(f64::ge),
        "<=" => compared(f64::le),
        ">" => compared(f64::gt),
        "<" => compared(f64::lt),
        "+" => computed(|left, right| left + right),
        "-" => computed(|left, right| left - right),
        "*" => computed(|left, right| left * right),
        "/" => computed(|left, right| left / right),
        _ => computed(|left, right| left % right),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Scope, holds, references, resolve};

    struct Known;

    impl Scope for Known {
        fn of(&self, reference: &str) -> Value {
            match reference {
                "data.name" => json!("Ada"),
                "data.age" => json!(36),
                "form.days" => json!(["mon"]),
                _ => Value::Null,
            }
        }
    }

    #[test]
    fn references_keep_their_type_and_texts_are_put_together() {
        for (given, expected) in [
            (json!("${data.age}"), json!(36)),
            (json!({"a": ["${form.days}"]}), json!({"a": [["mon"]]})),
            (json!("`'Hi ' ${data.name}`"), json!("Hi Ada")),
            (json!("`${data.age} + 1`"), json!(37)),
            (json!("plain ${x"), json!("plain ${x")),
            (json!("`('`"), json!("`('`")),
        ] {
            assert_eq!(resolve(&given, &Known), expected, "{given}");
        }
        let found: Vec<_> = references("${a.b} and ${ c }").collect();
        assert_eq!(found, ["a.b", "c"]);
    }

    #[test]
    fn conditions_are_weighed() {
        for (condition, expected) in [
            ("${data.name} == 'Ada'", true),
            ("(${data.age} >= 18) && !${form.none}", true),
            ("${data.age} < 18 || ${form.none}", false),
            ("${form.days}", true),
            ("nonsense(", false),
            ("((((((((((((((((((((((((((((((((((((((((1", false),
        ] {
            assert_eq!(holds(&json!(condition), &Known), expected, "{condition}");
        }
    }
}
