//! The regioplannen and the national picture in the compact form that `check::works` makes of their files: without
//! fields that are null or empty. All content stands in entries of one form; [`super::plans`] looks their ids up.

use serde::Deserialize;

use super::raw::{Point, RegionKind};
use super::text::Text;

/// The regioplannen and the national picture.
#[derive(Debug, Default, Deserialize)]
pub struct Works<'a> {
    /// The region and the document of each plan; read on its own by [`super::Dataset::with_works`].
    #[serde(borrow, default)]
    pub index: Vec<(Text<'a>, Text<'a>)>,
    /// The files of `plans/`, ordered by id.
    #[serde(borrow, default)]
    pub plans: Vec<Work<'a>>,
    /// `national.json`.
    #[serde(borrow, default)]
    pub national: Option<Work<'a>>,
}

/// A regioplan or the national picture.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work<'a> {
    /// The id of its region; `landelijk` for the national picture.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The source that it tells.
    #[serde(borrow)]
    pub doc: Text<'a>,
    /// Its lists of entries, in the order of the file.
    #[serde(borrow)]
    pub lists: Vec<(List, Vec<Entry<'a>>)>,
    /// What is odd in the source.
    #[serde(borrow, default)]
    pub notes: Vec<Note<'a>>,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($variant:ident: $key:literal, $doc:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name { $(#[doc = $doc] #[serde(rename = $key)] $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word of the data files and of JSON output.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }
    };
}

words! {
    /// The list of a file in which an entry stands.
    List {
        Plan: "plan", "The document itself.";
        Area: "area", "Region, subregions, gemeenten, wider areas.";
        Parties: "parties", "Organisations and bodies.";
        Context: "context", "Occasion, method, facts of the region.";
        Ambition: "ambition", "Ambition, principles, challenges and goals of the plan as a whole.";
        Themes: "themes", "The themes, at the level that compares with an action line.";
        Across: "across", "What runs across the themes.";
        Conditions: "conditions", "Conditions, promoting and hindering factors, points of attention.";
        Agreements: "agreements", "Working agreements.";
        Governance: "governance", "Steering, co-operation, participation of residents.";
        Monitoring: "monitoring", "Monitoring, indicators, data.";
        Agenda: "agenda", "Dated or announced steps of the plan as a whole.";
        About: "about", "What the reflection is and rests on.";
        Timeline: "timeline", "The steps from IZA to regioplan.";
        Bottlenecks: "bottlenecks", "The bottlenecks most named, with causes and effects.";
        Findings: "findings", "What was observed in the regiobeelden.";
        Criteria: "criteria", "What makes a regiobeeld, a bottleneck and a health goal useful.";
        Attention: "attention", "Points of attention for the regioplannen.";
        Nza: "nza", "What the NZa does.";
    }
}

words! {
    /// What an entry is, the same over all plans; the plan's own word for it is its kind.
    Role {
        Plan: "plan", "The document itself.";
        Area: "area", "Region, subregion or gemeente.";
        Party: "party", "Organisation or body.";
        Context: "context", "Fact, development or explanation that is no problem and no plan.";
        Principle: "principle", "Starting point, vision, demarcation.";
        Ambition: "ambition", "Ambition of the plan or of a theme.";
        Challenge: "challenge", "Task that the plan as a whole names as large.";
        Goal: "goal", "What is to be reached.";
        Theme: "theme", "The level that compares with an action line of the impactkaart.";
        Group: "group", "Level between a theme and its goals, approaches or initiatives.";
        Problem: "problem", "Problem or bottleneck.";
        Cause: "cause", "Cause of a problem.";
        Effect: "effect", "Effect of a problem, or expected effect of an approach.";
        Approach: "approach", "How it is to be done.";
        Initiative: "initiative", "Named project, initiative or subject that is carried out.";
        Agenda: "agenda", "Step of a work agenda or planning.";
        Indicator: "indicator", "Indicator.";
        Figure: "figure", "Figure that supports the entry in which it stands.";
        Condition: "condition", "Condition, promoting or hindering factor.";
        Agreement: "agreement", "Working agreement.";
        Attention: "attention", "Point of attention.";
        Criterion: "criterion", "Mark by which something is judged.";
        Finding: "finding", "What was observed or concluded.";
        Governance: "governance", "Who decides, steers and takes part.";
        Monitoring: "monitoring", "How progress is followed.";
    }
}

words! {
    /// How the value of a figure is meant.
    Bound {
        Nearly: "bijna", "Nearly.";
        About: "circa", "About.";
        MoreThan: "meer dan", "More than.";
        LessThan: "minder dan", "Less than.";
        AtLeast: "minstens", "At least.";
        AtMost: "hoogstens", "At most.";
    }
}

