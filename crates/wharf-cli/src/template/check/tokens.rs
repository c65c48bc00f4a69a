//! The words, texts and signs of a source file, of nearly any language.

/// How comments and texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `//` and `/* */`, and a quote may begin a lifetime.
    Rust,
    /// `//` and `/* */`.
    Slashes,
    /// `#`.
    Hashes,
}

/// A token, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What<'t>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What<'t> {
    Word(&'t str),
    /// What stands between the quotes, as it stands there.
    Text(&'t str),
    Sign(char),
}

impl<'t> Token<'t> {
    pub(super) fn is(&self, sign: char) -> bool {
        self.what == What::Sign(sign)
    }

    pub(super) fn word(&self) -> Option<&'t str> {
        if let What::Word(word) = self.what { Some(word) } else { None }
    }

    pub(super) fn text(&self) -> Option<&'t str> {
        if let What::Text(text) = self.what { Some(text) } else { None }
    }

    pub(super) fn opens(&self) -> bool {
        matches!(self.what, What::Sign('(' | '[' | '{'))
    }

    pub(super) fn closes(&self) -> bool {
        matches!(self.what, What::Sign(')' | ']' | '}'))
    }
}

/// Takes a text apart. Never fails: what is no language at all is signs and words.
pub(super) fn tokens(text: &str, style: Style) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0, style };
    std::iter::from_fn(|| lexer.next()).collect()
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    style: Style,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes to after the next `end`, or to the end of the text.
    fn skip_past(&mut self, end: &str) {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |found| found + end.len());
    }

    fn next(&mut self) -> Option<Token<'t>> {
        self.skip_comments();
        let start = self.at;
        let first = self.rest().chars().next()?;
        let what = if first.is_alphanumeric() || first == '_' {
            self.word()
        } else if self.begins_text(first) {
            self.quoted(first)
        } else {
            self.at += first.len_utf8();
            What::Sign(first)
        };
        Some(Token { start, end: self.at, what })
    }

    fn skip_comments(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            let rest = self.rest();
            let slashes = self.style != Style::Hashes;
            if slashes && rest.starts_with("//") || !slashes && rest.starts_with('#') {
                self.skip_past("\n");
            } else if slashes && rest.starts_with("/*") {
                self.at += 2;
                self.skip_past("*/");
            } else {
                return;
            }
        }
    }

    fn word(&mut self) -> What<'t> {
        let rest = self.rest();
        let plain = |letter: char| letter.is_alphanumeric() || letter == '_';
        let length = rest.find(|letter| !plain(letter)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        self.at += length;
        if self.style == Style::Rust && matches!(word, "r" | "br") {
            let after = self.rest();
            let hashes = after.len() - after.trim_start_matches('#').len();
            if after.trim_start_matches('#').starts_with('"') {
                self.at += hashes + 1;
                return What::Text(self.until(&format!("\"{}", "#".repeat(hashes))));
            }
        }
        What::Word(word)
    }

    fn begins_text(&self, first: char) -> bool {
        match first {
            '"' | '`' => true,
            // A lifetime, or a letter: neither is a name.
            '\'' => self.style != Style::Rust,
            _ => false,
        }
    }

    fn quoted(&mut self, quote: char) -> What<'t> {
        let three = quote.to_string().repeat(3);
        if quote != '`' && self.rest().starts_with(&three) {
            self.at += 3;
            return What::Text(self.until(&three));
        }
        self.at += 1;
        let rest = self.rest();
        let mut escaped = false;
        for (index, letter) in rest.char_indices() {
            let ends = match letter {
                _ if escaped => {
                    escaped = false;
                    continue;
                }
                '\\' => {
                    escaped = true;
                    continue;
                }
                // An apostrophe in plain text does not end far below; in a shell, texts go over lines.
                '\n' => self.style == Style::Slashes && quote != '`',
                letter => letter == quote,
            };
            if ends {
                self.at += index + 1;
                return What::Text(rest.get(..index).unwrap_or_default());
            }
        }
        self.at = self.text.len();
        What::Text(rest)
    }

    /// What stands before `end`, and goes to after it.
    fn until(&mut self, end: &str) -> &'t str {
        let rest = self.rest();
        let length = rest.find(end).unwrap_or(rest.len());
        self.at += (length + end.len()).min(rest.len());
        rest.get(..length).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, What, tokens};

    fn check(style: Style, text: &str, texts: &[&str]) {
        let all = tokens(text, style);
        let found: Vec<_> = all.iter().filter_map(super::Token::text).collect();
        assert_eq!(found, texts, "{text}");
        for token in all {
            assert!(text.get(token.start..token.end).is_some_and(|text| !text.is_empty()));
        }
    }

    #[test]
    fn texts_are_told_from_comments_and_lifetimes() {
        check(Style::Rust, r#"f("a", 'x', &'a str) // "b""#, &["a"]);
        check(Style::Rust, r##"r#"{"a": 1}"# r"\" "c""##, &[r#"{"a": 1}"#, "\\", "c"]);
        check(Style::Slashes, "f('a', `b\nc`) /* 'd' */ \"e\\\"f\"", &["a", "b\nc", "e\\\"f"]);
        check(Style::Slashes, "<p>don't</p>\nf('a')", &["t</p>", "a"]);
        check(Style::Hashes, "f('a') # 'b'\n\"\"\"c\n'd'\"\"\"", &["a", "c\n'd'"]);
        check(Style::Hashes, "'curl -d {\"a\": 1}", &["curl -d {\"a\": 1}"]);
    }

    #[test]
    fn any_text_is_taken_apart() {
        for text in ["", "\"", "'", "`", "\"\"\"", "r#\"", "/*", "é'é", "\\", "\u{0}\u{202e}\"é\\"]
        {
            for style in [Style::Rust, Style::Slashes, Style::Hashes] {
                let all = tokens(text, style);
                let signs = all.iter().filter(|token| matches!(token.what, What::Sign(_)));
                assert!(signs.count() <= text.len());
            }
        }
    }
}
