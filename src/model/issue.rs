//! Analysed issues of a year.

use super::linking::Linking;
use super::prose::Prose;
use crate::field;
use crate::framework::{Code, Instrument};
use crate::read::Source;
use crate::record::IssueRecord;
use jiff::civil::Date;
use std::sync::Arc;

/// An analysed issue.
#[derive(Debug)]
pub struct Issue {
    /// Where it was written.
    pub source: Arc<Source>,
    /// Its number.
    pub number: u8,
    /// What was found, by instrument.
    pub findings: Vec<Finding>,
    /// The narrative.
    pub body: Prose,
    /// What the editor adds.
    pub remark: Vec<String>,
    /// When it was last changed.
    pub updated: Option<Date>,
}

/// What one instrument says of an issue.
#[derive(Debug)]
pub struct Finding {
    /// The instrument.
    pub instrument: Option<Instrument>,
    /// Codes of the analysed year.
    pub codes: Vec<Code>,
    /// What stands beside them.
    pub remark: Vec<String>,
}

/// Links one issue; `None` where its number is none that an issue can have.
pub fn issue(source: &Arc<Source>, record: &IssueRecord, mut linking: Linking<'_>) -> Option<Issue> {
    let findings = record
        .findings
        .iter()
        .enumerate()
        .map(|(at, finding)| Finding {
            instrument: finding
                .instrument
                .as_deref()
                .and_then(|text| linking.instrument(text, &field!["findings", at, "instrument"])),
            codes: linking.codes(
                &finding.questions,
                &field!["findings", at, "questions"],
                Code::parse,
                linking.context.analysed,
            ),
            remark: finding.remark.to_vec(),
        })
        .collect();
    Some(Issue {
        source: Arc::clone(source),
        number: linking.issue(record.issue)?,
        findings,
        body: linking.body(),
        remark: record.remark.to_vec(),
        updated: record.updated.as_deref().and_then(|text| linking.day(text, &field!["updated"])),
    })
}