words! {
    /// The area that a figure holds for.
    Scope {
        Region: "regio", "The region of the plan.";
        Subregion: "subregio", "A part of it.";
        Municipality: "gemeente", "A gemeente.";
        Roaz: "roaz", "A ROAZ-regio.";
        National: "landelijk", "The Netherlands.";
    }
}

words! {
    /// Who ties an entry to another.
    TieBasis {
        Stated: "stated", "The source says so.";
        Inferred: "inferred", "The dataset concludes it: same name, same subject, same place.";
    }
}

/// The kinds of entries that are a figure: what the plan wants, expects, measured or estimates.
pub const FIGURE_KINDS: [&str; 4] = ["target", "forecast", "fact", "estimate"];

/// An entry with what stands under it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The plan's own word for it; of a party the sort of organisation, of a figure one of [`FIGURE_KINDS`].
    #[serde(borrow)]
    pub kind: Text<'a>,
    /// What it is, the same over all plans.
    pub role: Role,
    /// The number or letter that the source gives it.
    #[serde(borrow, default)]
    pub nr: Option<Text<'a>>,
    /// Title or short label.
    #[serde(borrow, default)]
    pub name: Option<Text<'a>>,
    /// What it says, in the dataset's own words.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// Other names.
    #[serde(borrow, default)]
    pub also: Vec<Text<'a>>,
    /// Topics, the chief one first.
    #[serde(borrow, default)]
    pub topics: Vec<Text<'a>>,
    /// Sectors that the passage names.
    #[serde(borrow, default)]
    pub sectors: Vec<Text<'a>>,
    /// Doelgroepen that the passage names.
    #[serde(borrow, default)]
    pub doelgroepen: Vec<Text<'a>>,
    /// Where it stands.
    #[serde(borrow)]
    pub source: Source<'a>,
    /// What it is tied to.
    #[serde(borrow, default)]
    pub links: Vec<Link<'a>>,
    /// Of the document: its version.
    #[serde(borrow, default)]
    pub version: Option<Text<'a>>,
    /// Of the national picture: the kind of region that it holds for.
    #[serde(default)]
    pub region_kind: Option<RegionKind>,
    /// Of an area: how many live there.
    #[serde(default)]
    pub inhabitants: Option<u32>,
    /// Of an indicator: the value now.
    #[serde(borrow, default)]
    pub baseline: Option<Text<'a>>,
    /// Of an indicator: the value wanted.
    #[serde(borrow, default)]
    pub target: Option<Text<'a>>,
    /// Of a figure: what is measured.
    #[serde(borrow, default)]
    pub metric: Option<Text<'a>>,
    /// Of a figure: its value.
    #[serde(default)]
    pub value: Option<f64>,
    /// Of a figure: the upper end of a range.
    #[serde(default)]
    pub value_to: Option<f64>,
    /// Of a figure: how the value is meant.
    #[serde(default)]
    pub bound: Option<Bound>,
    /// Of a figure: the value in words.
    #[serde(borrow, default)]
    pub said: Option<Text<'a>>,
    /// Of a figure: its unit.
    #[serde(borrow, default)]
    pub unit: Option<Text<'a>>,
    /// Of a figure: its year.
    #[serde(default)]
    pub year: Option<u16>,
    /// Of a figure: the value that it comes from.
    #[serde(default)]
    pub from: Option<Point>,
    /// Of a figure: the area that it holds for.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// When it happens.
    #[serde(default)]
    pub years: Option<Years>,
    /// The moment in the source's terms.
    #[serde(borrow, default)]
    pub when: Option<Text<'a>>,
    /// How far it is, in the source's terms.
    #[serde(borrow, default)]
    pub status: Option<Text<'a>>,
    /// Who takes part.
    #[serde(borrow, default)]
    pub parties: Vec<PartyRef<'a>>,
    /// What stands under it.
    #[serde(borrow, default)]
    pub children: Vec<Entry<'a>>,
}

/// First and last year. A deadline has only the last, a start only the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The first year.
    #[serde(default)]
    pub from: Option<u16>,
    /// The last year.
    #[serde(default)]
    pub to: Option<u16>,
}

/// A place in a source without pages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// The document.
    #[serde(borrow)]
    pub doc: Text<'a>,
    /// The heading under which it stands.
    #[serde(borrow)]
    pub section: Text<'a>,
    /// First and last line of the extracted text.
    pub lines: [u32; 2],
}

/// A tie to another entry or to a region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link<'a> {
    /// Its id.
    #[serde(borrow)]
    pub to: Text<'a>,
    /// Who ties them.
    pub basis: TieBasis,
}

/// A party of an entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyRef<'a> {
    /// Its id.
    #[serde(borrow)]
    pub party: Text<'a>,
    /// The part that it plays, in the plan's word.
    #[serde(borrow, rename = "as", default)]
    pub part: Option<Text<'a>>,
}

/// What is odd in the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note<'a> {
    /// What is odd.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The places that it is about.
    #[serde(borrow)]
    pub sources: Vec<Source<'a>>,
}
