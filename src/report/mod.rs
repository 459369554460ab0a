//! Answers written out: one file a format, each to any `impl Write`. The words that the screen and the commands
//! share are in [`words`].

pub mod agenda;
pub mod answer;
pub mod ascii;
pub mod compare;
pub mod compare_csv;
pub mod compare_json;
pub mod compare_plan;
pub mod compare_text;
pub mod concrete;
pub mod csv;
pub mod doc;
pub mod docs;
pub mod figures;
pub mod html;
pub mod json;
pub mod lines;
pub mod map;
pub mod map_text;
pub mod matrix;
pub mod md;
pub mod national;
pub mod own_marks;
pub mod plan;
pub mod plan_json;
pub mod plan_text;
pub mod search;
pub mod similar;
pub mod text;
pub mod topics;
pub mod words;
