//! `--format csv`: read back with another reader than wrote it, for programs and for the Dutch Excel.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{Ran, impactkaart, tiny_folder};
use impactkaart::dataset::embedded;
use serde_json::Value;

/// Every command with a question; the names are the headings of `docs/csv.md`.
const COMMANDS: &[(&str, &str)] = &[
    ("list", "list"),
    ("show", "show zeeland"),
    ("matrix", "matrix"),
    ("compare", "compare zeeland zuid-holland-noord"),
    ("search", "search valpreventie"),
    ("topics", "topics"),
    ("topics TOPIC", "topics valpreventie"),
    ("similar", "similar zeeland"),
    ("figures", "figures"),
    ("figures METRIC", "figures demografische-druk"),
];

/// A reader of RFC 4180 that is as strict as its text, and is not the one of the program.
fn strictly(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        let field = row.last_mut().unwrap();
        match c {
            '"' if field.is_empty() => loop {
                match chars.next().unwrap() {
                    '"' if chars.peek() == Some(&'"') => field.push(chars.next().unwrap()),
                    '"' => break assert!(chars.peek().is_none_or(|c| *c == delimiter || *c == '\r')),
                    c => field.push(c),
                }
            },
            '\r' => {
                assert_eq!(chars.next(), Some('\n'), "a line ends with CR LF");
                rows.push(vec![String::new()]);
            }
            c if c == delimiter => row.push(String::new()),
            c => {
                assert!(c != '"' && c != '\n', "{c:?} needs quotes");
                field.push(c);
            }
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends too");
    rows
}

/// The rows by heading, read by both readers.
fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect();
    assert_eq!([vec![heads.clone()], rows.clone()].concat(), strictly(text, ','));
    rows.into_iter().map(|row| heads.iter().cloned().zip(row).collect()).collect()
}

fn english(question: &str) -> Vec<BTreeMap<String, String>> {
    let ran = impactkaart(&format!("{question} --lang en --format csv"));
    assert!(ran.code <= 1 && ran.err.is_empty(), "{question}: {}", ran.err);
    table(&ran.out)
}

fn tiny(question: &str) -> Vec<BTreeMap<String, String>> {
    english(&format!("{question} --data {}", tiny_folder().display()))
}

fn json(question: &str) -> Value {
    serde_json::from_str(&impactkaart(&format!("{question} --format json")).out).unwrap()
}

#[test]
fn every_command_has_the_columns_that_the_page_tells_in_both_languages() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/csv.md")).unwrap();
    for (name, question) in COMMANDS {
        let section = page.split("\n## ").find(|s| s.lines().next() == Some(*name)).unwrap();
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `")).map(|line| {
            let mut cells = line.split('`');
            (cells.next().unwrap().to_string(), cells.nth(1).unwrap().to_string())
        });
        let (dutch, english): (Vec<String>, Vec<String>) = rows.unzip();
        for (lang, told) in [("nl", dutch), ("en", english)] {
            let ran = impactkaart(&format!("{question} --format csv --lang {lang}"));
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{question}");
            let rows = strictly(&ran.out, ',');
            assert_eq!(rows[0], told, "{name} {lang}");
            assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == told.len()), "{name}");
        }
    }
}

#[test]
fn for_excel_it_is_the_same_table_with_semicolons_a_byte_order_mark_and_decimal_commas() {
    for (_, question) in COMMANDS {
        let plain = strictly(&impactkaart(&format!("{question} --format csv")).out, ',');
        let Ran { code, out, err } = impactkaart(&format!("{question} --csv excel"));
        assert_eq!((code, err.as_str()), (0, ""), "{question}");
        let excel = strictly(out.strip_prefix('\u{feff}').unwrap(), ';');
        assert_eq!(plain.len(), excel.len(), "{question}");
        for (plain, excel) in plain.iter().flatten().zip(excel.iter().flatten()) {
            let same = plain == excel || plain.parse::<f64>().is_ok() && plain.replace('.', ",") == *excel;
            // Figures in words have a decimal comma too, a text that could be a formula an apostrophe.
            let told = plain.contains(" % (") && plain.replace('.', ",") == *excel || format!("'{plain}") == *excel;
            assert!(same || told, "{question}: {plain} {excel}");
        }
    }
    let similar = impactkaart("similar zeeland --csv excel").out;
    let score = strictly(similar.trim_start_matches('\u{feff}'), ';')[1][4].clone();
    assert!(score.starts_with("0,") && score.replace(',', ".").parse::<f64>().is_ok(), "{score}");
}

