//! PS701–PS704: faults of Thai writing in what is published.
//!
//! Whole files are looked through as they were read, which is quick; only where something is wrong is it asked what of
//! the file is published.

mod published;
mod wording;

use super::Memory;
use crate::diagnostic::Diagnostics;
use crate::memo::Itself;
use crate::read::Source;
use crate::thai::writing::{Fault, FaultKind};
use published::Published;
use std::collections::HashMap;
use std::sync::Arc;

/// Most different faults that are told of one file: a file with more needs another look than one by one.
const MOST: usize = 100;

/// Checks a record, or the settings of a site.
pub fn check(source: &Arc<Source>, memory: &Memory) -> Arc<Diagnostics> {
    memory.language.get(Itself(Arc::clone(source)), || Arc::new(of_source(source, &memory.texts.seen(source).faults)))
}

/// The same fault, wherever it stands in a file.
struct Same {
    fault: Fault,
    /// The other places, by their first bytes.
    others: Vec<usize>,
}

fn of_source(source: &Source, faults: &[Fault]) -> Diagnostics {
    let mut problems = Diagnostics::default();
    if faults.is_empty() {
        return problems;
    }
    let published = Published::around(faults, source);
    let mut told: Vec<Same> = Vec::new();
    let mut known: HashMap<(FaultKind, &str), usize> = HashMap::new();
    for fault in faults.iter().filter(|fault| published.holds(&fault.range)).cloned() {
        let words = match fault.kind {
            // One replacement takes away all of them.
            FaultKind::Invisible => "",
            _ => &source.text()[fault.range.clone()],
        };
        if let Some(same) = known.get(&(fault.kind, words)) {
            told[*same].others.push(fault.range.start);
        } else if told.len() < MOST {
            known.insert((fault.kind, words), told.len());
            told.push(Same { fault, others: Vec::new() });
        }
    }
    for Same { fault, others } in told {
        let mut lines: Vec<usize> =
            others.iter().take(wording::MOST_PLACES).map(|at| source.at_bytes(*at..*at).line()).collect();
        lines.dedup();
        problems.push(wording::diagnostic(source, &fault, others.len(), &lines));
    }
    problems
}
