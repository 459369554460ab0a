//! Pure questions to a dataset. Knows no terminal and no command line: the screen draws these answers, and the
//! commands print the same ones.

pub mod agenda;
pub mod alike;
pub mod compare;
pub mod compare_plan;
pub mod concrete;
pub mod figures;
pub mod find;
pub mod find_topic;
pub mod fold;
pub mod matrix;
pub mod national;
pub mod pairing;
pub mod passage;
pub mod plan;
pub mod portrait;
pub mod question;
pub mod search;
pub mod shade;
pub mod similar;
pub mod summary;
pub mod tiles;
pub mod topics;
pub mod worlds;
