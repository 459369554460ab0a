//! Pure questions to a dataset. Knows no terminal and no command line: the screen draws these answers, and the
//! commands print the same ones.

pub mod agenda;
pub mod alike;
pub mod compare;
pub mod concrete;
pub mod find;
pub mod fold;
pub mod matrix;
pub mod national;
pub mod pairing;
pub mod portrait;
pub mod question;
pub mod search;
pub mod summary;
