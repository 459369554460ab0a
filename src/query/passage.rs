//! Something that is said: an entry of a region's impactkaart, of a regioplan or of the national picture.

use super::find::Place;
use crate::dataset::plans::ItemIx;
use crate::dataset::{Dataset, EntryIx};

/// An entry, wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passage {
    /// Of the impactkaart of a region.
    Entry(EntryIx),
    /// Of a regioplan or of the national picture.
    Item(ItemIx),
}

impl Passage {
    /// Whose it is; none where it holds for the whole country.
    pub fn place(self, dataset: &Dataset<'_>) -> Option<Place> {
        match self {
            Passage::Entry(ix) => Some(Place { region: dataset[ix].region, part: dataset[ix].part }),
            Passage::Item(ix) => {
                let plans = dataset.plans();
                plans[plans[ix].work].region.map(Place::whole)
            }
        }
    }

    /// The entry, where it is one of an impactkaart.
    pub fn entry(self) -> Option<EntryIx> {
        match self {
            Passage::Entry(ix) => Some(ix),
            Passage::Item(_) => None,
        }
    }
}
