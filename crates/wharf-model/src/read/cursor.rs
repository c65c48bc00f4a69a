//! Walking through JSON once, level by level: what stands at a place is read as a type, passed over, or entered.

use std::borrow::Cow;

use serde::de::{Deserialize, DeserializeOwned, IgnoredAny};

use super::tolerant_at;

/// It is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// A place in JSON.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte that the next value begins with; zero at the end.
    pub(crate) fn peek(&mut self) -> u8 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        let blank = blank.count();
        self.at += blank;
        rest.get(blank).copied().unwrap_or_default()
    }

    /// Passes over the byte, if it is the next one.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        if self.take(byte) { Ok(()) } else { Err(Broken) }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Reads the value as a `T`, and gives its JSON besides. When it is no `T`, nothing is passed over.
    pub(crate) fn read<T: Deserialize<'a>>(&mut self) -> Option<(T, &'a str)> {
        self.peek();
        let start = self.at;
        let mut values = serde_json::Deserializer::from_str(self.rest()).into_iter();
        let value = values.next()?.ok()?;
        self.at = start + values.byte_offset();
        Some((value, self.since(start)))
    }

    /// Reads the value of a member as far as it can be read; what was mended gets a note.
    pub(crate) fn member<T: DeserializeOwned>(
        &mut self,
        name: &str,
        notes: &mut Vec<String>,
    ) -> Result<Option<T>, Broken> {
        if let Some((value, _)) = self.read::<Option<T>>() {
            return Ok(value);
        }
        Ok(tolerant_at(name, self.raw()?, notes))
    }

    /// Passes over a value, and gives its JSON.
    pub(crate) fn raw(&mut self) -> Result<&'a str, Broken> {
        self.read::<IgnoredAny>().map(|(_, json)| json).ok_or(Broken)
    }

    /// Enters an object: `each` gets every name, and must pass over the value. Gives the object's JSON.
    pub(crate) fn object(
        &mut self,
        mut each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Broken>,
    ) -> Result<&'a str, Broken> {
        self.expect(b'{')?;
        let start = self.at - 1;
        if !self.take(b'}') {
            loop {
                let name = self.name()?;
                self.expect(b':')?;
                each(self, name)?;
                if !self.take(b',') {
                    break;
                }
            }
            self.expect(b'}')?;
        }
        Ok(self.since(start))
    }

    /// Enters an array: `each` must pass over one element. Gives the array's JSON.
    pub(crate) fn array(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<(), Broken>,
    ) -> Result<&'a str, Broken> {
        self.expect(b'[')?;
        let start = self.at - 1;
        if !self.take(b']') {
            loop {
                each(self)?;
                if !self.take(b',') {
                    break;
                }
            }
            self.expect(b']')?;
        }
        Ok(self.since(start))
    }

    /// That nothing follows.
    pub(crate) fn end(mut self) -> Result<(), Broken> {
        self.peek();
        if self.rest().is_empty() { Ok(()) } else { Err(Broken) }
    }

    /// A name. Half a surrogate pair in it becomes U+FFFD.
    fn name(&mut self) -> Result<Cow<'a, str>, Broken> {
        self.expect(b'"')?;
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let plain = rest.iter().take_while(|&&byte| byte != b'"' && byte != b'\\' && byte >= 0x20);
        let plain = plain.count();
        if rest.get(plain) == Some(&b'"') {
            self.at = start + plain + 1;
            return Ok(Cow::Borrowed(self.text.get(start..start + plain).unwrap_or_default()));
        }
        self.at = start - 1;
        let json = self.raw()?;
        super::tolerant(json).map(|(name, _)| Cow::Owned(name)).map_err(|_| Broken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Enters everything that can be entered.
    fn walk(cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        match cursor.peek() {
            b'{' => cursor.object(|cursor, _| walk(cursor)).map(drop),
            b'[' => cursor.array(walk).map(drop),
            _ => cursor.raw().map(drop),
        }
    }

    fn is_json(text: &str) -> bool {
        let mut cursor = Cursor::new(text);
        walk(&mut cursor).and_then(|()| cursor.end()).is_ok()
    }

    proptest! {
        #[test]
        fn what_can_be_walked_through_is_json(text in r#"([\[\]{}:, ]|"a"|"\\n"|"\\ud83d"|1|-0\.5e3|null|tru)*"#) {
            prop_assert_eq!(is_json(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok());
        }
    }

    #[test]
    fn a_value_that_is_no_such_thing_stays_where_it_is() {
        let mut cursor = Cursor::new(r#"  {"n": "x", "e\u0041": [1 , 2]} "#);
        let json = cursor.object(|cursor, name| match &*name {
            "n" => {
                assert!(cursor.read::<u8>().is_none());
                assert_eq!(cursor.read::<String>().unwrap(), ("x".to_owned(), "\"x\""));
                Ok(())
            }
            name => {
                assert_eq!(name, "eA");
                assert_eq!(cursor.array(|cursor| cursor.raw().map(drop))?, "[1 , 2]");
                Ok(())
            }
        });
        assert_eq!(json, Ok(r#"{"n": "x", "e\u0041": [1 , 2]}"#));
        assert_eq!(cursor.end(), Ok(()));
    }
}
