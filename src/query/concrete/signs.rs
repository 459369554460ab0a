//! What makes the wording of an entry concrete: figures, years and names in its text. Written down as plain rules over
//! words, so that a person can check each hit by eye; no rule knows what a sentence means.

use std::collections::HashSet;

use super::names::{GENERAL, PHRASES, PLACES};
use crate::dataset::Dataset;
use crate::query::fold::fold;

/// A piece of a text: from one character up to another.
pub type Span = (usize, usize);

/// A word of a text, without the punctuation around it.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    from: usize,
    /// Whether a sentence, or what follows a colon, begins with it.
    first: bool,
}

impl Word<'_> {
    fn span(&self) -> Span {
        (self.from, self.from + self.text.chars().count())
    }
}

/// The words of a text.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut first = true;
    let mut at = 0;
    for piece in text.split(' ') {
        let length = piece.chars().count();
        let bare = piece.trim_start_matches(OPENING);
        let skipped = length - bare.chars().count();
        let bare = bare.trim_end_matches(CLOSING);
        if !bare.is_empty() {
            words.push(Word { text: bare, from: at + skipped, first });
            first = piece.trim_end_matches(['’', ')', '"', '”']).ends_with(['.', ':', '!', '?']);
        }
        at += length + 1;
    }
    words
}

const OPENING: &[char] = &['(', '"', '“', '‘', '\'', '[', '€'];
const CLOSING: &[char] = &[')', '"', '”', '’', '\'', ']', ',', '.', ';', ':', '!', '?', '%', '…'];

/// The years, from 1900 to 2100, also as the ends of a range.
pub fn years(text: &str) -> Vec<Span> {
    words(text).iter().filter(|word| is_years(word.text)).map(Word::span).collect()
}

fn is_years(word: &str) -> bool {
    let year = |w: &str| w.len() == 4 && w.parse::<u16>().is_ok_and(|y| (1900..=2100).contains(&y));
    word.split(['-', '–', '/']).all(year)
}

/// The figures: a number in digits or from two to twelve in words, that is no year, no day of a month, no number of a
/// thing, and not glued to a word (65-plussers, 24/7, 1e). 24 uur is 24/7 in other words.
pub fn figures(text: &str) -> Vec<Span> {
    let words = words(text);
    let folded = |i: Option<usize>| i.and_then(|i| words.get(i)).map(|w| fold(w.text)).unwrap_or_default();
    let counts = |(i, word): &(usize, &Word<'_>)| {
        if is_number_word(word.text) {
            return true;
        }
        let (before, behind) = (folded(i.checked_sub(1)), folded(i.checked_add(1)));
        let numbered = NUMBERED.contains(&before.as_str()) || MONTHS.contains(&behind.as_str());
        let round_the_clock = word.text == "24" && behind == "uur";
        is_number(word.text) && !numbered && !round_the_clock
    };
    words.iter().enumerate().filter(counts).map(|(_, word)| word.span()).collect()
}

/// After these words a number is the name of a thing.
const NUMBERED: &[&str] =
    &["actielijn", "initiatief", "level", "niveau", "fase", "kwartaal", "getal", "getallen", "pagina", "nummer", "p"];

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

