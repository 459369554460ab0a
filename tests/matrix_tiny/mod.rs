//! A tiny dataset that one knows by heart: a region, its one row of the matrix, four sectors and three doelgroepen.
#![allow(dead_code, clippy::unwrap_used, reason = "each test takes what it needs")]

use impactkaart::dataset::Files;
use serde_json::{Value as Json, json};

/// The columns of the first axis.
pub const SECTORS: [&str; 4] = ["msz", "ggz", "efz", "elv"];
/// The columns of the second axis.
pub const DOELGROEPEN: [&str; 3] = ["psychisch", "kanker", "ouderen"];

fn source() -> Json {
    json!({"doc": "kaart", "page": 1, "lines": [1, 2]})
}

/// A tiny dataset: one region, `eiland`, whose row is handed in, with an action line for each set of tagged sectors.
pub fn tiny(focus: &Json, lines: &[(Vec<&str>, Vec<&str>)]) -> Files {
    let named = |ids: &[&str]| -> Vec<Json> {
        ids.iter().map(|id| json!({"id": id, "label": id[..3].to_uppercase(), "name": id, "name_en": id})).collect()
    };
    let vocabulary = json!({
        "themes": [{"id": "preventie", "name": "Preventie", "name_en": "Prevention", "short": "Preventie"}],
        "sectors": named(&SECTORS), "doelgroepen": named(&DOELGROEPEN),
        "topics": [{"id": "valpreventie", "name": "valpreventie", "name_en": "falls", "terms": ["vallen"]}],
        "metrics": [],
    });
    let sources = json!({"sources": [{"id": "kaart", "title": "Kaart", "publisher": null, "year": null, "file": "k"}]});
    let lines: Vec<Json> = lines
        .iter()
        .enumerate()
        .map(|(i, (sectors, doelgroepen))| {
            json!({"id": format!("eiland.preventie.{}", i + 1), "part": null, "theme": "preventie", "text": "Iets doen.",
                "figures": [], "topics": ["valpreventie"], "sectors": sectors, "doelgroepen": doelgroepen,
                "source": source()})
        })
        .collect();
    let region = json!({"id": "eiland", "kind": "zorgkantoor", "name": "Eiland", "also": [], "tile": null, "parts": [],
        "developments": [], "action_lines": lines, "silent_themes": [], "focus": [focus], "notes": []});
    let file = |name: &str, value: &Json| (name.to_string(), value.to_string().into_bytes());
    Files::of([
        file("vocabulary.json", &vocabulary),
        file("sources.json", &sources),
        file("regions/eiland.json", &region),
    ])
}

/// The row: how many V's over each axis, and the text boxes, each with its doelgroep and the basis for it.
pub fn focus(sectors: Option<u8>, doelgroepen: Option<u8>, boxes: &[(Option<usize>, &str)]) -> Json {
    let actions: Vec<Json> = boxes
        .iter()
        .enumerate()
        .map(|(i, (doelgroep, basis))| {
            json!({"id": format!("eiland.focus.x.{}", i + 1), "box": i + 1,
                "doelgroep": doelgroep.map(|d| DOELGROEPEN[d]), "basis": basis, "text": "Iets doen.", "figures": [],
                "topics": ["valpreventie"], "sectors": [], "source": source()})
        })
        .collect();
    json!({"part": null, "covers": [],
        "sectors": {"marks": sectors, "columns": null, "source": source()},
        "doelgroepen": {"marks": doelgroepen, "boxes": boxes.len(), "columns": null, "source": source()},
        "actions": actions})
}
