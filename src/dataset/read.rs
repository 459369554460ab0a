//! Reading the dataset: the one embedded in the program, or a folder of the same form.

use std::fs;
use std::path::{Path, PathBuf};

use super::check::{self, Fault, File};
use super::model::{Dataset, Unsound};
use super::raw;

/// The dataset inside the program, as `build.rs` merged it.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// Decodes the dataset inside the program.
///
/// # Errors
/// None in a program that was built: the build refuses a malformed dataset. The faults are those of a folder.
pub fn embedded() -> Result<Dataset<'static>, Vec<Fault>> {
    let bundle = serde_json::from_str(EMBEDDED).map_err(|e| vec![Fault::unreadable("dataset", &e)])?;
    Dataset::assemble(bundle).map_err(|Unsound| vec![Fault::unreadable("dataset", &"assemble")])
}

/// The files of a data folder, read and kept so that a dataset can borrow from them.
#[derive(Debug)]
pub struct Files {
    files: Vec<File>,
}

impl Files {
    /// Reads `vocabulary.json`, `sources.json` and `regions/*.json` below a folder.
    ///
    /// # Errors
    /// Every file or folder that cannot be read, and a folder `regions` without a file.
    pub fn read(folder: &Path) -> Result<Files, Vec<Fault>> {
        // One mistake, one line: what was typed is no folder at all.
        fs::read_dir(folder).map_err(|e| vec![Fault::unreadable(&folder.display().to_string(), &e)])?;
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        let mut read = |name: String, path: PathBuf| match fs::read(&path) {
            Ok(bytes) => files.push(File { name, bytes }),
            Err(e) => faults.push(Fault::unreadable(&name, &e)),
        };
        for name in ["vocabulary.json", "sources.json"] {
            read(name.to_string(), folder.join(name));
        }
        let mut regions: Vec<PathBuf> = Vec::new();
        match fs::read_dir(folder.join("regions")) {
            Ok(entries) => {
                regions
                    .extend(entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "json")));
                regions.sort();
                for path in &regions {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    read(format!("regions/{name}"), path.clone());
                }
                if regions.is_empty() {
                    faults.push(Fault::empty_folder("regions"));
                }
            }
            Err(e) => faults.push(Fault::unreadable("regions", &e)),
        }
        if faults.is_empty() { Ok(Files { files }) } else { Err([check::check(&files), faults].concat_distinct()) }
    }

    /// Files that are already in memory, by name relative to the data folder.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Files {
        Files { files: files.into_iter().map(|(name, bytes)| File { name, bytes }).collect() }
    }

    /// Decodes the dataset, borrowing from these files.
    ///
    /// # Errors
    /// Every fault of every file, with its place.
    pub fn decode(&self) -> Result<Dataset<'_>, Vec<Fault>> {
        self.quick().ok_or_else(|| {
            let faults = self.faults();
            // The slow path explains what the fast path refused; that it finds nothing would be our own fault.
            if faults.is_empty() { vec![Fault::unreadable("dataset", &"assemble")] } else { faults }
        })
    }

    /// Every fault in the files; none when they decode.
    pub fn faults(&self) -> Vec<Fault> {
        check::check(&self.files)
    }

    /// The fast path: the dataset, or nothing when anything is wrong.
    fn quick(&self) -> Option<Dataset<'_>> {
        let text = |file| std::str::from_utf8(file).ok();
        let find = |name: &str| self.files.iter().find(|f| f.name == name).and_then(|f| text(&f.bytes));
        let vocabulary: raw::Vocabulary = serde_json::from_str(find("vocabulary.json")?).ok()?;
        let sources: raw::Sources = serde_json::from_str(find("sources.json")?).ok()?;
        let mut regions: Vec<raw::Region> = Vec::new();
        for file in self.files.iter().filter(|f| f.name.starts_with("regions/")) {
            let region: raw::Region = serde_json::from_str(text(&file.bytes)?).ok()?;
            if file.name != format!("regions/{}.json", region.id) {
                return None;
            }
            regions.push(region);
        }
        Dataset::assemble(raw::Bundle { vocabulary, sources, regions }).ok()
    }
}

/// Joins two lists of faults without saying the same file twice.
trait ConcatDistinct {
    fn concat_distinct(self) -> Vec<Fault>;
}

impl ConcatDistinct for [Vec<Fault>; 2] {
    fn concat_distinct(self) -> Vec<Fault> {
        let [checked, mut read] = self;
        let extra = checked
            .into_iter()
            .filter(|f| !f.at.is_empty() || !read.iter().any(|r| r.file == f.file))
            .collect::<Vec<_>>();
        read.extend(extra);
        read
    }
}
