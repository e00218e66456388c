//! The links to open data that stand beside tables.

use super::{Links, Voice};
use crate::data::{About, Bilingual, Format, ORGANISATIONS, TableId, YEARS, address};
use crate::model::{PageKey, Year};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The links to one table's data.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataLinks {
    /// What the table is called: links of one name to different files would be told apart by nobody.
    table: &'static str,
    /// The table as CSV.
    csv: String,
    /// The table as JSON.
    json: String,
}

impl DataLinks {
    /// The links to a table of a year.
    pub fn new(be: u16, table: TableId, links: Links<'_>, voice: Voice<'_>) -> Self {
        Self {
            table: words(table.about().title, voice),
            csv: links.file(&address::table(be, table, Format::Csv)),
            json: links.file(&address::table(be, table, Format::Json)),
        }
    }

    /// The links to the table of a portal's organisations, from its front page or, with an address for `base`, from anywhere.
    pub fn organisations(base: &str, voice: Voice<'_>) -> Self {
        let at = |format| format!("{base}{}", address::organisations(format));
        Self { table: words(ORGANISATIONS.title, voice), csv: at(Format::Csv), json: at(Format::Json) }
    }
}

/// The data of the tables of all years, by the names of the tables.
pub fn beside_years(links: Links<'_>, voice: Voice<'_>) -> BTreeMap<&'static str, DataLinks> {
    let tables = std::iter::once(&YEARS).chain(TableId::OF_ALL_YEARS.map(TableId::about));
    tables.map(|about| (about.name, of_years(about, links, voice))).collect()
}

fn of_years(about: &'static About, links: Links<'_>, voice: Voice<'_>) -> DataLinks {
    DataLinks {
        table: words(about.title, voice),
        csv: links.file(&address::of_years(about, Format::Csv)),
        json: links.file(&address::of_years(about, Format::Json)),
    }
}

/// The data of the tables that stand on a page, by the names of the tables.
pub fn beside(year: &Year, links: Links<'_>, voice: Voice<'_>) -> BTreeMap<&'static str, DataLinks> {
    let tables: &[TableId] = match links.from().key() {
        PageKey::Home | PageKey::Year(_) => &[TableId::Measures, TableId::Scores],
        PageKey::Indicators(_) => &[TableId::Scores],
        PageKey::Indicator(..) => &[TableId::Measures, TableId::Scores, TableId::Oit],
        PageKey::Assessment(_) => &[TableId::Scores, TableId::Constraints],
        PageKey::Measures(_) => &[TableId::Measures],
        PageKey::Unit(..) => &[TableId::Measures, TableId::Actions],
        PageKey::Measure(..) => &[TableId::Actions, TableId::Scores],
        PageKey::OitList(_) => &[TableId::Oit],
        PageKey::Oit(..) => &[TableId::OitLinks, TableId::OitMeasures],
        PageKey::Units(_) => &[TableId::Units],
        PageKey::Issues(_) => &[TableId::Issues],
        PageKey::Issue(..) => &[TableId::Findings, TableId::Measures],
        PageKey::Plan(_) => &[TableId::Plan],
        PageKey::Progress(_) => &[TableId::Progress],
        // The others show no table of one year.
        _ => &[],
    };
    // An indicator's page also looks at other years.
    let all_years: &[(&'static str, TableId)] = match links.from().key() {
        PageKey::Indicator(..) => &[("all_measures", TableId::Measures), ("all_scores", TableId::Scores)],
        _ => &[],
    };
    let be = year.year.be();
    let own = tables.iter().map(|table| (table.about().name, DataLinks::new(be, *table, links, voice)));
    own.chain(all_years.iter().map(|(name, table)| (*name, of_years(table.about(), links, voice)))).collect()
}

/// Words in the language of pages.
pub fn words(both: Bilingual, voice: Voice<'_>) -> &'static str {
    both.text(voice.language())
}
