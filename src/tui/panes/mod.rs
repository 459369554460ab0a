//! Panes: each a function of its props, an area and a canvas. Drawing changes nothing but the canvas.

pub mod bars;
pub mod compare;
pub mod footer;
pub mod help;
pub mod map;
pub mod matrix;
pub mod picker;
pub mod region;
pub mod search;
pub mod title;
pub mod tree;
