//! Names that Rust takes, made of names that the platform takes.

use std::collections::BTreeSet;

/// Types that the generated code names itself, or that its reader expects to be something else.
const TYPES: [&str; 32] = [
    "Box",
    "Component",
    "Copy",
    "Clone",
    "Debug",
    "Default",
    "Document",
    "Drop",
    "Eq",
    "Err",
    "From",
    "Image",
    "Into",
    "Iterator",
    "Location",
    "None",
    "Ok",
    "Option",
    "Ord",
    "OrderParameters",
    "OrderStatusParameters",
    "Parameter",
    "PartialEq",
    "ProductSection",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Template",
    "TemplateCard",
    "Video",
];
/// Words that are no names in Rust; the platform's are in lower case.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union",
];

/// Names that are given once.
#[derive(Debug, Default)]
pub(super) struct Unique(BTreeSet<String>);

impl Unique {
    /// For types: what the generated code uses itself is taken.
    pub(super) fn types() -> Self {
        Self(TYPES.iter().map(|&name| name.to_owned()).collect())
    }

    /// A type's name; with a word or a number behind it where it is taken.
    pub(super) fn take(&mut self, name: &str) -> String {
        let worded = || format!("{name}Template");
        let found = [name.to_owned(), worded()].into_iter().find(|one| !self.0.contains(one));
        self.keep(found, |number| format!("{name}{number}"))
    }

    /// The same for a field.
    pub(super) fn take_field(&mut self, name: &str) -> String {
        let free = Some(name.to_owned()).filter(|name| !self.0.contains(name));
        self.keep(free, |number| format!("{name}_{number}"))
    }

    fn keep(&mut self, found: Option<String>, numbered: impl Fn(u32) -> String) -> String {
        let next = || (2..=u32::MAX).map(numbered).find(|one| !self.0.contains(one));
        let name = found.or_else(next).unwrap_or_default();
        self.0.insert(name.clone());
        name
    }
}

/// `order_update` as `OrderUpdate`; a name that begins with a digit has a word before it.
pub(super) fn type_name(name: &str) -> String {
    let pascal = pascal(name);
    if pascal.starts_with(|first: char| first.is_ascii_alphabetic()) {
        pascal
    } else {
        format!("Template{pascal}")
    }
}

/// `pt_BR` as `PtBr`.
pub(super) fn pascal(name: &str) -> String {
    let mut text = String::new();
    for word in words(name) {
        let mut letters = word.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text
}

/// `first__name` as `first_name`, `type` as `type_`, `1st` as `value_1st`.
pub(super) fn field_name(name: &str) -> String {
    let snake = words(name).collect::<Vec<_>>().join("_");
    if KEYWORDS.contains(&snake.as_str()) {
        return format!("{snake}_");
    }
    if snake.starts_with(|first: char| first.is_ascii_alphabetic()) {
        snake
    } else if snake.is_empty() {
        "value".to_owned()
    } else {
        format!("value_{snake}")
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> impl Iterator<Item = String> + '_ {
    let parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase)
}
