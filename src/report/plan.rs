//! A regioplan put into words: the headings of its lists, what stands beside a text, and its figures; the same on the
//! screen and in what `plan` prints. The plan's own word for an entry is shown as it stands.

use unicode_width::UnicodeWidthStr;

use super::lines::cut;
use super::words;
use crate::dataset::plans::{
    Bound, FIGURE_KINDS, Figure, Item, ItemIx, List, Plans, Role, Scope, Source, Target, TieBasis,
};
use crate::dataset::{Dataset, DocIx, Point, RegionIx};
use crate::query::plan::above;
use crate::texts::{Lang, Msg};

/// What the words are made from.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'d> {
    /// The dataset.
    pub dataset: &'d Dataset<'d>,
    /// Its plans.
    pub plans: &'d Plans,
    /// The language.
    pub lang: Lang,
    /// Whether ties that the dataset concludes are told, each marked as such.
    pub inferred: bool,
}

/// The heading of a list.
pub fn list(lang: Lang, list: List) -> &'static str {
    lang.say(match list {
        List::Plan => Msg::PlanListPlan,
        List::Area => Msg::PlanListArea,
        List::Parties => Msg::PlanListParties,
        List::Context => Msg::PlanListContext,
        List::Ambition => Msg::PlanListAmbition,
        List::Themes => Msg::PlanListThemes,
        List::Across => Msg::PlanListAcross,
        List::Conditions => Msg::PlanListConditions,
        List::Agreements => Msg::PlanListAgreements,
        List::Governance => Msg::PlanListGovernance,
        List::Monitoring => Msg::PlanListMonitoring,
        List::Agenda => Msg::PlanListAgenda,
        List::About => Msg::PlanListAbout,
        List::Timeline => Msg::PlanListTimeline,
        List::Bottlenecks => Msg::PlanListBottlenecks,
        List::Findings => Msg::PlanListFindings,
        List::Criteria => Msg::PlanListCriteria,
        List::Attention => Msg::PlanListAttention,
        List::Nza => Msg::PlanListNza,
    })
}

/// The plan's own word for an entry; of a figure what sort of figure it is.
pub fn kind(lang: Lang, item: &Item) -> String {
    let msg = match item.kind.as_str() {
        "target" => Msg::PlanKindTarget,
        "forecast" => Msg::PlanKindForecast,
        "fact" => Msg::PlanKindFact,
        "estimate" => Msg::PlanKindEstimate,
        own => return own.to_string(),
    };
    if item.figure.is_some() && FIGURE_KINDS.contains(&item.kind.as_str()) {
        lang.say(msg).to_string()
    } else {
        item.kind.clone()
    }
}

/// The plan's own word and number: "transformatie 2".
pub fn level(lang: Lang, item: &Item) -> String {
    match &item.nr {
        Some(nr) => format!("{} {nr}", kind(lang, item)),
        None => kind(lang, item),
    }
}

/// Level and name: "transformatie 2 Gerichte preventie"; of an entry without a name, its level.
pub fn title(lang: Lang, item: &Item) -> String {
    match &item.name {
        Some(name) => format!("{} {name}", level(lang, item)),
        None => level(lang, item),
    }
}

/// The name of an entry; of one that is no level of the plan only where its text does not begin with it.
pub fn name(item: &Item) -> Option<&str> {
    let level = matches!(item.role, Role::Theme | Role::Group);
    item.name.as_deref().filter(|name| level || !item.text.starts_with(name))
}

/// The name and what it says: "Wijkdialoog: In gesprek over prioriteiten."
pub fn text(item: &Item) -> String {
    match name(item) {
        Some(name) => format!("{name}: {}", item.text),
        None => item.text.clone(),
    }
}

/// Level, name and what it says: "initiatief Valtraining: Oefenen.", of an entry without a name "doel: Minder vallen."
pub fn said(lang: Lang, item: &Item) -> String {
    match name(item) {
        Some(name) => format!("{} {name}: {}", level(lang, item), item.text),
        None => format!("{}: {}", level(lang, item), item.text),
    }
}

/// The title of a document.
pub fn document(dataset: &Dataset<'_>, doc: DocIx) -> String {
    dataset[doc].title.to_string()
}

/// Document and section of a source.
pub fn source(dataset: &Dataset<'_>, source: &Source) -> String {
    format!("{}, {}", dataset[source.doc].title, source.section)
}

/// Under which heading of the plan, or of the national picture, an entry stands: "Regioplan, transformatie 2 Gerichte preventie".
pub fn heading(plans: &Plans, lang: Lang, item: ItemIx) -> String {
    let under = match plans.theme_of(item) {
        Some(theme) => title(lang, &plans[theme]),
        None => list(lang, plans[item].list).to_string(),
    };
    let whole = plans[plans[item].work].region.map_or(Msg::NationalHeading, |_| Msg::PlanHeading);
    format!("{}, {under}", lang.say(whole))
}

