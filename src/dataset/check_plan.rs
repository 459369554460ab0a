//! The faults of the files of `plans/` and of `national.json`, and their compact form. Their rules are those of
//! `data/schema/plan.schema.json` and `national.schema.json`; a test holds the two against each other.

use serde_json::{Map, Value};

use super::{Check, File, Known, Say, join, parse, short};
use crate::texts::Msg;

/// A tie or a party that an entry names, to be looked for when all files are read.
pub(super) struct Tie {
    file: String,
    at: String,
    to: String,
    party: bool,
}

const PLAN: &[&str] = &[
    "id",
    "doc",
    "plan",
    "area",
    "parties",
    "context",
    "ambition",
    "themes",
    "across",
    "conditions",
    "agreements",
    "governance",
    "monitoring",
    "agenda",
    "notes",
];
const NATIONAL: &[&str] =
    &["id", "doc", "about", "parties", "timeline", "bottlenecks", "findings", "criteria", "attention", "nza", "notes"];
const ENTRY: &[&str] = &["id", "kind", "role", "name", "text", "topics", "sectors", "doelgroepen", "source", "links"];
const FIGURE: &[&str] = &["metric", "value", "value_to", "bound", "said", "unit", "year", "from", "scope"];
const COURSE: &[&str] = &["years", "when", "status", "parties"];
const FIGURE_KINDS: &[&str] = &["target", "forecast", "fact", "estimate"];
const BOUNDS: &[&str] = &["bijna", "circa", "meer dan", "minder dan", "minstens", "hoogstens"];
const SCOPES: &[&str] = &["regio", "subregio", "gemeente", "roaz", "landelijk"];
const ROLES: &[&str] = &[
    "plan",
    "area",
    "party",
    "context",
    "principle",
    "ambition",
    "challenge",
    "goal",
    "theme",
    "group",
    "problem",
    "cause",
    "effect",
    "approach",
    "initiative",
    "agenda",
    "indicator",
    "figure",
    "condition",
    "agreement",
    "attention",
    "criterion",
    "finding",
    "governance",
    "monitoring",
];
const PARTY_KINDS: &[&str] = &[
    "zorgverzekeraar",
    "gemeente",
    "overheid",
    "zorgaanbieder",
    "beroepsgroep",
    "brancheorganisatie",
    "welzijnsorganisatie",
    "samenwerkingsverband",
    "overleg",
    "kennisorganisatie",
    "onderwijs",
    "inwonersorganisatie",
    "dienstverlener",
    "voorziening",
    "overig",
];

/// Whether a file holds a regioplan or the national picture.
pub fn is_work(name: &str) -> bool {
    name.starts_with("plans/") || name == "national.json"
}

/// The plans and the national picture as one JSON without white space, in the form of `raw_plan::Works`: their lists by
/// key, and no field that is null or empty. It begins with an index, the id and the document of each plan, which is read
/// without the rest. Only for files without faults.
pub fn works(files: &[File]) -> String {
    let mut works: Vec<&File> = files.iter().filter(|f| is_work(&f.name)).collect();
    works.sort_by(|a, b| a.name.cmp(&b.name));
    let (mut plans, mut national) = (Vec::new(), Value::Null);
    for file in works {
        let Ok(Value::Object(work)) = parse(file) else { continue };
        match file.name.as_str() {
            "national.json" => national = compact_work(work, NATIONAL),
            _ => plans.push(compact_work(work, PLAN)),
        }
    }
    let index = plans.iter().map(|plan| Value::Array(vec![plan["id"].clone(), plan["doc"].clone()])).collect();
    let all =
        [("index".to_string(), index), ("plans".to_string(), Value::Array(plans)), ("national".to_string(), national)];
    Value::Object(all.into_iter().collect()).to_string()
}

fn compact_work(mut work: Map<String, Value>, fields: &[&str]) -> Value {
    let mut out = Map::new();
    let mut lists = Vec::new();
    for key in fields {
        match (*key, work.remove(*key)) {
            (_, None) => {}
            ("id" | "doc" | "notes", Some(value)) => drop(out.insert((*key).into(), compact(value))),
            (_, Some(entries)) => {
                let entries = if entries.is_array() { entries } else { Value::Array(vec![entries]) };
                lists.push(Value::Array(vec![Value::String((*key).into()), compact(entries)]));
            }
        }
    }
    out.insert("lists".into(), Value::Array(lists));
    Value::Object(out)
}

