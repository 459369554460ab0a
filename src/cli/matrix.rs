//! `matrix`: the filter that was typed.

use super::args::{MatchArg, MatrixArgs, StrengthArg};
use super::error::Error;
use super::plan::{Plan, kind};
use crate::dataset::{Axis, Column, Dataset};
use crate::query::matrix::{Filter, Match, Sort, Strength, Want};
use crate::query::question::{Question, Usual};
use crate::texts::{Lang, Msg};

/// The plan for what was typed.
///
/// # Errors
/// [`Error::Usage`] with everything that is wrong: unknown columns, a column asked for in two ways, a number that
/// no row can reach.
pub fn plan(args: &MatrixArgs, usual: Usual, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let mut asked = Asked { dataset, lang, filter: Filter::default(), wrong: Vec::new() };
    asked.wanted(Axis::Sectors, &args.sector);
    asked.wanted(Axis::Doelgroepen, &args.doelgroep);
    asked.excluded(&args.not);
    asked.least(Axis::Sectors, args.min_sectors);
    asked.least(Axis::Doelgroepen, args.min_doelgroepen);
    let sort = asked.sort(&args.sort);
    let Asked { mut filter, wrong, .. } = asked;
    filter.kind = args.kind.map(kind);
    filter.own = args.own || usual.own && !args.no_own;
    filter.matching = match args.matching {
        MatchArg::All => Match::All,
        MatchArg::Any => Match::Any,
    };
    filter.strength = match args.strength {
        None => usual.strength,
        Some(StrengthArg::Certain) => Strength::Certain,
        Some(StrengthArg::Evidenced) => Strength::Evidenced,
        Some(StrengthArg::Possible) => Strength::Possible,
    };
    match wrong.is_empty() {
        true if args.open => Ok(Plan::Screen(Question::Matrix(filter, sort))),
        true => Ok(Plan::Matrix(filter, sort)),
        false => Err(Error::Usage(wrong)),
    }
}

/// A filter that is being put together, with all that is wrong with it.
struct Asked<'d> {
    dataset: &'d Dataset<'d>,
    lang: Lang,
    filter: Filter,
    wrong: Vec<String>,
}

impl Asked<'_> {
    fn wanted(&mut self, axis: Axis, ids: &[String]) {
        for id in ids {
            match column(self.dataset, &[axis], id) {
                Some(column) => self.filter.set(column, Want::Wanted),
                None => self.unknown(&[axis], option(axis), id),
            }
        }
    }

    fn excluded(&mut self, ids: &[String]) {
        for id in ids {
            match column(self.dataset, &Axis::ALL, id) {
                Some(column) if self.filter.want(column) == Want::Wanted => {
                    self.wrong.push(self.lang.fill(Msg::ErrorBothWays, &[id]));
                }
                Some(column) => self.filter.set(column, Want::Excluded),
                None => self.unknown(&Axis::ALL, "--not", id),
            }
        }
    }

    fn least(&mut self, axis: Axis, least: u8) {
        let length = self.dataset.columns(axis).len();
        if usize::from(least) > length {
            let option = if axis == Axis::Sectors { "--min-sectors" } else { "--min-doelgroepen" };
            self.wrong.push(self.lang.fill(Msg::ErrorTooLarge, &[&option, &least, &length]));
        }
        self.filter.least[axis as usize] = least;
    }

    fn sort(&mut self, order: &str) -> Sort {
        match order.to_lowercase().as_str() {
            "kind" => Sort::Kind,
            "name" => Sort::Name,
            "sectors" => Sort::Marks(Axis::Sectors),
            "doelgroepen" => Sort::Marks(Axis::Doelgroepen),
            _ => match column(self.dataset, &Axis::ALL, order) {
                Some(column) => Sort::Column(column),
                None => {
                    let allowed = format!("kind, name, sectors, doelgroepen, {}", ids(self.dataset, &Axis::ALL));
                    self.wrong.push(self.lang.fill(Msg::ErrorUnknownColumn, &[&order, &"--sort", &allowed]));
                    Sort::Kind
                }
            },
        }
    }

    fn unknown(&mut self, axes: &[Axis], option: &str, id: &str) {
        let elsewhere = Axis::ALL.into_iter().find(|axis| column(self.dataset, &[*axis], id).is_some());
        self.wrong.push(match elsewhere {
            Some(axis) => self.lang.fill(Msg::ErrorOtherAxis, &[&id, &self::option(axis)]),
            None => self.lang.fill(Msg::ErrorUnknownColumn, &[&id, &option, &ids(self.dataset, axes)]),
        });
    }
}

fn option(axis: Axis) -> &'static str {
    match axis {
        Axis::Sectors => "--sector",
        Axis::Doelgroepen => "--doelgroep",
    }
}

/// A column by its id or its label, whatever the case.
fn column(dataset: &Dataset<'_>, axes: &[Axis], asked: &str) -> Option<Column> {
    let asked = asked.trim();
    let fits = |name: &str| name.eq_ignore_ascii_case(asked);
    let of = |axis: &Axis| dataset.columns(*axis).find(|(_, c)| fits(&c.id) || fits(&c.label)).map(|(ix, _)| ix);
    axes.iter().find_map(of)
}

fn ids(dataset: &Dataset<'_>, axes: &[Axis]) -> String {
    let of = |axis: &Axis| dataset.columns(*axis).map(|(_, c)| c.id.to_string()).collect::<Vec<_>>();
    axes.iter().flat_map(of).collect::<Vec<_>>().join(", ")
}