/// The tiny dataset with texts that a spreadsheet would take for formulas, and with every sign that CSV needs quotes for.
fn dangerous() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("regions")).unwrap();
    for name in ["sources.json", "vocabulary.json", "regions/bee.json", "regions/roaz-bee.json", "regions/aa.json"] {
        let text = std::fs::read_to_string(tiny_folder().join(name)).unwrap();
        let text = text
            .replace("De vergrijzing neemt toe.", "=1+1")
            .replace("Valpartijen bij ouderen voorkomen.", "+31 bellen; \\\"nu\\\", of later")
            .replace("Vallen tegengaan met de ggz.", "-5 procent")
            .replace("Coördinatie met de gemeente.", "@SUM(A1)")
            .replace("Kwetsbare ouderen thuis helpen.", "1-2")
            .replace("Een woord brak af.", "niet =1+1, noch 1-2");
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn text_that_could_be_a_formula_or_a_date_is_made_safe_for_excel_and_left_alone_for_programs() {
    let folder = dangerous();
    let texts = |how: &str, delimiter: char| -> Vec<String> {
        let ran = impactkaart(&format!("show aa {how} --data {}", folder.path().display()));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let rows = strictly(ran.out.trim_start_matches('\u{feff}'), delimiter);
        rows.into_iter().skip(1).map(|row| row[8].clone()).filter(|text| !text.is_empty()).collect()
    };
    let plain = texts("--format csv", ',');
    for text in ["=1+1", "+31 bellen; \"nu\", of later", "-5 procent", "@SUM(A1)", "1-2", "niet =1+1, noch 1-2"] {
        assert!(plain.iter().any(|t| t == text), "{text}: {plain:?}");
    }
    let excel = texts("--csv excel", ';');
    for text in ["'=1+1", "'+31 bellen; \"nu\", of later", "'-5 procent", "'@SUM(A1)", "'1-2", "niet =1+1, noch 1-2"] {
        assert!(excel.iter().any(|t| t == text), "{text}: {excel:?}");
    }
}

#[test]
fn a_number_that_is_less_than_nothing_stays_a_number() {
    let rows = english("compare zeeland haaglanden --theme figures");
    let change: Vec<&String> = rows.iter().map(|row| &row["change"]).filter(|c| *c != "unknown").collect();
    assert!(!change.is_empty() && change.iter().all(|c| c.parse::<f64>().is_ok()), "{change:?}");
    let dataset = embedded().unwrap();
    for (_, region) in dataset.regions().filter(|(_, region)| *region.id != *"zeeland") {
        let ran = impactkaart(&format!("compare zeeland {} --theme figures --csv excel", region.id));
        assert!(!ran.out.contains("'-"), "{}", ran.out);
    }
}

#[test]
fn what_is_unknown_is_never_empty_and_never_no() {
    let rows = english("matrix");
    assert_eq!(rows.len(), 46 * 17);
    let answer = json("matrix");
    let mut cells = rows.iter();
    for row in answer["rows"].as_array().unwrap() {
        for axis in ["sectors", "doelgroepen"] {
            for (column, cell) in row[axis]["cells"].as_object().unwrap() {
                let said = cells.next().unwrap();
                assert_eq!((&said["region"], &said["column"]), (&row["region"].as_str().unwrap().into(), column));
                assert_eq!(
                    (said["value"].as_str(), said["ground"].as_str()),
                    (cell["value"].as_str().unwrap(), cell["ground"].as_str().unwrap())
                );
                let evidence: Vec<&str> =
                    cell["evidence"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
                assert_eq!(said["evidence"], evidence.join(" "));
                assert_eq!(said["evidence_count"], evidence.len().to_string());
                let marks = row[axis]["marks"].as_u64().map_or("unknown".to_string(), |n| n.to_string());
                assert_eq!(said["marks"], marks);
            }
        }
    }
    assert_eq!(rows.iter().filter(|row| row["marks"] == "unknown").count(), 12, "a row is missing: 12 sectors");
    let unclear = tiny("show bee");
    assert!(unclear.iter().any(|row| row["basis"] == "unclear" && row["column"] == "unknown"), "{unclear:#?}");
    let compared = english("compare zeeland twente --theme focus");
    for pair in compared.iter().filter(|row| row["what"] == "cell").collect::<Vec<_>>().chunks(2) {
        let known = pair.iter().all(|row| ["yes", "no"].contains(&row["value"].as_str()));
        assert_eq!(pair[0]["differs"] == "unknown", !known, "{pair:?}");
    }
}

#[test]
fn a_region_is_whole_in_a_row_an_entry_with_ids_tags_and_page() {
    for region in ["zeeland", "arnhem", "roaz-noord-holland-flevoland"] {
        let rows = english(&format!("show {region}"));
        let answer = json(&format!("show {region}"));
        let of = |what: &str| rows.iter().filter(|row| row["what"] == what).collect::<Vec<_>>();
        let list = |value: &Value| value.as_array().unwrap().clone();
        let said = [("development", list(&answer["developments"])), ("action_line", list(&answer["action_lines"]))];
        let boxes = list(&answer["focus"]).iter().flat_map(|row| list(&row["actions"])).collect::<Vec<_>>();
        for (what, entries) in said.into_iter().chain([("focus", boxes)]) {
            let rows = of(what);
            assert_eq!(rows.len(), entries.len(), "{region} {what}");
            for (row, entry) in rows.into_iter().zip(entries) {
                let ids = |key: &str| {
                    list(&entry[key]).iter().map(|id| id.as_str().unwrap().to_string()).collect::<Vec<_>>().join(" ")
                };
                assert_eq!(row["id"], entry["id"].as_str().unwrap());
                assert_eq!(row["text"], entry["text"].as_str().unwrap());
                assert_eq!(row["part"], entry["part"].as_str().unwrap_or_default());
                for key in ["topics", "sectors", "doelgroepen"] {
                    assert_eq!(row[key], ids(key), "{key}");
                }
                assert_eq!(row["page"], entry["source"]["page"].to_string());
            }
        }
        assert_eq!(of("silence").len(), list(&answer["silent_themes"]).len());
        assert_eq!(of("cell").len(), 17 * list(&answer["focus"]).len());
    }
    let aa = tiny("show aa --theme developments");
    assert_eq!(aa[0]["figures"], "aandeel-65-plus: 20.5 % (2023) > 25.5 % (2040)");
}

#[test]
fn a_comparison_holds_every_entry_of_every_pair_with_its_side() {
    let rows = english("compare zeeland twente");
    let answer = json("compare zeeland twente");
    for theme in answer["themes"].as_array().unwrap() {
        for (i, pair) in theme["rows"].as_array().unwrap().iter().enumerate() {
            for side in ["a", "b"] {
                let of_pair = rows.iter().filter(|row| {
                    row["theme"] == theme["theme"].as_str().unwrap()
                        && row["row"] == (i + 1).to_string()
                        && row["side"] == side
                });
                let ids: Vec<&str> = of_pair.clone().map(|row| row["id"].as_str()).collect();
                let told: Vec<&str> = pair[side].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
                assert_eq!(ids, told, "{pair}");
                assert!(of_pair.clone().all(|row| row["topic"] == pair["topic"].as_str().unwrap()
                    && row["named_by"] == pair["named_by"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn hits_topics_and_likeness_are_those_of_the_json_form() {
    let ids = |value: &Value| {
        value.as_array().unwrap().iter().map(|v| v["id"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let column =
        |rows: &[BTreeMap<String, String>], name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    // Among equals topics stand by name in the person's language.
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    assert_eq!(column(&english("search mantelzorg"), "id"), ids(&json("search mantelzorg")["hits"]));
    assert_eq!(sorted(column(&english("topics --kind roaz"), "topic")), sorted(ids(&json("topics --kind roaz"))));
    let topic = json("topics valpreventie");
    let entries: Vec<String> =
        topic["regions"].as_array().unwrap().iter().flat_map(|region| ids(&region["entries"])).collect();
    assert_eq!(column(&english("topics valpreventie"), "id"), entries);
    let similar = json("similar zeeland");
    let scores: Vec<String> = similar["regions"].as_array().unwrap().iter().map(|r| r["score"].to_string()).collect();
    assert_eq!(column(&english("similar zeeland"), "score"), scores);
    let list = english("list");
    assert_eq!(list.iter().filter(|row| row["part"].is_empty()).count(), 41);
    assert!(list.iter().any(|row| row["region"] == "arnhem" && row["part"] == "achterhoek"));
}

#[test]
fn nothing_found_gives_the_headings_alone_and_exit_code_1() {
    let ran = impactkaart("search xyzzy --format csv");
    assert_eq!((ran.code, strictly(&ran.out, ',').len()), (1, 1));
}

#[test]
fn regions_without_a_figure_are_rows_without_values_and_none_is_hidden() {
    let rows = english("figures demografische-druk");
    let regions: std::collections::BTreeSet<&String> = rows.iter().map(|row| &row["region"]).collect();
    assert_eq!(regions.len(), 41);
    let given = rows.iter().filter(|row| !row["id"].is_empty()).count();
    assert_eq!(given, json("figures demografische-druk")["figures"].as_array().unwrap().len());
    assert!(rows.iter().all(|row| row["id"].is_empty() == row["to_value"].is_empty()));
    let markdown = impactkaart("figures demografische-druk --format md").out;
    assert!(markdown.lines().filter(|line| line.starts_with('|')).count() == given + 2, "{markdown}");
}
