//! The regioplan in view 1: a tree under the text of the impactkaart. It is decoded when it is first unfolded.

use rustc_hash::FxHashSet;

use super::super::action::{Action, ViewId};
use super::super::lines::{Line, wrap};
use super::super::state::Context;
use super::super::theme::Role;
use super::Outcome;
use super::regions::{Item, Pane, RegionText, RegionsView, text_height};
use crate::dataset::plans::{ItemIx, List, Plans, WorkIx};
use crate::dataset::{RegionIx, TopicIx};
use crate::query::find::Place;
use crate::query::plan::{LISTS, Only, above, on_topics, topics_of, topics_under};
use crate::report::plan::{Telling, document, level, list, name, planned};
use crate::report::words;
use crate::texts::Msg;

/// What can be unfolded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Fold {
    Plan(RegionIx),
    List(WorkIx, List),
    Entry(ItemIx),
}

/// What is unfolded of regioplannen, and how one came there.
#[derive(Debug, Default)]
pub struct PlanSide {
    unfolded: FxHashSet<Fold>,
    /// Whether ties that the dataset concludes are left out.
    pub stated_only: bool,
    /// What speaks of a topic, to step through.
    trail: Vec<(ItemIx, TopicIx)>,
    /// Something to say in the footer.
    pub notice: Option<String>,
}

impl PlanSide {
    fn has(&self, fold: Fold) -> bool {
        self.unfolded.contains(&fold)
    }
}

impl RegionsView {
    /// What an action does in the regioplan; none where it is no action of the plan.
    pub(super) fn in_plan(&mut self, context: &Context<'_>, action: Action) -> Option<Outcome> {
        let place = self.place?;
        match action {
            Action::ToPlan => return Some(self.lead_to_plan(context, place, true)),
            Action::OpenPlan => return Some(self.lead_to_plan(context, place, false)),
            Action::ToggleInferred => {
                self.plan.stated_only = !self.plan.stated_only;
                let said = if self.plan.stated_only { Msg::PlanInferredHidden } else { Msg::PlanInferredShown };
                self.plan.notice = Some(context.lang.say(said).to_string());
                self.lay_out(context);
                return Some(Outcome::Stayed);
            }
            _ if self.pane != Pane::Text || self.field.is_some() => return None,
            _ => {}
        }
        let item = self.selected().filter(|item| item.of_plan())?;
        let fold = fold_of(context, place.region, item);
        let open = fold.is_some_and(|fold| self.plan.has(fold));
        match (action, fold) {
            (Action::Open, Some(fold)) => self.turn(context, fold, !open, item),
            (Action::Right, Some(fold)) if !open => self.turn(context, fold, true, item),
            (Action::Right, Some(_)) => return Some(self.move_in_text(context, Action::Down)),
            (Action::Open | Action::Right, None) => {}
            (Action::Left, Some(fold)) if open => self.turn(context, fold, false, item),
            (Action::Left, _) => {
                let up = parent(context, item)?;
                self.select(context, up);
            }
            (Action::UnfoldAll, Some(_)) => {
                self.unfold_under(context, place.region, item);
                self.lay_out(context);
                self.select(context, item);
            }
            (Action::FoldAll, _) => self.fold_under(context, place.region, item),
            (Action::UnfoldAll, None) => {}
            _ => return None,
        }
        Some(Outcome::Stayed)
    }

    fn turn(&mut self, context: &Context<'_>, fold: Fold, open: bool, item: Item) {
        if open {
            self.unfold(context, fold);
        } else {
            self.plan.unfolded.remove(&fold);
        }
        self.lay_out(context);
        self.select(context, item);
    }

    /// Unfolds something; a plan that is opened for the first time shows its themes.
    fn unfold(&mut self, context: &Context<'_>, fold: Fold) {
        self.plan.unfolded.insert(fold);
        if let Fold::Plan(region) = fold
            && let Some(work) = context.dataset.plans().of(region)
            && !LISTS.iter().any(|list| self.plan.has(Fold::List(work, *list)))
        {
            self.plan.unfolded.insert(Fold::List(work, List::Themes));
        }
    }

