//! Where the words of a query stand in a text, in characters.

use memchr::memmem::find_iter;
use unicode_normalization::char::is_combining_mark;

use super::super::fold::fold;
use super::parse::Query;

/// The places where the wanted terms of a query stand in a text: first character and the one behind the last, in
/// order, without overlap.
pub fn spans(text: &str, query: &Query) -> Vec<(usize, usize)> {
    let folded = fold(text);
    // For each byte of the folded text, and for its end, the character that it comes from.
    let kept = text.chars().enumerate().filter(|(_, c)| c.is_ascii() || !is_combining_mark(*c)).map(|(i, _)| i);
    let mut origin: Vec<usize> = Vec::with_capacity(folded.len() + 1);
    for (c, i) in folded.chars().zip(kept) {
        origin.extend(std::iter::repeat_n(i, c.len_utf8()));
    }
    origin.push(text.chars().count());
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for term in query.terms.iter().filter(|t| !t.not) {
        for at in find_iter(folded.as_bytes(), term.text.as_bytes()) {
            if let (Some(from), Some(to)) = (origin.get(at), origin.get(at + term.text.len())) {
                spans.push((*from, *to));
            }
        }
    }
    spans.sort_unstable();
    let mut apart: Vec<(usize, usize)> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match apart.last_mut() {
            Some(last) if from < last.1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    apart
}

/// A text cut up at its spans: runs of text, and whether each is a hit.
pub fn runs(text: &str, spans: &[(usize, usize)]) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    let mut spans = spans.iter().peekable();
    for (i, c) in text.chars().enumerate() {
        while spans.peek().is_some_and(|(_, to)| *to <= i) {
            spans.next();
        }
        let hit = spans.peek().is_some_and(|(from, _)| *from <= i);
        match runs.last_mut() {
            Some((run, is_hit)) if *is_hit == hit => run.push(c),
            _ => runs.push((c.to_string(), hit)),
        }
    }
    runs
}

/// The part of the spans that falls on the characters `from..to`, counted from `from`.
pub fn within(spans: &[(usize, usize)], from: usize, to: usize) -> Vec<(usize, usize)> {
    let cut = spans.iter().map(|(a, b)| ((*a).clamp(from, to) - from, (*b).clamp(from, to) - from));
    cut.filter(|(a, b)| a < b).collect()
}

/// Where each of the lines that a text was wrapped to begins in it, in characters: wrapping drops only blanks.
pub fn line_starts(text: &str, lines: &[String]) -> Vec<usize> {
    let mut chars = text.chars().enumerate().peekable();
    lines
        .iter()
        .map(|line| {
            let first = line.chars().next();
            while chars.peek().is_some_and(|(_, c)| c.is_whitespace() && Some(*c) != first) {
                chars.next();
            }
            let start = chars.peek().map_or(0, |(i, _)| *i);
            for _ in line.chars() {
                chars.next();
            }
            start
        })
        .collect()
}
