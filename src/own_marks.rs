//! Own marks: what a person who has the original set of a cell, kept with the person's data, never in the dataset.
//!
//! Two sessions may write at once. A file that is replaced by rename cannot be its own lock, so a separate lock file
//! stays beside it: take the lock (waiting at most a second, since a suspended holder must not freeze others), read
//! again, change, write beside, fsync, rename. A damaged file is set aside under another name, never overwritten.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::dataset::{Axis, Column, Dataset, PartIx, RegionIx, RowIx};
use crate::query::matrix::Own;
use crate::texts::{Lang, Msg};

/// The name of the file in the person's data folder.
pub const FILE: &str = "own-marks.json";
/// The name of the file whose lock guards it.
const LOCK: &str = "own-marks.lock";
/// How long another session may hold the lock.
const PATIENCE: Duration = Duration::from_secs(1);
/// The version of the file's form.
const VERSION: u32 = 1;

/// Yes or no, as the person saw it in the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// A V stands there.
    Yes,
    /// No V stands there.
    No,
}

/// Which cell a mark is on, by ids as in the data files, so that it outlives a change of the dataset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellId {
    /// The id of the region.
    pub region: String,
    /// The id of the part whose row it is.
    pub part: Option<String>,
    /// `sectors` or `doelgroepen`.
    pub axis: String,
    /// The id of the column.
    pub column: String,
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(f, "{}/{} {}", self.region, part, self.column),
            None => write!(f, "{} {}", self.region, self.column),
        }
    }
}

/// An own mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The cell.
    #[serde(flatten)]
    pub cell: CellId,
    /// Yes or no.
    pub value: Verdict,
    /// What the person wrote with it.
    #[serde(default)]
    pub remark: Option<String>,
}

/// The form of the file, of an export and of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    version: u32,
    /// The marks, ordered by cell.
    pub marks: Vec<Mark>,
}

impl Default for Marks {
    fn default() -> Self {
        Marks { version: VERSION, marks: Vec::new() }
    }
}

/// Why own marks could not be read or kept.
#[derive(Debug)]
pub enum Trouble {
    /// There is no folder for a person's data: no home.
    NoFolder,
    /// Another session held the lock for longer than a second.
    Busy(PathBuf),
    /// The form is that of a newer program; it is left as it is.
    Newer(PathBuf),
    /// A file to import is no file of own marks: where and why.
    NotMarks(PathBuf, String),
    /// The file system refused.
    File(PathBuf, io::Error),
}

impl Trouble {
    /// What is wrong and what can be done.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Trouble::NoFolder => lang.say(Msg::OwnNoFolder).to_string(),
            Trouble::Busy(path) => lang.fill(Msg::OwnBusy, &[&path.display()]),
            Trouble::Newer(path) => lang.fill(Msg::OwnNewer, &[&path.display()]),
            Trouble::NotMarks(path, why) => lang.fill(Msg::OwnNotMarks, &[&path.display(), why]),
            Trouble::File(path, why) => lang.fill(Msg::OwnFile, &[&path.display(), why]),
        }
    }
}

impl Marks {
    /// The mark of a cell.
    pub fn get(&self, cell: &CellId) -> Option<&Mark> {
        self.marks.iter().find(|m| m.cell == *cell)
    }

    /// Sets the mark of a cell, or takes it away.
    pub fn set(&mut self, cell: &CellId, mark: Option<(Verdict, Option<String>)>) {
        self.marks.retain(|m| m.cell != *cell);
        if let Some((value, remark)) = mark {
            self.marks.push(Mark { cell: cell.clone(), value, remark });
            self.marks.sort_by(|a, b| a.cell.cmp(&b.cell));
        }
    }

    /// Takes over the marks of another set; where both have a cell and differ, ours stays unless `theirs` wins.
    pub fn merge(&mut self, other: &Marks, theirs: bool) -> Merged {
        let mut merged = Merged::default();
        for mark in &other.marks {
            match self.get(&mark.cell) {
                None => merged.new += 1,
                Some(own) if own == mark => {
                    merged.same += 1;
                    continue;
                }
                Some(_) => {
                    merged.differing.push(mark.cell.clone());
                    if !theirs {
                        continue;
                    }
                }
            }
            self.set(&mark.cell, Some((mark.value, mark.remark.clone())));
        }
        merged
    }