    fn unfold_under(&mut self, context: &Context<'_>, region: RegionIx, item: Item) {
        let plans = context.dataset.plans();
        let Some(work) = plans.of(region) else { return };
        let entries: Vec<ItemIx> = match item {
            Item::PlanEntry(ix) => std::iter::once(ix).chain(plans.under(ix).map(|(ix, _)| ix)).collect(),
            Item::PlanList(list) => plans.list(work, list).map(|(ix, _)| ix).collect(),
            _ => plans.items_of(work).map(|(ix, _)| ix).collect(),
        };
        let lists = LISTS.into_iter().filter(|list| item == Item::Plan || item == Item::PlanList(*list));
        self.plan.unfolded.extend(lists.map(|list| Fold::List(work, list)));
        if item == Item::Plan {
            self.plan.unfolded.insert(Fold::Plan(region));
        }
        self.plan.unfolded.extend(entries.into_iter().map(Fold::Entry));
    }

    /// Folds what is selected with all under it; where it is folded, what it stands under.
    fn fold_under(&mut self, context: &Context<'_>, region: RegionIx, item: Item) {
        let open = |item: Item| fold_of(context, region, item).is_some_and(|fold| self.plan.has(fold));
        let item = if open(item) { item } else { parent(context, item).unwrap_or(item) };
        let plans = context.dataset.plans();
        let gone = |fold: &Fold| match (item, *fold) {
            (Item::PlanEntry(ix), Fold::Entry(other)) => above(plans, other).any(|up| up == ix),
            (Item::PlanList(list), Fold::Entry(other)) => plans[other].list == list && of(plans, other) == Some(region),
            (Item::PlanList(list), Fold::List(work, other)) => list == other && plans[work].region == Some(region),
            (Item::Plan, Fold::Entry(other)) => of(plans, other) == Some(region),
            (Item::Plan, Fold::List(work, _)) => plans[work].region == Some(region),
            (Item::Plan, Fold::Plan(other)) => other == region,
            _ => false,
        };
        self.plan.unfolded.retain(|fold| !gone(fold));
        self.lay_out(context);
        self.select(context, item);
    }

    /// Selects something of the open place, where it is shown.
    pub(super) fn select(&mut self, context: &Context<'_>, item: Item) {
        if let Some(at) = self.text.items.iter().position(|i| *i == item) {
            self.pane = Pane::Text;
            self.text.cursor.at = at;
            self.reveal_text(context);
        }
    }

    /// To the plan: by topic from an entry of the impactkaart to what speaks of one of its topics, or of its theme where
    /// the plan names none of them, and from there to the next one; else to the plan's beginning.
    fn lead_to_plan(&mut self, context: &Context<'_>, place: Place, by_topic: bool) -> Outcome {
        let lang = context.lang;
        self.field = None;
        if !context.dataset.has_plan(place.region) {
            let others = planned(context.dataset);
            if !others.is_empty() {
                let name = &context.dataset[place.region].name;
                self.plan.notice = Some(lang.fill(Msg::ErrorNoPlan, &[name, &others]));
            }
            return Outcome::Stayed;
        }
        let plans = context.dataset.plans();
        let Some(work) = plans.of(place.region) else { return Outcome::Stayed };
        let selected = self.selected().filter(|_| self.pane == Pane::Text && by_topic);
        match selected {
            Some(Item::PlanEntry(ix)) => {
                self.next_on_topic(context, work, ix);
                return Outcome::Stayed;
            }
            Some(Item::Entry(entry)) => {
                let topics = topics_of(context.dataset, entry);
                let mut trail = on_topics(plans, work, &topics);
                if let Some(theme) = context.dataset[entry].kind.theme().filter(|_| trail.is_empty()) {
                    trail = on_topics(plans, work, &topics_under(context.dataset, place.region, theme));
                }
                if trail.is_empty() {
                    let names = words::topics(context.dataset, lang, &topics);
                    self.plan.notice = Some(lang.fill(Msg::PlanNoTopic, &[&names]));
                    return Outcome::Stayed;
                }
                self.plan.trail = trail;
                self.step_to(context, 0);
            }
            _ => {
                self.unfold(context, Fold::Plan(place.region));
                self.lay_out(context);
                self.select(context, Item::Plan);
                // The plan begins at the top, so that what is unfolded is seen.
                let from = self.text.extents.get(self.text.cursor.at).map_or(0, |(from, _)| from.saturating_sub(1));
                self.text.cursor.top = from.min(self.text.lines.len().saturating_sub(text_height(context)));
            }
        }
        Outcome::Opened
    }

