//! Merges `data/` into one compact JSON that the library embeds, and fails the build with file and place where the
//! data is malformed.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

#[path = "src/dataset/check.rs"]
#[allow(dead_code, missing_docs, reason = "shared with the library, which uses all of it")]
mod check;
#[path = "src/texts.rs"]
#[allow(dead_code, missing_docs, reason = "shared with the library, which uses all of it")]
mod texts;

fn main() -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?;
    let data = Path::new(&root).join("data");
    for watched in
        ["data/vocabulary.json", "data/sources.json", "data/regions", "data/plans", "data/national.json", "build.rs"]
    {
        println!("cargo::rerun-if-changed={watched}");
    }
    let mut files = Vec::new();
    for name in ["vocabulary.json", "sources.json"] {
        files.push(read(&data, name)?);
    }
    for folder in ["regions", "plans"] {
        for name in json_files(&data.join(folder))? {
            files.push(read(&data, &format!("{folder}/{name}"))?);
        }
    }
    files.push(read(&data, "national.json")?);
    let faults = check::check(&files);
    if !faults.is_empty() {
        let lines: Vec<String> = faults.iter().map(|f| format!("data/{}", f.say(texts::Lang::En))).collect();
        return Err(format!("{} faults in the dataset:\n{}", lines.len(), lines.join("\n")));
    }
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let write = |name: &str, bytes: &[u8]| fs::write(Path::new(&out).join(name), bytes).map_err(|e| e.to_string());
    let works = check::works(&files);
    let start = works.find(",\"plans\":").ok_or("the plans have no index")?;
    write("works.start", &works.as_bytes()[..start])?;
    write("works.lz4", &lz4_flex::block::compress_prepend_size(works.as_bytes()))?;
    files.retain(|file| !check::is_work(&file.name));
    write("dataset.json", bundle(&files)?.as_bytes())
}

/// The names of the JSON files of a folder, in order.
fn json_files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    names.sort();
    Ok(names)
}

fn read(data: &Path, name: &str) -> Result<check::File, String> {
    let bytes = fs::read(data.join(name)).map_err(|e| format!("data/{name}: {e}"))?;
    Ok(check::File { name: name.to_string(), bytes })
}

/// The files as one JSON without white space, in the form of `raw::Bundle`, with every object as the list of its
/// values in the order of the fields in `raw.rs`. serde decodes a struct from either; the list spares the keys, which
/// are half of the text and most of the time of decoding. A test holds the embedded dataset against the files.
fn bundle(files: &[check::File]) -> Result<String, String> {
    let [vocabulary, sources, regions @ ..] = files else { return Err("data/ holds no files".into()) };
    let regions: Result<Vec<Value>, String> = regions.iter().map(|file| Ok(region(&parse(file)?))).collect();
    let (vocabulary, sources) = (parse(vocabulary)?, parse(sources)?);
    let columns = ["id", "label", "name", "name_en"];
    let words = Value::Array(vec![
        rows(&vocabulary["themes"], |t| values(t, &["id", "name", "name_en", "short"])),
        rows(&vocabulary["sectors"], |c| values(c, &columns)),
        rows(&vocabulary["doelgroepen"], |c| values(c, &columns)),
        rows(&vocabulary["topics"], |t| values(t, &["id", "name", "name_en", "terms"])),
        rows(&vocabulary["metrics"], |m| values(m, &["id", "name", "name_en", "unit"])),
    ]);
    let documents = rows(&sources["sources"], |d| values(d, &["id", "title", "publisher", "year", "file"]));
    Ok(Value::Array(vec![words, Value::Array(vec![documents]), Value::Array(regions?)]).to_string())
}

fn parse(file: &check::File) -> Result<Value, String> {
    serde_json::from_slice(&file.bytes).map_err(|e| format!("{}: {e}", file.name))
}

/// The values of these fields, in this order.
fn values(object: &Value, fields: &[&str]) -> Value {
    fields.iter().map(|field| object[*field].clone()).collect()
}

/// A list with each of its objects turned into the list of its values.
fn rows(list: &Value, row: impl Fn(&Value) -> Value) -> Value {
    list.as_array().into_iter().flatten().map(row).collect()
}

fn region(region: &Value) -> Value {
    let mut list = vec![];
    for field in ["id", "kind", "name", "also", "tile"] {
        list.push(region[field].clone());
    }
    list.push(rows(&region["parts"], |p| values(p, &["id", "name"])));
    list.push(rows(&region["developments"], |e| entry(e, &["id", "part"], true)));
    list.push(rows(&region["action_lines"], |e| entry(e, &["id", "part", "theme"], true)));
    list.push(rows(&region["silent_themes"], |s| with_source(s, &["part", "theme", "reason", "text", "topics"])));
    list.push(rows(&region["focus"], focus));
    list.push(rows(&region["notes"], |n| Value::Array(vec![n["text"].clone(), rows(&n["sources"], source)])));
    Value::Array(list)
}

fn focus(focus: &Value) -> Value {
    Value::Array(vec![
        focus["part"].clone(),
        focus["covers"].clone(),
        with_source(&focus["sectors"], &["marks", "columns"]),
        with_source(&focus["doelgroepen"], &["marks", "boxes", "columns"]),
        rows(&focus["actions"], |a| entry(a, &["id", "box", "doelgroep", "basis"], false)),
    ])
}

/// A development, an action line or a focus action: its own first fields, then what they have in common.
fn entry(entry: &Value, first: &[&str], doelgroepen: bool) -> Value {
    let Value::Array(mut list) = values(entry, first) else { return Value::Null };
    list.push(entry["text"].clone());
    list.push(rows(&entry["figures"], |f| {
        let point = |p: &Value| if p.is_null() { Value::Null } else { values(p, &["year", "value"]) };
        Value::Array(vec![f["metric"].clone(), point(&f["from"]), point(&f["to"])])
    }));
    list.push(entry["topics"].clone());
    list.push(entry["sectors"].clone());
    if doelgroepen {
        list.push(entry["doelgroepen"].clone());
    }
    list.push(source(&entry["source"]));
    Value::Array(list)
}

fn with_source(object: &Value, fields: &[&str]) -> Value {
    let Value::Array(mut list) = values(object, fields) else { return Value::Null };
    list.push(source(&object["source"]));
    Value::Array(list)
}

fn source(source: &Value) -> Value {
    values(source, &["doc", "page", "lines"])
}
