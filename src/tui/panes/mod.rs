//! Panes: each a function of its props, an area and a canvas. Drawing changes nothing but the canvas.

pub mod compare;
pub mod footer;
pub mod help;
pub mod matrix;
pub mod national;
pub mod picker;
pub mod region;
pub mod search;
pub mod title;
pub mod tree;
