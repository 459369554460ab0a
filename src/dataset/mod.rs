//! The dataset: its form, its decoding, its faults, and the cells of the V-matrix. Knows no terminal, no command
//! line and no file but the dataset's.
//!
//! ```text
//! embedded text or folder -> raw (serde) -> model (ids looked up) -> cells (values, ground, evidence)
//!                                  \-> check (every fault with its place), when that fails
//! ```

pub mod cells;
pub mod check;
pub mod format;
pub mod ids;
pub mod model;
pub mod plans;
pub mod raw;
pub mod raw_plan;
pub mod read;
pub mod text;

pub use cells::{Cell, Ground, Value};
pub use check::Fault;
pub use ids::{Axis, Column, ColumnSet, DocIx, EntryIx, MetricIx, PartIx, RegionIx, RowIx, ThemeIx, TopicIx};
pub use model::SILENCE_TOPIC;
pub use model::{Dataset, Entry, EntryKind, Figure, FocusBox, Note, Region, Row, RowAxis, Silence, Source};
pub use raw::{Basis, Point, RegionKind, SilenceReason};
pub use read::{Files, embedded};
pub use text::Text;
