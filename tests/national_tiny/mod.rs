//! The tiny dataset with a regioplan of **aa** and a national picture, so small that everyone knows them by heart.
//!
//! Plan: a theme "Wijk" with a goal for 2026 at the latest; an agenda with a planning 2024-2026 that holds a step without
//! a year of its own, a step in 2025, and a yearly one. National: one bottleneck each for zorgkantoor (with a cause and
//! an effect) and ROAZ, a finding, a criterion tied to bee, a step, a note.
#![allow(dead_code, clippy::unwrap_used, reason = "a test takes its own part of this, and may fail where it stands")]

use std::fs;

use impactkaart::dataset::Files;
use serde_json::{Value, json};

use super::common::tiny_folder;

fn entry(id: &str, role: &str, kind: &str, name: Option<&str>, text: &str) -> Value {
    json!({
        "id": id, "role": role, "kind": kind, "name": name, "text": text, "topics": ["vergrijzing"], "sectors": [],
        "doelgroepen": [], "source": {"doc": "kaart", "page": null, "section": "1. Begin", "lines": [1, 2]}, "links": [],
    })
}

fn with(mut entry: Value, fields: Value) -> Value {
    entry.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    entry
}

fn step(id: &str, name: &str, text: &str, fields: Value) -> Value {
    let course = json!({"years": null, "when": null, "status": null, "parties": []});
    with(with(entry(id, "agenda", "planning", Some(name), text), course), fields)
}

fn plan() -> Value {
    let course = json!({"years": null, "when": null, "status": null, "parties": []});
    let goal = with(
        with(entry("aa.plan.doel", "goal", "doel", Some("Minder vallen"), "Minder mensen vallen."), course.clone()),
        json!({"years": {"from": null, "to": 2026}, "when": "uiterlijk 2026", "topics": ["valpreventie"]}),
    );
    let theme = with(entry("aa.plan.wijk", "theme", "thema", Some("Wijk"), "Zorg in de wijk."), course.clone());
    let theme = with(theme, json!({"also": [], "children": [goal]}));
    let under = step("aa.plan.afstemmen", "Afstemmen", "Partijen stemmen af.", json!({}));
    let planning = step(
        "aa.plan.planning",
        "Planning",
        "Drie jaar uitvoeren.",
        json!({"years": {"from": 2024, "to": 2026}, "when": "2024-2026", "children": [under],
               "parties": [{"party": "aa.plan.ggd", "as": "trekker"}]}),
    );
    let year = json!({"years": {"from": 2025, "to": 2025}, "when": "voorjaar 2025", "status": "gepland"});
    let evaluation = step("aa.plan.evaluatie", "Evaluatie", "De aanpak bekijken.", year);
    let yearly = step("aa.plan.jaarlijks", "Bijeenkomst", "Elkaar spreken.", json!({"when": "jaarlijks"}));
    let ggd =
        with(entry("aa.plan.ggd", "party", "overheid", Some("GGD Aâ"), "De GGD."), json!({"also": [], "topics": []}));
    let document = with(entry("aa.plan.plan", "plan", "regioplan", Some("Plan van Aâ"), "Het plan."), course);
    let mut plan = json!({
        "id": "aa", "doc": "kaart", "plan": with(document, json!({"version": null, "also": []})),
        "parties": [ggd], "themes": [theme], "agenda": [planning, evaluation, yearly], "notes": [],
    });
    for list in ["area", "context", "ambition", "across", "conditions", "agreements", "governance", "monitoring"] {
        plan[list] = json!([]);
    }
    plan
}

fn national() -> Value {
    let cause = entry("landelijk.zk.oorzaak", "cause", "oorzaak", None, "Er zijn te weinig mensen.");
    let effect =
        with(entry("landelijk.zk.effect", "effect", "effect", None, "De ggz loopt vol."), json!({"sectors": ["ggz"]}));
    let first = with(
        entry("landelijk.zk", "problem", "knelpunt", Some("Te veel vraag"), "De vraag is groter dan het aanbod."),
        json!({"nr": "1", "region_kind": "zorgkantoor", "children": [cause, effect]}),
    );
    let second = with(
        entry("landelijk.roaz", "problem", "knelpunt", Some("Volle SEH"), "De acute zorg loopt vast."),
        json!({"nr": "1", "region_kind": "roaz"}),
    );
    let finding = entry("landelijk.bevinding", "finding", "bevinding", Some("Breed"), "De beelden zijn breed.");
    let criterion = with(
        entry("landelijk.kenmerk", "criterion", "kenmerk", Some("Doelgroep benoemd"), "De doelgroep is bekend."),
        json!({"links": [{"to": "bee", "basis": "inferred"}]}),
    );
    let moment = json!({"years": {"from": 2023, "to": 2023}, "when": "juli 2023", "status": null, "parties": []});
    let regiobeeld =
        with(entry("landelijk.stap", "agenda", "stap", Some("Regiobeelden"), "De beelden zijn er."), moment);
    let note = json!({"text": "Een datum staat er tweemaal.", "sources": [cause_source()]});
    let mut national = json!({
        "id": "landelijk", "doc": "kaart", "timeline": [regiobeeld], "bottlenecks": [first, second],
        "findings": [finding], "criteria": [criterion], "notes": [note],
    });
    for list in ["about", "parties", "attention", "nza"] {
        national[list] = json!([]);
    }
    national
}

fn cause_source() -> Value {
    json!({"doc": "kaart", "page": null, "section": "1. Begin", "lines": [1, 1]})
}

/// The files.
pub fn files() -> Files {
    let mut files = vec![
        ("plans/aa.json".to_string(), plan().to_string().into_bytes()),
        ("national.json".to_string(), national().to_string().into_bytes()),
    ];
    for name in ["vocabulary.json", "sources.json", "regions/aa.json", "regions/bee.json", "regions/roaz-bee.json"] {
        files.push((name.to_string(), fs::read(tiny_folder().join(name)).unwrap()));
    }
    Files::of(files)
}
