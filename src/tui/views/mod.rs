//! What each view knows and how an action changes it; one file a view. Drawing is in `panes`.

pub mod bars;
pub mod choices;
pub mod compare;
pub mod copied;
pub mod finder;
pub mod help;
pub mod map;
pub mod map_text;
pub mod matrix;
pub mod matrix_text;
pub mod menu;
pub mod national;
pub mod national_sheet;
pub mod national_text;
pub mod palette;
pub mod picker;
pub mod ranked;
pub mod regions;
pub mod regions_plan;
pub mod save;
pub mod search;
pub mod similar;
pub mod topics;

use crate::dataset::plans::ItemIx;
use crate::dataset::{EntryIx, RegionKind, TopicIx};
use crate::query::find::Place;
use crate::query::matrix::Naming;
use crate::query::shade::Choice;

/// What an action led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The view itself changed, or nothing did.
    Stayed,
    /// Another place was opened within the view; back leads to the one before.
    Opened,
    /// The action means nothing here.
    Unused,
    /// Go elsewhere; back leads here.
    Go(Target),
}

/// Where to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An entry, in its region.
    Entry(EntryIx),
    /// An entry of a regioplan or of the national picture.
    Item(ItemIx),
    /// A region or part.
    Place(Place),
    /// A comparison.
    Compare(Place, Place),
    /// A topic, at an entry that mentions it.
    Topic(TopicIx, Option<EntryIx>),
    /// The rows of the matrix of the regions that name a topic, of a kind.
    Rows(Naming, Option<RegionKind>),
    /// One of the topics of an entry; which one is asked where it has several.
    TopicOf(EntryIx),
    /// The regions most alike to a place.
    Similar(Place),
    /// The map of a choice, from a view that shows no map.
    Map(Choice),
    /// An entry of a regioplan.
    PlanEntry(ItemIx),
}

/// Where one was in a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewSpot {
    /// View 1: the open place and the selected item.
    Regions {
        /** The open place. */
        place: Option<Place>,
        /** The selected item. */
        item: usize,
    },
    /// View 1, in the regioplan of the open place: it and what is selected there.
    Plan {
        /** The open place. */
        place: Place,
        /** What is selected. */
        item: regions::Item,
    },
    /// View 2: the cell under the cursor.
    Matrix {
        /** The row. */
        row: usize,
        /** The column. */
        column: usize,
    },
    /// View 3: both sides and the selected row.
    Compare {
        /** Side A. */
        a: Option<Place>,
        /** Side B. */
        b: Option<Place>,
        /** The section. */
        section: usize,
        /** The selected row of the section. */
        row: usize,
    },
    /// View 4.
    Topics(topics::Spot),
    /// Similar regions.
    Similar {
        /** The place that others are held against. */
        asked: Option<Place>,
        /** The kind of the others. */
        kind: Option<RegionKind>,
        /** The selected other place. */
        at: Option<Place>,
        /** The selected item of the text. */
        item: usize,
        /** The pane that keys went to. */
        pane: ranked::Pane,
    },
    /// View 5: what it shows, and where one is.
    Map(map::Spot),
    /// View 6: what it shows, and where one is.
    National(national::Spot),
    /// The search: what was searched for and the selected hit.
    Search {
        /** What was searched for. */
        query: String,
        /** The selected hit. */
        at: usize,
    },
}
