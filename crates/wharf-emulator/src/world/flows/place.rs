//! Where in a text of JSON something stands: errors of flows name lines and columns.

use std::fmt::Write as _;

/// A way into JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seg {
    /// The value of a member.
    Key(String),
    /// An item of a list.
    At(usize),
}

/// A way from the top of a flow's JSON to one of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place(Vec<Seg>);

/// Lines and columns, both from 1; the end is included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: (usize, usize),
    pub(super) end: (usize, usize),
}

impl Place {
    pub(super) fn key(&self, name: &str) -> Self {
        self.with(Seg::Key(name.to_owned()))
    }

    pub(super) fn at(&self, index: usize) -> Self {
        self.with(Seg::At(index))
    }

    fn with(&self, seg: Seg) -> Self {
        let mut all = self.0.clone();
        all.push(seg);
        Self(all)
    }

    /// `screens[0].layout.children[1]`.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for seg in &self.0 {
            match seg {
                Seg::Key(name) if text.is_empty() => text.push_str(name),
                Seg::Key(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                Seg::At(index) => {
                    // Writing to a string cannot fail.
                    let _written = write!(text, "[{index}]");
                }
            }
        }
        text
    }

    /// Where its value stands in this text, which is JSON; the whole of the nearest value around it,
    /// if it is not there.
    pub(super) fn span(&self, json: &str) -> Span {
        let mut scan = Scan { bytes: json.as_bytes(), at: 0 };
        scan.blank();
        let mut start = scan.at;
        for seg in &self.0 {
            if scan.enter(seg).is_none() {
                break;
            }
            start = scan.at;
        }
        scan.at = start;
        scan.skip();
        Span { start: line_column(json, start), end: line_column(json, scan.at.saturating_sub(1)) }
    }
}

/// Line and column of a byte, from 1; columns count characters.
fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}

/// Goes through JSON that is known to be valid; nothing is lost when it is not.
struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        self.blank();
        (self.peek()? == byte).then(|| self.at += 1)?;
        self.blank();
        Some(())
    }

    /// A string, with its quotes.
    fn string(&mut self) -> Option<&[u8]> {
        let start = self.at;
        (self.peek()? == b'"').then(|| self.at += 1)?;
        loop {
            match self.peek()? {
                b'\\' => self.at += 2,
                b'"' => break,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.bytes.get(start..self.at)
    }

    /// A whole value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            self.blank();
            match self.peek() {
                None => return,
                Some(b'"') => {
                    if self.string().is_none() {
                        return;
                    }
                }
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                }
                Some(b'}' | b']') => {
                    depth = depth.saturating_sub(1);
                    self.at += 1;
                }
                Some(b',' | b':') => self.at += 1,
                Some(_) => {
                    while self.peek().is_some_and(|byte| !b",:]}{[\" \n\r\t".contains(&byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Goes to the value of a member, or to an item.
    fn enter(&mut self, seg: &Seg) -> Option<()> {
        match seg {
            Seg::Key(wanted) => {
                self.eat(b'{')?;
                loop {
                    let key: String = serde_json::from_slice(self.string()?).ok()?;
                    self.eat(b':')?;
                    if key == *wanted {
                        return Some(());
                    }
                    self.skip();
                    self.eat(b',')?;
                }
            }
            Seg::At(index) => {
                self.eat(b'[')?;
                for _ in 0..*index {
                    self.skip();
                    self.eat(b',')?;
                }
                Some(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Span};

    #[test]
    fn a_value_is_found_by_line_and_column() {
        let json = "{\n \"a\": [1, {\"é\\\"b\": \"x,]\",\n  \"c\": {\"d\": [ ]}}],\n \"e\": true}";
        let place = Place::default().key("a").at(1);
        assert_eq!(place.key("c").text(), "a[1].c");
        let span = |place: Place| place.span(json);
        assert_eq!(span(place.key("é\"b")), Span { start: (2, 20), end: (2, 24) });
        assert_eq!(span(place.key("c").key("d")), Span { start: (3, 14), end: (3, 16) });
        assert_eq!(span(Place::default().key("e")), Span { start: (4, 7), end: (4, 10) });
        // What is not there is shown by what is around it.
        assert_eq!(span(place.key("none")), Span { start: (2, 11), end: (3, 18) });
        assert_eq!(Place::default().span("").start, (1, 1));
    }
}