    /// The marks on cells of this dataset, for the filter.
    pub fn resolve(&self, dataset: &Dataset<'_>) -> Own {
        let known = |m: &Mark| m.cell.find(dataset).map(|at| (at, m.value == Verdict::Yes));
        self.marks.iter().filter_map(known).collect()
    }

    /// The marks whose region or column this dataset does not have; they are kept.
    pub fn strangers(&self, dataset: &Dataset<'_>) -> Vec<&Mark> {
        self.marks.iter().filter(|m| m.cell.find(dataset).is_none()).collect()
    }

    /// The marks as the text of a file.
    ///
    /// # Errors
    /// Never for these types; serde's signature asks for it.
    pub fn to_text(&self) -> io::Result<String> {
        Ok(serde_json::to_string_pretty(self).map_err(io::Error::from)? + "\n")
    }

    /// The marks in the text of a file.
    ///
    /// # Errors
    /// When the text has another form; then where and why.
    fn of_text(text: &[u8]) -> Result<Marks, serde_json::Error> {
        let mut marks: Marks = serde_json::from_slice(text)?;
        for mark in &mut marks.marks {
            // What a colleague wrote never reaches the terminal as a control sequence.
            mark.remark = mark.remark.take().map(|r| plain(&r)).filter(|r| !r.is_empty());
            for id in [&mut mark.cell.region, &mut mark.cell.axis, &mut mark.cell.column] {
                *id = plain(id);
            }
            mark.cell.part = mark.cell.part.take().map(|p| plain(&p));
        }
        marks.marks.sort_by(|a, b| a.cell.cmp(&b.cell));
        Ok(marks)
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_string()
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// How many marks were new.
    pub new: usize,
    /// How many were there already.
    pub same: usize,
    /// The cells that both had a different mark or remark for.
    pub differing: Vec<CellId>,
}

impl CellId {
    /// The cell of a row under a column.
    pub fn of(dataset: &Dataset<'_>, row: RowIx, column: Column) -> CellId {
        let region = &dataset[dataset[row].region];
        CellId {
            region: region.id.to_string(),
            part: dataset[row].part.map(|p| region.parts[p.place()].id.to_string()),
            axis: column.axis.key().to_string(),
            column: dataset[column].id.to_string(),
        }
    }

    /// The row and the column, where the dataset has them.
    pub fn find(&self, dataset: &Dataset<'_>) -> Option<(RowIx, Column)> {
        let axis = Axis::ALL.into_iter().find(|a| a.key() == self.axis)?;
        let column = dataset.column(axis, &self.column)?;
        let region: RegionIx = dataset.regions().find(|(_, r)| *r.id == *self.region).map(|(ix, _)| ix)?;
        let part: Option<PartIx> = match &self.part {
            Some(id) => Some(dataset.part(region, id)?),
            None => None,
        };
        dataset.rows_of(region).find(|(_, row)| row.part == part).map(|(ix, _)| (ix, column))
    }
}

/// What was found in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The marks.
    pub marks: Marks,
    /// Where a damaged file was set aside.
    pub set_aside: Option<PathBuf>,
}

/// The place where own marks are kept; none where the person has no home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Store {
    folder: Option<PathBuf>,
}

impl Store {
    /// The store in a folder.
    pub fn at(folder: Option<PathBuf>) -> Store {
        Store { folder }
    }

    /// The marks as they are now; none where there is no file or no folder.
    ///
    /// # Errors
    /// When the file cannot be read, or a damaged one cannot be set aside.
    pub fn load(&self) -> Result<Loaded, Trouble> {
        let Some(folder) = &self.folder else { return Ok(Loaded::default()) };
        match read(&folder.join(FILE))? {
            Read::Marks(marks) => Ok(Loaded { marks, set_aside: None }),
            // Only under the lock may a file be moved: another session may just be putting it right.
            Read::Damaged => {
                let _lock = lock(folder)?;
                read_or_set_aside(folder)
            }
        }
    }

