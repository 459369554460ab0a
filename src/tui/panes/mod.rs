//! Panes: each a function of its props, an area and a canvas. Drawing changes nothing but the canvas.

pub mod footer;
pub mod help;
pub mod region;
pub mod search;
pub mod title;
pub mod tree;
