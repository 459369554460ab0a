//! The tiny dataset with two regioplannen that everyone knows by heart.
//!
//! **aa**: thema 1 "Vallen voorkomen" (valpreventie) with a goal, the initiative "Valtraining" (2024–2026, gepland, by
//! Thuiszorg Aa as trekker, tied to the goal as stated and to bee's transformatie as inferred) and a target for 2027;
//! thema 2 "Beeld" (beeldbellen) with a problem (vergrijzing). **bee**: transformatie A "Blijven bewegen"
//! (valpreventie), a condition (beeldbellen) and a step of the agenda in 2025 (vergrijzing).
#![allow(dead_code, clippy::unwrap_used, reason = "a test takes its own part of this, and may fail where it stands")]

use std::path::Path;

use impactkaart::dataset::Files;
use serde_json::{Value, json};

fn entry(id: &str, role: &str, kind: &str, name: Option<&str>, text: &str, topic: &str) -> Value {
    let mut entry = json!({
        "id": id, "kind": kind, "role": role, "name": name, "text": text,
        "topics": if topic.is_empty() { json!([]) } else { json!([topic]) }, "sectors": [], "doelgroepen": [],
        "source": {"doc": "kaart", "page": null, "section": format!("Paragraaf over {kind}"), "lines": [1, 2]},
        "links": []
    });
    let fields = entry.as_object_mut().unwrap();
    if ["plan", "theme", "initiative", "agenda"].contains(&role) {
        for key in ["years", "when", "status"] {
            fields.insert(key.into(), Value::Null);
        }
        fields.insert("parties".into(), json!([]));
    }
    if ["plan", "theme", "party"].contains(&role) {
        fields.insert("also".into(), json!([]));
    }
    if role == "plan" {
        fields.insert("version".into(), Value::Null);
    }
    entry
}

fn with(mut entry: Value, more: Value) -> Value {
    let fields = entry.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    entry
}

fn plan(id: &str, lists: Value) -> (String, Vec<u8>) {
    let title = entry(&format!("{id}.plan.document"), "plan", "regioplan", Some("Plan"), "Het plan.", "vergrijzing");
    let mut plan = json!({"id": id, "doc": "kaart", "plan": title, "area": [], "parties": [], "context": [],
        "ambition": [], "themes": [], "across": [], "conditions": [], "agreements": [], "governance": [],
        "monitoring": [], "agenda": [], "notes": []});
    plan.as_object_mut().unwrap().extend(lists.as_object().unwrap().clone());
    (format!("plans/{id}.json"), plan.to_string().into_bytes())
}

fn of_aa() -> (String, Vec<u8>) {
    let goal = entry("aa.plan.vallen.doel", "goal", "doel", None, "Ouderen vallen minder.", "valpreventie");
    let training = with(
        entry("aa.plan.vallen.training", "initiative", "initiatief", Some("Valtraining"), "Oefenen.", "valpreventie"),
        json!({"years": {"from": 2024, "to": 2026}, "status": "gepland",
            "parties": [{"party": "aa.plan.partij.thuiszorg", "as": "trekker"}],
            "links": [{"to": "aa.plan.vallen.doel", "basis": "stated"}, {"to": "bee.plan.bewegen", "basis": "inferred"}]}),
    );
    let target = with(
        entry("aa.plan.vallen.cijfer", "goal", "target", None, "Minder valpartijen in 2027.", "valpreventie"),
        json!({"metric": "valpartijen", "value": 20, "value_to": null, "bound": "minstens", "said": null,
            "unit": "% minder", "year": 2027, "from": null, "scope": "regio"}),
    );
    let falls = with(
        entry("aa.plan.vallen", "theme", "thema", Some("Vallen voorkomen"), "Vallen tegengaan.", "valpreventie"),
        json!({"nr": "1", "children": [goal, training, target]}),
    );
    let problem = entry("aa.plan.beeld.knelpunt", "problem", "knelpunt", None, "Er zijn meer ouderen.", "vergrijzing");
    let calls = with(
        entry("aa.plan.beeld", "theme", "thema", Some("Beeld"), "Zorg op afstand geven.", "beeldbellen"),
        json!({"nr": "2", "children": [problem]}),
    );
    let party =
        entry("aa.plan.partij.thuiszorg", "party", "zorgaanbieder", Some("Thuiszorg Aa"), "Geeft zorg thuis.", "");
    plan("aa", json!({"parties": [party], "themes": [falls, calls]}))
}

fn of_bee() -> (String, Vec<u8>) {
    let moving = with(
        entry("bee.plan.bewegen", "theme", "transformatie", Some("Blijven bewegen"), "Sterk blijven.", "valpreventie"),
        json!({"nr": "A"}),
    );
    let condition = entry("bee.plan.voorwaarde", "condition", "randvoorwaarde", None, "Goed internet.", "beeldbellen");
    let step = with(
        entry("bee.plan.stap", "agenda", "stap", None, "Prognose maken.", "vergrijzing"),
        json!({"years": {"from": 2025, "to": 2025}}),
    );
    plan("bee", json!({"themes": [moving], "conditions": [condition], "agenda": [step]}))
}

/// The files.
pub fn planned_files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny");
    let read = |name: &str| (name.to_string(), std::fs::read(folder.join(name)).unwrap());
    let mut files = vec![read("vocabulary.json"), read("sources.json"), of_aa(), of_bee()];
    for path in std::fs::read_dir(folder.join("regions")).unwrap() {
        files.push(read(&format!("regions/{}", path.unwrap().file_name().to_string_lossy())));
    }
    Files::of(files)
}
