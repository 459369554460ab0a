//! What each view knows and how an action changes it; one file a view. Drawing is in `panes`.

pub mod help;
pub mod regions;
