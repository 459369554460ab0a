//! Writes the data files in their form: `cargo run --example format_data [-- FOLDER]`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use impactkaart::dataset::format::format;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "data".into());
    let mut files: Vec<PathBuf> =
        ["vocabulary.json", "sources.json", "national.json"].iter().map(|n| Path::new(&folder).join(n)).collect();
    for part in ["regions", "plans"].map(|n| Path::new(&folder).join(n)) {
        for entry in part.is_dir().then(|| fs::read_dir(&part)).transpose()?.into_iter().flatten() {
            files.push(entry?.path());
        }
    }
    for file in files.iter().filter(|f| f.is_file() && f.extension().is_some_and(|e| e == "json")) {
        let text = fs::read_to_string(file)?;
        let formatted = format(&serde_json::from_str(&text)?);
        if formatted != text {
            fs::write(file, formatted)?;
        }
    }
    Ok(())
}
