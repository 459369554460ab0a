//! Search on a dataset of two regions that is known by heart, and against a plain search on what is built in.

use proptest::prelude::*;

use super::parse::{Key, Problem, Query};
use super::spans::{line_starts, runs, spans, within};
use super::{Answer, Index, search};
use crate::dataset::{Dataset, EntryIx, Files, embedded};
use crate::query::fold::fold;
use crate::texts::Lang;

const VOCABULARY: &str = r#"{
  "themes": [
    {"id": "preventie", "name": "Preventie en voorlichting", "name_en": "Prevention", "short": "Preventie"},
    {"id": "digitale-zorg", "name": "Digitale zorg", "name_en": "Digital care", "short": "Digitaal"}],
  "sectors": [{"id": "ggz", "label": "GGZ", "name": "Geestelijke gezondheidszorg", "name_en": "Mental health care"}],
  "doelgroepen": [{"id": "kanker", "label": "KAN", "name": "Mensen met kanker", "name_en": "People with cancer"}],
  "topics": [
    {"id": "valpreventie", "name": "Valpreventie", "name_en": "Fall prevention", "terms": ["vallen"]},
    {"id": "e-health", "name": "E-health", "name_en": "E-health", "terms": []}],
  "metrics": []}"#;
const SOURCES: &str =
    r#"{"sources": [{"id": "kaart", "title": "Kaart", "publisher": null, "year": null, "file": "k.txt"}]}"#;

fn region(id: &str, name: &str, entries: &str) -> (String, Vec<u8>) {
    let text = format!(
        r#"{{"id": "{id}", "kind": "zorgkantoor", "name": "{name}", "also": [], "tile": null,
            "parts": [{{"id": "oost", "name": "Oosthoek"}}], {entries}, "silent_themes": [], "focus": [], "notes": []}}"#
    );
    (format!("regions/{id}.json"), text.into_bytes())
}

fn entry(id: &str, part: &str, theme: &str, text: &str, topic: &str) -> String {
    let theme = if theme.is_empty() { String::new() } else { format!(r#""theme": "{theme}","#) };
    format!(
        r#"{{"id": "{id}", "part": {part}, {theme} "text": "{text}", "figures": [], "topics": ["{topic}"],
            "sectors": [], "doelgroepen": [], "source": {{"doc": "kaart", "page": 1, "lines": [1, 1]}}}}"#
    )
}

