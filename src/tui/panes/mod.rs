//! Panes: each a function of its props, an area and a canvas. Drawing changes nothing but the canvas.

pub mod bars;
pub mod compare;
pub mod finder;
pub mod footer;
pub mod map;
pub mod matrix;
pub mod menu;
pub mod national;
pub mod picker;
pub mod ranked;
pub mod region;
pub mod save;
pub mod search;
pub mod title;
pub mod tree;
