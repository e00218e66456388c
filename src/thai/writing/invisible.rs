//! Characters that take no room, between Thai letters: whoever searches for the word does not find it.

use super::letter::{Letter, Part};
use super::{Fault, FaultKind};

/// Finds rows of them that have a Thai letter on both sides; both letters belong to the fault, so that it can be seen.
pub(super) fn find(letters: &[Letter], faults: &mut Vec<Fault>) {
    let mut at = 1;
    while at < letters.len() {
        if letters[at].part != Part::Invisible {
            at += 1;
            continue;
        }
        let row = letters[at..].iter().take_while(|letter| letter.part == Part::Invisible).count();
        let (before, after) = (letters[at - 1], letters.get(at + row));
        at += row;
        if let Some(after) = after.filter(|after| before.part.is_thai() && after.part.is_thai()) {
            let suggestion = Some([before.char, after.char].iter().collect());
            faults.push(Fault { kind: FaultKind::Invisible, range: before.at..after.end(), suggestion });
        }
    }
}
