//! Characters that take no room, between Thai letters: whoever searches for the word does not find it.

use super::letter::{Letters, Part};
use super::{Fault, FaultKind};

/// Finds rows of them that have a Thai letter on both sides; both letters belong to the fault, so that it can be seen.
pub(super) fn find(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    let mut at = 0;
    while let Some(start) = letters.next_invisible(at) {
        at = start + letters.from(start).take_while(|letter| letter.part() == Part::Invisible).count();
        if let (Some(before), Some(after)) = (letters.before(start).next(), letters.get(at))
            && before.part().is_thai()
            && after.part().is_thai()
        {
            let suggestion = Some([before.char(), after.char()].iter().collect());
            let range = letters.byte(start - 1)..letters.byte(at + 1);
            faults.push(Fault { kind: FaultKind::Invisible, range, suggestion });
        }
    }
}
