//! JSON with places: where each value of a text stands.

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Bytes from the beginning of the file to its first one.
    pub(super) start: usize,
    /// Bytes from the beginning of the file to after its last one.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What is in a value.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Object(Vec<(String, Node)>),
    Array(Vec<Node>),
    Other,
}

impl Node {
    /// Reads a text that is known to be JSON; `base` bytes stand before it in the file.
    pub(super) fn read(text: &str, base: usize) -> Option<Self> {
        let mut reader = Reader { text: text.as_bytes(), at: 0, base };
        reader.value()
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Kind::Object(members) = &self.kind else { return None };
        members.iter().rev().find(|(key, _)| key == name).map(|(_, node)| node)
    }

    /// Where `a.b[0].c` stands, or as much of it as is there.
    pub(super) fn place(&self, path: &str) -> usize {
        let mut here = self;
        for step in path.split(['.', '[']).map(|step| step.trim_end_matches(']')) {
            let next = match &here.kind {
                Kind::Array(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
                _ => here.get(step),
            };
            let Some(next) = next else { break };
            here = next;
        }
        here.start
    }
}

struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    base: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn value(&mut self) -> Option<Node> {
        let first = self.peek()?;
        let start = self.at;
        let kind = match first {
            b'{' => Kind::Object(self.members()?),
            b'[' => Kind::Array(self.items()?),
            b'"' => {
                self.string()?;
                Kind::Other
            }
            _ => {
                let plain =
                    |byte: &u8| !matches!(byte, b',' | b']' | b'}') && !byte.is_ascii_whitespace();
                while self.text.get(self.at).is_some_and(plain) {
                    self.at += 1;
                }
                Kind::Other
            }
        };
        Some(Node { start: self.base + start, end: self.base + self.at, kind })
    }

    /// Members up to and with the closing brace.
    fn members(&mut self) -> Option<Vec<(String, Node)>> {
        let mut all = Vec::new();
        self.at += 1;
        loop {
            match self.peek()? {
                b'}' => {
                    self.at += 1;
                    return Some(all);
                }
                b'"' => {
                    let name = self.string()?;
                    self.peek().filter(|byte| *byte == b':')?;
                    self.at += 1;
                    all.push((name, self.value()?));
                }
                _ => self.at += 1,
            }
        }
    }

    fn items(&mut self) -> Option<Vec<Node>> {
        let mut all = Vec::new();
        self.at += 1;
        loop {
            match self.peek()? {
                b']' => {
                    self.at += 1;
                    return Some(all);
                }
                b',' => self.at += 1,
                _ => all.push(self.value()?),
            }
        }
    }

    /// A string; the names that are looked for have nothing escaped.
    fn string(&mut self) -> Option<String> {
        let from = self.at + 1;
        self.at = from;
        loop {
            match self.text.get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        let text = String::from_utf8_lossy(self.text.get(from..self.at)?).into_owned();
        self.at += 1;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn a_value_is_found_by_its_path_or_as_near_as_it_goes() {
        let text = r#" {"a": "\"}", "b": [1, {"c": null, "d": -2.5e3}], "e": {}}"#;
        let node = Node::read(text, 100).unwrap();
        let check = |path: &str, begins: &str| {
            let at = node.place(path) - 100;
            let found = text.get(at..).unwrap();
            assert!(found.starts_with(begins), "{path}: {found}");
        };
        check("a", r#""\"}""#);
        check("b", "[1");
        check("b[0]", "1,");
        check("b[1].c", "null");
        check("b[1].d", "-2.5e3}");
        check("b[1].x.y", r#"{"c""#);
        check("b[7]", "[1");
        check("e.x", "{}");
        assert_eq!((node.start, node.end), (101, 100 + text.len()));
    }
}
