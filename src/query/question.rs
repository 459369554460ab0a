//! A question that the screen can open at, and the command that answers the same one.

use super::find::Place;
use super::portrait::Only;
use crate::dataset::Dataset;

/// Where the screen opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Where the last session was left.
    LastPlace,
    /// A region, at a theme if one is named.
    Show(Place, Only),
    /// The hits of a search.
    Search(String),
}

impl Question {
    /// The command that answers it without a screen.
    pub fn command(&self, dataset: &Dataset<'_>) -> String {
        match self {
            Question::LastPlace => "impactkaart list".to_string(),
            Question::Show(place, only) => {
                let theme = only.theme.map(|t| format!(" --theme {}", dataset[t].id)).unwrap_or_default();
                format!("impactkaart show {}{theme}", place.id(dataset))
            }
            Question::Search(typed) => format!("impactkaart search '{}'", typed.replace('\'', r"'\''")),
        }
    }
}