    /// To the next entry that speaks of the topic by which one came, else of what the selected one is chiefly about.
    fn next_on_topic(&mut self, context: &Context<'_>, work: WorkIx, ix: ItemIx) {
        let at = self.plan.trail.iter().position(|(on, _)| *on == ix);
        if at.is_none() {
            let plans = context.dataset.plans();
            let chief: Vec<TopicIx> = plans[ix].topics.first().copied().into_iter().collect();
            self.plan.trail = on_topics(plans, work, &chief);
        }
        let at = at.or_else(|| self.plan.trail.iter().position(|(on, _)| *on == ix));
        self.step_to(context, at.map_or(0, |at| (at + 1) % self.plan.trail.len().max(1)));
    }

    fn step_to(&mut self, context: &Context<'_>, at: usize) {
        let Some((ix, topic)) = self.plan.trail.get(at).copied() else { return };
        self.show_item(context, ix);
        let Context { dataset, lang, .. } = *context;
        let name = lang.pick(&dataset[topic].name, &dataset[topic].name_en);
        let [next, back] = [Action::ToPlan, Action::Back].map(|action| context.keys.key_of(ViewId::Regions, action));
        let said = lang.fill(Msg::PlanAtTopic, &[&name, &(at + 1), &self.plan.trail.len(), &next, &back]);
        self.plan.notice = Some(said);
    }

    /// Opens the regioplan of an entry with the entry selected.
    pub fn go_to_item(&mut self, context: &Context<'_>, ix: ItemIx) {
        let plans = context.dataset.plans();
        if let Some(region) = of(plans, ix) {
            if self.place != Some(Place::whole(region)) {
                self.go_to(context, Place::whole(region), 0);
            }
            self.show_item(context, ix);
        }
    }

    /// Unfolds all that an entry stands under, and it, and selects it.
    fn show_item(&mut self, context: &Context<'_>, ix: ItemIx) {
        let plans = context.dataset.plans();
        let Some(region) = of(plans, ix) else { return };
        self.plan.unfolded.extend(above(plans, ix).map(Fold::Entry));
        self.plan.unfolded.insert(Fold::List(plans[ix].work, plans[ix].list));
        self.plan.unfolded.insert(Fold::Plan(region));
        self.lay_out(context);
        self.select(context, Item::PlanEntry(ix));
    }

    /// Opens the regioplan of a region at what of it is asked for.
    pub fn go_to_plan(&mut self, context: &Context<'_>, region: RegionIx, only: &Only) {
        let plans = context.dataset.plans();
        self.go_to(context, Place::whole(region), 0);
        self.lead_to_plan(context, Place::whole(region), false);
        match only {
            Only::All => {}
            Only::Theme(theme) => self.show_item(context, *theme),
            Only::Topics(_, topics) => {
                self.plan.trail = plans.of(region).map(|work| on_topics(plans, work, topics)).unwrap_or_default();
                self.step_to(context, 0);
            }
        }
        self.pane = Pane::Text;
    }

    /// Goes back to something of a regioplan.
    pub fn restore_in_plan(&mut self, context: &Context<'_>, place: Place, item: Item) {
        self.go_to(context, place, 0);
        match item {
            Item::PlanEntry(ix) => self.show_item(context, ix),
            Item::Plan => self.select(context, item),
            _ => {
                self.unfold(context, Fold::Plan(place.region));
                self.lay_out(context);
                self.select(context, item);
            }
        }
    }
}

/// The region whose plan says an entry.
fn of(plans: &Plans, ix: ItemIx) -> Option<RegionIx> {
    plans[plans[ix].work].region
}

