//! The command line: arguments, the plan that follows from them, and one file a command that carries it out.

pub mod args;
pub mod completions;
pub mod env;
pub mod error;
pub mod help;
pub mod man;
pub mod map;
pub mod matrix;
pub mod national;
pub mod own_marks;
pub mod plan;
pub mod regioplan;
pub mod run;
pub mod settings;
pub mod topics;
