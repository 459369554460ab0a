//! Folding text for comparison: without case, accents and the differences between kinds of quotes and hyphens, so
//! that `fryslan` finds Fryslân and `coördinatie` finds Coordinatie.

use unicode_normalization::char::decompose_canonical;

/// The folded form of one character; most characters fold to exactly one.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        '‘' | '’' | '`' | '´' => return '\'',
        '“' | '”' | '„' => return '"',
        '–' | '—' | '‑' => return '-',
        '\u{a0}' => return ' ',
        _ => {}
    }
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    base.unwrap_or(c).to_lowercase().next().unwrap_or(c)
}

/// Whether a character is a combining mark that folding drops.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// The folded text. Combining marks are dropped; every other character stays one character.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Adds the folded text to another. Runs of ASCII, nearly all of a text, are taken over as a whole.
pub fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        let (run, behind) = rest.split_at(ascii_run(rest.as_bytes()));
        let from = out.len();
        out.push_str(run);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        let mut chars = behind.chars();
        let Some(c) = chars.next() else { return };
        if !is_mark(c) {
            out.push(fold_char(c));
        }
        rest = chars.as_str();
    }
}

/// How many bytes of ASCII a text begins with.
fn ascii_run(bytes: &[u8]) -> usize {
    const STRIDE: usize = 32;
    let whole = bytes.chunks(STRIDE).take_while(|chunk| chunk.is_ascii()).map(<[u8]>::len).sum::<usize>();
    let last = bytes.get(whole..).unwrap_or_default();
    whole + last.iter().position(|byte| !byte.is_ascii()).unwrap_or(last.len())
}

/// The folded text reduced to its words, parted by single spaces: `'t Gooi` and `t-gooi` become the same.
pub fn fold_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_fold_both_ways() {
        assert_eq!(fold("Fryslân"), fold("FRYSLAN"));
        assert_eq!(fold("Coördinatie"), fold("coordinatie"));
        assert_eq!(fold("re\u{301}gie"), "regie", "a combining mark is dropped");
        assert_eq!(fold("‘t Gooi"), "'t gooi");
    }

    #[test]
    fn a_long_text_folds_as_its_characters_do() {
        let text = "Coördinatie van Zorg en Welzijn in de Wijk; ‘Één’ re\u{301}gie – en nog veel méér tekst, IJssel";
        for from in (0..text.len()).filter(|i| text.is_char_boundary(*i)) {
            let rest = &text[from..];
            let one_by_one: String = rest.chars().filter(|&c| !is_mark(c)).map(fold_char).collect();
            assert_eq!(fold(rest), one_by_one);
        }
    }

    #[test]
    fn punctuation_between_words_does_not_matter() {
        for name in ["'t Gooi", "‘t Gooi", "t-gooi", " t  gooi "] {
            assert_eq!(fold_words(name), "t gooi", "{name}");
        }
        assert_eq!(fold_words("Amstelland & Meerlanden"), "amstelland meerlanden");
        assert_eq!(fold_words("Noord-Holland/Flevoland"), "noord holland flevoland");
    }
}
