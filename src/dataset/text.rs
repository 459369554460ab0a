//! The text type of the dataset: borrowed from the embedded JSON where it can be, owned where it must be.
//!
//! serde's `&str` refuses strings with escapes and `Vec<Cow<str>>` never borrows, so this type has a visitor of
//! its own. It is also the place where control characters stop: what the dataset holds may come from a folder
//! that someone else wrote, and an escape sequence in it must never reach a terminal.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A string of the dataset, without control characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    /// The text, with every control character replaced by a space.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if has_control(&text) {
            Text(Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()))
        } else {
            Text(text)
        }
    }

    /// The text as a plain string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a string holds a control character (C0, DEL or C1), which a terminal might act on.
pub fn has_control(text: &str) -> bool {
    text.bytes().any(|b| b < 0x20) || has_late_control(text)
}

/// Whether a string holds a control character that JSON allows without an escape: DEL or C1 (in UTF-8 the byte C2 and
/// one from 80 to 9F). Nearly all text of the dataset is asked only this, so it is done in strides.
fn has_late_control(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr(0x7f, bytes).is_some()
        || memchr::memchr_iter(0xc2, bytes).any(|at| bytes.get(at + 1).is_some_and(|b| (0x80..0xa0).contains(b)))
}

impl Deref for Text<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, v: &'de str) -> Result<Text<'de>, E> {
        // What could be borrowed had no escape, and JSON has no other way to hold a C0 character.
        sound(v, has_late_control(v)).map(|()| Text(Cow::Borrowed(v)))
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Text<'de>, E> {
        sound(v, has_control(v)).map(|()| Text(Cow::Owned(v.to_owned())))
    }

    fn visit_string<E: Error>(self, v: String) -> Result<Text<'de>, E> {
        sound(&v, has_control(&v)).map(|()| Text(Cow::Owned(v)))
    }
}

/// A string of the data files says something and holds no control character.
fn sound<E: Error>(text: &str, control: bool) -> Result<(), E> {
    if control {
        return Err(E::custom("control character"));
    }
    if text.trim_start().is_empty() {
        return Err(E::custom("empty"));
    }
    Ok(())
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_string_is_borrowed_and_one_with_escapes_is_owned() {
        let texts: Vec<Text> = serde_json::from_str(r#"["Fryslân", "zegt \"nee\""]"#).unwrap();
        assert!(matches!(texts[0].0, Cow::Borrowed(_)));
        assert!(matches!(texts[1].0, Cow::Owned(_)));
        assert_eq!(&*texts[1], "zegt \"nee\"");
    }

    #[test]
    fn control_characters_never_come_in() {
        for file in [r#""a\u001b[31mb""#, r#""a\u009bc""#, "\"a\u{7f}b\"", r#""  ""#] {
            assert!(serde_json::from_str::<Text>(file).is_err(), "{file}");
        }
        assert_eq!(&*Text::new("a\u{1b}[31mb\u{9b}c"), "a [31mb c");
    }
}
