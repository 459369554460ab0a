//! The one table of signs, with an ASCII set for terminals and locales without UTF-8. No emoji, no variation
//! selectors, nothing that some terminal draws two cells wide.

/// The signs that the screen draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected item.
    pub marker: &'static str,
    /// Between panes.
    pub rule: &'static str,
    /// Between words of second rank.
    pub dot: &'static str,
    /// An ellipsis.
    pub more: &'static str,
    /// A cell: yes.
    pub yes: &'static str,
    /// A cell: no.
    pub no: &'static str,
    /// A cell: unknown.
    pub unknown: &'static str,
    /// After an own mark.
    pub own: &'static str,
    /// From one value to another.
    pub arrow: &'static str,
    /// What a bar is made of.
    pub bar: &'static str,
    /// There is more above.
    pub up: &'static str,
    /// There is more below.
    pub down: &'static str,
    /// Whether letters outside ASCII may be drawn.
    pub ascii: bool,
}

/// Signs for UTF-8.
pub const UNICODE: Glyphs = Glyphs {
    marker: "▸",
    rule: "│",
    dot: "·",
    more: "…",
    yes: "V",
    no: "·",
    unknown: "?",
    own: "°",
    arrow: "→",
    bar: "━",
    up: "↑",
    down: "↓",
    ascii: false,
};

/// Signs for ASCII.
pub const ASCII: Glyphs = Glyphs {
    marker: ">",
    rule: "|",
    dot: "-",
    more: "...",
    yes: "V",
    no: ".",
    unknown: "?",
    own: "*",
    arrow: "->",
    bar: "=",
    up: "^",
    down: "v",
    ascii: true,
};

impl Glyphs {
    /// The signs for a locale (`LC_ALL`, else `LC_CTYPE`, else `LANG`).
    pub fn of_locale(locale: &str) -> Glyphs {
        let locale = locale.to_ascii_lowercase();
        if locale.contains("utf-8") || locale.contains("utf8") { UNICODE } else { ASCII }
    }
}
