//! What each view knows and how an action changes it; one file a view. Drawing is in `panes`.

pub mod compare;
pub mod copied;
pub mod help;
pub mod matrix;
pub mod matrix_text;
pub mod menu;
pub mod national;
pub mod national_sheet;
pub mod national_text;
pub mod picker;
pub mod regions;
pub mod search;

use crate::dataset::EntryIx;
use crate::dataset::plans::ItemIx;
use crate::query::find::Place;

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
    /// A region or part.
    Place(Place),
    /// A comparison.
    Compare(Place, Place),
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
