//! Reading the dataset: the one embedded in the program, or a folder of the same form.

use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use super::check::{self, Fault, File};
use super::model::{Dataset, Unsound, Works};
use super::raw;

/// The dataset inside the program, as `build.rs` merged it.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// The plans inside the program: a text of its own, packed, which stays on disk until it is asked for.
const WORKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/works.lz4"));

/// How that text begins: which regions have a plan.
const WORKS_START: &str = include_str!(concat!(env!("OUT_DIR"), "/works.start"));

/// Decodes the dataset inside the program.
///
/// # Errors
/// None in a program that was built: the build refuses a malformed dataset. The faults are those of a folder.
pub fn embedded() -> Result<Dataset<'static>, Vec<Fault>> {
    let bundle = serde_json::from_str(EMBEDDED).map_err(|e| vec![Fault::unreadable("dataset", &e)])?;
    let dataset = Dataset::assemble(bundle).map_err(|Unsound| vec![Fault::unreadable("dataset", &"assemble")])?;
    Ok(dataset.with_works(WORKS_START, Works::Packed(WORKS)))
}

/// The files of a data folder, read and kept so that a dataset can borrow from them.
#[derive(Debug)]
pub struct Files {
    files: Vec<File>,
    /// The plans in compact form, made when they are first needed.
    works: OnceLock<String>,
}

impl Files {
    /// Reads `vocabulary.json`, `sources.json` and `regions/*.json` below a folder, and where there are any,
    /// `plans/*.json` and `national.json`.
    ///
    /// # Errors
    /// Every file or folder that cannot be read, and a folder `regions` without a file.
    pub fn read(folder: &Path) -> Result<Files, Vec<Fault>> {
        // One mistake, one line: what was typed is no folder at all.
        fs::read_dir(folder).map_err(|e| vec![Fault::unreadable(&folder.display().to_string(), &e)])?;
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        let mut wanted: Vec<PathBuf> = ["vocabulary.json", "sources.json"].map(|name| folder.join(name)).into();
        wanted.extend(json_files(&folder.join("plans")).unwrap_or_default());
        wanted.extend(Some(folder.join("national.json")).filter(|path| path.exists()));
        match json_files(&folder.join("regions")) {
            Ok(regions) => {
                if regions.is_empty() {
                    faults.push(Fault::empty_folder("regions"));
                }
                wanted.extend(regions);
            }
            Err(e) => faults.push(Fault::unreadable("regions", &e)),
        }
        let read = |path: &PathBuf| {
            let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
            fs::read(path).map_err(|e| Fault::unreadable(&name, &e)).map(|bytes| File { name, bytes })
        };
        for file in side_by_side(&wanted, read) {
            match file {
                Ok(file) => files.push(file),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Files::from(files)) } else { Err([check::check(&files), faults].concat_distinct()) }
    }

    /// Files that are already in memory, by name relative to the data folder.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Files {
        Files::from(files.into_iter().map(|(name, bytes)| File { name, bytes }).collect::<Vec<_>>())
    }

    /// Decodes the dataset, borrowing from these files.
    ///
    /// # Errors
    /// Every fault of every file, with its place.
    pub fn decode(&self) -> Result<Dataset<'_>, Vec<Fault>> {
        let refused = || {
            let faults = self.faults();
            // The slow path explains what the fast path refused; that it finds nothing would be our own fault.
            if faults.is_empty() { vec![Fault::unreadable("dataset", &"assemble")] } else { faults }
        };
        let dataset = self.quick().ok_or_else(refused)?;
        if !self.files.iter().any(|f| check::is_work(&f.name)) {
            return Ok(dataset);
        }
        // Plans are few: they are read by the slow path at once, so that a fault is told at the start.
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let works = self.works.get_or_init(|| check::works(&self.files));
        let dataset = dataset.with_works(works, Works::Plain(works));
        dataset.read_plans().map_err(|Unsound| refused())?;
        Ok(dataset)
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
        let regions = side_by_side(&self.files, region).into_iter().flatten().collect::<Option<Vec<_>>>()?;
        Dataset::assemble(raw::Bundle { vocabulary, sources, regions }).ok()
    }
}

impl From<Vec<File>> for Files {
    fn from(files: Vec<File>) -> Files {
        Files { files, works: OnceLock::new() }
    }
}

/// The JSON files of a folder, by name.
fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.flatten().map(|e| e.path());
    let mut files: Vec<PathBuf> = paths.filter(|p| p.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    Ok(files)
}

/// The region of a file, or nothing when anything is wrong; none at all where the file is of another kind.
fn region(file: &File) -> Option<Option<raw::Region<'_>>> {
    file.name.starts_with("regions/").then(|| {
        let region: raw::Region = serde_json::from_str(std::str::from_utf8(&file.bytes).ok()?).ok()?;
        (file.name == format!("regions/{}.json", region.id)).then_some(region)
    })
}

/// Works on the items in order, on all processors where there are very many.
fn side_by_side<'i, T: Sync, R: Send>(items: &'i [T], work: impl Fn(&'i T) -> R + Sync) -> Vec<R> {
    /// So few are done sooner than threads are started.
    const FEW: usize = 200;
    let processors = thread::available_parallelism().map_or(1, |n| n.get().min(8));
    if items.len() <= FEW || processors == 1 {
        return items.iter().map(work).collect();
    }
    let work = &work;
    thread::scope(|scope| {
        let share = |items: &'i [T]| scope.spawn(move || items.iter().map(work).collect::<Vec<R>>());
        let shares: Vec<_> = items.chunks(items.len().div_ceil(processors)).map(share).collect();
        let done = shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic)));
        done.flatten().collect()
    })
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
