//! The answers of the query commands, each with all the forms in which it can be written. The commands and the screen's
//! export make the same values and write them by [`write`]; an answer that lacks a form does not compile.

use std::io::{self, Write};

use super::compare_text::Columns;
use super::doc::Document;
use super::search::Found;
use super::text::Manner;
use super::topics::Asked;
use super::{
    compare_csv, compare_json, compare_text, csv, docs, figures, html, json, matrix, md, search, similar, text, topics,
};
use crate::dataset::{Dataset, MetricIx, RegionKind, TopicIx};
use crate::query::compare::{Comparison, Only as OnlyRows, Section};
use crate::query::figures as given;
use crate::query::find::Place;
use crate::query::fold::fold_words;
use crate::query::matrix::{self as marks, Filter, Own, Want};
use crate::query::pairing::Sides;
use crate::query::portrait::Only;
use crate::query::similar::{Alike, Weights};
use crate::query::topics::{Index, Tally};
use crate::texts::Lang;

/// For which program CSV is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Dialect {
    /// RFC 4180: commas, decimal points.
    #[default]
    Plain,
    /// The Dutch Excel: semicolons, a byte order mark, decimal commas, no cell that is a formula.
    Excel,
}

/// A form in which an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// For people.
    #[default]
    Text,
    /// Markdown.
    Md,
    /// For spreadsheets.
    Csv(Dialect),
    /// For programs.
    Json,
    /// A page to mail and to print.
    Html,
}

impl Form {
    /// Every form, CSV once.
    pub const ALL: [Form; 5] = [Form::Text, Form::Md, Form::Csv(Dialect::Plain), Form::Json, Form::Html];

    /// Its word on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Form::Text => "text",
            Form::Csv(_) | Form::Md | Form::Json | Form::Html => self.ending(),
        }
    }

    /// The ending of a file of this form.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Text => "txt",
            Form::Md => "md",
            Form::Csv(_) => "csv",
            Form::Json => "json",
            Form::Html => "html",
        }
    }
}

/// An answer, and how it is written in each form.
pub trait Answer {
    /// Whether anything was found.
    fn any(&self) -> bool;

    /// For people.
    ///
    /// # Errors
    /// When the writer fails.
    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()>;

    /// For programs.
    ///
    /// # Errors
    /// When the writer fails.
    fn json(&self, out: &mut dyn Write) -> io::Result<()>;

    /// For spreadsheets.
    ///
    /// # Errors
    /// When the writer fails.
    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()>;

    /// For what is read in another program: headings, paragraphs, lists and tables.
    fn document(&self, lang: Lang) -> Document;

    /// Whether it can be a page of its own.
    fn is_page(&self) -> bool;

    /// What a file of it may be called, without its ending.
    fn name(&self) -> String;
}

/// Writes an answer in a form.
///
/// # Errors
/// When the writer fails; of the kind `Unsupported` where the answer has no such form.
pub fn write(answer: &dyn Answer, form: Form, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
    match form {
        Form::Text => answer.text(manner, out),
        Form::Md => md::write(&answer.document(manner.lang), out),
        Form::Csv(dialect) => answer.csv(manner.lang, dialect, out),
        Form::Json => answer.json(out),
        Form::Html if answer.is_page() => html::write(&answer.document(manner.lang), out),
        Form::Html => Err(io::Error::new(io::ErrorKind::Unsupported, "html")),
    }
}

/// A name for a file, of lower-case ASCII letters, digits and hyphens.
fn named<const N: usize>(pieces: [&str; N]) -> String {
    let folded = fold_words(&pieces.join(" "));
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(12).fold("impactkaart".to_string(), |name, word| format!("{name}-{word}"))
}

/// The answer of `list`.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// Only regions of this kind.
    pub kind: Option<RegionKind>,
}