fn compact(value: Value) -> Value {
    let empty = |v: &Value| v.is_null() || v.as_array().is_some_and(Vec::is_empty);
    match value {
        Value::Array(list) => list.into_iter().map(compact).collect(),
        // A point has its year even where it is null.
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(key, v)| key == "year" || !empty(v));
            kept.map(|(key, v)| (key, compact(v))).collect()
        }
        plain => plain,
    }
}

impl Check {
    /// A regioplan or the national picture.
    pub(super) fn work(&mut self, value: &Value) {
        let national = self.file == "national.json";
        let fields = if national { NATIONAL } else { PLAN };
        let Some(work) = self.object(value, "", fields) else { return };
        if let Some(id) = self.text(work, "id", "") {
            let expected = if national { "national.json".into() } else { format!("plans/{id}.json") };
            if self.file != expected || national != (id == "landelijk") {
                self.fault("id", Msg::FaultIdFile, &[&short(id)]);
            } else if !national && !self.ids.contains_key(id) {
                self.fault("id", Msg::FaultNoTarget, &[&short(id)]);
            }
        }
        if let Some(doc) = self.text(work, "doc", "") {
            self.known(doc, "doc", Known::Document);
        }
        if let Some(plan) = work.get("plan").filter(|_| !national) {
            self.plan_entry(plan, "plan");
        }
        for key in fields.iter().filter(|key| !["id", "doc", "plan", "notes"].contains(*key)) {
            for (at, entry) in self.list(work, key, "") {
                self.plan_entry(entry, &at);
            }
        }
        for (at, note) in self.list(work, "notes", "") {
            let Some(note) = self.object(note, &at, &["text", "sources"]) else { continue };
            self.text(note, "text", &at);
            for (place, source) in self.list(note, "sources", &at) {
                self.section(source, &place);
            }
        }
    }

    fn plan_entry(&mut self, value: &Value, at: &str) {
        let said = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
        let (role, figure) = (said("role"), FIGURE_KINDS.contains(&said("kind")));
        let mut required = ENTRY.to_vec();
        let mut optional = vec!["nr", "region_kind", "children"];
        if figure {
            required.extend(FIGURE);
        }
        match role {
            "plan" => required.extend(["version", "also"]),
            "area" => required.push("inhabitants"),
            "party" | "theme" => required.push("also"),
            "indicator" => required.extend(["baseline", "target"]),
            _ => {}
        }
        let runs = ["plan", "theme", "initiative", "agenda"].contains(&role);
        if runs { &mut required } else { &mut optional }.extend(COURSE);
        let Some(entry) = self.object_with(value, at, &required, &optional) else { return };
        self.new_id(entry, at);
        self.one_of(entry, "role", at, ROLES);
        match role {
            "party" => drop(self.one_of(entry, "kind", at, PARTY_KINDS)),
            "figure" => drop(self.one_of(entry, "kind", at, FIGURE_KINDS)),
            _ => drop(self.text(entry, "kind", at)),
        }
        if ["party", "theme"].contains(&role) {
            self.text(entry, "name", at)
        } else {
            self.text_or_null(entry, "name", at)
        };
        for key in ["nr", "text"] {
            self.text(entry, key, at);
        }
        for key in ["version", "baseline", "target", "when", "status", "metric", "said", "unit"] {
            self.text_or_null(entry, key, at);
        }
        if entry.contains_key("region_kind") {
            self.one_of(entry, "region_kind", at, &["zorgkantoor", "roaz"]);
        }
        self.whole_or_null(entry, "inhabitants", at, u64::from(u32::MAX));
        for (place, name) in self.list(entry, "also", at) {
            self.plain_text(name, &place);
        }
        let topics = self.known_list(entry, "topics", at, Known::Topic);
        if topics == 0 && !["area", "party"].contains(&role) && entry.get("topics").is_some_and(Value::is_array) {
            self.fault(&join(at, "topics"), Msg::FaultEmpty, &[]);
        }
        self.known_list(entry, "sectors", at, Known::Sector);
        self.known_list(entry, "doelgroepen", at, Known::Doelgroep);
        if let Some(source) = entry.get("source") {
            self.section(source, &join(at, "source"));
        }
        if figure {
            self.plan_figure(entry, at);
        }
        self.course(entry, at);
        for (place, child) in self.list(entry, "children", at) {
            self.plan_entry(child, &place);
        }
    }

