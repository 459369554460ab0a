//! Own marks: what a person who has the original set of a cell, kept with the person's data, never in the dataset. What
//! keeps them whole when two sessions write at once, or a file is damaged, is the [`store`].

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use serde::{Deserialize, Deserializer, Serialize};

use crate::dataset::{Axis, Column, Dataset, PartIx, RegionIx, RowIx};
use crate::query::matrix::Own;
use crate::store::{self, Form, Kept, StoreError, Stored};
use crate::texts::{Lang, Msg};

/// The name of the file in the person's data folder.
pub const FILE: &str = "own-marks.json";
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
    #[serde(deserialize_with = "plain")]
    pub region: String,
    /// The id of the part whose row it is.
    #[serde(default, deserialize_with = "plain_if_any")]
    pub part: Option<String>,
    /// `sectors` or `doelgroepen`.
    #[serde(deserialize_with = "plain")]
    pub axis: String,
    /// The id of the column.
    #[serde(deserialize_with = "plain")]
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
    #[serde(default, deserialize_with = "remark")]
    pub remark: Option<String>,
}

/// The form of the file, of an export and of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    version: u32,
    /// The marks, ordered by cell.
    #[serde(deserialize_with = "ordered")]
    pub marks: Vec<Mark>,
}

impl Default for Marks {
    fn default() -> Self {
        Marks { version: VERSION, marks: Vec::new() }
    }
}

impl Stored for Marks {
    const VERSION: Option<u32> = Some(VERSION);
}

/// What a colleague wrote never reaches the terminal as a control sequence.
fn plain<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    Ok(text.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_string())
}

fn plain_if_any<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Plain(#[serde(deserialize_with = "plain")] String);
    Ok(Option::<Plain>::deserialize(from)?.map(|Plain(text)| text))
}

/// An empty remark is none.
fn remark<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(plain_if_any(from)?.filter(|text| !text.is_empty()))
}

fn ordered<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Mark>, D::Error> {
    let mut marks = Vec::<Mark>::deserialize(from)?;
    marks.sort_by(|a, b| a.cell.cmp(&b.cell));
    Ok(marks)
}

/// Why own marks could not be read or kept.
#[derive(Debug)]
pub enum Trouble {
    /// There is no folder for a person's data: no home.
    NoFolder,
    /// A file to import is no file of own marks: where and why.
    NotMarks(PathBuf, String),
    /// The file itself: another session holds it, it is of a newer program, or the file system refused.
    Store(StoreError),
}

impl Trouble {
    /// What is wrong and what can be done.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Trouble::NoFolder => lang.say(Msg::OwnNoFolder).to_string(),
            Trouble::NotMarks(path, why) => lang.fill(Msg::OwnNotMarks, &[&path.display(), why]),
            Trouble::Store(error) => error.say(lang),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error)
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

    /// The marks whose cell this dataset does not have, each with what of it is missing; they are kept.
    pub fn strangers(&self, dataset: &Dataset<'_>) -> Vec<(&Mark, Msg)> {
        self.marks.iter().filter_map(|m| m.cell.look(dataset).err().map(|missing| (m, missing))).collect()
    }

    /// The marks as the text of a file.
    ///
    /// # Errors
    /// Never for these types; serde's signature asks for it.
    pub fn to_text(&self) -> io::Result<String> {
        store::to_text(self)
    }
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
        self.look(dataset).ok()
    }

    /// The row and the column.
    ///
    /// # Errors
    /// What of it the dataset does not have, the first of region, part, row, axis and column: that it is gone, and that
    /// it never had a row of its own, ask for different remedies.
    pub fn look(&self, dataset: &Dataset<'_>) -> Result<(RowIx, Column), Msg> {
        let region = dataset.regions().find(|(_, r)| *r.id == *self.region).map(|(ix, _)| ix);
        let region: RegionIx = region.ok_or(Msg::OwnNoRegion)?;
        let part: Option<PartIx> = match &self.part {
            Some(id) => Some(dataset.part(region, id).ok_or(Msg::OwnNoPart)?),
            None => None,
        };
        let row = dataset.rows_of(region).find(|(_, row)| row.part == part).map(|(ix, _)| ix).ok_or(Msg::OwnNoRow)?;
        let axis = Axis::ALL.into_iter().find(|a| a.key() == self.axis).ok_or(Msg::OwnNoAxis)?;
        let column = dataset.column(axis, &self.column).ok_or(Msg::OwnNoColumn)?;
        Ok((row, column))
    }
}

/// The place where own marks are kept; none where the person has no home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Store {
    file: Option<store::Store>,
}

impl Store {
    /// The store in a folder.
    pub fn at(folder: Option<PathBuf>) -> Store {
        Store { file: folder.map(|folder| store::Store::new(&folder, FILE)) }
    }

    /// What tells whether the file changed; none where there is no file.
    pub fn stamp(&self) -> Option<store::Stamp> {
        self.file.as_ref()?.stamp()
    }

    /// The marks as they are now; none where there is no file or no folder.
    ///
    /// # Errors
    /// As [`store::Store::read`].
    pub fn load(&self) -> Result<Kept<Marks>, Trouble> {
        Ok(self.file.as_ref().map_or_else(|| Ok(Kept::default()), store::Store::read)?)
    }

    /// Sets the mark of a cell, or takes it away, and returns all marks as they are then.
    ///
    /// # Errors
    /// When there is no folder, and as [`store::Store::change`].
    pub fn set(&self, cell: &CellId, mark: Option<(Verdict, Option<String>)>) -> Result<Kept<Marks>, Trouble> {
        let (kept, ()) = self.change(|marks| marks.set(cell, mark))?;
        Ok(kept)
    }

    /// Merges marks in; see [`Marks::merge`].
    ///
    /// # Errors
    /// As [`Store::set`].
    pub fn import(&self, other: &Marks, theirs: bool) -> Result<(Kept<Marks>, Merged), Trouble> {
        self.change(|marks| marks.merge(other, theirs))
    }

    fn change<R>(&self, change: impl FnOnce(&mut Marks) -> R) -> Result<(Kept<Marks>, R), Trouble> {
        Ok(self.file.as_ref().ok_or(Trouble::NoFolder)?.change(change)?)
    }
}

/// Reads a file of marks that a colleague sent.
///
/// # Errors
/// When it cannot be read or is no file of own marks.
pub fn read_export(path: &Path) -> Result<Marks, Trouble> {
    let bytes = fs::read(path).map_err(|e| StoreError::Io(path.to_path_buf(), e))?;
    match Form::of(&bytes) {
        Form::Read(marks) => Ok(marks),
        Form::Newer => Err(StoreError::Newer(path.to_path_buf()).into()),
        Form::Damaged(e) => Err(Trouble::NotMarks(path.to_path_buf(), e.to_string())),
    }
}
