//! Finds every fault in a set of data files: each with its file, its place in the file, the value and what is
//! allowed. The build uses it too, so this file leans on nothing but serde_json and the table of texts.
//!
//! It reads the files as loose JSON, since a typed decoder stops at its first fault. What it accepts,
//! `Dataset::assemble` must accept as well; tests hold the two against each other.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use serde_json::{Map, Value};

use crate::texts::{Lang, Msg};

#[path = "check_plan.rs"]
mod plan;
pub use plan::{is_work, works};

/// A fault in a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the data folder.
    pub file: String,
    /// The place in the file, such as `action_lines[3].topics[0]`; empty for the file itself.
    pub at: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong: a text and the values that fill it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    msg: Msg,
    values: Vec<Say>,
}

/// A value in a problem: as it is, or itself a text of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Say {
    Plain(String),
    Text(Msg, Vec<String>),
    OrNull(Msg, Vec<String>),
}

impl Problem {
    fn new(msg: Msg, values: Vec<Say>) -> Self {
        Problem { msg, values }
    }

    fn plain(msg: Msg, values: &[&dyn fmt::Display]) -> Self {
        Problem { msg, values: values.iter().map(|v| Say::Plain(v.to_string())).collect() }
    }

    /// The problem in words.
    pub fn say(&self, lang: Lang) -> String {
        let values: Vec<String> = self.values.iter().map(|v| v.say(lang)).collect();
        let shown: Vec<&dyn fmt::Display> = values.iter().map(|v| v as &dyn fmt::Display).collect();
        lang.fill(self.msg, &shown)
    }
}

impl Say {
    fn say(&self, lang: Lang) -> String {
        let text = |msg: Msg, values: &[String]| {
            let shown: Vec<&dyn fmt::Display> = values.iter().map(|v| v as &dyn fmt::Display).collect();
            lang.fill(msg, &shown)
        };
        match self {
            Say::Plain(value) => value.clone(),
            Say::Text(msg, values) => text(*msg, values),
            Say::OrNull(msg, values) => lang.fill(Msg::TypeOrNull, &[&text(*msg, values)]),
        }
    }
}

impl Fault {
    /// The fault in words: file, place, problem.
    pub fn say(&self, lang: Lang) -> String {
        let colon = if self.at.is_empty() { "" } else { ": " };
        format!("{}{colon}{}: {}", self.file, self.at, self.problem.say(lang))
    }

    /// A file or folder that cannot be read.
    pub fn unreadable(file: &str, why: &dyn fmt::Display) -> Self {
        Fault { file: file.into(), at: String::new(), problem: Problem::plain(Msg::FaultUnreadable, &[why]) }
    }

    /// A folder without a region file.
    pub fn empty_folder(folder: &str) -> Self {
        Fault { file: folder.into(), at: String::new(), problem: Problem::plain(Msg::FaultFolderEmpty, &[]) }
    }
}

/// A file of the data folder, as bytes.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name relative to the data folder, with `/`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Checks `vocabulary.json`, `sources.json`, the files of `regions/` and of `plans/` and `national.json`; returns every
/// fault, in the order of the files. Other files are not looked at.
pub fn check(files: &[File]) -> Vec<Fault> {
    let mut check = Check::default();
    let mut parsed: Vec<(&str, Value)> = Vec::new();
    for file in files {
        match parse(file) {
            Ok(value) => parsed.push((&file.name, value)),
            Err(fault) => check.faults.push(*fault),
        }
    }
    let mut find = |name: &str| parsed.iter().position(|(n, _)| *n == name).map(|i| parsed.swap_remove(i).1);
    let (vocabulary, sources) = (find("vocabulary.json"), find("sources.json"));
    for (name, value, present) in [
        ("vocabulary.json", &vocabulary, files.iter().any(|f| f.name == "vocabulary.json")),
        ("sources.json", &sources, files.iter().any(|f| f.name == "sources.json")),
    ] {
        if value.is_none() && !present {
            check.faults.push(Fault::unreadable(name, &"-"));
        }
    }
    if let Some(value) = vocabulary {
        check.file = "vocabulary.json".into();
        check.vocabulary(&value);
    }
    if let Some(value) = sources {
        check.file = "sources.json".into();
        check.sources(&value);
    }
    parsed.sort_by(|a, b| a.0.cmp(b.0));
    for (name, value) in parsed.iter().filter(|(name, _)| name.starts_with("regions/")) {
        check.file = (*name).into();
        check.region(value);
    }
    if !files.iter().any(|f| f.name.starts_with("regions/")) {
        check.faults.push(Fault::empty_folder("regions"));
    }
    for (name, value) in parsed.iter().filter(|(name, _)| is_work(name)) {
        check.file = (*name).into();
        check.work(value);
    }
    check.ties();
    check.faults
}