/// What an item unfolds.
fn fold_of(context: &Context<'_>, region: RegionIx, item: Item) -> Option<Fold> {
    match item {
        Item::Plan => Some(Fold::Plan(region)),
        Item::PlanList(list) => Some(Fold::List(context.dataset.plans().of(region)?, list)),
        Item::PlanEntry(ix) => context.dataset.plans().children(ix).next().map(|_| Fold::Entry(ix)),
        _ => None,
    }
}

/// What an item of the plan stands under.
fn parent(context: &Context<'_>, item: Item) -> Option<Item> {
    match item {
        Item::PlanEntry(ix) => {
            let entry = &context.dataset.plans()[ix];
            Some(entry.parent.map_or(Item::PlanList(entry.list), Item::PlanEntry))
        }
        Item::PlanList(_) | Item::PlanNote(_) => Some(Item::Plan),
        _ => None,
    }
}

/// Adds the regioplan to the text of a region; of a region without one, which regions have one.
pub(super) fn plan_lines(
    context: &Context<'_>,
    region: RegionIx,
    side: &PlanSide,
    width: usize,
    text: &mut RegionText,
) {
    let Context { dataset, lang, .. } = *context;
    let Some((_, doc)) = dataset.planned().iter().find(|(planned, _)| *planned == region) else {
        let others = planned(dataset);
        if !others.is_empty() {
            text.lines.push(Line::default());
            let said = lang.fill(Msg::PlanElsewhere, &[&others]);
            text.lines.extend(wrap(&said, width.saturating_sub(2)).into_iter().map(|l| indent(2, l, Role::Dim)));
        }
        return;
    };
    text.heading(lang.say(Msg::PlanHeading).to_string());
    let leaf = format!("{} ", context.glyphs.no);
    let mut sheet = Sheet { side, width, leaf: &leaf, text };
    let title = document(dataset, *doc);
    if !side.has(Fold::Plan(region)) {
        let said = lang.fill(Msg::PlanFolded, &[&title, &context.keys.key_of(ViewId::Regions, Action::Open)]);
        sheet.item(Item::Plan, 0, Some(false), &[(said, Role::Text)]);
        return;
    }
    let plans = dataset.plans();
    let Some(work) = plans.of(region) else { return };
    let said = lang.fill(Msg::PlanUnfolded, &[&title, &plans.items_of(work).count()]);
    sheet.item(Item::Plan, 0, Some(true), &[(said, Role::Text)]);
    let telling = Telling { dataset, plans, lang, inferred: !side.stated_only };
    for shown in LISTS {
        sheet.list(&telling, work, shown);
    }
    for (i, note) in plans[work].notes.iter().enumerate() {
        if i == 0 {
            sheet.text.headings.push(sheet.text.lines.len());
            sheet.text.lines.push(indent(4, lang.say(Msg::Notes).to_string(), Role::Subheading));
        }
        sheet.item(Item::PlanNote(i), 2, None, &[(note.text.clone(), Role::Text)]);
    }
}

/// Lays the plan out over a width.
struct Sheet<'s> {
    side: &'s PlanSide,
    width: usize,
    /// The sign before what does not unfold.
    leaf: &'s str,
    text: &'s mut RegionText,
}

