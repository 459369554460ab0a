//! Answers written out: one file a format, each to any `impl Write`. The words that the screen and the commands
//! share are in [`words`].

pub mod agenda;
pub mod ascii;
pub mod compare;
pub mod compare_json;
pub mod compare_text;
pub mod concrete;
pub mod json;
pub mod lines;
pub mod matrix;
pub mod national;
pub mod search;
pub mod text;
pub mod words;