fn parse(file: &File) -> Result<Value, Box<Fault>> {
    let fault = |problem| Box::new(Fault { file: file.name.clone(), at: String::new(), problem });
    let text =
        std::str::from_utf8(&file.bytes).map_err(|e| fault(Problem::plain(Msg::FaultNotUtf8, &[&e.valid_up_to()])))?;
    serde_json::from_str(text).map_err(|e| {
        let whole = e.to_string();
        let what = whole.split(" at line ").next().unwrap_or_default().to_string();
        fault(Problem::plain(Msg::FaultNotJson, &[&what, &e.line(), &e.column()]))
    })
}

#[derive(Default)]
struct Check {
    file: String,
    faults: Vec<Fault>,
    ids: HashMap<String, String>,
    tiles: BTreeMap<(u64, u64), String>,
    themes: Vec<String>,
    sectors: Vec<String>,
    doelgroepen: Vec<String>,
    topics: Vec<String>,
    metrics: Vec<String>,
    documents: Vec<String>,
    parts: Vec<String>,
    ties: Vec<plan::Tie>,
}

const ENTRY: &[&str] = &["id", "part", "text", "figures", "topics", "sectors", "doelgroepen", "source"];
const LINE: &[&str] = &["id", "part", "theme", "text", "figures", "topics", "sectors", "doelgroepen", "source"];
const ACTION: &[&str] = &["id", "box", "doelgroep", "basis", "text", "figures", "topics", "sectors", "source"];
const SILENT: &[&str] = &["part", "theme", "reason", "text", "topics", "source"];
const REGION: &[&str] =
    &["id", "kind", "name", "also", "tile", "parts", "developments", "action_lines", "silent_themes", "focus", "notes"];

impl Check {
    fn fault(&mut self, at: &str, msg: Msg, values: &[&dyn fmt::Display]) {
        self.problem(at, Problem::plain(msg, values));
    }

    fn problem(&mut self, at: &str, problem: Problem) {
        self.faults.push(Fault { file: self.file.clone(), at: at.into(), problem });
    }

    fn wrong_type(&mut self, at: &str, found: &Value, wanted: Say) {
        let found = match found {
            Value::Null => Say::Text(Msg::TypeNull, vec![]),
            Value::Bool(_) => Say::Text(Msg::TypeBool, vec![]),
            Value::Number(n) => Say::Plain(n.to_string()),
            Value::String(s) => Say::Plain(format!("{:?}", short(s))),
            Value::Array(_) => Say::Text(Msg::TypeList, vec![]),
            Value::Object(_) => Say::Text(Msg::TypeObject, vec![]),
        };
        self.problem(at, Problem::new(Msg::FaultWrongType, vec![found, wanted]));
    }

