//! View 5: the tile map of a choice with the regions that have no tile beside it, and the figures as bars.

use ratatui::layout::Position;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

use super::super::action::Action;
use super::super::layout::{self, MapShape};
use super::super::lines::Line;
use super::super::list::{Cursor, delta};
use super::super::state::Context;
use super::bars::Bars;
use super::choices::{Choices, Item, Picked};
use super::map_text;
use super::{Outcome, Target};
use crate::dataset::{Axis, MetricIx, RegionIx};
use crate::query::figures::{self, Sort};
use crate::query::find::Place;
use crate::query::matrix::{Own, Strength};
use crate::query::question::MapQuestion;
use crate::query::shade::{Choice, End, Shade, Shades, choices, grounds, names, shade};
use crate::query::tiles::{Direction, Tile, tiles, toward, without_tile};
use crate::report::map::{self as words, LABEL, TileForm};

/// What the view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The map.
    Tiles,
    /// The figures as bars.
    Bars,
}

/// The part of the map that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The tiles.
    Tiles,
    /// The regions without a tile.
    List,
}

/// Where one is in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// What the view shows.
    pub mode: Mode,
    /// What the map shows.
    pub choice: Choice,
    /// Whether own marks count.
    pub own: bool,
    /// The selected region.
    pub region: Option<RegionIx>,
    /// The metric of the bars.
    pub bars: Option<MetricIx>,
    /// Their order.
    pub sort: Sort,
    /// The selected bar.
    pub bar: usize,
}

/// What a picker chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// What the map shows.
    Choice(Choice),
    /// Of which figure the bars are.
    Metric(MetricIx),
}

/// What is laid out in lines.
#[derive(Debug, Default)]
pub struct Laid {
    /// What the map shows.
    pub heading: Vec<Line>,
    /// The form of the tiles.
    pub form: Option<TileForm>,
    /// The lines of each tile, a text and the pattern behind it.
    pub tiles: Vec<Vec<(String, String)>>,
    /// The steps with their limits and counts.
    pub legend: Vec<Line>,
    /// The heading of the list.
    pub listed: &'static str,
    /// The regions without a tile: pattern, name and value.
    pub list: Vec<(String, String, String)>,
    /// What is said of the selected region.
    pub detail: Vec<Line>,
}

/// The state of view 5.
#[derive(Debug)]
pub struct MapView {
    /// What the view shows.
    pub mode: Mode,
    /// What the map shows.
    pub choice: Choice,
    /// The values; none until the view was first opened.
    pub shades: Option<Shades>,
    /// The tiles, row by row.
    pub tiles: Vec<Tile>,
    /// The regions without one.
    pub listed: Vec<RegionIx>,
    /// The part that keys go to.
    pub pane: Pane,
    /// The selected tile.
    pub tile: usize,
    /// The first column and row of tiles shown.
    pub first: [usize; 2],
    /// Where one is in the list.
    pub list: Cursor,
    /// The open picker.
    pub picker: Option<Choices<Thing>>,
    /// Whether own marks count.
    pub count_own: bool,
    own: Own,
    /// What is laid out in lines.
    pub laid: Laid,
    /// The figures as bars.
    pub bars: Bars,
}

impl Default for MapView {
    fn default() -> Self {
        MapView::new()
    }
}

impl MapView {
    /// The view before it is first opened: nothing is computed for who never looks at it.
    pub fn new() -> Self {
        MapView {
            mode: Mode::Tiles,
            choice: Choice::Marks(Axis::Sectors),
            shades: None,
            tiles: Vec::new(),
            listed: Vec::new(),
            pane: Pane::Tiles,
            tile: 0,
            first: [0, 0],
            list: Cursor::default(),
            picker: None,
            count_own: false,
            own: Own::default(),
            laid: Laid::default(),
            bars: Bars::default(),
        }
    }

    /// Opens the view as it was left.
    pub fn open(&mut self, context: &Context<'_>) {
        if self.shades.is_none() {
            self.tiles = tiles(context.dataset);
            self.listed = without_tile(context.dataset);
            if self.tiles.is_empty() {
                self.pane = Pane::List;
            }
            self.ask(context, self.choice);
        }
    }

    /// Shows a choice.
    pub fn show(&mut self, context: &Context<'_>, asked: MapQuestion) {
        (self.mode, self.picker, self.count_own) = (Mode::Tiles, None, asked.own);
        self.open(context);
        self.ask(context, asked.choice);
    }

    /// Shows the figures of a metric; of the first one where none is named.
    pub fn show_figures(&mut self, context: &Context<'_>, metric: Option<MetricIx>, sort: Sort) {
        (self.mode, self.picker) = (Mode::Bars, None);
        self.open(context);
        self.bars.show(context, metric, sort);
    }

