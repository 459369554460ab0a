//! impactkaart: look up, filter and compare what Dutch care regions plan to do about the gap between demand for
//! care and its supply.
//!
//! The map of the house; arrows run one way.
//! ```text
//! data/ --build.rs--> one compact JSON inside the binary
//! cli, tui -> report, query -> dataset
//! ```

pub mod cli;
#[cfg(feature = "tui")]
pub mod clipboard;
pub mod dataset;
pub mod memory;
pub mod own_marks;
pub mod query;
pub mod report;
pub mod settings;
pub mod store;
pub mod texts;
#[cfg(feature = "tui")]
pub mod tui;
