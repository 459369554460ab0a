//! Answers as CSV: one row an entry or a cell.

use std::io::{self, Write};

use super::answer::{Compare, Dialect, List, Matrix, Search, Show, Similar, Topic, Topics};
use crate::texts::Lang;

fn not_yet() -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "csv"))
}

/// `list`: a row a region or part.
///
/// # Errors
/// When the writer fails.
pub fn list(_: &List<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `show`: a row an entry.
///
/// # Errors
/// When the writer fails.
pub fn show(_: &Show<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `matrix`: a row a cell.
///
/// # Errors
/// When the writer fails.
pub fn matrix(_: &Matrix<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `compare`: a row an entry, a cell or a figure of a side.
///
/// # Errors
/// When the writer fails.
pub fn compare(_: &Compare<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `search`: a row a hit.
///
/// # Errors
/// When the writer fails.
pub fn search(_: &Search<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `topics`: a row a topic.
///
/// # Errors
/// When the writer fails.
pub fn topics(_: &Topics<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `topics TOPIC`: a row an entry that mentions it.
///
/// # Errors
/// When the writer fails.
pub fn topic(_: &Topic<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}

/// `similar`: a row a region.
///
/// # Errors
/// When the writer fails.
pub fn similar(_: &Similar<'_>, _: Lang, _: Dialect, _: &mut dyn Write) -> io::Result<()> {
    not_yet()
}
