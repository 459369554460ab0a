//! Panes: each a function of its props, an area and a canvas. Drawing changes nothing but the canvas.

pub mod footer;
pub mod help;
pub mod matrix;
pub mod region;
pub mod title;
pub mod tree;
