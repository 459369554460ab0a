//! The answers as documents.

use super::answer::{Compare, List, Matrix, Search, Show, Similar, Topic, Topics};
use super::doc::Document;
use crate::texts::Lang;

/// `list`.
pub fn list(_: &List<'_>, _: Lang) -> Document {
    Document::default()
}

/// `show`.
pub fn show(_: &Show<'_>, _: Lang) -> Document {
    Document::default()
}

/// `matrix`.
pub fn matrix(_: &Matrix<'_>, _: Lang) -> Document {
    Document::default()
}

/// `compare`.
pub fn compare(_: &Compare<'_>, _: Lang) -> Document {
    Document::default()
}

/// `search`.
pub fn search(_: &Search<'_>, _: Lang) -> Document {
    Document::default()
}

/// `topics`.
pub fn topics(_: &Topics<'_>, _: Lang) -> Document {
    Document::default()
}

/// `topics TOPIC`.
pub fn topic(_: &Topic<'_>, _: Lang) -> Document {
    Document::default()
}

/// `similar`.
pub fn similar(_: &Similar<'_>, _: Lang) -> Document {
    Document::default()
}
