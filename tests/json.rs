//! `--format json`: what the program prints fits the schemas in `docs/schema`, in their order, and `docs/json.md` tells
//! every field. `UPDATE_DOCS=1 cargo test --test json` writes the tables of that page from the schemas.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use common::{impactkaart_of, tiny_folder};
use impactkaart::cli::env::Env;
use impactkaart::dataset::embedded;
use serde_json::{Value, json};

/// The schemas, in the order of the page; each with questions, edges among them. `@` stands for the tiny dataset.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("list", &["list", "list --kind roaz", "@list"]),
    (
        "show",
        &[
            "show zeeland",
            "show arnhem/achterhoek --theme digitale-zorg",
            "show noordoost-brabant",
            "show roaz-noord-holland-flevoland",
            "show roaz-limburg --theme focus",
            "show west-brabant --theme notes",
            "@show aa",
            "@show aa/noord",
            "@show bee",
            "@show roaz-bee",
        ],
    ),
    (
        "matrix",
        &[
            "matrix",
            "matrix --sector ggz,msz --not efz --match any --strength certain",
            "matrix --kind roaz --min-sectors 3 --sort sectors",
            "matrix --min-sectors 12 --min-doelgroepen 5 --kind roaz --not msz",
            "matrix --own",
            "@matrix --own --sort name",
        ],
    ),
    ("own-marks", &["own-marks list", "@own-marks list"]),
    (
        "compare",
        &[
            "compare zeeland twente",
            "compare zeeland zuid-holland-noord --theme figures",
            "compare arnhem/achterhoek arnhem/gelderse-vallei --only differences",
            "compare noordoost-brabant roaz-noord-holland-flevoland --only shared",
            "compare roaz-limburg midden-holland --theme focus",
            "@compare aa bee",
            "@compare aa/noord roaz-bee",
        ],
    ),
    (
        "search",
        &[
            "search valpreventie",
            "search kind:focus in:zeeland",
            "search xyzzy",
            "search sociaal+domein !ggz",
            "@search gemeente",
        ],
    ),
    (
        "topics",
        &[
            "topics",
            "topics --theme focus --kind roaz --sort name",
            "topics --theme developments",
            "@topics --kind roaz",
        ],
    ),
    (
        "topic",
        &[
            "topics valpreventie",
            "topics vergrijzing --theme developments",
            "topics palliatieve-zorg --kind roaz",
            "@topics beeldbellen",
            "@topics valpreventie",
        ],
    ),
    (
        "similar",
        &[
            "similar zeeland",
            "similar arnhem/achterhoek --kind all --limit 3",
            "similar roaz-limburg",
            "@similar roaz-bee",
        ],
    ),
];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn schema(name: &str) -> Value {
    let path = docs().join(format!("schema/{name}.schema.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A home with own marks, of the bundled dataset and of none.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let mark = |region: &str, part: Value, axis: &str, column: &str, value: &str, remark: Value| json!({"region": region, "part": part, "axis": axis, "column": column, "value": value, "remark": remark});
    let marks = json!({"version": 1, "marks": [
        mark("aa", Value::Null, "sectors", "ggz", "yes", "p. 3 in kleur".into()),
        mark("gooi", Value::Null, "sectors", "ggz", "no", Value::Null),
        mark("nergens", "deel".into(), "sectors", "ggz", "no", Value::Null),
        mark("zeeland", Value::Null, "sectors", "ggz", "yes", Value::Null),
        mark("zeeland", Value::Null, "sectors", "msz", "yes", Value::Null),
    ]});
    std::fs::write(home.path().join("own-marks.json"), marks.to_string()).unwrap();
    home
}

/// What a question prints; it may find nothing.
fn answer(question: &str, home: &Path) -> Value {
    serde_json::from_str(&printed(question, "nl", home)).unwrap()
}

/// What a question prints, as it stands.
fn printed(question: &str, lang: &str, home: &Path) -> String {
    let (tiny, question) = question.strip_prefix('@').map_or((false, question), |q| (true, q));
    let folder = tiny_folder().display().to_string();
    let mut words: Vec<&str> = question.split(' ').chain(["--format", "json", "--lang", lang]).collect();
    if tiny {
        words.extend(["--data", &folder]);
    }
    let env = Env { data_folder: Some(home.to_path_buf()), ..Env::default() };
    let ran = impactkaart_of(&words, &env);
    assert!(ran.code <= 1 && ran.err.is_empty(), "{question}: {} {}", ran.code, ran.err);
    ran.out
}

/// Where a schema points to.
fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match schema["$ref"].as_str() {
        Some(path) => root.pointer(path.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// Of a schema that also allows null or a word, the one that fits.
fn fitting<'s>(root: &'s Value, schema: &'s Value, value: &Value) -> &'s Value {
    let schema = resolved(root, schema);
    let any = schema["anyOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    let fits = |s: &&Value| resolved(root, s)["properties"].is_object() == value.is_object();
    any.iter().find(fits).map_or(schema, |s| resolved(root, s))
}

/// Every object has its keys in the order of the schema; what it may leave out it may leave out.
fn assert_order(root: &Value, schema: &Value, value: &Value, at: &str) {
    let schema = fitting(root, schema, value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| assert_order(root, &schema["items"], item, at)),
        Value::Object(fields) => {
            let Some(known) = schema["properties"].as_object() else {
                return fields.iter().for_each(|(k, v)| {
                    assert_order(root, &schema["additionalProperties"], v, &format!("{at}.{k}"));
                });
            };
            let order: Vec<&String> = known.keys().filter(|k| fields.contains_key(*k)).collect();
            assert_eq!(fields.keys().collect::<Vec<_>>(), order, "{at}");
            fields.iter().for_each(|(k, v)| assert_order(root, &known[k], v, &format!("{at}.{k}")));
        }
        _ => {}
    }
}

#[test]
fn every_answer_fits_its_schema_with_its_keys_in_order() {
    let home = home();
    for (name, questions) in QUESTIONS {
        let schema = schema(name);
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        for question in *questions {
            let answer = answer(question, home.path());
            let faults: Vec<String> =
                validator.iter_errors(&answer).map(|e| format!("{}: {e}", e.instance_path)).collect();
            assert!(faults.is_empty(), "{question}: {faults:#?}");
            assert_order(&schema, &schema, &answer, question);
        }
    }
}

#[test]
fn an_answer_is_the_same_in_both_languages_and_every_time() {
    let home = home();
    for question in QUESTIONS.iter().flat_map(|(_, questions)| *questions) {
        let dutch = printed(question, "nl", home.path());
        assert!(dutch == printed(question, "en", home.path()), "{question}");
        assert!(dutch == printed(question, "nl", home.path()), "{question}");
    }
}

#[test]
fn every_region_row_and_topic_of_the_dataset_fits_its_schema() {
    let dataset = embedded().unwrap();
    let home = home();
    let regions = dataset.regions().map(|(_, region)| ("show", format!("show {}", region.id)));
    let topics = dataset.topics().filter(|(ix, _)| Some(*ix) != dataset.silence_topic());
    let topics = topics.map(|(_, topic)| ("topic", format!("topics {}", topic.id)));
    let validators: BTreeMap<&str, _> =
        ["show", "topic"].map(|name| (name, jsonschema::draft202012::new(&schema(name)).unwrap())).into();
    for (name, question) in regions.chain(topics) {
        let answer = answer(&question, home.path());
        let faults: Vec<String> =
            validators[name].iter_errors(&answer).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(faults.is_empty(), "{question}: {faults:#?}");
    }
}

#[test]
fn a_schema_refuses_what_the_program_must_not_print() {
    let home = home();
    let shown = answer("show noordoost-brabant", home.path());
    let validator = jsonschema::draft202012::new(&schema("show")).unwrap();
    for (at, wrong) in [
        ("/focus/0/sectors/marks", Value::Null),
        ("/focus/0/sectors/cells/ggz/value", "".into()),
        ("/focus/0/sectors/cells/ggz/ground", "guess".into()),
        ("/id", "Noordoost Brabant".into()),
        ("/tile", json!([1])),
    ] {
        let mut shown = shown.clone();
        *shown.pointer_mut(at).unwrap() = wrong;
        assert!(!validator.is_valid(&shown), "{at}");
    }
}

#[test]
fn what_the_source_lost_is_unknown_and_never_null() {
    let home = home();
    let missing = answer("show noordoost-brabant", home.path());
    assert_eq!(missing["focus"][0]["sectors"]["marks"], "unknown");
    assert_eq!(missing["focus"][0]["sectors"]["cells"]["ggz"]["value"], "unknown");
    let unclear = answer("@show bee", home.path());
    let actions = unclear["focus"][0]["actions"].as_array().unwrap();
    assert!(actions.iter().any(|a| a["basis"] == "unclear" && a["doelgroep"] == "unknown"), "{actions:#?}");
    let compared = answer("@compare aa bee", home.path());
    let last = compared["focus_actions"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["doelgroep"], &last["certain"]), (&"unknown".into(), &false.into()));
}

#[test]
fn a_row_of_one_side_is_not_said_to_be_named_by_it_alone_where_the_other_names_it_elsewhere_in_the_section() {
    let home = home();
    let mut one_sided = 0;
    for (a, b) in [("zeeland", "twente"), ("drenthe", "flevoland"), ("utrecht", "kennemerland")] {
        let answer = answer(&format!("compare {a} {b}"), home.path());
        let rows = answer["themes"].as_array().unwrap().iter().flat_map(|t| t["rows"].as_array().unwrap());
        for row in rows {
            let has = |side: &str| !row[side].as_array().unwrap().is_empty();
            match row["named_by"].as_str().unwrap() {
                "a" => assert!(has("a") && !has("b"), "{row}"),
                "b" => assert!(has("b") && !has("a"), "{row}"),
                _ if has("a") && has("b") => {}
                _ => {
                    assert!(!row["elsewhere"].as_array().unwrap().is_empty(), "{row}");
                    one_sided += 1;
                }
            }
        }
    }
    assert!(one_sided > 0, "the case exists in the data");
    let silent = answer("@compare aa/noord bee", home.path());
    let digital = silent["themes"].as_array().unwrap().iter().find(|t| t["theme"] == "digitale-zorg").unwrap();
    assert_eq!(digital["silent"]["a"], json!([{"part": "noord", "reason": "dash"}]));
}

#[test]
fn the_tables_of_the_page_are_those_of_the_schemas() {
    let mut shared: BTreeMap<String, (Value, Value)> = BTreeMap::new();
    let mut tables = String::new();
    for (name, _) in QUESTIONS {
        let schema = schema(name);
        let said = schema["description"].as_str().unwrap();
        write!(tables, "\n## {name}\n\n{said}\nSchema: [{name}.schema.json](schema/{name}.schema.json).\n\n").unwrap();
        table(&schema, &mut tables);
        for (object, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let known = shared.entry(object.clone()).or_insert_with(|| (definition.clone(), schema.clone()));
            assert_eq!(&known.0, definition, "{object} is the same in every schema");
        }
    }
    tables.push_str("\n## Objects\n\nObjects that stand in several places.\n");
    for (object, (definition, root)) in &shared {
        write!(tables, "\n### {object}\n\n{}\n\n", definition["description"].as_str().unwrap()).unwrap();
        let mut whole = definition.clone();
        whole["$defs"] = root["$defs"].clone();
        table(&whole, &mut tables);
    }
    let path = docs().join("json.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once("<!-- fields -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- /fields -->").unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, format!("{before}<!-- fields -->\n{tables}\n<!-- /fields -->{after}")).unwrap();
        return;
    }
    assert!(shown.trim() == tables.trim(), "the schemas changed: run `UPDATE_DOCS=1 cargo test --test json`");
}

/// The fields of a schema as a table, those of inner objects by their path.
fn table(schema: &Value, out: &mut String) {
    out.push_str("| field | type | meaning |\n|---|---|---|\n");
    fields(schema, "", out);
}

fn fields(schema: &Value, at: &str, out: &mut String) {
    if schema["type"] == "array" {
        return fields(&schema["items"], &format!("{at}[]"), out);
    }
    for (key, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
        let meaning = field["description"].as_str().unwrap_or_default();
        assert!(!meaning.is_empty(), "{path} is not described");
        writeln!(out, "| `{path}` | {} | {meaning} |", kind(field)).unwrap();
        let inner = field["anyOf"].as_array().and_then(|any| any.iter().find(|s| s["properties"].is_object()));
        fields(inner.unwrap_or(field), &path, out);
    }
}

/// The type of a field in words.
fn kind(field: &Value) -> String {
    let words = |values: &Value| values.as_array().unwrap().iter().map(word).collect::<Vec<_>>().join(", ");
    if let Some(path) = field["$ref"].as_str() {
        let name = path.rsplit('/').next().unwrap();
        return format!("[{name}](#{name})");
    }
    if field["enum"].is_array() {
        return words(&field["enum"]);
    }
    if field["const"].is_string() {
        return word(&field["const"]);
    }
    if let Some(any) = field["anyOf"].as_array() {
        return any.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    match (&field["type"], &field["items"], &field["additionalProperties"]) {
        (Value::String(kind), items, _) if kind == "array" => format!("list of {}", self::kind(items)),
        (Value::String(kind), _, Value::Object(_)) if kind == "object" => {
            format!("object by id, of {}", self::kind(&field["additionalProperties"]))
        }
        (Value::String(kind), ..) => kind.clone(),
        (kinds, ..) => kinds.as_array().unwrap().iter().map(|k| k.as_str().unwrap()).collect::<Vec<_>>().join(" or "),
    }
}

fn word(value: &Value) -> String {
    value.as_str().map_or("null".into(), |word| format!("`{word}`"))
}

#[test]
fn every_key_that_is_printed_stands_in_the_page() {
    let page = std::fs::read_to_string(docs().join("json.md")).unwrap();
    let home = home();
    for (_, questions) in QUESTIONS {
        for question in *questions {
            each_key(&answer(question, home.path()), &mut |key| {
                let stands = [format!("`{key}`"), format!(".{key}`")].iter().any(|said| page.contains(said));
                assert!(stands, "{question}: {key}");
            });
        }
    }
}

/// Visits every key but ids.
fn each_key(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_key(item, visit)),
        Value::Object(fields) => {
            for (key, value) in fields {
                visit(key);
                match (key.as_str(), value) {
                    ("cells" | "themes", Value::Object(by_id)) => by_id.values().for_each(|v| each_key(v, visit)),
                    _ => each_key(value, visit),
                }
            }
        }
        _ => {}
    }
}
