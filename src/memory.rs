//! What is kept between runs: bookmarks, the last place and what was searched for, in one file of the person's.
//!
//! A session keeps a list of its changes and applies them to what the file holds when it saves, so that two sessions do
//! not lose each other's bookmarks.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::own_marks::CellId;
use crate::store::{Store, Stored};
use crate::texts::Lang;

/// The name of the file in the person's data folder.
pub const FILE: &str = "memory.json";
/// How many searches are kept.
const SEARCHES: usize = 50;

/// A place on the screen, by ids, so that it outlives the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "view", rename_all = "lowercase")]
pub enum Spot {
    /// A region or part, and the selected entry.
    Regions {
        /** The id of the place. */
        place: String,
        /** The id of the entry. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<String>,
    },
    /// The matrix.
    Matrix {
        /** The cell under the cursor. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cell: Option<CellId>,
    },
    /// A comparison.
    Compare {
        /** The id of side A. */
        a: Option<String>,
        /** The id of side B. */
        b: Option<String>,
    },
    /// Topics.
    Topics {
        /** The id of the selected topic. */
        topic: Option<String>,
    },
    /// Similar regions.
    Similar {
        /** The id of the place that others are held against. */
        place: String,
    },
    /// The map, or the figures as bars.
    Map {
        /** What the map shows, as it is typed after `map`. */
        choice: String,
        /** The strength of a column, or which value of a figure. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
        /** The id of the selected region. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
        /** The id of the metric, where its bars are shown. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        figures: Option<String>,
    },
    /// The national picture, or a page beside it.
    National {
        /** The page. */
        page: String,
        /** The mark that is looked at. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
        /** The id of the region whose lines are shown. */
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
    },
    /// A search.
    Search {
        /** What was typed. */
        query: String,
    },
}

/// What the file holds; fields of a later version are kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Content {
    #[serde(default)]
    bookmarks: Vec<Spot>,
    #[serde(default)]
    last: Option<Spot>,
    #[serde(default)]
    searches: Vec<String>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Stored for Content {}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Mark(Spot),
    Unmark(Spot),
    Searched(String),
}

impl Content {
    fn apply(&mut self, change: &Change) {
        match change {
            Change::Mark(spot) if !self.bookmarks.contains(spot) => self.bookmarks.push(spot.clone()),
            Change::Mark(_) => {}
            Change::Unmark(spot) => self.bookmarks.retain(|s| s != spot),
            Change::Searched(text) => {
                self.searches.retain(|s| s != text);
                self.searches.insert(0, text.clone());
                self.searches.truncate(SEARCHES);
            }
        }
    }
}

/// What is kept; saved on every way out, a panic included.
#[derive(Debug, Default)]
pub struct Memory {
    store: Option<Store>,
    content: Content,
    pending: Vec<Change>,
    moved: bool,
    notice: Option<String>,
}

impl Memory {
    /// Reads what is kept in a folder; without a folder nothing is kept.
    pub fn open(folder: Option<&Path>, lang: Lang) -> Memory {
        let Some(folder) = folder else { return Memory::default() };
        let store = Store::new(folder, FILE);
        let mut memory = Memory::default();
        match store.read() {
            Ok(kept) => {
                memory.notice = kept.notice(lang);
                memory.content = kept.value;
            }
            Err(e) => memory.notice = Some(e.say(lang)),
        }
        memory.store = Some(store);
        memory
    }

    /// What went wrong when it was read, once.
    pub fn notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// The bookmarks, the oldest first.
    pub fn bookmarks(&self) -> &[Spot] {
        &self.content.bookmarks
    }

    /// Where the last session was left.
    pub fn last(&self) -> Option<&Spot> {
        self.content.last.as_ref()
    }

    /// What was searched for, the latest first.
    pub fn searches(&self) -> &[String] {
        &self.content.searches
    }

    /// Sets a bookmark, or takes it away; returns whether it stands now.
    pub fn toggle(&mut self, spot: Spot) -> bool {
        let stands = self.content.bookmarks.contains(&spot);
        self.change(if stands { Change::Unmark(spot) } else { Change::Mark(spot) });
        !stands
    }

    /// Keeps what was searched for.
    pub fn searched(&mut self, text: String) {
        if !text.trim().is_empty() && self.content.searches.first() != Some(&text) {
            self.change(Change::Searched(text));
        }
    }

    /// Keeps where one is.
    pub fn at(&mut self, spot: Spot) {
        if self.content.last.as_ref() != Some(&spot) {
            self.content.last = Some(spot);
            self.moved = true;
        }
    }

    fn change(&mut self, change: Change) {
        self.content.apply(&change);
        self.pending.push(change);
    }

    /// Writes what changed; a message where that did not go well. What could not be written is tried again later.
    pub fn save(&mut self, lang: Lang) -> Option<String> {
        let store = self.store.as_ref()?;
        if self.pending.is_empty() && !self.moved {
            return None;
        }
        let last = if self.moved { self.content.last.clone() } else { None };
        let pending = &self.pending;
        let saved = store.change(|content: &mut Content| {
            for change in pending {
                content.apply(change);
            }
            content.last = last.or(content.last.take());
        });
        match saved {
            Ok((kept, ())) => {
                let notice = kept.notice(lang);
                self.content = kept.value;
                self.pending.clear();
                self.moved = false;
                notice
            }
            Err(e) => Some(e.say(lang)),
        }
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // The last way out: nobody is left to tell.
        self.save(Lang::En);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(place: &str) -> Spot {
        Spot::Regions { place: place.into(), entry: None }
    }

    #[test]
    fn what_one_session_keeps_the_next_one_finds() {
        let folder = tempfile::tempdir().unwrap();
        let mut memory = Memory::open(Some(folder.path()), Lang::Nl);
        assert!(memory.toggle(region("zeeland")));
        memory.searched("valpreventie".into());
        memory.at(Spot::Search { query: "valpreventie".into() });
        drop(memory);
        let memory = Memory::open(Some(folder.path()), Lang::Nl);
        assert_eq!(memory.bookmarks(), [region("zeeland")]);
        assert_eq!(memory.searches(), ["valpreventie"]);
        assert_eq!(memory.last(), Some(&Spot::Search { query: "valpreventie".into() }));
    }

    #[test]
    fn two_sessions_keep_each_others_bookmarks() {
        let folder = tempfile::tempdir().unwrap();
        let mut one = Memory::open(Some(folder.path()), Lang::Nl);
        let mut two = Memory::open(Some(folder.path()), Lang::Nl);
        one.toggle(region("zeeland"));
        two.toggle(region("twente"));
        assert_eq!((one.save(Lang::Nl), two.save(Lang::Nl)), (None, None));
        one.toggle(region("zeeland"));
        one.save(Lang::Nl);
        assert_eq!(one.bookmarks(), [region("twente")], "taking one's own away leaves the other's");
    }

    #[test]
    fn a_damaged_file_is_told_and_a_later_versions_fields_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("memory.json");
        std::fs::write(&file, "{\"bookmarks\": 3}").unwrap();
        assert!(Memory::open(Some(folder.path()), Lang::Nl).notice().unwrap().contains("memory.json.damaged-1"));
        std::fs::write(&file, "{\"later\": [1]}").unwrap();
        let mut memory = Memory::open(Some(folder.path()), Lang::Nl);
        memory.toggle(region("zeeland"));
        memory.save(Lang::Nl);
        assert!(std::fs::read_to_string(&file).unwrap().contains("later"));
    }
}
