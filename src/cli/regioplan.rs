//! `plan`: the regioplan of a region, or what of it is asked for.

use std::io::Write;

use super::args::{PlainFormat, PlanArgs};
use super::error::{Error, code};
use super::plan::{Plan, find_theme, region};
use crate::dataset::plans::ItemIx;
use crate::dataset::{Dataset, RegionIx};
use crate::query::plan::{self, NoTheme, Only, topics_under};
use crate::query::question::Question;
use crate::report::plan::{Telling, planned};
use crate::report::text::Manner;
use crate::report::{plan_json, plan_text};
use crate::texts::{Lang, Msg};

/// The regioplan that will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegioplanPlan {
    /// Whose it is.
    pub region: RegionIx,
    /// What of it.
    pub only: Only,
    /// Whether ties that the dataset concludes are told.
    pub inferred: bool,
    /// The form.
    pub format: PlainFormat,
}

/// The plan for what was typed.
///
/// # Errors
/// [`Error::Usage`] where the region or theme is unknown or ambiguous, [`Error::NoPlan`] where the region has no plan.
pub fn plan(args: &PlanArgs, lang: Lang, dataset: &Dataset<'_>) -> Result<Plan, Error> {
    let region = region(dataset, lang, &args.region)?.region;
    if !dataset.has_plan(region) {
        let said = lang.fill(Msg::ErrorNoPlan, &[&dataset[region].name, &planned(dataset)]);
        return Err(Error::NoPlan(said));
    }
    let only = match &args.theme {
        Some(typed) => only(dataset, lang, region, typed)?,
        None => Only::All,
    };
    if args.open {
        return Ok(Plan::Screen(Question::Plan(region, only)));
    }
    Ok(Plan::Regioplan(RegioplanPlan { region, only, inferred: !args.no_inferred, format: args.format }))
}

/// The plan's own theme of this name; else the topics of the theme of the impactkaart that is called so.
fn only(dataset: &Dataset<'_>, lang: Lang, region: RegionIx, typed: &str) -> Result<Only, Error> {
    let plans = dataset.plans();
    let Some(work) = plans.of(region) else { return Ok(Only::All) };
    let names = |themes: &[ItemIx]| -> String {
        let name = |theme: &ItemIx| {
            let item = &plans[*theme];
            let end = item.id.rsplit('.').next().unwrap_or(&item.id);
            item.name.as_ref().map_or(end.to_string(), |name| format!("{end} ({name})"))
        };
        themes.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    match plan::find_theme(plans, work, typed) {
        Ok(theme) => Ok(Only::Theme(theme)),
        Err(why) => match (find_theme(dataset, lang, typed), why) {
            (Ok(theme), _) => Ok(Only::Topics(theme, topics_under(dataset, region, theme))),
            (Err(_), NoTheme::Several(themes)) => {
                Err(Error::Usage(vec![lang.fill(Msg::ErrorPlanThemes, &[&typed, &names(&themes)])]))
            }
            (Err(_), NoTheme::None) => {
                if let Some(theme) = plan::near_theme(plans, work, typed) {
                    return Ok(Only::Theme(theme));
                }
                let all: Vec<ItemIx> = plan::themes(plans, work).collect();
                Err(Error::Usage(vec![lang.fill(Msg::ErrorPlanTheme, &[&typed, &names(&all)])]))
            }
        },
    }
}

/// Prints what of the plan is asked for.
///
/// # Errors
/// When the output cannot be written.
pub fn print(dataset: &Dataset<'_>, asked: &RegioplanPlan, manner: Manner, out: &mut dyn Write) -> Result<u8, Error> {
    let plans = dataset.plans();
    let Some(work) = plans.of(asked.region) else { return Ok(code::FOUND_WANTING) };
    let telling = Telling { dataset, plans, lang: manner.lang, inferred: asked.inferred };
    match asked.format {
        PlainFormat::Text => plan_text::write(&telling, work, &asked.only, manner, out),
        PlainFormat::Json => plan_json::write(&telling, work, &asked.only, out),
    }
    .map_err(Error::Write)?;
    let any = !plan::outline(plans, work, &asked.only).is_empty();
    Ok(if any { code::DONE } else { code::FOUND_WANTING })
}