/// How long the name of what an entry is tied to may be.
const TIED: usize = 48;

impl Telling<'_> {
    /// What stands beside the text of an entry: when, how far, figures, parties, ties; each in a sentence or less.
    pub fn facts(&self, ix: ItemIx) -> Vec<String> {
        let Telling { lang, plans, .. } = *self;
        let item = &plans[ix];
        let more = &item.more;
        let told = |msg: Msg, value: &Option<String>| value.as_ref().map(|v| lang.fill(msg, &[v]));
        let mut facts: Vec<String> = Vec::new();
        facts.extend(item.figure.as_ref().map(|f| figure(lang, f)));
        facts.extend(timing(lang, item).map(|when| lang.fill(Msg::PlanWhen, &[&when])));
        facts.extend(told(Msg::PlanStatus, &item.status));
        facts.extend(told(Msg::PlanVersion, &more.version));
        facts.extend(more.inhabitants.map(|n| lang.fill(Msg::PlanInhabitants, &[&number(lang, f64::from(n))])));
        facts.extend(told(Msg::PlanBaseline, &more.baseline));
        facts.extend(told(Msg::PlanTarget, &more.target));
        if !item.also.is_empty() {
            facts.push(lang.fill(Msg::PlanAlso, &[&item.also.join(", ")]));
        }
        facts.extend(self.parties(item));
        facts.extend(self.ties(item));
        facts
    }

    /// Who takes part, each with the part that it plays where the plan says so.
    pub fn parties(&self, item: &Item) -> Option<String> {
        let named = item.parties.iter().map(|party| {
            let name = self.name(party.party);
            match &party.part {
                Some(part) => format!("{name} ({part})"),
                None => name,
            }
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| self.lang.fill(Msg::PlanParties, &[&named.join(", ")]))
    }

    /// What an entry is tied to. What the dataset concludes is marked, or left out where it is not asked for.
    pub fn ties(&self, item: &Item) -> Option<String> {
        let shown = item.ties.iter().filter(|tie| self.inferred || tie.basis == TieBasis::Stated);
        let named = shown.map(|tie| {
            let name = self.target(tie.to, item);
            match tie.basis {
                TieBasis::Stated => name,
                TieBasis::Inferred => format!("{name} {}", self.lang.say(Msg::PlanInferred)),
            }
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| self.lang.fill(Msg::PlanTies, &[&named.join("; ")]))
    }

    /// The name of what an entry is tied to, with whose it is where that is somebody else's.
    fn target(&self, target: Target, from: &Item) -> String {
        match target {
            Target::Item(ix) => {
                let item = &self.plans[ix];
                let said = format!("{} {}", level(self.lang, item), self.name(ix));
                let whose = match self.plans[item.work].region {
                    _ if item.work == from.work => return said,
                    Some(region) => self.region(region),
                    None => self.lang.say(Msg::NationalHeading).to_string(),
                };
                format!("{said} ({whose})")
            }
            Target::Entry(ix) => {
                let entry = &self.dataset[ix];
                format!("{}: {}", self.region(entry.region), cut(&entry.text, TIED, "…"))
            }
            Target::Region(region) => self.region(region),
        }
    }

    fn region(&self, region: RegionIx) -> String {
        words::short_place(self.dataset, self.lang, crate::query::find::Place::whole(region))
    }

    /// The name of an entry, else the beginning of its text.
    pub fn name(&self, ix: ItemIx) -> String {
        let item = &self.plans[ix];
        item.name.clone().unwrap_or_else(|| format!("‘{}’", cut(&item.text, TIED, "…")))
    }

    /// What an entry stands under, from the theme down: "transformatie 2 Gerichte preventie, aanpak Vroegsignalering".
    pub fn path(&self, ix: ItemIx) -> String {
        let mut path: Vec<String> = above(self.plans, ix)
            .skip(1)
            .map(|up| title(self.lang, &self.plans[up]))
            .filter(|t| t.width() > 0)
            .collect();
        path.reverse();
        path.join(", ")
    }

    /// The names of its topics.
    pub fn topics(&self, item: &Item) -> String {
        words::topics(self.dataset, self.lang, &item.topics)
    }
}

/// When it happens: the moment as the plan puts it, with the years where those are not in it.
pub fn timing(lang: Lang, item: &Item) -> Option<String> {
    let years = item.years.and_then(|years| match (years.from, years.to) {
        (Some(from), Some(to)) if from == to => Some(from.to_string()),
        (Some(from), Some(to)) => Some(format!("{from}–{to}")),
        (Some(from), None) => Some(lang.fill(Msg::PlanFrom, &[&from])),
        (None, Some(to)) => Some(lang.fill(Msg::PlanBy, &[&to])),
        (None, None) => None,
    });
    let Some(when) = &item.when else { return years };
    let named = |year: Option<u16>| year.is_none_or(|y| when.contains(&y.to_string()));
    let all = item.years.is_none_or(|y| named(y.from) && named(y.to));
    Some(match years {
        Some(years) if !all => format!("{when} ({years})"),
        _ => when.clone(),
    })
}

/// A figure: what is measured, its value with unit and bound, its year, where it comes from and where it holds.
pub fn figure(lang: Lang, figure: &Figure) -> String {
    let unit = match figure.unit.as_deref() {
        Some("%") => "%".to_string(),
        Some(unit) => format!(" {unit}"),
        None => String::new(),
    };
    let value = match (figure.value, figure.value_to, &figure.said) {
        (Some(from), Some(to), _) => format!("{}–{}{unit}", number(lang, from), number(lang, to)),
        (Some(value), None, _) => format!("{}{unit}", number(lang, value)),
        (None, _, Some(said)) => said.clone(),
        (None, _, None) => lang.say(Msg::PlanNoValue).to_string(),
    };
    let bounded = match figure.bound {
        Some(bound) => format!("{} {value}", lang.say(self::bound(bound))),
        None => value,
    };
    let point = |point: Point| match point.year {
        Some(year) => format!("{}{unit} ({year})", number(lang, point.value)),
        None => format!("{}{unit}", number(lang, point.value)),
    };
    let mut text = format!("{}: ", figure.metric);
    text.extend(figure.from.map(|from| lang.fill(Msg::PlanFigureFrom, &[&point(from)])));
    text.push_str(&bounded);
    text.extend(figure.year.map(|year| format!(" ({year})")));
    text.extend(figure.scope.map(|scope| format!(", {}", lang.say(self::scope(scope)))));
    text
}

fn bound(bound: Bound) -> Msg {
    match bound {
        Bound::Nearly => Msg::PlanNearly,
        Bound::About => Msg::PlanAbout,
        Bound::MoreThan => Msg::PlanMoreThan,
        Bound::LessThan => Msg::PlanLessThan,
        Bound::AtLeast => Msg::PlanAtLeast,
        Bound::AtMost => Msg::PlanAtMost,
    }
}

fn scope(scope: Scope) -> Msg {
    match scope {
        Scope::Region => Msg::PlanScopeRegion,
        Scope::Subregion => Msg::PlanScopeSubregion,
        Scope::Municipality => Msg::PlanScopeMunicipality,
        Scope::Roaz => Msg::PlanScopeRoaz,
        Scope::National => Msg::PlanScopeNational,
    }
}

/// A number as the language writes it, at most three decimals, thousands apart from five digits on.
pub fn number(lang: Lang, value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let (point, apart) = if lang == Lang::Nl { (',', '.') } else { ('.', ',') };
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && digits.len() > 4 && (digits.len() - i).is_multiple_of(3) {
            out.push(apart);
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push(point);
        out.push_str(rest);
    }
    out
}

/// The names of the regions whose plan is here, for a sentence.
pub fn planned(dataset: &Dataset<'_>) -> String {
    let names: Vec<&str> = dataset.planned().iter().map(|(region, _)| dataset[*region].name.as_str()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_the_language_writes_them() {
        for (value, nl, en) in [
            (159_560.0, "159.560", "159,560"),
            (-1_234.5, "-1234,5", "-1234.5"),
            (20.9, "20,9", "20.9"),
            (1_000_000.0, "1.000.000", "1,000,000"),
            (0.0, "0", "0"),
        ] {
            assert_eq!((number(Lang::Nl, value).as_str(), number(Lang::En, value).as_str()), (nl, en));
        }
    }

    #[test]
    fn a_figure_is_told_with_its_bound_its_years_and_where_it_holds() {
        let mut figure = Figure {
            metric: "tekort".into(),
            value: Some(1_200.0),
            value_to: None,
            bound: Some(Bound::LessThan),
            said: None,
            unit: Some("medewerkers".into()),
            year: Some(2026),
            from: Some(Point { year: Some(2022), value: 2_000.0 }),
            scope: Some(Scope::Region),
        };
        assert_eq!(
            self::figure(Lang::Nl, &figure),
            "tekort: van 2000 medewerkers (2022) naar minder dan 1200 medewerkers (2026), regio"
        );
        (figure.value, figure.from, figure.bound, figure.scope) = (None, None, None, None);
        figure.said = Some("een kwart".into());
        assert_eq!(self::figure(Lang::En, &figure), "tekort: een kwart (2026)");
    }
}
