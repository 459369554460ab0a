//! All that the screen knows. Only `update` changes it; drawing reads it.

use std::path::PathBuf;

use tui_input::Input;

use super::action::ViewId;
use super::copy::Form;
use super::glyphs::Glyphs;
use super::keymap::Keymap;
use super::theme::Scheme;
use super::views::ViewSpot;
use super::views::compare::CompareView;
use super::views::copied::CopiedView;
use super::views::finder::Finder;
use super::views::map::MapView;
use super::views::matrix::{Change, MatrixView};
use super::views::menu::MenuView;
use super::views::national::NationalView;
use super::views::regions::RegionsView;
use super::views::save::SaveView;
use super::views::search::SearchView;
use super::views::similar::SimilarView;
use super::views::topics::TopicsView;
use crate::dataset::Dataset;
use crate::memory::Memory;
use crate::own_marks::Store;
use crate::query::find::Place;
use crate::query::matrix::Strength;
use crate::store::Stamp;
use crate::texts::Lang;

/// Smallest window that the screen can do something useful in, in cells.
pub const SMALLEST: Size = Size { width: 40, height: 12 };

/// The size of the window, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// Whether a window of this size is too small to draw in.
    pub fn too_small(self) -> bool {
        self.width < SMALLEST.width || self.height < SMALLEST.height
    }
}

/// What all views share: the data, the language, the look and the size of the window.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The language of the interface.
    pub lang: Lang,
    /// The colours.
    pub scheme: Scheme,
    /// The signs.
    pub glyphs: Glyphs,
    /// The keys in force.
    pub keys: &'a Keymap,
    /// The size of the window.
    pub size: Size,
    /// Meeting mode: nothing but the content, with more blank lines; Page keys step through the themes.
    pub meeting: bool,
}

/// Something that the loop has to do outside the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Paint everything anew.
    Repaint,
    /// Suspend the process.
    Suspend,
    /// Leave the program.
    Quit,
    /// Keep or take away an own mark.
    OwnMark(Change),
    /// Read own marks again, where another session changed them.
    ReadOwn,
    /// Send what was copied last.
    Copy,
    /// Write what was copied last to a file.
    WriteCopy,
    /// Write what is shown to the file that was typed.
    Export,
    /// Turn reports of the mouse on or off.
    Mouse(bool),
    /// Write what is kept between runs.
    Save,
}

/// What lies over the view.
#[derive(Debug)]
pub enum Overlay {
    /// The keys and what they do.
    Help(Finder),
    /// All that can be done and gone to.
    Palette(Finder),
    /// A list to choose from: forms to copy in, or bookmarks.
    Menu(MenuView),
    /// The name of a file that is to be written.
    Save(SaveView),
    /// What was copied last, without borders.
    Copied(CopiedView),
}

/// What a person's settings ask of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wishes {
    /// Whether it starts with the mouse on.
    pub mouse: bool,
    /// How sure a row of the matrix must be, until another strength is chosen.
    pub strength: Strength,
    /// Whether own marks count, until that is changed.
    pub own: bool,
    /// What the help says of the settings: where they stand, and what is wrong with them.
    pub told: Vec<String>,
    /// What is wrong with them, in one line.
    pub notice: Option<String>,
}

/// The state of the screen.
#[derive(Debug)]
pub struct State<'a> {
    /// What all views share.
    pub context: Context<'a>,
    /// The view that one is in.
    pub view: ViewId,
    /// View 1.
    pub regions: RegionsView,
    /// View 2.
    pub matrix: MatrixView,
    /// View 3.
    pub compare: CompareView,
    /// View 4.
    pub topics: TopicsView,
    /// View 5.
    pub map: MapView,
    /// View 6.
    pub national: NationalView,
    /// The search.
    pub search: SearchView,
    /// Similar regions.
    pub similar: SimilarView,
    /// Where own marks are kept.
    pub own: Store,
    /// The file of own marks when it was last read.
    pub own_read: Option<Stamp>,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// A message for the footer, until the next key.
    pub notice: Option<String>,
    /// Where one was, the last place at the end.
    pub back: Vec<ViewSpot>,
    /// What the loop has to do.
    pub effects: Vec<Effect>,
    /// What is kept between runs.
    pub memory: Memory,
    /// What was copied last, and its form.
    pub copied: Option<(String, Form)>,
    /// Whether the mouse is reported.
    pub mouse: bool,
    /// The folder that one is in, for what is exported.
    pub folder: PathBuf,
    /// What the person's settings ask.
    pub wishes: Wishes,
}

impl<'a> State<'a> {
    /// The state at the start, with a place open.
    pub fn new(context: Context<'a>, place: Option<Place>) -> Self {
        State {
            context,
            view: ViewId::Regions,
            regions: RegionsView::new(&context, place),
            matrix: MatrixView::new(&context),
            compare: CompareView::new(&context),
            topics: TopicsView::default(),
            map: MapView::new(),
            national: NationalView::default(),
            search: SearchView::new(&context),
            similar: SimilarView::default(),
            own: Store::default(),
            own_read: None,
            overlay: None,
            notice: None,
            back: Vec::new(),
            effects: Vec::new(),
            memory: Memory::default(),
            copied: None,
            mouse: false,
            folder: PathBuf::new(),
            wishes: Wishes::default(),
        }
    }

    /// The field that is open, which letters go to.
    pub fn field(&self) -> Option<&Input> {
        match &self.overlay {
            Some(Overlay::Help(finder) | Overlay::Palette(finder)) => return Some(&finder.field),
            Some(Overlay::Save(save)) => return Some(&save.field),
            Some(Overlay::Menu(_) | Overlay::Copied(_)) => return None,
            None => {}
        }
        match self.view {
            ViewId::Regions => self.regions.field.as_ref(),
            ViewId::Matrix => self.matrix.field.as_ref(),
            ViewId::Compare => self.compare.field(),
            ViewId::Topics => self.topics.field.as_ref(),
            ViewId::Map => self.map.field(),
            ViewId::National => self.national.field.as_ref(),
            ViewId::Search => self.search.field.as_ref(),
            ViewId::Similar => None,
        }
    }
}
