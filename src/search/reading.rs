//! What stands on each kind of page for a reader: the texts that officers wrote, and the names that codes stand for.
//! Words that are on every page of a kind, such as headings, are left out: they would find all of them.

use super::shown::shown;
use crate::framework::{Code, FrameworkYear, Indicator, OitItem};
use crate::model::{Action, Assessment, Issue, Measure, PageKey, Plan, Prose, Site, Timing, Year};
use crate::pages::{Voice, indicator_name, issue_title};

/// What stands on a page below its heading: a line for every text that stands for itself.
pub(super) fn text(site: &Site, voice: Voice<'_>, key: &PageKey) -> String {
    let mut lines = Lines::default();
    // Where there is no such page, nothing stands on it.
    let _none = read(site, voice, key, &mut lines);
    lines.0.join("\n")
}

fn read(site: &Site, voice: Voice<'_>, key: &PageKey, to: &mut Lines) -> Option<()> {
    let of = |be: &u16| site.years.iter().find(|year| year.year.be() == *be);
    match key {
        PageKey::Year(be) => overview(site, of(be)?, voice, to),
        PageKey::Measure(be, slug) => measure(site, of(be)?, of(be)?.measures.get(of(be)?.place(slug)?)?, voice, to),
        PageKey::Issue(be, number) => {
            issue(site, of(be)?, of(be)?.issues.iter().find(|issue| issue.number == *number)?, to);
        }
        PageKey::Assessment(be) => assessment(site, of(be)?, voice, to),
        PageKey::Indicator(be, number) => indicator(site, of(be)?, of(be)?.framework.indicator(*number)?, voice, to),
        PageKey::Oit(be, code) => oit(of(be)?, of(be)?.framework.item(*code)?, to),
        PageKey::Unit(_, id) => {
            let unit = site.unit_ids().map(|unit| site.unit(unit)).find(|unit| unit.id == *id)?;
            to.all(&unit.aliases);
        }
        PageKey::Page(slug) => to.prose(&site.pages.iter().find(|page| page.slug == *slug)?.body),
        // Lists say what stands on other pages, and the rest is not found.
        _ => {}
    }
    Some(())
}

/// Texts that stand for themselves.
#[derive(Debug, Default)]
struct Lines(Vec<String>);

impl Lines {
    /// Adds a text, unless there is nothing in it.
    fn add(&mut self, text: &str) {
        let text = shown(text);
        if !text.is_empty() {
            self.0.push(text);
        }
    }

    /// Adds texts.
    fn all<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) {
        texts.into_iter().for_each(|text| self.add(text.as_ref()));
    }

    /// Adds a body.
    fn prose(&mut self, prose: &Prose) {
        prose.lines(|line| self.add(line));
    }
}

/// A year at a glance.
fn overview(site: &Site, year: &Year, voice: Voice<'_>, to: &mut Lines) {
    to.add(&site.organisation.name);
    if let Some(assessment) = &year.assessment {
        result(assessment, voice, to);
    }
}

/// A measure, as planned and as reported.
fn measure(site: &Site, year: &Year, measure: &Measure, voice: Voice<'_>, to: &mut Lines) {
    if let Some(timing) = &measure.period {
        to.add(&time(timing, voice));
    }
    to.all(measure.all_units().iter().map(|unit| &site.unit(*unit).name));
    to.all(&measure.remark);
    plan(&measure.plan, voice, to);
    if let Some(report) = &measure.report {
        // What the report says in the words of the plan stands on the page once.
        let plan = &measure.plan;
        if report.parts != plan.parts {
            to.all(&report.parts);
        }
        if let Some(own) = measure.own_report() {
            own.actions.iter().for_each(|one| action(one, voice, to));
        }
        if report.follow_up != plan.follow_up {
            to.all(&report.follow_up);
        }
        if report.suggestions != plan.suggestions {
            to.all(&report.suggestions);
        }
    }
    to.prose(&measure.body);
    for number in &measure.indicators {
        let name = year.framework.indicator(*number).map_or("", |one| indicator_name(one, voice));
        to.add(&voice.say("indicator_title", &[&voice.number(number), &name]));
    }
    if let Some(number) = measure.issue {
        to.add(&issue_title(year, number, voice));
    }
    to.all(measure.questions.iter().map(|code| worded(asked(site, year), *code)));
    let list = site.framework.year(measure.oit_year).unwrap_or(&year.framework);
    to.all(measure.oit.iter().map(|code| worded(list, *code)));
}

