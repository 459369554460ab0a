//! The comparison on a tiny dataset, and truths over the bundled one.

use super::*;
use crate::dataset::{Files, embedded};

const VOCABULARY: &str = r#"{
  "themes": [
    {"id": "preventie", "name": "Preventie", "name_en": "Prevention", "short": "Preventie"},
    {"id": "digitaal", "name": "Digitale zorg", "name_en": "Digital care", "short": "Digitaal"}],
  "sectors": [
    {"id": "ggz", "label": "GGZ", "name": "Ggz", "name_en": "Mental health care"},
    {"id": "msz", "label": "MSZ", "name": "Ziekenhuis", "name_en": "Hospital"}],
  "doelgroepen": [{"id": "ouderen", "label": "OUD", "name": "Ouderen", "name_en": "Older people"}],
  "topics": [
    {"id": "vallen", "name": "Valpreventie", "name_en": "Falls", "terms": []},
    {"id": "e-health", "name": "E-health", "name_en": "E-health", "terms": []},
    {"id": "welzijn", "name": "Welzijn", "name_en": "Welfare", "terms": []},
    {"id": "geen-actielijn", "name": "Geen actielijn", "name_en": "No action line", "terms": []}],
  "metrics": [
    {"id": "druk", "name": "Demografische druk", "name_en": "Dependency", "unit": "%"},
    {"id": "verzuim", "name": "Verzuim", "name_en": "Absence", "unit": "%"}]
}"#;
const SOURCES: &str =
    r#"{"sources": [{"id": "kaart", "title": "Kaart", "publisher": null, "year": null, "file": "k"}]}"#;
const SOURCE: &str = r#"{"doc": "kaart", "page": 1, "lines": [1, 1]}"#;

fn entry(id: &str, theme: Option<&str>, text: &str, topics: &str, figures: &str) -> String {
    let theme = theme.map_or(String::new(), |t| format!("\"theme\": \"{t}\", "));
    let topics: Vec<String> = topics.split(' ').map(|t| format!("\"{t}\"")).collect();
    format!(
        r#"{{"id": "{id}", "part": null, {theme}"text": "{text}", "figures": [{figures}], "topics": [{}],
            "sectors": [], "doelgroepen": [], "source": {SOURCE}}}"#,
        topics.join(", ")
    )
}

fn region(id: &str, developments: &[String], lines: &[String], silent: &str, marks: (u8, u8)) -> (String, Vec<u8>) {
    let axis = |marks: u8, boxes: &str| format!(r#"{{"marks": {marks}, {boxes}"columns": null, "source": {SOURCE}}}"#);
    let file = format!(
        r#"{{"id": "{id}", "kind": "zorgkantoor", "name": "{id}", "also": [], "tile": null, "parts": [],
            "developments": [{}], "action_lines": [{}], "silent_themes": [{silent}],
            "focus": [{{"part": null, "covers": [], "sectors": {}, "doelgroepen": {}, "actions": []}}], "notes": []}}"#,
        developments.join(", "),
        lines.join(", "),
        axis(marks.0, ""),
        axis(marks.1, r#""boxes": 0, "#)
    );
    (format!("regions/{id}.json"), file.into_bytes())
}