const NUMBER_WORDS: &[&str] =
    &["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

fn is_number_word(word: &str) -> bool {
    NUMBER_WORDS.contains(&fold(word).as_str())
}

/// Whether a word is a number in the Dutch manner (1.250 or 2,5), or a range of them. 112 is the emergency number.
fn is_number(word: &str) -> bool {
    let digits = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    let number = |w: &str| {
        let w = w.trim_end_matches('%');
        let (whole, decimals) = w.split_once(',').map_or((w, None), |(whole, rest)| (whole, Some(rest)));
        let mut groups = whole.split('.');
        groups.next().is_some_and(digits)
            && groups.all(|group| group.len() == 3 && digits(group))
            && decimals.is_none_or(digits)
    };
    !is_years(word) && word != "112" && word.split(['-', '–']).all(number)
}

/// What is no name of a party or programme although it has a capital.
#[derive(Debug)]
pub struct NoNames {
    words: HashSet<String>,
}

impl NoNames {
    /// The list of general words and places, with the words of the names of the dataset's regions and parts.
    pub fn of(dataset: &Dataset<'_>) -> Self {
        let mut words: HashSet<String> = GENERAL.iter().chain(PLACES).map(|word| (*word).to_string()).collect();
        for (_, region) in dataset.regions() {
            let names = region.also.iter().chain([&region.name]).chain(region.parts.iter().map(|part| &part.name));
            for name in names {
                words.extend(name.split(|c: char| !c.is_alphanumeric()).map(str::to_string));
            }
        }
        NoNames { words }
    }

    /// The names of parties and programmes: words with a capital inside a sentence, or at its beginning one with a
    /// second capital or a digit in it; and titles between ‘quotation marks’ that hold a capital.
    pub fn names(&self, text: &str) -> Vec<Span> {
        let (rest, mut names) = quoted(text);
        let rest = without_phrases(rest);
        for word in words(&rest) {
            if self.is_name(&word) {
                names.push(word.span());
            }
        }
        names.sort_unstable();
        // Words of one name stand together.
        names.dedup_by(|next, name| {
            let joins = next.0 == name.1 + 1;
            if joins {
                name.1 = next.1;
            }
            joins
        });
        names
    }

    fn is_name(&self, word: &Word<'_>) -> bool {
        let pieces = word.text.split(['-', '/', '–']).enumerate();
        pieces.into_iter().any(|(i, piece)| {
            let piece = ["'s", "’s"].iter().find_map(|plural| piece.strip_suffix(plural)).unwrap_or(piece);
            let mut letters = piece.chars();
            let capital = letters.next().is_some_and(char::is_uppercase);
            // The first word of a sentence has a capital anyway.
            let inner = || letters.clone().any(|c| c.is_uppercase() || c.is_ascii_digit());
            capital
                && piece.chars().count() > 1
                && !is_quarter(piece)
                && !self.words.contains(piece)
                && (!word.first || i > 0 || inner())
        })
    }
}

/// Whether a word is a quarter of a year.
fn is_quarter(word: &str) -> bool {
    word.strip_prefix('Q').is_some_and(|n| matches!(n, "1" | "2" | "3" | "4"))
}

/// The titles between ‘quotation marks’ that hold a capital, and the text with blanks in place of all that is quoted.
fn quoted(text: &str) -> (Vec<char>, Vec<Span>) {
    let mut chars: Vec<char> = text.chars().collect();
    let mut titles = Vec::new();
    let mut from = 0;
    while let Some(open) = chars.iter().skip(from).position(|c| *c == '‘').map(|i| i + from) {
        // A mark inside a word is an apostrophe.
        let closes = |i: &usize| chars.get(*i) == Some(&'’') && !chars.get(i + 1).is_some_and(|c| c.is_alphanumeric());
        let Some(close) = (open + 1..chars.len()).find(closes) else { break };
        let inside = chars.get_mut(open..=close).unwrap_or_default();
        if inside.iter().any(|c| c.is_uppercase()) {
            titles.push((open, close + 1));
        }
        // What is quoted is a word of the sentence, so what follows does not begin one.
        inside.fill('q');
        from = close + 1;
    }
    (chars, titles)
}

/// The text with the general phrases in small letters.
fn without_phrases(chars: Vec<char>) -> String {
    let mut text: String = chars.into_iter().collect();
    for phrase in PHRASES {
        if text.contains(phrase) {
            text = text.replace(phrase, &phrase.to_lowercase());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, spans: &[Span]) -> Vec<String> {
        spans.iter().map(|(a, b)| text.chars().skip(*a).take(b - a).collect()).collect()
    }

    fn no_names() -> NoNames {
        NoNames { words: GENERAL.iter().chain(PLACES).map(|w| (*w).to_string()).collect() }
    }

    #[test]
    fn years_are_four_digits_that_stand_alone_or_end_a_range() {
        for (text, expected) in [
            ("Gepland voor eind 2026: een plan per subregio.", vec!["2026"]),
            ("Scenario's en prognoses (2021-2032) volgen.", vec!["2021-2032"]),
            ("Zorgdomein ZN2030 en 2500 mensen, 18 99 en 1899.", vec![]),
        ] {
            assert_eq!(said(text, &years(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_figure_is_a_number_that_is_no_year_no_date_no_number_of_a_thing_and_not_part_of_a_word() {
        for (text, expected) in [
            ("Streven naar 25% minder instroom in 2028.", vec!["25"]),
            ("Landelijk tot 110.000 medewerkers, 2,5 per huis.", vec!["110.000", "2,5"]),
            ("Jongeren van 25-40 jaar in drie gemeenten; Elf ziekenhuizen.", vec!["25-40", "drie", "Elf"]),
            ("In actielijn 2 staat 24/7 thuiszorg voor 65-plussers (75+), de 1e lijn en voordeur 2.0.", vec![]),
            ("Uiterlijk 1 april 2024 belt men 112 bij level 1.", vec![]),
            ("De tweede lijn en een derde partij, 24 uur per dag.", vec![]),
        ] {
            assert_eq!(said(text, &figures(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_name_has_a_capital_inside_a_sentence_or_is_a_title_in_quotation_marks() {
        let no_names = no_names();
        for (text, expected) in [
            ("Samen met Transvorm en de GGD werven.", vec!["Transvorm", "GGD"]),
            ("Samenwerken in de VVT, de SEH's en de Wmo-teams.", vec![]),
            ("Programma ‘Professionals van de toekomst’: Mensen werven.", vec!["‘Professionals van de toekomst’"]),
            ("Vanuit ‘digitaal tenzij’ werken.", vec![]),
            ("ZWconnect verbindt; G’OUD ook.", vec!["ZWconnect", "G’OUD"]),
            ("Inwoners van Nederland en Amsterdammers.", vec![]),
            ("Vanaf Q1 2024. Q2 volgt.", vec![]),
            ("Met Advance Care Planning beginnen.", vec![]),
            ("Aan de programma’s van Kansrijke Start meedoen.", vec!["Kansrijke Start"]),
        ] {
            assert_eq!(said(text, &no_names.names(text)), expected, "{text}");
        }
    }
}