    /// Sets the mark of a cell, or takes it away, and returns all marks as they are then.
    ///
    /// # Errors
    /// When there is no folder, another session holds the lock, or the file system refuses.
    pub fn set(&self, cell: &CellId, mark: Option<(Verdict, Option<String>)>) -> Result<Loaded, Trouble> {
        let (loaded, ()) = self.change(|marks| marks.set(cell, mark))?;
        Ok(loaded)
    }

    /// Merges marks in; see [`Marks::merge`].
    ///
    /// # Errors
    /// As [`Store::set`].
    pub fn import(&self, other: &Marks, theirs: bool) -> Result<(Loaded, Merged), Trouble> {
        self.change(|marks| marks.merge(other, theirs))
    }

    /// Lock, read again, change, write beside, fsync, rename.
    fn change<T>(&self, change: impl FnOnce(&mut Marks) -> T) -> Result<(Loaded, T), Trouble> {
        let folder = self.folder.as_deref().ok_or(Trouble::NoFolder)?;
        fs::create_dir_all(folder).map_err(|e| Trouble::File(folder.to_path_buf(), e))?;
        let _lock = lock(folder)?;
        let mut loaded = read_or_set_aside(folder)?;
        let before = loaded.marks.clone();
        let told = change(&mut loaded.marks);
        if loaded.marks != before {
            replace(folder, &loaded.marks)?;
        }
        Ok((loaded, told))
    }
}

/// Reads a file of marks that a colleague sent.
///
/// # Errors
/// When it cannot be read or is no file of own marks.
pub fn read_export(path: &Path) -> Result<Marks, Trouble> {
    let bytes = fs::read(path).map_err(|e| Trouble::File(path.to_path_buf(), e))?;
    let marks = Marks::of_text(&bytes).map_err(|e| Trouble::NotMarks(path.to_path_buf(), e.to_string()))?;
    if marks.version > VERSION { Err(Trouble::Newer(path.to_path_buf())) } else { Ok(marks) }
}

enum Read {
    Marks(Marks),
    Damaged,
}

fn read(path: &Path) -> Result<Read, Trouble> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Read::Marks(Marks::default())),
        Err(e) => return Err(Trouble::File(path.to_path_buf(), e)),
    };
    if newer(&bytes) {
        return Err(Trouble::Newer(path.to_path_buf()));
    }
    Ok(Marks::of_text(&bytes).map_or(Read::Damaged, Read::Marks))
}

/// Whether the file says that a newer program wrote it, whatever its form is then.
fn newer(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Version {
        version: u32,
    }
    serde_json::from_slice::<Version>(bytes).is_ok_and(|v| v.version > VERSION)
}

fn read_or_set_aside(folder: &Path) -> Result<Loaded, Trouble> {
    let path = folder.join(FILE);
    match read(&path)? {
        Read::Marks(marks) => Ok(Loaded { marks, set_aside: None }),
        Read::Damaged => {
            let free = (1u32..).map(|n| folder.join(format!("own-marks.damaged-{n}.json"))).find(|p| !p.exists());
            let Some(aside) = free else { return Err(Trouble::NoFolder) };
            fs::rename(&path, &aside).map_err(|e| Trouble::File(path, e))?;
            Ok(Loaded { marks: Marks::default(), set_aside: Some(aside) })
        }
    }
}

/// The lock; it is held until the file is dropped.
fn lock(folder: &Path) -> Result<File, Trouble> {
    let path = folder.join(LOCK);
    let failed = |e| Trouble::File(path.clone(), e);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
    let until = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(e)) => return Err(failed(e)),
            Err(TryLockError::WouldBlock) if Instant::now() >= until => return Err(Trouble::Busy(path)),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn replace(folder: &Path, marks: &Marks) -> Result<(), Trouble> {
    let (path, beside) = (folder.join(FILE), folder.join("own-marks.json.new"));
    let write = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        file.write_all(marks.to_text()?.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &path)?;
        // The rename itself lies in the folder; where a folder cannot be synced, the file still is whole.
        let _ = File::open(folder).and_then(|f| f.sync_all());
        Ok(())
    };
    write().map_err(|e| Trouble::File(path.clone(), e))
}