/// Noord prevents falls and works on welfare, by e-health too; Zuid prevents falls in nearly the same words, names
/// e-health under digital care, and nothing else. Noord is silent on digital care.
fn tiny() -> Files {
    let figure =
        |metric: &str, from: &str, to: &str| format!(r#"{{"metric": "{metric}", "from": {from}, "to": {to}}}"#);
    let silent = format!(
        r#"{{"part": null, "theme": "digitaal", "reason": "dash", "text": "Niets.", "topics": ["geen-actielijn"],
            "source": {SOURCE}}}"#
    );
    let noord = region(
        "noord",
        &[entry(
            "noord.dev.1",
            None,
            "De druk stijgt",
            "welzijn",
            &figure("druk", r#"{"year": 2023, "value": 70.0}"#, r#"{"year": 2040, "value": 90.5}"#),
        )],
        &[
            entry("noord.p.1", Some("preventie"), "Vallen bij ouderen in acht dorpen voorkomen", "vallen", ""),
            entry("noord.p.2", Some("preventie"), "Welzijn op recept in elke wijk", "welzijn e-health", ""),
        ],
        &silent,
        (2, 0),
    );
    let zuid = region(
        "zuid",
        &[
            entry("zuid.dev.1", None, "Druk", "welzijn", &figure("druk", "null", r#"{"year": 2040, "value": 80.0}"#)),
            entry("zuid.dev.2", None, "Verzuim", "geen-actielijn", &figure("verzuim", "null", "null")),
        ],
        &[
            entry("zuid.p.1", Some("preventie"), "Vallen bij ouderen in alle dorpen voorkomen", "welzijn vallen", ""),
            entry("zuid.d.1", Some("digitaal"), "Schermen thuis", "e-health", ""),
        ],
        "",
        (0, 0),
    );
    let json = |name: &str, text: &str| (name.to_string(), text.as_bytes().to_vec());
    Files::of([json("vocabulary.json", VOCABULARY), json("sources.json", SOURCES), noord, zuid])
}

/// The rows of a theme as `topic who a/b (elsewhere)`.
fn said(dataset: &Dataset<'_>, comparison: &Comparison, section: Section) -> Vec<String> {
    let ids = |entries: &[EntryIx]| entries.iter().map(|e| dataset[*e].id.to_string()).collect::<Vec<_>>().join(" ");
    let row = |row: &TextRow| {
        let (a, b) = (ids(&row.entries.a), ids(&row.entries.b));
        format!("{} {:?} {a}/{b} ({})", dataset[row.topic].id.as_str(), row.who, ids(&row.elsewhere))
    };
    comparison.texts(section).unwrap().rows.iter().map(row).collect()
}

fn sides(dataset: &Dataset<'_>) -> (Place, Place) {
    let mut regions = dataset.regions().map(|(ix, _)| Place::whole(ix));
    (regions.next().unwrap(), regions.next().unwrap())
}

fn theme(dataset: &Dataset<'_>, id: &str) -> Section {
    Section::Theme(dataset.theme(id).unwrap())
}

#[test]
fn a_row_names_the_topic_that_pairs_it_and_a_lone_one_where_else_the_other_names_its_topic() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    let comparison = compare(&dataset, a, b);
    // Noord's second line shares "welzijn" with the line of Zuid, but "vallen" is what pairs that with the first.
    assert_eq!(
        said(&dataset, &comparison, theme(&dataset, "preventie")),
        ["welzijn Both noord.p.2/zuid.p.1 ()", "vallen Both noord.p.1/ (zuid.p.1)"]
    );
    assert_eq!(
        said(&dataset, &comparison, theme(&dataset, "digitaal")),
        ["e-health OnlyB /zuid.d.1 (noord.p.2)"],
        "Noord names e-health under preventie"
    );
}

#[test]
fn a_mark_of_silence_pairs_nothing_and_nothing_gets_lost() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    let comparison = compare(&dataset, a, b);
    assert_eq!(
        said(&dataset, &comparison, Section::Developments),
        ["welzijn Both noord.dev.1/zuid.dev.1 ()", "geen-actielijn OnlyB /zuid.dev.2 ()"]
    );
    let digital = comparison.texts(theme(&dataset, "digitaal")).unwrap();
    assert_eq!(digital.silences, Sides { a: vec![0], b: vec![] }, "Noord is silent there");
}