impl Answer for List<'_> {
    fn any(&self) -> bool {
        true
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        text::list(self.dataset, self.kind, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        json::list(self.dataset, self.kind, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::list(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::list(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        "impactkaart-regios".to_string()
    }
}

/// The answer of `show`.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The region or part.
    pub place: Place,
    /// What of it.
    pub only: Only,
}

impl Answer for Show<'_> {
    fn any(&self) -> bool {
        true
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        text::show(self.dataset, self.place, self.only, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        json::show(self.dataset, self.place, self.only, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::show(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::show(self, lang)
    }

    fn is_page(&self) -> bool {
        true
    }

    fn name(&self) -> String {
        let section = self.only.section.map(|section| section.id(self.dataset));
        named([self.place.id(self.dataset).as_str(), section.unwrap_or_default()])
    }
}

/// The answer of `matrix`.
#[derive(Debug, Clone, Copy)]
pub struct Matrix<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The own marks that count; none where the filter does not count them.
    pub own: &'a Own,
    /// What was asked.
    pub filter: &'a Filter,
    /// The rows and counts.
    pub answer: &'a marks::Answer,
}

impl Answer for Matrix<'_> {
    fn any(&self) -> bool {
        !self.answer.rows.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        matrix::text(self.dataset, self.own, self.filter, self.answer, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        matrix::json(self.dataset, self.own, self.filter, self.answer, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::matrix(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::matrix(self, lang)
    }

    fn is_page(&self) -> bool {
        true
    }

    fn name(&self) -> String {
        let asked = [Want::Wanted, Want::Excluded].map(|want| {
            let ids: Vec<&str> = self.filter.columns(want).into_iter().map(|c| &*self.dataset[c].id).collect();
            ids.join("-")
        });
        let [wanted, excluded] = &asked;
        let not = if excluded.is_empty() { "" } else { "zonder" };
        named(["matrix", wanted, not, excluded])
    }
}

/// The answer of `compare`.
#[derive(Debug, Clone, Copy)]
pub struct Compare<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// Both sides.
    pub comparison: &'a Comparison,
    /// The sections that are wanted.
    pub sections: &'a [Section],
    /// Which rows.
    pub only: OnlyRows,
    /// In how many columns text stands.
    pub columns: Columns,
}

impl Answer for Compare<'_> {
    fn any(&self) -> bool {
        self.sections.iter().any(|section| self.comparison.shows_any(*section, self.only))
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        compare_text::compare(self.dataset, self.comparison, self.sections, self.only, self.columns, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        compare_json::compare(self.dataset, self.comparison, self.sections, self.only, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        compare_csv::compare(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::compare(self, lang)
    }

    fn is_page(&self) -> bool {
        true
    }

    fn name(&self) -> String {
        let Sides { a, b } = Sides::each(|side| self.comparison.places.of(side).id(self.dataset));
        named([a.as_str(), b.as_str()])
    }
}

/// The answer of `search`.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// What was found.
    pub found: Found<'a>,
}

impl Answer for Search<'_> {
    fn any(&self) -> bool {
        !self.found.answer.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        search::text(self.dataset, self.found, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        search::json(self.dataset, self.found, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::search(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::search(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["zoek", self.found.typed])
    }
}

/// The answer of `topics`.
#[derive(Debug)]
pub struct Topics<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// Who names what.
    pub index: &'a Index,
    /// What was asked.
    pub asked: Asked,
    /// The topics, in order.
    pub listed: &'a [(TopicIx, Tally)],
}

impl Answer for Topics<'_> {
    fn any(&self) -> bool {
        !self.listed.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        topics::list(self.dataset, self.listed, self.asked, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        // What programs read has one order, whatever the language: names of equals are then the Dutch ones.
        let listed = self.index.list(self.dataset, Lang::Nl, self.asked.scope, self.asked.sort);
        topics::list_json(self.dataset, self.index, &listed, self.asked.scope, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::topics_list(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::topics(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["onderwerpen", self.asked.scope.under.map(|section| section.id(self.dataset)).unwrap_or_default()])
    }
}

/// The answer of `topics TOPIC`.
#[derive(Debug)]
pub struct Topic<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// Who names what.
    pub index: &'a Index,
    /// What was asked.
    pub asked: Asked,
    /// The topic.
    pub topic: TopicIx,
}

impl Answer for Topic<'_> {
    fn any(&self) -> bool {
        self.index.mentions(self.dataset, self.topic, self.asked.scope).next().is_some()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        topics::detail(self.dataset, self.index, self.topic, self.asked.scope, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        topics::detail_json(self.dataset, self.index, self.topic, self.asked.scope, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::topic(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::topic(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["onderwerp", &self.dataset[self.topic].id])
    }
}

/// The answer of `similar`.
#[derive(Debug)]
pub struct Similar<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The weights of the topics.
    pub weights: &'a Weights,
    /// The place that was asked of.
    pub place: Place,
    /// Which regions it was held against.
    pub kind: Option<RegionKind>,
    /// The regions, the most alike first.
    pub found: &'a [Alike],
}

impl Answer for Similar<'_> {
    fn any(&self) -> bool {
        !self.found.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        similar::text(self.dataset, self.weights, self.place, self.kind, self.found, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        similar::json(self.dataset, self.weights, self.place, self.kind, self.found, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::similar(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::similar(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["soortgelijk", &self.place.id(self.dataset)])
    }
}

/// The answer of `figures`: every metric.
#[derive(Debug, Clone, Copy)]
pub struct Metrics<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The metrics, with how many regions give them.
    pub all: &'a [(MetricIx, usize)],
}

impl Answer for Metrics<'_> {
    fn any(&self) -> bool {
        !self.all.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        figures::metrics(self.dataset, self.all, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        figures::metrics_json(self.dataset, self.all, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::metrics(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::metrics(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["cijfers"])
    }
}

/// The answer of `figures METRIC`.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    /// The dataset.
    pub dataset: &'a Dataset<'a>,
    /// The figures, in the order asked for.
    pub found: &'a given::Figures,
}

impl Answer for Figures<'_> {
    fn any(&self) -> bool {
        !self.found.given.is_empty()
    }

    fn text(&self, manner: Manner, out: &mut dyn Write) -> io::Result<()> {
        figures::text(self.dataset, self.found, manner, out)
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        figures::json(self.dataset, self.found, out)
    }

    fn csv(&self, lang: Lang, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        csv::figures_of(self, lang, dialect, out)
    }

    fn document(&self, lang: Lang) -> Document {
        docs::figures(self, lang)
    }

    fn is_page(&self) -> bool {
        false
    }

    fn name(&self) -> String {
        named(["cijfers", &self.dataset[self.found.metric].id])
    }
}