    fn plan_figure(&mut self, entry: &Map<String, Value>, at: &str) {
        self.text(entry, "metric", at);
        for key in ["value", "value_to"] {
            if let Some(value) = entry.get(key).filter(|v| !v.is_null() && !v.is_number()) {
                self.wrong_type(&join(at, key), value, Say::OrNull(Msg::TypeNumber, vec![]));
            }
        }
        for (key, allowed) in [("bound", BOUNDS), ("scope", SCOPES)] {
            if entry.get(key).is_some_and(|v| !v.is_null()) {
                self.one_of(entry, key, at, allowed);
            }
        }
        self.whole_or_null(entry, "year", at, 9999);
        if let Some(from) = entry.get("from").filter(|v| !v.is_null()) {
            let place = join(at, "from");
            let Some(point) = self.object(from, &place, &["year", "value"]) else { return };
            self.whole_or_null(point, "year", &place, 9999);
            if let Some(value) = point.get("value").filter(|v| !v.is_number()) {
                self.wrong_type(&join(&place, "value"), value, Say::Text(Msg::TypeNumber, vec![]));
            }
        }
    }

    /// When it happens, who takes part, and what it is tied to.
    fn course(&mut self, entry: &Map<String, Value>, at: &str) {
        if let Some(years) = entry.get("years").filter(|v| !v.is_null()) {
            let place = join(at, "years");
            if let Some(years) = self.object(years, &place, &["from", "to"]) {
                let from = self.whole_or_null(years, "from", &place, 9999);
                let to = self.whole_or_null(years, "to", &place, 9999);
                if let (Some(from), Some(to)) = (from, to)
                    && from > to
                {
                    self.fault(&place, Msg::FaultBackwards, &[&from, &to]);
                }
            }
        }
        for (place, party) in self.list(entry, "parties", at) {
            let Some(named) = self.object(party, &place, &["party", "as"]) else { continue };
            self.text_or_null(named, "as", &place);
            if let Some(to) = self.text(named, "party", &place) {
                self.tie(join(&place, "party"), to, true);
            }
        }
        for (place, link) in self.list(entry, "links", at) {
            let Some(link) = self.object(link, &place, &["to", "basis"]) else { continue };
            self.one_of(link, "basis", &place, &["stated", "inferred"]);
            if let Some(to) = self.text(link, "to", &place) {
                self.tie(join(&place, "to"), to, false);
            }
        }
    }

    fn tie(&mut self, at: String, to: &str, party: bool) {
        self.ties.push(Tie { file: self.file.clone(), at, to: to.into(), party });
    }

    /// Looks for what the ties lead to, now that all ids are known.
    pub(super) fn ties(&mut self) {
        for tie in std::mem::take(&mut self.ties) {
            // A party is an entry of a plan or of the national picture, never a region or a passage.
            let fits = |place: &String| !tie.party || is_work(place.split(':').next().unwrap_or_default());
            if !self.ids.get(&tie.to).is_some_and(fits) {
                self.file = tie.file;
                self.fault(&tie.at, Msg::FaultNoTarget, &[&short(&tie.to)]);
            }
        }
    }

    /// A place in a source without pages.
    fn section(&mut self, value: &Value, at: &str) {
        let Some(source) = self.object(value, at, &["doc", "page", "section", "lines"]) else { return };
        if let Some(doc) = self.text(source, "doc", at) {
            self.known(doc, &join(at, "doc"), Known::Document);
        }
        if let Some(page) = source.get("page").filter(|p| !p.is_null()) {
            self.wrong_type(&join(at, "page"), page, Say::Text(Msg::TypeNull, vec![]));
        }
        self.text(source, "section", at);
        self.lines(source, at);
    }
}
