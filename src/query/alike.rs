//! Texts that are nearly the same: which, and which of their words differ.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices, get_diff_ratio};

use super::pairing::Sides;

/// From this share of common words on two texts are nearly the same. Below it marked words would only be noise.
const NEARLY: f32 = 0.65;

/// Longer texts are not compared word by word: it would take too long, and nobody would read it so.
const MOST_WORDS: usize = 400;

/// Two texts that are nearly the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The share of common words, 1 for the same words.
    pub ratio: f32,
    /// Per side the stretches of text, in bytes, whose words the other does not have there.
    pub changed: Sides<Vec<Range<usize>>>,
}

/// How two texts are alike, word by word; none where they are not nearly the same.
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    let (in_a, in_b) = (words(a), words(b));
    let (least, most) = (in_a.len().min(in_b.len()), in_a.len().max(in_b.len()));
    // No ratio can be higher than this one, which costs nothing.
    let at_best = 2.0 * least as f32 / (in_a.len() + in_b.len()).max(1) as f32;
    if least == 0 || most > MOST_WORDS || at_best < NEARLY {
        return None;
    }
    let plain = |words: &[(&str, Range<usize>)]| words.iter().map(|(w, _)| w.to_lowercase()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &plain(&in_a), &plain(&in_b));
    let ratio = get_diff_ratio(&ops, in_a.len(), in_b.len());
    if ratio < NEARLY {
        return None;
    }
    let mut changed = Sides::<Vec<Range<usize>>>::default();
    for op in ops.iter().filter(|op| op.tag() != DiffTag::Equal) {
        changed.a.extend(stretch(&in_a, op.old_range()));
        changed.b.extend(stretch(&in_b, op.new_range()));
    }
    Some(Likeness { ratio, changed })
}

/// The words of a text without the signs around them, and where they stand.
fn words(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut words = Vec::new();
    let mut from = 0;
    for token in text.split(' ') {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let word = if bare.is_empty() { token } else { bare };
        if !word.is_empty() {
            let at = from + token.find(word).unwrap_or(0);
            words.push((word, at..at + word.len()));
        }
        from += token.len() + 1;
    }
    words
}

/// The text from the first to the last of some neighbouring words.
fn stretch(words: &[(&str, Range<usize>)], range: Range<usize>) -> Option<Range<usize>> {
    let some = words.get(range)?;
    Some(some.first()?.1.start..some.last()?.1.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(a: &str, b: &str) -> Option<(Vec<String>, Vec<String>)> {
        let found = likeness(a, b)?;
        let of = |text: &str, spans: &[Range<usize>]| spans.iter().map(|s| text[s.clone()].to_string()).collect();
        Some((of(a, &found.changed.a), of(b, &found.changed.b)))
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let (a, b) = changed(
            "Valpreventie bij kwetsbare ouderen thuis in acht gemeenten uitbreiden.",
            "Valpreventie bij kwetsbare ouderen thuis in alle gemeenten uitbreiden.",
        )
        .unwrap();
        assert_eq!((a, b), (vec!["acht".to_string()], vec!["alle".to_string()]));
    }

    #[test]
    fn words_that_only_one_has_are_marked_on_its_side() {
        let (a, b) = changed("Eén zorgloket openen in de regio", "Eén zorgloket openen in de hele regio").unwrap();
        assert_eq!((a, b), (vec![], vec!["hele".to_string()]));
    }

    #[test]
    fn the_same_words_have_no_marks_whatever_the_signs_around_them() {
        let found = likeness("Zelf als het kan, thuis als het kan.", "‘Zelf als het kan, thuis als het kan’").unwrap();
        assert_eq!(found.ratio, 1.0);
        assert!(found.changed.a.is_empty() && found.changed.b.is_empty());
    }

    #[test]
    fn texts_that_are_not_nearly_the_same_have_no_marks() {
        assert_eq!(changed("Valpreventie bij ouderen uitbreiden", "Mentale Gezondheidscentra openen in Goes"), None);
        assert_eq!(changed("", ""), None);
    }
}
