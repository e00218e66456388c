//! What each template is given, as schemas made from the types themselves.

use super::{
    assessment, data, icon, indicator, issue, links_report, measure, measures, oit, overview, plain, portal,
    portal_page, redirect, report, search, survey, unit, years,
};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value as Json};

/// What templates are given.
#[derive(Debug)]
pub struct Given {
    /// Each template that makes a file of its own, in the order of a site's menu, with the name of its type.
    pub templates: Vec<(&'static str, String)>,
    /// The schema of each type, by its name. Descriptions are the doc comments of the types and their fields.
    pub types: Map<String, Json>,
}

/// What templates are given.
#[must_use]
pub fn given() -> Given {
    let mut generator = SchemaGenerator::default();
    let templates = vec![
        of::<overview::OverviewPage>("overview.html", &mut generator),
        of::<measures::MeasuresPage>("measures.html", &mut generator),
        of::<measure::MeasurePage>("measure.html", &mut generator),
        of::<indicator::IndicatorsPage>("indicators.html", &mut generator),
        of::<indicator::IndicatorPage>("indicator.html", &mut generator),
        of::<assessment::AssessmentPage>("assessment.html", &mut generator),
        of::<issue::IssuesPage>("issues.html", &mut generator),
        of::<issue::IssuePage>("issue.html", &mut generator),
        of::<oit::OitListPage>("oit-list.html", &mut generator),
        of::<oit::OitPage>("oit.html", &mut generator),
        of::<unit::UnitsPage>("units.html", &mut generator),
        of::<unit::UnitPage>("unit.html", &mut generator),
        of::<report::ReportPage>("report.html", &mut generator),
        of::<years::YearsPage>("years.html", &mut generator),
        of::<data::DataPage>("data.html", &mut generator),
        of::<search::SearchPage>("search.html", &mut generator),
        of::<plain::PlainPage>("page.html", &mut generator),
        of::<plain::PlainPage>("404.html", &mut generator),
        of::<redirect::RedirectPage>("redirect.html", &mut generator),
        of::<portal::PortalPage>("portal.html", &mut generator),
        of::<portal_page::PortalTextPage>("portal-page.html", &mut generator),
        of::<links_report::LinksPage>("links-report.html", &mut generator),
        of::<survey::SurveyCode>("survey-qr.xml", &mut generator),
        of::<icon::Icon>("icon.xml", &mut generator),
    ];
    Given { templates, types: generator.take_definitions(true) }
}

/// A template, with the name of the type that it is given.
fn of<V: JsonSchema>(template: &'static str, generator: &mut SchemaGenerator) -> (&'static str, String) {
    let reference = generator.subschema_for::<V>();
    let name = reference.get("$ref").and_then(Json::as_str).and_then(|path| path.rsplit('/').next());
    (template, name.unwrap_or_default().to_owned())
}