fn two_regions() -> Files {
    let a = [
        entry("a.dev.1", "null", "", "Het aantal ouderen groeit in Fryslân.", "valpreventie"),
        entry("a.preventie.1", "null", "preventie", "Vallen bij ouderen voorkomen.", "valpreventie"),
        entry("a.oost.digitale-zorg.1", "\"oost\"", "digitale-zorg", "Coördinatie op afstand, 65+.", "e-health"),
    ];
    let b = [
        entry("b.dev.1", "null", "", "Minder huisartsen.", "e-health"),
        entry(
            "b.digitale-zorg.1",
            "null",
            "digitale-zorg",
            "Sociaal domein en zorg: samen in e\u{301}e\u{301}n dossier.",
            "e-health",
        ),
    ];
    let [a1, a2, a3] = a;
    let [b1, b2] = b;
    Files::of([
        ("vocabulary.json".to_string(), VOCABULARY.as_bytes().to_vec()),
        ("sources.json".to_string(), SOURCES.as_bytes().to_vec()),
        region("a", "Noorderland", &format!(r#""developments": [{a1}], "action_lines": [{a2}, {a3}]"#)),
        region("b", "Zuiderland", &format!(r#""developments": [{b1}], "action_lines": [{b2}]"#)),
    ])
}

fn ids(dataset: &Dataset<'_>, typed: &str) -> Vec<String> {
    let query = Query::parse(dataset, typed);
    search(dataset, Lang::Nl, &query).hits.iter().map(|ix| dataset[*ix].id.to_string()).collect()
}

#[test]
fn what_is_typed_finds_what_it_says() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    for (typed, found) in [
        ("", &[][..]),
        ("ouderen", &["a.dev.1", "a.preventie.1"]),
        ("OUDEREN groeit", &["a.dev.1"]),
        ("ouderen !groeit", &["a.preventie.1"]),
        ("fryslan", &["a.dev.1"]),
        ("coordinatie", &["a.oost.digitale-zorg.1"]),
        ("coördinatie", &["a.oost.digitale-zorg.1"]),
        ("één", &["b.digitale-zorg.1"]),
        ("domein sociaal", &["b.digitale-zorg.1"]),
        ("\"domein sociaal\"", &[]),
        ("\"sociaal domein\"", &["b.digitale-zorg.1"]),
        ("sociaal+domein", &["b.digitale-zorg.1"]),
        ("65+", &["a.oost.digitale-zorg.1"]),
        ("valpreventie", &["a.dev.1", "a.preventie.1"]),
        ("zuiderland huisartsen", &["b.dev.1"]),
        ("oosthoek", &["a.oost.digitale-zorg.1"]),
        ("theme:digitale-zorg", &["a.oost.digitale-zorg.1", "b.digitale-zorg.1"]),
        ("thema:digi", &["a.oost.digitale-zorg.1", "b.digitale-zorg.1"]),
        ("theme:digi !in:b", &["a.oost.digitale-zorg.1"]),
        ("kind:dev in:zuiderland", &["b.dev.1"]),
        ("in:a in:b kind:development", &["a.dev.1", "b.dev.1"]),
        ("topic:valpreventie !kind:development", &["a.preventie.1"]),
        ("in:a/oost", &["a.dev.1", "a.preventie.1", "a.oost.digitale-zorg.1"]),
        ("!in:a/oost in:a", &["a.dev.1", "a.preventie.1"]),
        ("sector:ggz", &[]),
        ("sector:nergens", &[]),
        ("!", &[]),
        ("http://x", &[]),
    ] {
        assert_eq!(ids(&dataset, typed), found, "{typed}");
    }
}

#[test]
fn counts_are_those_of_the_hits() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    let counts = search(&dataset, Lang::Nl, &Query::parse(&dataset, "!groeit")).counts;
    assert_eq!((counts.kinds, counts.themes, counts.regions), ([1, 3, 0, 0, 0], vec![1, 2], 2));
}

#[test]
fn an_unknown_value_is_told_with_what_is_allowed_and_an_empty_one_filters_nothing_yet() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    let query = Query::parse(&dataset, "ouderen theme:prijs");
    let Problem::Value { key, value, allowed } = &query.problems[0] else { panic!("a filter") };
    assert_eq!((*key, value.as_str()), (Key::Theme, "prijs"));
    assert_eq!(allowed, &["preventie", "digitale-zorg"]);
    let query = Query::parse(&dataset, "ouderen theme:");
    assert_eq!(query.problems.len(), 1);
    assert_eq!(search(&dataset, Lang::Nl, &query).hits.len(), 2);
}

#[test]
fn a_word_before_a_colon_that_is_no_filter_is_told_and_times_ratios_and_links_are_text() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    let told = |typed: &str| Query::parse(&dataset, typed).problems;
    let slip = Problem::Filter { prefix: "sektor".into() };
    assert!(slip.allowed().contains(&"sector:".to_string()));
    assert_eq!(told("ouderen sektor:ggz"), [slip]);
    for text in ["10:30", "1:4", "https://x.nl", "let op: dit", "\"sektor:ggz\""] {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn more_than_one_exclamation_mark_excludes_as_one_does() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    assert_eq!(Query::parse(&dataset, "!!ouderen"), Query::parse(&dataset, "!ouderen"));
}

#[test]
fn spans_are_characters_of_the_text_as_it_stands() {
    let files = two_regions();
    let dataset = files.decode().unwrap();
    let at = |text: &str, typed: &str| spans(text, &Query::parse(&dataset, typed));
    assert_eq!(at("Het Fryslân van Fryslan", "frysl"), [(4, 9), (16, 21)]);
    assert_eq!(at("e\u{301}e\u{301}n dossier", "een dos"), [(0, 5), (6, 9)], "combining marks count as characters");
    assert_eq!(at("vallen", "val alle"), [(0, 5)], "what overlaps is one span");
    assert_eq!(at("vallen", "val !len"), [(0, 3)], "what is excluded is no hit");
}

#[test]
fn a_text_is_cut_up_at_its_spans_and_in_its_lines() {
    assert_eq!(runs("een twee", &[(4, 6)]), [("een ".into(), false), ("tw".into(), true), ("ee".into(), false)]);
    assert_eq!(within(&[(0, 5), (8, 9)], 3, 8), [(0, 2)]);
    assert_eq!(line_starts("een  twee drie", &["een".into(), "twee drie".into()]), [0, 5]);
}

/// What a query means, entry by entry and without an index.
fn plainly(dataset: &Dataset<'_>, typed: &str) -> Vec<EntryIx> {
    let query = Query::parse(dataset, typed);
    let holds = |ix: EntryIx, term: &str| {
        let entry = &dataset[ix];
        let region = &dataset[entry.region];
        let mut texts: Vec<String> = vec![fold(&entry.text), fold(&region.name)];
        texts.extend(region.also.iter().map(|a| fold(a)));
        texts.extend(entry.part.map(|p| fold(&region.parts[p.place()].name)));
        texts.extend(entry.topics.iter().map(|t| fold(&dataset[*t].name)));
        texts.iter().any(|t| t.contains(term))
    };
    if query.terms.is_empty() {
        return Vec::new();
    }
    let fits = |ix: &EntryIx| query.terms.iter().all(|t| holds(*ix, &t.text) != t.not);
    dataset.entries().map(|(ix, _)| ix).filter(fits).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn letter_by_letter_the_answer_is_that_of_a_plain_search(typed in "(!?(zo|zorg|ou|oud|é|val|zee|ggz|[a-z])[a-z]{0,2} ?){1,3}") {
        let dataset = embedded().unwrap();
        let index = Index::new(&dataset, Lang::Nl);
        let mut before: Option<Answer> = None;
        for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
            let query = Query::parse(&dataset, &typed[..end]);
            let answer = index.answer(&dataset, &query, before.as_ref());
            before = Some(answer);
        }
        prop_assert_eq!(before.unwrap().hits, plainly(&dataset, &typed), "{}", typed);
    }

    #[test]
    fn nothing_that_can_be_typed_or_stand_in_a_text_breaks(typed in any::<String>(), text in any::<String>()) {
        let files = two_regions();
        let dataset = files.decode().unwrap();
        let query = Query::parse(&dataset, &typed);
        search(&dataset, Lang::Nl, &query);
        let length = text.chars().count();
        let spans = spans(&text, &query);
        prop_assert!(spans.iter().all(|(from, to)| from < to && *to <= length));
        let whole: String = runs(&text, &spans).into_iter().map(|(run, _)| run).collect();
        prop_assert_eq!(whole, text);
    }
}
