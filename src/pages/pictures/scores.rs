//! The indicators of a result: how each scored, how the same scored the year before, and what it loses.

use super::Caption;
use super::ladder::{Threshold, thresholds};
use super::losses::{Loss, Losses, TotalLoss};
use crate::framework::Indicator;
use crate::model::{Assessment, PageKey, Site, Year};
use crate::pages::voice::ScoreView;
use crate::pages::{Link, Links, Voice, names};
use schemars::JsonSchema;
use serde::Serialize;

/// The indicators of a result, by instrument.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Scores {
    /// Its name and its description.
    caption: Caption,
    /// Where levels of the overall score begin.
    thresholds: Vec<Threshold>,
    /// The year of the second marks, where there are any.
    before: Option<String>,
    /// The instruments.
    groups: Vec<Group>,
    /// How many points are lost in all, where every score is known.
    lost: Option<TotalLoss>,
    /// Whether any row says what it loses.
    any_lost: bool,
}

/// An instrument with its indicators.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoresGroup")]
struct Group {
    /// The instrument: IIT, EIT or OIT.
    code: &'static str,
    /// The instrument's name.
    name: String,
    /// Whether the name rests on something less than a copy of the official list.
    doubtful: bool,
    /// Its weight in the overall score.
    weight: String,
    /// The mean of its scores.
    mean: Option<String>,
    /// Its indicators.
    rows: Vec<Row>,
}

/// An indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoresRow")]
struct Row {
    /// Its number, in the site's digits.
    number: String,
    /// The indicator.
    link: Link,
    /// Its score.
    score: Option<ScoreView>,
    /// Its score of the year before, where it was the same indicator.
    before: Option<ScoreView>,
    /// How many points of the overall score it loses.
    lost: Option<Loss>,
}

impl Scores {
    /// The indicators of a year's result; `None` where no score of any is known.
    pub fn new(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> Option<Self> {
        let assessment = year.assessment.as_ref()?;
        let framework = &assessment.framework;
        let known = |one: &&Indicator| assessment.indicator(one.number).is_some();
        framework.indicators().iter().find(known)?;
        let losses = Losses::new(assessment);
        let last = assessment.analysed_year.checked_sub(1).and_then(|be| site.assessment_of(be));
        let before = |one: &Indicator| last?.same_indicator(one);
        let row = |one: &Indicator| Row {
            number: voice.number(one.number),
            link: links.named(
                &PageKey::Indicator(year.year.be(), one.number),
                names::indicator_name(one, voice),
                one.certainty,
                voice,
            ),
            score: ScoreView::new(assessment.indicator(one.number), voice),
            before: ScoreView::new(before(one), voice),
            lost: losses.of(one.number, voice),
        };
        let groups: Vec<Group> = framework
            .instruments()
            .iter()
            .map(|instrument| Group {
                code: instrument.code.name(),
                name: names::instrument_name(instrument, voice).to_owned(),
                doubtful: instrument.certainty.is_doubtful(),
                weight: voice.number(format_args!("{:.0}%", instrument.weight * 100.0)),
                mean: assessment.derived.instruments.get(&instrument.code).map(|mean| voice.score(*mean)),
                rows: framework.indicators_of(instrument.code).map(row).collect(),
            })
            .collect();
        let rows = || groups.iter().flat_map(|group| &group.rows);
        Some(Self {
            caption: Caption {
                id: "scores".to_owned(),
                title: voice.say("scores_picture", &[&voice.fiscal_year(assessment.analysed_year)]),
                text: text(assessment, &losses, voice),
            },
            thresholds: framework.levels().map(|scale| thresholds(scale, voice)).unwrap_or_default(),
            before: last.filter(|_| rows().any(|row| row.before.is_some())).map(|one| voice.number(one.analysed_year)),
            lost: losses.total(voice),
            any_lost: rows().any(|row| row.lost.is_some()),
            groups,
        })
    }
}

/// The highest and the lowest score, and where most is lost.
fn text(assessment: &Assessment, losses: &Losses, voice: Voice<'_>) -> String {
    let name = |one: &Indicator| {
        voice.say("indicator_title", &[&voice.number(one.number), &names::indicator_name(one, voice)])
    };
    let indicators = assessment.framework.indicators();
    let mut scored: Vec<(&Indicator, f64)> =
        indicators.iter().filter_map(|one| Some((one, assessment.indicator(one.number)?))).collect();
    scored.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let said = |word, found: Option<&(&Indicator, f64)>| {
        found.map(|(one, score)| voice.say(word, &[&name(one), &voice.score(*score)]))
    };
    let most = losses.greatest().first().and_then(|number| assessment.framework.indicator(*number));
    let most =
        most.and_then(|one| Some(voice.say("scores_loses_most", &[&name(one), &losses.of(one.number, voice)?.label])));
    [said("scores_highest", scored.first()), said("scores_lowest", scored.last()), most]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