impl Sheet<'_> {
    fn list(&mut self, telling: &Telling<'_>, work: WorkIx, shown: List) {
        let count = telling.plans.list(work, shown).count();
        if count == 0 {
            return;
        }
        let open = self.side.has(Fold::List(work, shown));
        self.text.headings.push(self.text.lines.len());
        let heading = list(telling.lang, shown).to_string();
        let runs = [(heading, Role::Subheading), (format!(" · {count}"), Role::Dim)];
        self.item(Item::PlanList(shown), 1, Some(open), &runs);
        if !open {
            return;
        }
        // What stands under a folded entry is passed over.
        let mut folded: Option<u8> = None;
        for (ix, item) in telling.plans.list(work, shown) {
            if folded.is_some_and(|depth| item.depth > depth) {
                continue;
            }
            folded = self.entry(telling, ix).then_some(item.depth);
        }
    }

    /// An entry; returns whether it is folded.
    fn entry(&mut self, telling: &Telling<'_>, ix: ItemIx) -> bool {
        let item = &telling.plans[ix];
        let under = telling.plans.under(ix).count();
        let open = (under > 0).then(|| self.side.has(Fold::Entry(ix)));
        let depth = 2 + usize::from(item.depth);
        let mut runs = vec![(level(telling.lang, item), Role::Dim)];
        let folded = open == Some(false);
        // What is folded shows its name alone, where it has one.
        let name = if folded { item.name.as_deref() } else { name(item) };
        runs.extend(name.map(|name| (format!(" {name}"), Role::Subheading)));
        if !folded || name.is_none() {
            runs.push((format!(": {}", item.text), Role::Text));
        }
        if folded {
            runs.push((format!(" · {under}"), Role::Dim));
        }
        self.item(Item::PlanEntry(ix), depth, open, &runs);
        if folded || self.text.airy {
            return folded;
        }
        let index = self.text.items.len().saturating_sub(1);
        for said in [telling.facts(ix).join("; "), telling.topics(item)] {
            let hang = 2 * depth.min(DEEPEST) + 6;
            for line in wrap(&said, self.width.saturating_sub(hang).max(LEAST)).into_iter().filter(|l| !l.is_empty()) {
                self.text.lines.push(Line { item: Some(index), ..indent(hang, line, Role::Dim) });
            }
        }
        if let Some(extent) = self.text.extents.last_mut() {
            extent.1 = self.text.lines.len();
        }
        false
    }

    /// An item: its sign where it unfolds, and its text in runs of roles.
    fn item(&mut self, item: Item, depth: usize, open: Option<bool>, runs: &[(String, Role)]) {
        if self.text.airy {
            self.text.lines.push(Line::default());
        }
        let from = self.text.lines.len();
        let index = self.text.items.len();
        let hang = 2 * depth.min(DEEPEST) + 4;
        let sign = match open {
            Some(true) => "- ",
            Some(false) => "+ ",
            // In the sign of the matrix that is no minus in ASCII.
            None => self.leaf,
        };
        let whole: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        let lines = wrap(&whole, self.width.saturating_sub(hang).max(LEAST));
        for (i, pieces) in coloured(&lines, runs).into_iter().enumerate() {
            let start = if i == 0 { format!("{}{sign}", " ".repeat(hang - 2)) } else { " ".repeat(hang) };
            let line = pieces.into_iter().fold(Line::of(start, Role::Text), |line, (text, role)| line.and(text, role));
            self.text.lines.push(Line { item: Some(index), first: i == 0, ..line });
        }
        self.text.items.push(item);
        self.text.extents.push((from, self.text.lines.len()));
    }
}

/// From this depth on entries stand no further to the right.
const DEEPEST: usize = 6;

/// The least width of a text, however deep it stands.
const LEAST: usize = 12;

/// The runs of a text in the lines that it was wrapped to. Lines are stretches of the text; between them blanks are gone.
fn coloured(lines: &[String], runs: &[(String, Role)]) -> Vec<Vec<(String, Role)>> {
    let whole: Vec<(char, Role)> = runs.iter().flat_map(|(text, role)| text.chars().map(|c| (c, *role))).collect();
    let mut left = whole.into_iter().peekable();
    lines
        .iter()
        .map(|line| {
            let mut pieces: Vec<(String, Role)> = Vec::new();
            for c in line.chars() {
                while left.next_if(|(other, _)| *other != c && other.is_whitespace()).is_some() {}
                let role = left.next().map_or(Role::Text, |(_, role)| role);
                match pieces.last_mut() {
                    Some((text, last)) if *last == role => text.push(c),
                    _ => pieces.push((c.to_string(), role)),
                }
            }
            while left.next_if(|(other, _)| other.is_whitespace()).is_some() {}
            pieces
        })
        .collect()
}

fn indent(by: usize, text: String, role: Role) -> Line {
    Line::of(" ".repeat(by), Role::Text).and(text, role)
}
