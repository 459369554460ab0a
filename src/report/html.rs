//! A document as a page of its own: no scripts, nothing that is fetched.

use std::io::{self, Write};

use super::doc::Document;
use crate::texts::Lang;

/// Writes a document.
///
/// # Errors
/// When the writer fails.
pub fn write(_: &Document, _: Lang, _: &mut dyn Write) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "html"))
}
