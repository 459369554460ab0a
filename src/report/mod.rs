//! Answers written out: one file a format, each to any `impl Write`. The words that the screen and the commands
//! share are in [`words`].

pub mod answer;
pub mod ascii;
pub mod compare;
pub mod compare_csv;
pub mod compare_json;
pub mod compare_text;
pub mod csv;
pub mod doc;
pub mod docs;
pub mod html;
pub mod json;
pub mod lines;
pub mod matrix;
pub mod md;
pub mod own_marks;
pub mod search;
pub mod similar;
pub mod text;
pub mod topics;
pub mod words;