#[test]
fn nearly_the_same_text_shows_the_words_that_differ() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    let of = |id: &str| dataset.entries().find(|(_, e)| &*e.id == id).unwrap().0;
    let pairs = alike(&dataset, &Sides { a: vec![of("noord.p.2"), of("noord.p.1")], b: vec![of("zuid.p.1")] });
    let [pair] = pairs.as_slice() else { panic!("{pairs:?}") };
    assert_eq!(pair.entries, Sides { a: of("noord.p.1"), b: of("zuid.p.1") });
    let span = pair.likeness.changed.a[0].clone();
    assert_eq!(&dataset[pair.entries.a].text[span], "acht");
    assert!(compare(&dataset, a, b).texts.iter().flat_map(|t| &t.rows).all(|r| r.alike.is_empty()));
}

#[test]
fn only_yes_against_no_is_a_difference() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    // Noord: both sectors marked. Zuid: none, but for its row nothing else says that it was empty by box.
    let comparison = compare(&dataset, a, b);
    for cell in &comparison.focus {
        let both_known = [cell.seen.a, cell.seen.b].iter().all(|s| !matches!(s, Seen::Same(Value::Unknown)));
        assert!(!cell.differs() || both_known);
    }
    let sectors: Vec<bool> =
        comparison.focus.iter().filter(|c| c.column.axis == Axis::Sectors).map(FocusCell::differs).collect();
    assert_eq!(sectors, [true, true]);
    assert_eq!(comparison.counts(Section::Focus), Counts { both: 0, a: 2, b: 0 });
    let unknown = FocusCell {
        column: comparison.focus[0].column,
        seen: Sides { a: Seen::Same(Value::Yes), b: Seen::Same(Value::Unknown) },
    };
    assert!(!unknown.differs() && !unknown.same());
}

#[test]
fn figures_stand_side_by_side_with_their_change() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    let comparison = compare(&dataset, a, b);
    let [druk, verzuim] = comparison.figures.as_slice() else { panic!("{:?}", comparison.figures) };
    assert_eq!((druk.who(), verzuim.who()), (Who::Both, Who::OnlyB));
    assert_eq!(change(&druk.figures.a[0].1), Some(20.5));
    assert_eq!(change(&druk.figures.b[0].1), None, "Zuid gives no earlier value");
    assert_eq!(comparison.counts(Section::Figures), Counts { both: 1, a: 0, b: 1 });
}

#[test]
fn swapping_the_sides_mirrors_the_comparison() {
    let files = tiny();
    let dataset = files.decode().unwrap();
    let (a, b) = sides(&dataset);
    for section in sections(&dataset) {
        let (there, back) = (compare(&dataset, a, b).counts(section), compare(&dataset, b, a).counts(section));
        assert_eq!((there.both, there.a, there.b), (back.both, back.b, back.a), "{section:?}");
    }
}

fn find(dataset: &Dataset<'_>, name: &str) -> Place {
    crate::query::find::find(dataset, name).unwrap()
}

#[test]
fn in_the_bundled_dataset_every_entry_stands_once_and_lone_rows_claim_no_more_than_they_know() {
    let dataset = embedded().unwrap();
    let names =
        ["zeeland", "twente", "west-brabant/oost", "west-brabant/west", "roaz-noord-holland-flevoland", "arnhem"];
    for a in names {
        for b in names.iter().filter(|b| **b != a) {
            let (a, b) = (find(&dataset, a), find(&dataset, b));
            let comparison = compare(&dataset, a, b);
            for side in Side::BOTH {
                let mut seen: Vec<EntryIx> =
                    comparison.texts.iter().flat_map(|t| &t.rows).flat_map(|r| r.entries.of(side).clone()).collect();
                seen.sort();
                let place = *comparison.places.of(side);
                let all: Vec<EntryIx> = entries_of(&dataset, place)
                    .filter(|(_, e)| !matches!(e.kind, EntryKind::Focus(_)))
                    .map(|(ix, _)| ix)
                    .collect();
                assert_eq!(seen, all);
            }
            for (section, row) in comparison.texts.iter().flat_map(|t| t.rows.iter().map(move |r| (t.section, r))) {
                let here = row.elsewhere.iter().any(|e| section_of(dataset[*e].kind) == section);
                assert!(row.who == Who::Both || !here, "a topic that both name here is no difference");
                let Some(empty) = row.empty_side() else { continue };
                let topics: Vec<TopicIx> =
                    row.entries.of(empty.other()).iter().flat_map(|e| speaking_topics(&dataset, *e)).collect();
                let shares = |e: &crate::dataset::Entry<'_>| e.topics.iter().any(|t| topics.contains(t));
                let all: Vec<EntryIx> = entries_of(&dataset, *comparison.places.of(empty))
                    .filter(|(_, e)| shares(e))
                    .map(|(ix, _)| ix)
                    .collect();
                let mut told = row.elsewhere.clone();
                told.sort();
                assert_eq!(told, all, "whatever topic of the row the other side names is told");
            }
        }
    }
}

