//! Text in lines by display width: wrapped, cut, padded. The commands and the screen share it.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How text is wrapped everywhere: each line filled before the next, no hyphens; a word longer than a line is broken.
pub(super) fn manner(width: usize) -> Options<'static> {
    Options::new(width.max(1))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(true)
}

/// Wraps a text to lines of at most `width` cells; a word that is longer is broken.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, manner(width)).into_iter().map(|line| line.into_owned()).collect()
}

/// Wraps a text where a width is known; else it stays whole.
pub fn wrap_to(text: &str, width: Option<usize>) -> Vec<String> {
    width.map_or_else(|| vec![text.to_string()], |width| wrap(text, width))
}

/// Cuts a text to at most `width` cells, with `more` at its end where something was cut.
pub fn cut(text: &str, width: usize, more: &str) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let room = width.saturating_sub(more.width());
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let w = UnicodeWidthChar::width(c).unwrap_or(0);
        if used + w > room {
            break;
        }
        used += w;
        out.push(c);
    }
    if more.width() <= width { out + more } else { out }
}

/// A text filled up with blanks to `width` cells.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_at_words_and_breaks_only_what_is_longer_than_a_line() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("zorgcoördinatiecentrum", 10), ["zorgcoördi", "natiecentr", "um"]);
    }

    #[test]
    fn cutting_leaves_a_sign_that_there_is_more() {
        assert_eq!(cut("Noord-Holland Noord", 8, "…"), "Noord-H…");
        assert_eq!(cut("Zeeland", 8, "…"), "Zeeland");
    }
    #[test]
    fn padding_counts_cells_and_never_cuts() {
        assert_eq!(pad("漢", 4), "漢  ");
        assert_eq!(pad("Zeeland", 3), "Zeeland");
    }
}
