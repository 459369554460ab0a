//! A document as Markdown: CommonMark with the tables of GitHub.

use std::io::{self, Write};

use super::doc::Document;

/// Writes a document.
///
/// # Errors
/// When the writer fails.
pub fn write(_: &Document, _: &mut dyn Write) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "md"))
}