    /// The object with exactly these fields; missing and unknown ones are faults.
    fn object<'v>(&mut self, value: &'v Value, at: &str, fields: &[&str]) -> Option<&'v Map<String, Value>> {
        self.object_with(value, at, fields, &[])
    }

    fn object_with<'v>(
        &mut self,
        value: &'v Value,
        at: &str,
        fields: &[&str],
        optional: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let Value::Object(object) = value else {
            self.wrong_type(at, value, Say::Text(Msg::TypeObject, vec![]));
            return None;
        };
        for field in fields.iter().filter(|f| !object.contains_key(**f)) {
            self.fault(at, Msg::FaultMissingField, &[field]);
        }
        let known: Vec<&str> = fields.iter().chain(optional).copied().collect();
        for key in object.keys().filter(|k| !known.contains(&k.as_str())) {
            self.fault(at, Msg::FaultUnknownField, &[&short(key), &known.join(", ")]);
        }
        Some(object)
    }

    fn list<'v>(&mut self, object: &'v Map<String, Value>, key: &str, at: &str) -> Vec<(String, &'v Value)> {
        match object.get(key) {
            None => Vec::new(),
            Some(Value::Array(list)) => {
                list.iter().enumerate().map(|(i, v)| (format!("{}[{i}]", join(at, key)), v)).collect()
            }
            Some(other) => {
                self.wrong_type(&join(at, key), other, Say::Text(Msg::TypeList, vec![]));
                Vec::new()
            }
        }
    }

    fn plain_text<'v>(&mut self, value: &'v Value, at: &str) -> Option<&'v str> {
        let Value::String(text) = value else {
            self.wrong_type(at, value, Say::Text(Msg::TypeText, vec![]));
            return None;
        };
        if text.trim().is_empty() {
            self.fault(at, Msg::FaultEmpty, &[]);
        }
        if let Some(c) = text.chars().find(|c| c.is_control()) {
            self.fault(at, Msg::FaultControl, &[&format!("{:04X}", u32::from(c))]);
        }
        Some(text)
    }

    fn text<'v>(&mut self, object: &'v Map<String, Value>, key: &str, at: &str) -> Option<&'v str> {
        object.get(key).and_then(|value| self.plain_text(value, &join(at, key)))
    }

    fn text_or_null<'v>(&mut self, object: &'v Map<String, Value>, key: &str, at: &str) -> Option<&'v str> {
        match object.get(key) {
            None | Some(Value::Null) => None,
            Some(value @ Value::String(_)) => self.plain_text(value, &join(at, key)),
            Some(other) => {
                self.wrong_type(&join(at, key), other, Say::OrNull(Msg::TypeText, vec![]));
                None
            }
        }
    }

    fn whole(&mut self, value: &Value, at: &str, from: u64, to: u64) -> Option<u64> {
        match value.as_u64().filter(|n| (from..=to).contains(n)) {
            Some(n) => Some(n),
            None => {
                self.wrong_type(at, value, Say::Text(Msg::TypeWhole, vec![from.to_string(), to.to_string()]));
                None
            }
        }
    }

    fn whole_or_null(&mut self, object: &Map<String, Value>, key: &str, at: &str, to: u64) -> Option<u64> {
        match object.get(key) {
            None | Some(Value::Null) => None,
            Some(value) => match value.as_u64().filter(|n| *n <= to) {
                Some(n) => Some(n),
                None => {
                    self.wrong_type(
                        &join(at, key),
                        value,
                        Say::OrNull(Msg::TypeWhole, vec!["0".into(), to.to_string()]),
                    );
                    None
                }
            },
        }
    }

    /// An id that must not have been used before in the dataset.
    fn new_id(&mut self, object: &Map<String, Value>, at: &str) -> Option<String> {
        let id = self.text(object, "id", at)?.to_string();
        let place = join(at, "id");
        if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.')) {
            self.fault(&place, Msg::FaultBadId, &[&short(&id)]);
        }
        let here = format!("{}: {place}", self.file);
        match self.ids.get(&id) {
            Some(first) => {
                let first = first.clone();
                self.fault(&place, Msg::FaultIdTwice, &[&id, &first]);
            }
            None => {
                self.ids.insert(id.clone(), here);
            }
        }
        Some(id)
    }

    fn one_of(&mut self, object: &Map<String, Value>, key: &str, at: &str, allowed: &[&str]) -> Option<String> {
        let value = self.text(object, key, at)?.to_string();
        if !allowed.contains(&value.as_str()) {
            self.fault(&join(at, key), Msg::FaultNotAllowed, &[&short(&value), &allowed.join(", ")]);
        }
        Some(value)
    }

    fn known(&mut self, value: &str, at: &str, kind: Known) {
        let table = self.table(kind);
        if !table.iter().any(|id| id == value) {
            let allowed = allowed(value, table);
            self.fault(at, Msg::FaultUnknownId, &[&short(value), &allowed]);
        }
    }

    fn known_list(&mut self, object: &Map<String, Value>, key: &str, at: &str, kind: Known) -> usize {
        let list = self.list(object, key, at);
        let mut seen = HashSet::new();
        for (place, value) in &list {
            if let Some(id) = self.plain_text(value, place) {
                self.known(id, place, kind);
                if !seen.insert(id) {
                    self.fault(place, Msg::FaultIdTwice, &[&short(id), &join(at, key)]);
                }
            }
        }
        list.len()
    }

    fn table(&self, kind: Known) -> &[String] {
        match kind {
            Known::Theme => &self.themes,
            Known::Sector => &self.sectors,
            Known::Doelgroep => &self.doelgroepen,
            Known::Topic => &self.topics,
            Known::Metric => &self.metrics,
            Known::Document => &self.documents,
        }
    }

    /// A table of the vocabulary: its ids, unique within the table.
    fn vocabulary_table(
        &mut self,
        object: &Map<String, Value>,
        key: &str,
        fields: &[&str],
        most: usize,
    ) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let list = self.list(object, key, "");
        if list.len() > most {
            self.fault(key, Msg::FaultTooMany, &[&list.len(), &most]);
        }
        for (at, value) in list {
            let Some(row) = self.object(value, &at, fields) else { continue };
            for field in fields.iter().filter(|f| **f != "terms") {
                let Some(text) = self.text(row, field, &at) else { continue };
                if *field != "id" {
                    continue;
                }
                if ids.iter().any(|id| id == text) {
                    self.fault(&join(&at, "id"), Msg::FaultIdTwice, &[&short(text), &key]);
                }
                ids.push(text.to_string());
            }
            for (place, term) in self.list(row, "terms", &at) {
                self.plain_text(term, &place);
            }
        }
        ids
    }

    fn vocabulary(&mut self, value: &Value) {
        let Some(object) = self.object(value, "", &["themes", "sectors", "doelgroepen", "topics", "metrics"]) else {
            return;
        };
        let axis = &["id", "label", "name", "name_en"];
        self.themes = self.vocabulary_table(object, "themes", &["id", "name", "name_en", "short"], 255);
        self.sectors = self.vocabulary_table(object, "sectors", axis, 32);
        self.doelgroepen = self.vocabulary_table(object, "doelgroepen", axis, 32);
        self.topics = self.vocabulary_table(object, "topics", &["id", "name", "name_en", "terms"], 65_535);
        self.metrics = self.vocabulary_table(object, "metrics", &["id", "name", "name_en", "unit"], 65_535);
    }

    fn sources(&mut self, value: &Value) {
        let Some(object) = self.object(value, "", &["sources"]) else { return };
        for (at, value) in self.list(object, "sources", "") {
            let Some(row) = self.object(value, &at, &["id", "title", "publisher", "year", "file"]) else { continue };
            if let Some(id) = self.text(row, "id", &at) {
                if self.documents.iter().any(|d| d == id) {
                    self.fault(&join(&at, "id"), Msg::FaultIdTwice, &[&short(id), &"sources"]);
                }
                self.documents.push(id.to_string());
            }
            self.text(row, "title", &at);
            self.text(row, "file", &at);
            self.text_or_null(row, "publisher", &at);
            self.whole_or_null(row, "year", &at, 9999);
        }
    }

    fn region(&mut self, value: &Value) {
        let Some(object) = self.object(value, "", REGION) else { return };
        if let Some(id) = self.new_id(object, "")
            && self.file != format!("regions/{id}.json")
        {
            self.fault("id", Msg::FaultIdFile, &[&id]);
        }
        let kind = self.one_of(object, "kind", "", &["zorgkantoor", "roaz"]);
        self.text(object, "name", "");
        for (at, name) in self.list(object, "also", "") {
            self.plain_text(name, &at);
        }
        self.tile(object, kind.as_deref() == Some("roaz"));
        self.parts(object);
        for (at, entry) in self.list(object, "developments", "") {
            self.entry(entry, &at, ENTRY);
        }
        for (at, entry) in self.list(object, "action_lines", "") {
            self.entry(entry, &at, LINE);
        }
        for (at, silent) in self.list(object, "silent_themes", "") {
            self.silent(silent, &at);
        }
        for (at, focus) in self.list(object, "focus", "") {
            self.focus(focus, &at);
        }
        for (at, note) in self.list(object, "notes", "") {
            let Some(note) = self.object(note, &at, &["text", "sources"]) else { continue };
            self.text(note, "text", &at);
            for (place, source) in self.list(note, "sources", &at) {
                self.source_at(source, &place);
            }
        }
    }

    fn tile(&mut self, object: &Map<String, Value>, roaz: bool) {
        let Some(value) = object.get("tile").filter(|v| !v.is_null()) else { return };
        let pair = value.as_array().and_then(|a| match a.as_slice() {
            [a, b] => Some((a.as_u64().filter(|n| *n < 256)?, b.as_u64().filter(|n| *n < 256)?)),
            _ => None,
        });
        let Some(pair) = pair else {
            return self.wrong_type("tile", value, Say::OrNull(Msg::TypePair, vec![]));
        };
        if roaz {
            return self.fault("tile", Msg::FaultTileRoaz, &[]);
        }
        match self.tiles.get(&pair) {
            Some(other) => {
                let other = other.clone();
                self.fault("tile", Msg::FaultTileTwice, &[&format!("[{}, {}]", pair.0, pair.1), &other]);
            }
            None => {
                self.tiles.insert(pair, self.file.clone());
            }
        }
    }

    fn parts(&mut self, object: &Map<String, Value>) {
        self.parts.clear();
        for (at, value) in self.list(object, "parts", "") {
            let Some(part) = self.object(value, &at, &["id", "name"]) else { continue };
            self.text(part, "name", &at);
            if let Some(id) = self.text(part, "id", &at) {
                if self.parts.iter().any(|p| p == id) {
                    self.fault(&join(&at, "id"), Msg::FaultIdTwice, &[&short(id), &"parts"]);
                }
                self.parts.push(id.to_string());
            }
        }
    }

    fn part(&mut self, id: &str, at: &str) {
        if !self.parts.iter().any(|p| p == id) {
            let allowed = allowed(id, &self.parts);
            self.fault(at, Msg::FaultNoPart, &[&short(id), &allowed]);
        }
    }

    fn part_or_null(&mut self, object: &Map<String, Value>, at: &str) {
        if let Some(id) = self.text_or_null(object, "part", at) {
            self.part(id, &join(at, "part"));
        }
    }

    fn entry(&mut self, value: &Value, at: &str, fields: &[&str]) {
        let Some(entry) = self.object(value, at, fields) else { return };
        self.new_id(entry, at);
        self.part_or_null(entry, at);
        if fields.contains(&"theme")
            && let Some(theme) = self.text(entry, "theme", at)
        {
            self.known(theme, &join(at, "theme"), Known::Theme);
        }
        self.known_list(entry, "doelgroepen", at, Known::Doelgroep);
        self.said(entry, at);
    }

    /// What developments, action lines and focus actions have in common.
    fn said(&mut self, entry: &Map<String, Value>, at: &str) {
        self.text(entry, "text", at);
        if self.known_list(entry, "topics", at, Known::Topic) == 0 && entry.get("topics").is_some_and(Value::is_array) {
            self.fault(&join(at, "topics"), Msg::FaultEmpty, &[]);
        }
        self.known_list(entry, "sectors", at, Known::Sector);
        for (place, figure) in self.list(entry, "figures", at) {
            self.figure(figure, &place);
        }
        self.source(entry, at);
    }

    fn figure(&mut self, value: &Value, at: &str) {
        let Some(figure) = self.object(value, at, &["metric", "from", "to"]) else { return };
        if let Some(metric) = self.text(figure, "metric", at) {
            self.known(metric, &join(at, "metric"), Known::Metric);
        }
        for key in ["from", "to"] {
            let Some(value) = figure.get(key).filter(|v| !v.is_null()) else { continue };
            let place = join(at, key);
            let Some(point) = self.object(value, &place, &["year", "value"]) else { continue };
            self.whole_or_null(point, "year", &place, 9999);
            if let Some(value) = point.get("value").filter(|v| !v.is_number()) {
                self.wrong_type(&join(&place, "value"), value, Say::Text(Msg::TypeNumber, vec![]));
            }
        }
    }

    fn source(&mut self, object: &Map<String, Value>, at: &str) {
        if let Some(source) = object.get("source") {
            self.source_at(source, &join(at, "source"));
        }
    }

    fn source_at(&mut self, value: &Value, at: &str) {
        let Some(source) = self.object(value, at, &["doc", "page", "lines"]) else { return };
        if let Some(doc) = self.text(source, "doc", at) {
            self.known(doc, &join(at, "doc"), Known::Document);
        }
        self.whole_or_null(source, "page", at, 65_535);
        self.lines(source, at);
    }

    /// First and last line of a place in a source.
    fn lines(&mut self, source: &Map<String, Value>, at: &str) {
        let Some(lines) = source.get("lines") else { return };
        let place = join(at, "lines");
        let most = u64::from(u32::MAX);
        let pair = lines.as_array().and_then(|l| match l.as_slice() {
            [a, b] => Some((a.as_u64().filter(|n| *n <= most)?, b.as_u64().filter(|n| *n <= most)?)),
            _ => None,
        });
        match pair {
            None => self.wrong_type(&place, lines, Say::Text(Msg::TypePair, vec![])),
            Some((0, _)) => self.fault(&place, Msg::FaultLineZero, &[&0]),
            Some((first, last)) if first > last => self.fault(&place, Msg::FaultBackwards, &[&first, &last]),
            Some(_) => {}
        }
    }

    fn silent(&mut self, value: &Value, at: &str) {
        let Some(silent) = self.object(value, at, SILENT) else { return };
        self.part_or_null(silent, at);
        if let Some(theme) = self.text(silent, "theme", at) {
            self.known(theme, &join(at, "theme"), Known::Theme);
        }
        self.one_of(silent, "reason", at, &["dash", "stated"]);
        self.text(silent, "text", at);
        self.known_list(silent, "topics", at, Known::Topic);
        self.source(silent, at);
    }

    fn focus(&mut self, value: &Value, at: &str) {
        let Some(focus) = self.object(value, at, &["part", "covers", "sectors", "doelgroepen", "actions"]) else {
            return;
        };
        self.part_or_null(focus, at);
        for (place, part) in self.list(focus, "covers", at) {
            if let Some(id) = self.plain_text(part, &place) {
                self.part(id, &place);
            }
        }
        self.row(focus, "sectors", at, Known::Sector);
        let boxes = self.row(focus, "doelgroepen", at, Known::Doelgroep);
        for (place, action) in self.list(focus, "actions", at) {
            self.action(action, &place, boxes);
        }
    }

    /// One axis of a row; returns how many boxes stand under it.
    fn row(&mut self, focus: &Map<String, Value>, key: &str, at: &str, kind: Known) -> Option<u64> {
        let at = join(at, key);
        let boxed = kind == Known::Doelgroep;
        let fields: &[&str] =
            if boxed { &["marks", "boxes", "columns", "source"] } else { &["marks", "columns", "source"] };
        let row = self.object(focus.get(key)?, &at, fields)?;
        let length = self.table(kind).len() as u64;
        let marks = self.whole_or_null(row, "marks", &at, 255);
        if let Some(marks) = marks.filter(|m| *m > length) {
            self.fault(&join(&at, "marks"), Msg::FaultMarks, &[&marks, &length]);
        }
        if row.get("columns").is_some_and(|c| !c.is_null()) {
            let columns = self.known_list(row, "columns", &at, kind) as u64;
            if Some(columns) != marks {
                let marks = marks.map_or("null".to_string(), |m| m.to_string());
                self.fault(&join(&at, "columns"), Msg::FaultColumns, &[&columns, &marks]);
            }
        }
        self.source(row, &at);
        let boxes = row.get("boxes").filter(|_| boxed)?;
        self.whole(boxes, &join(&at, "boxes"), 0, 255)
    }

    fn action(&mut self, value: &Value, at: &str, boxes: Option<u64>) {
        let Some(action) = self.object(value, at, ACTION) else { return };
        self.new_id(action, at);
        if let Some(number) = action.get("box").and_then(|b| self.whole(b, &join(at, "box"), 1, 255))
            && let Some(boxes) = boxes.filter(|boxes| number > *boxes)
        {
            self.fault(&join(at, "box"), Msg::FaultBox, &[&number, &boxes]);
        }
        let basis = self.one_of(action, "basis", at, &["named", "clear", "order", "unclear"]);
        let doelgroep = self.text_or_null(action, "doelgroep", at);
        if let Some(id) = doelgroep {
            self.known(id, &join(at, "doelgroep"), Known::Doelgroep);
        }
        if basis.is_some_and(|b| (b == "unclear") != action.get("doelgroep").is_some_and(Value::is_null)) {
            self.fault(&join(at, "basis"), Msg::FaultBasis, &[]);
        }
        self.said(action, at);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Theme,
    Sector,
    Doelgroep,
    Topic,
    Metric,
    Document,
}

fn join(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_string() } else { format!("{at}.{key}") }
}

/// A value short enough to stand in a message.
fn short(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.chars().count() <= 60 { clean } else { clean.chars().take(57).chain("...".chars()).collect() }
}

/// The ids that are allowed; of a long table those that are most like the value.
fn allowed(value: &str, table: &[String]) -> String {
    const MOST: usize = 16;
    if table.is_empty() {
        return "-".into();
    }
    if table.len() <= MOST {
        return table.join(", ");
    }
    let common = |id: &str| id.chars().zip(value.chars()).take_while(|(a, b)| a == b).count();
    let mut near: Vec<&String> = table.iter().collect();
    near.sort_by_key(|id| std::cmp::Reverse(common(id)));
    let near: Vec<&str> = near.into_iter().take(5).map(String::as_str).collect();
    format!("{}, … ({} in vocabulary.json)", near.join(", "), table.len())
}
