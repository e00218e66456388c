//! Everything that a new site consists of, from its settings to the workflow that publishes it.

use super::authority::{Authority, named_units, usual_units};
use super::measure::example;
use super::template::{fill, markdown};
use super::yaml::{list, scalar};
use super::{Lists, Plan, year};
use crate::diagnostic::Language;
use crate::model::Unit;
use crate::schema::{self, Kind};
use crate::thai::calendar::FiscalYear;
use std::path::Path;

/// Where the program comes from, and its version: a new site's workflow takes it from there.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Where the schemas of records are kept, beside `content`.
const SCHEMAS: &str = ".schemas";

/// What is known of a site before it is written.
#[derive(Debug)]
pub struct Start {
    /// The authority's full name.
    pub name: String,
    /// What it is.
    pub kind: Option<Authority>,
    /// อำเภอ
    pub district: Option<String>,
    /// จังหวัด
    pub province: Option<String>,
    /// The first fiscal year.
    pub year: FiscalYear,
    /// The names of its units; where there are none, those that such an authority mostly has.
    pub units: Vec<String>,
}

/// The files of a new site.
#[must_use]
pub fn site(start: &Start, lists: &Lists) -> Plan {
    let units = match start.kind {
        _ if !start.units.is_empty() => named_units(&start.units),
        Some(kind) => kind.units(),
        None => usual_units(),
    };
    let be = start.year.be();
    let (year_text, next) = (be.to_string(), (be + 1).to_string());
    let title = markdown(&start.name);
    let values = [
        ("name", title.as_str()),
        ("year", &year_text),
        ("next", &next),
        ("repository", REPOSITORY),
        ("version", VERSION),
    ];
    let mut plan = Plan::default();
    plan.add("content/site.yaml", settings(start, &units, &year_text));
    year(&mut plan, "content/", start.year, lists, None);
    let first_unit = units.first().map_or("", |unit| unit.name.as_str());
    if let Some(own) = lists.own() {
        plan.add(format!("content/{be}/measures/no-gift-policy.md"), example(own, start.year, first_unit));
    }
    plan.add("content/pages/about.md", include_str!("files/about.md"));
    plan.add("content/pages/privacy.md", include_str!("files/privacy.md"));
    plan.add("README.md", fill(include_str!("files/readme.md"), &values));
    plan.add(".gitignore", include_str!("files/gitignore"));
    plan.add(".gitattributes", include_str!("files/gitattributes"));
    plan.add(".github/workflows/pages.yml", fill(include_str!("files/pages.yml"), &values));
    plan.add(".vscode/settings.json", format!("{}\n", schema::settings(Path::new(SCHEMAS))));
    plan.add(".vscode/extensions.json", include_str!("files/extensions.json"));
    for kind in Kind::ALL {
        // Like everything that is made here, what an editor shows of a field is for the officer.
        plan.add(format!("{SCHEMAS}/{}", kind.schema_file()), schema::text(kind, Language::Thai));
    }
    plan
}

/// `site.yaml`
fn settings(start: &Start, units: &[Unit], year: &str) -> String {
    let units: String = units.iter().map(unit).collect();
    let kind = start.kind.map_or("", Authority::thai);
    let [name, district, province] =
        [Some(&start.name), start.district.as_ref(), start.province.as_ref()].map(|text| text.map(|text| scalar(text)));
    let filled = fill(
        include_str!("files/site.yaml"),
        &[
            ("name", name.as_deref().unwrap_or_default()),
            ("kind", kind),
            ("district", district.as_deref().unwrap_or_default()),
            ("province", province.as_deref().unwrap_or_default()),
            ("units", &units),
            ("year", year),
        ],
    );
    // What is not known leaves a space behind its name.
    filled.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn unit(unit: &Unit) -> String {
    let aliases =
        if unit.aliases.is_empty() { String::new() } else { format!("      aliases: {}\n", list(&unit.aliases)) };
    format!("    - id: {}\n      name: {}\n{aliases}", unit.id, scalar(&unit.name))
}

#[cfg(test)]
mod tests {
    use super::{Start, site};
    use crate::framework::Framework;
    use crate::scaffold::Lists;
    use crate::thai::calendar::FiscalYear;

    #[test]
    fn every_place_of_every_file_is_filled_in() {
        let start = Start {
            name: "เทศบาล «year»".to_owned(),
            kind: None,
            district: None,
            province: None,
            year: FiscalYear::new(2568).expect("a year"),
            units: Vec::new(),
        };
        let lists = Lists::of(Framework::embedded(), 2568).expect("a year that is built in");
        let plan = site(&start, &lists);
        let open: Vec<_> = plan.texts().filter(|(_, text)| text.replace("เทศบาล «year»", "").contains('«')).collect();
        assert!(open.is_empty(), "{open:?}");
    }
}