    /// Goes to a place of an earlier session.
    pub fn go_to(&mut self, context: &Context<'_>, choice: Choice, region: Option<RegionIx>, metric: Option<MetricIx>) {
        let mode = if metric.is_some() { Mode::Bars } else { Mode::Tiles };
        let bars = metric.or(self.bars.metric());
        self.restore(context, Spot { mode, choice, region, bars, ..self.spot() });
    }

    /// Takes over the own marks as they are now.
    pub fn take_own(&mut self, context: &Context<'_>, own: Own) {
        self.own = own;
        if self.shades.is_some() {
            self.ask(context, self.choice);
        }
    }

    /// The own marks, where they count.
    pub fn counted(&self) -> Option<&Own> {
        (self.count_own && matches!(self.choice, Choice::Column(..))).then_some(&self.own)
    }

    /// The field of the open picker.
    pub fn field(&self) -> Option<&Input> {
        self.picker.as_ref().map(|picker| &picker.field)
    }

    /// The selected region of the map.
    pub fn region(&self) -> Option<RegionIx> {
        match self.pane {
            Pane::Tiles => self.tiles.get(self.tile).map(|tile| tile.region),
            Pane::List => self.listed.get(self.list.at).copied(),
        }
    }

    /// The shade of the selected region.
    pub fn selected(&self) -> Option<&Shade> {
        self.shades.as_ref()?.of(self.region()?)
    }

    /// The selected region, or the region or part of the selected bar.
    pub fn place(&self, context: &Context<'_>) -> Option<Place> {
        match self.mode {
            Mode::Tiles => self.region().map(Place::whole),
            Mode::Bars => self.bars.entry().map(|entry| {
                let entry = &context.dataset[entry];
                Place { region: entry.region, part: entry.part }
            }),
        }
    }

    /// How much there is to lay out.
    fn shape(&self) -> MapShape {
        let most = |axis: usize| self.tiles.iter().filter_map(|t| t.at.get(axis)).max().map_or(0, |at| at + 1);
        MapShape {
            columns: most(0),
            rows: most(1),
            heading: self.laid.heading.len(),
            legend: self.laid.legend.len(),
            listing: self.pane == Pane::List,
        }
    }

    /// The areas of the map.
    pub fn areas(&self, context: &Context<'_>) -> layout::Map {
        layout::map(context.size, context.meeting, self.shape())
    }

