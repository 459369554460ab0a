//! A document: what Markdown and HTML have in common. An answer fills it once, and each form writes it in its own way.

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
}