#[test]
fn in_the_bundled_dataset_every_focus_action_stands_once_and_only_certain_boxes_are_differences() {
    let dataset = embedded().unwrap();
    let places: Vec<Place> = dataset.regions().map(|(ix, _)| Place::whole(ix)).collect();
    let mut differences = 0;
    for (a, b) in places.iter().zip(places.iter().skip(1)) {
        let comparison = compare(&dataset, *a, *b);
        for side in Side::BOTH {
            let place = *comparison.places.of(side);
            let mut seen: Vec<EntryIx> = comparison.actions.iter().flat_map(|r| r.entries.of(side).clone()).collect();
            seen.sort();
            let is_box = |e: &crate::dataset::Entry<'_>| matches!(e.kind, EntryKind::Focus(_));
            let all: Vec<EntryIx> = entries_of(&dataset, place).filter(|(_, e)| is_box(e)).map(|(ix, _)| ix).collect();
            assert_eq!(seen, all);
        }
        for row in comparison.actions.iter().filter(|row| row.only().is_some()) {
            differences += 1;
            let empty = row.empty_side().unwrap();
            let doubtful = entries_of(&dataset, *comparison.places.of(empty)).any(
                |(_, e)| matches!(e.kind, EntryKind::Focus(f) if matches!(f.basis, Basis::Order | Basis::Unclear)),
            );
            assert!(!doubtful && row.doelgroep.is_some(), "a box that may be about any doelgroep leaves it open");
        }
    }
    assert!(differences > 0);
}

#[test]
fn west_brabant_oost_and_west_say_much_the_same_on_digital_care() {
    let dataset = embedded().unwrap();
    let (a, b) = (find(&dataset, "west-brabant/oost"), find(&dataset, "west-brabant/west"));
    let comparison = compare(&dataset, a, b);
    let digital = comparison.texts(theme(&dataset, "digitale-zorg")).unwrap();
    assert!(digital.rows.iter().flat_map(|r| &r.alike).count() >= 3);
}

#[test]
fn t_gooi_certainly_has_what_limburgs_empty_row_certainly_lacks() {
    let dataset = embedded().unwrap();
    let comparison = compare(&dataset, find(&dataset, "roaz brabant"), find(&dataset, "roaz limburg"));
    let doelgroepen = comparison.focus.iter().filter(|c| c.column.axis == Axis::Doelgroepen);
    assert!(doelgroepen.clone().all(|c| c.seen.b == Seen::Same(Value::No)), "no doelgroep is marked in Limburg");
    let zeeland = compare(&dataset, find(&dataset, "gooi"), find(&dataset, "zeeland"));
    let sectors: Vec<_> = zeeland.focus.iter().filter(|c| c.column.axis == Axis::Sectors).collect();
    assert!(sectors.iter().all(|c| c.seen.a == Seen::Same(Value::Yes)), "'t Gooi: 12 of 12");
    assert!(!sectors.iter().any(|c| c.differs()), "Zeeland's columns are lost, and an unknown is no difference");
}