    /// Lays the view out for the size of the window.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        if let Some(picker) = &mut self.picker {
            picker.lay_out(context);
        }
        self.bars.lay_out(context);
        let Some(shades) = self.shades.take() else { return };
        self.laid.heading = map_text::heading(context, &shades, self.counted().is_some());
        // The legend takes what the areas leave it, and the areas know by its lines how much that is.
        self.laid.legend = map_text::legend(context, &shades, layout::map_side(context.size));
        let areas = self.areas(context);
        let shorts: Vec<String> = self.shorts(context, &shades);
        let form = self.form(context, &areas, &shorts);
        let pattern = |region| shades.of(region).map_or(" ", |s| words::pattern(&shades, s, context.glyphs.ascii));
        let lines = self.tiles.iter().zip(&shorts).map(|(tile, short)| {
            let label = vec![tile.label.clone()];
            let name = &context.dataset[tile.region].name;
            let name =
                form.names.map_or(label, |lines| words::name_lines(name, form.width, lines, context.glyphs.more));
            form.lines(&name, short, pattern(tile.region))
        });
        self.laid.tiles = lines.collect();
        self.laid.form = Some(form);
        self.laid.list = map_text::list(context, &shades, self.counted(), &self.listed);
        self.laid.listed = context.lang.say(words::listed(context.dataset, &self.listed));
        self.shades = Some(shades);
        self.reveal(context);
    }

    fn shorts(&self, context: &Context<'_>, shades: &Shades) -> Vec<String> {
        let short = |tile: &Tile| {
            let shade = shades.of(tile.region)?;
            Some(words::short(context.dataset, context.lang, self.counted(), shades, shade, context.glyphs.ascii))
        };
        self.tiles.iter().map(|tile| short(tile).unwrap_or_default()).collect()
    }

    /// The form of the tiles: names where all of them fit, labels else.
    fn form(&self, context: &Context<'_>, areas: &layout::Map, shorts: &[String]) -> TileForm {
        let width = usize::from(areas.pitch.saturating_sub(1));
        let gap = usize::from(areas.height >= 4);
        let height = usize::from(areas.height).saturating_sub(gap).max(1);
        let value = shorts.iter().map(|text| text.width()).max().unwrap_or(0);
        let fit = || self.tiles.iter().all(|tile| words::fits(&context.dataset[tile.region].name, width));
        let names = (areas.height >= 3 && width > value.max(LABEL) && fit()).then_some(2);
        TileForm { width, height, names, value }
    }

    /// Keeps the selected tile and line in sight, and says what there is to say of the selected region.
    fn reveal(&mut self, context: &Context<'_>) {
        let areas = self.areas(context);
        if let Some(tile) = self.tiles.get(self.tile) {
            let shown = [areas.columns(), areas.rows()];
            for ((first, at), shown) in self.first.iter_mut().zip(tile.at).zip(shown) {
                *first = (*first).min(at).max((at + 1).saturating_sub(shown));
            }
            let shape = self.shape();
            for ((first, all), shown) in self.first.iter_mut().zip([shape.columns, shape.rows]).zip(shown) {
                *first = (*first).min(all.saturating_sub(shown));
            }
        }
        self.list.reveal(self.list.at, self.list.at + 1, usize::from(areas.list.height).max(1), self.listed.len());
        let detail = areas.detail;
        let said = self.shades.as_ref().zip(self.selected());
        let size = (usize::from(detail.width.saturating_sub(2)), usize::from(detail.height));
        self.laid.detail = said
            .map(|(shades, shade)| map_text::detail(context, shades, shade, self.counted(), size))
            .unwrap_or_default();
    }

    fn ask(&mut self, context: &Context<'_>, choice: Choice) {
        self.choice = choice;
        let own = self.counted();
        self.shades = Some(shade(context.dataset, own, choice));
        self.lay_out(context);
    }

    /// Changes the view by an action.
    pub fn update(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        self.open(context);
        if self.picker.is_some() {
            return self.in_picker(context, action);
        }
        match action {
            Action::Choose => {
                self.picker = Some(self.picker_of(context));
                return Outcome::Stayed;
            }
            Action::MapMode => {
                self.toggle(context);
                return Outcome::Stayed;
            }
            _ => {}
        }
        if self.mode == Mode::Bars {
            return self.bars.update(context, action);
        }
        match action {
            Action::NextHeading => self.step(context, 1),
            Action::PreviousHeading => self.step(context, -1),
            Action::PageDown if self.pane == Pane::Tiles => self.step(context, 1),
            Action::PageUp if self.pane == Pane::Tiles => self.step(context, -1),
            Action::NextStrength => self.next_strength(context),
            Action::CountOwn => {
                self.count_own = !self.count_own;
                self.ask(context, self.choice);
            }
            Action::NextPane => {
                self.pane = match self.pane {
                    Pane::Tiles if !self.listed.is_empty() => Pane::List,
                    Pane::List if !self.tiles.is_empty() => Pane::Tiles,
                    same => same,
                };
                self.lay_out(context);
            }
            Action::Open => return self.enter(context),
            _ => return self.go(context, action),
        }
        Outcome::Stayed
    }

    /// Opens the first entry that the value rests on, else the region.
    fn enter(&self, context: &Context<'_>) -> Outcome {
        let Some(region) = self.region() else { return Outcome::Stayed };
        let ground = grounds(context.dataset, self.choice, region).first().copied();
        Outcome::Go(ground.map_or(Target::Place(Place::whole(region)), Target::Entry))
    }

    fn go(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        if self.pane == Pane::List {
            let page = usize::from(self.areas(context).list.height);
            let Some(delta) = delta(action, page) else { return Outcome::Unused };
            self.list.by(delta, self.listed.len());
            self.reveal(context);
            return Outcome::Stayed;
        }
        let way = match action {
            Action::Up => Direction::Up,
            Action::Down => Direction::Down,
            Action::Left => Direction::Left,
            Action::Right => Direction::Right,
            Action::Top | Action::Bottom => {
                self.tile = if action == Action::Top { 0 } else { self.tiles.len().saturating_sub(1) };
                self.reveal(context);
                return Outcome::Stayed;
            }
            _ => return Outcome::Unused,
        };
        self.tile = toward(&self.tiles, self.tile, way).unwrap_or(self.tile);
        self.reveal(context);
        Outcome::Stayed
    }

    /// The next or previous choice of the picker.
    fn step(&mut self, context: &Context<'_>, by: isize) {
        let all = choices(context.dataset, self.strength());
        let at = all.iter().position(|choice| *choice == self.choice);
        let next = at.map_or(Some(0), |at| at.checked_add_signed(by)).and_then(|at| all.get(at));
        if let Some(next) = next {
            self.ask(context, *next);
        }
    }

    fn strength(&self) -> Strength {
        if let Choice::Column(_, strength) = self.choice { strength } else { Strength::default() }
    }

    /// The next strength of a column, or the next value of a figure that is given.
    fn next_strength(&mut self, context: &Context<'_>) {
        let next = match self.choice {
            Choice::Column(column, strength) => Choice::Column(column, after(&Strength::ALL, strength)),
            Choice::Figure(metric, end) => {
                let given = choices(context.dataset, Strength::default());
                let ends = End::ALL.into_iter().filter(|end| given.contains(&Choice::Figure(metric, *end)));
                Choice::Figure(metric, after(&ends.collect::<Vec<_>>(), end))
            }
            other => other,
        };
        self.ask(context, next);
    }

    /// From the map to the bars and back; a figure on the map is taken along.
    fn toggle(&mut self, context: &Context<'_>) {
        match self.mode {
            Mode::Tiles => {
                let metric = if let Choice::Figure(metric, _) = self.choice { Some(metric) } else { None };
                self.mode = Mode::Bars;
                self.bars.show(context, metric.or(self.bars.metric()), self.bars.sort);
            }
            Mode::Bars => {
                self.mode = Mode::Tiles;
                self.lay_out(context);
            }
        }
    }

    fn picker_of(&self, context: &Context<'_>) -> Choices<Thing> {
        let Context { dataset, lang, .. } = *context;
        if self.mode == Mode::Bars {
            let items = figures::metrics(dataset).into_iter().map(|(metric, regions)| {
                let other = &dataset[metric];
                let label = map_text::metric(context, metric, regions);
                Item::new(Thing::Metric(metric), label, &[&other.id, &other.name, &other.name_en])
            });
            let now = self.bars.metric();
            return Choices::new(context, items.collect(), |thing| matches!(thing, Thing::Metric(m) if Some(m) == now));
        }
        let items = choices(dataset, self.strength()).into_iter().map(|choice| {
            Item::new(Thing::Choice(choice), words::choice(dataset, lang, choice), &names(dataset, choice))
        });
        let now = self.choice;
        Choices::new(context, items.collect(), |thing| thing == Thing::Choice(now))
    }

    fn in_picker(&mut self, context: &Context<'_>, action: Action) -> Outcome {
        let Some(picker) = &mut self.picker else { return Outcome::Stayed };
        match picker.update(context, action) {
            Picked::Open => {}
            Picked::Closed => self.picker = None,
            Picked::Chosen(thing) => {
                self.picker = None;
                match thing {
                    Thing::Choice(choice) => self.ask(context, choice),
                    Thing::Metric(metric) => self.bars.show(context, Some(metric), self.bars.sort),
                }
                return Outcome::Stayed;
            }
        }
        Outcome::Stayed
    }

    /// Where one is, to come back to.
    pub fn spot(&self) -> Spot {
        Spot {
            mode: self.mode,
            choice: self.choice,
            own: self.count_own,
            region: self.region(),
            bars: self.bars.metric(),
            sort: self.bars.sort,
            bar: self.bars.cursor.at,
        }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, context: &Context<'_>, spot: Spot) {
        (self.mode, self.picker, self.count_own) = (spot.mode, None, spot.own);
        self.open(context);
        if let Some(region) = spot.region {
            if let Some(at) = self.tiles.iter().position(|tile| tile.region == region) {
                (self.pane, self.tile) = (Pane::Tiles, at);
            } else if let Some(at) = self.listed.iter().position(|listed| *listed == region) {
                (self.pane, self.list.at) = (Pane::List, at);
            }
        }
        if spot.bars.is_some() {
            self.bars.show(context, spot.bars, spot.sort);
            self.bars.select(context, spot.bar);
        }
        self.ask(context, spot.choice);
    }

    /// Selects what was clicked on.
    pub fn click(&mut self, context: &Context<'_>, at: Position) {
        if self.picker.is_some() || self.mode == Mode::Bars {
            return;
        }
        let areas = self.areas(context);
        if areas.tiles.contains(at) && areas.pitch > 0 && areas.height > 0 {
            let column = self.first[0] + usize::from((at.x - areas.tiles.x) / areas.pitch);
            let row = self.first[1] + usize::from((at.y - areas.tiles.y) / areas.height);
            if let Some(tile) = self.tiles.iter().position(|tile| tile.at == [column, row]) {
                (self.pane, self.tile) = (Pane::Tiles, tile);
            }
        } else if areas.list.contains(at) {
            let line = self.list.top + usize::from(at.y - areas.list.y);
            if line < self.listed.len() {
                (self.pane, self.list.at) = (Pane::List, line);
            }
        }
        self.lay_out(context);
    }
}

/// The one after this one, round and round.
fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).map_or(0, |at| at + 1);
    all.iter().cycle().nth(at).copied().unwrap_or(now)
}