fn plan(plan: &Plan, voice: Voice<'_>, to: &mut Lines) {
    to.all(&plan.parts);
    plan.actions.iter().for_each(|one| action(one, voice, to));
    to.all(&plan.steps);
    to.all(&plan.follow_up);
    to.all(&plan.suggestions);
}

fn action(action: &Action, voice: Voice<'_>, to: &mut Lines) {
    to.all(&action.title);
    to.add(&action.text);
    to.all(action.period.as_ref().map(|timing| time(timing, voice)));
    to.all(&action.steps);
    to.all(&action.remark);
    for outcome in &action.outcomes {
        to.add(&outcome.text);
        to.all(outcome.date.as_ref().map(|timing| time(timing, voice)));
        to.all(outcome.evidence.iter().map(|evidence| &evidence.title));
        to.all(&outcome.remark);
    }
}

/// A time as it was written, and in full.
fn time(timing: &Timing, voice: Voice<'_>) -> String {
    let full = voice.span(timing.span);
    if full == timing.text { full } else { format!("{} ({full})", timing.text) }
}

/// An analysed issue.
fn issue(site: &Site, year: &Year, issue: &Issue, to: &mut Lines) {
    to.all(&issue.remark);
    for finding in &issue.findings {
        to.all(finding.codes.iter().map(|code| worded(asked(site, year), *code)));
        to.all(&finding.remark);
    }
    to.prose(&issue.body);
}

/// The assessment.
fn assessment(site: &Site, year: &Year, voice: Voice<'_>, to: &mut Lines) {
    let Some(assessment) = &year.assessment else { return };
    result(assessment, voice, to);
    for one in assessment.framework.indicators() {
        let score = assessment.indicator(one.number).map(|score| voice.score(score)).unwrap_or_default();
        to.add(&format!("{} {} {score}", voice.number(one.number), indicator_name(one, voice)));
        to.all(assessment.points.get(&one.number).into_iter().flatten());
    }
    to.prose(&assessment.body);
    for constraint in &assessment.constraints {
        to.add(&constraint.topic);
        to.add(&constraint.text);
    }
    to.all(&assessment.remark);
    for (code, score) in &assessment.questions {
        to.add(&format!("{} {}", worded(asked(site, year), *code), voice.score(*score)));
    }
}

fn result(assessment: &Assessment, voice: Voice<'_>, to: &mut Lines) {
    to.all(assessment.overall().map(|score| format!("{} {}", voice.word("overall_score"), voice.score(score))));
    to.all(&assessment.level);
}

/// An indicator, with what was asked for it and its items.
fn indicator(site: &Site, year: &Year, indicator: &Indicator, voice: Voice<'_>, to: &mut Lines) {
    let number = indicator.number;
    if let Some(assessment) = &year.assessment {
        to.all(assessment.indicator(number).map(|score| voice.score(score)));
        to.all(assessment.points.get(&number).into_iter().flatten());
    }
    let scored = year.assessment.iter().flat_map(|one| one.questions.keys());
    let list = asked(site, year);
    let own = scored.filter(|code| list.indicator_of(**code).is_some_and(|one| one.number == number));
    to.all(own.map(|code| worded(list, *code)));
    let items = year.framework.items().iter().filter(|item| item.indicator == number);
    to.all(items.map(|item| format!("{} {}", item.code, item.title)));
}

/// An OIT item, with what is published for it.
fn oit(year: &Year, item: &OitItem, to: &mut Lines) {
    if let Some(oit) = year.oit.iter().find(|oit| oit.code == item.code) {
        for link in &oit.links {
            to.add(&link.title);
            to.all(&link.note);
        }
        to.all(&oit.note);
        to.all(&oit.not_applicable);
        to.prose(&oit.body);
    }
    to.all(year.framework.sub_indicator_at(item.sub_indicator).map(|sub| format!("{} {}", sub.number, sub.title)));
    to.all(&item.note);
}

/// The list of the year that a year's plan answers.
fn asked<'a>(site: &'a Site, year: &'a Year) -> &'a FrameworkYear {
    let own = year.assessment.as_ref().map(|one| one.framework.as_ref());
    own.or_else(|| site.framework.year(year.year.be() - 1)).unwrap_or(&year.framework)
}

/// A code with its words, as far as they are known.
fn worded(list: &FrameworkYear, code: Code) -> String {
    let item = list.item(code).map(|item| item.title.as_str());
    let words = item.or_else(|| list.question(code).and_then(|question| question.text.as_deref()));
    format!("{code} {}", words.unwrap_or_default())
}
