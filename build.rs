//! Merges `data/` into one compact JSON that the library embeds, and fails the build with file and place where the
//! data is malformed.

use std::path::Path;
use std::{env, fs};

#[path = "src/dataset/check.rs"]
#[allow(dead_code, missing_docs, reason = "shared with the library, which uses all of it")]
mod check;
#[path = "src/texts.rs"]
#[allow(dead_code, missing_docs, reason = "shared with the library, which uses all of it")]
mod texts;

fn main() -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?;
    let data = Path::new(&root).join("data");
    for watched in ["data/vocabulary.json", "data/sources.json", "data/regions", "build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let mut files = Vec::new();
    for name in ["vocabulary.json", "sources.json"] {
        files.push(read(&data, name)?);
    }
    let mut names: Vec<String> = fs::read_dir(data.join("regions"))
        .map_err(|e| format!("data/regions: {e}"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    for name in names {
        files.push(read(&data, &format!("regions/{name}"))?);
    }
    let faults = check::check(&files);
    if !faults.is_empty() {
        let lines: Vec<String> = faults.iter().map(|f| format!("data/{}", f.say(texts::Lang::En))).collect();
        return Err(format!("{} faults in the dataset:\n{}", lines.len(), lines.join("\n")));
    }
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    fs::write(Path::new(&out).join("dataset.json"), bundle(&files)?).map_err(|e| e.to_string())
}

fn read(data: &Path, name: &str) -> Result<check::File, String> {
    let bytes = fs::read(data.join(name)).map_err(|e| format!("data/{name}: {e}"))?;
    Ok(check::File { name: name.to_string(), bytes })
}

/// The files as one JSON without white space, in the form of `raw::Bundle`.
fn bundle(files: &[check::File]) -> Result<String, String> {
    let compact = |file: &check::File| -> Result<String, String> {
        let value: serde_json::Value = serde_json::from_slice(&file.bytes).map_err(|e| e.to_string())?;
        Ok(value.to_string())
    };
    let [vocabulary, sources, regions @ ..] = files else { return Err("data/ holds no files".into()) };
    let regions: Result<Vec<String>, String> = regions.iter().map(compact).collect();
    Ok(format!(
        "{{\"vocabulary\":{},\"sources\":{},\"regions\":[{}]}}",
        compact(vocabulary)?,
        compact(sources)?,
        regions?.join(",")
    ))
}
