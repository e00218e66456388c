//! Vowels and tone marks that are put together wrongly. They look right in one font and not in another, and whoever
//! searches for the word does not find it.
//!
//! A syllable's letters have one order: the consonant, what is above or below it, the tone mark or ์, and the vowel after
//! it. Which words there are is not known here.

use super::letter::{Letter, Part, is_space};
use super::{Fault, FaultKind};
use std::ops::Range;

/// Finds what no syllable has.
pub(super) fn find(text: &str, letters: &[Letter], faults: &mut Vec<Fault>) {
    let mut at = 0;
    // The letter before, leaving out those that take no room: it is carried along, since there may be very many of them.
    let mut before: Option<Letter> = None;
    while at < letters.len() {
        let here = letters[at].part;
        // Most letters are consonants: whatever is wrong shows in one that is not.
        if matches!(here, Part::Consonant | Part::Other) || !is_wrong(letters, at, before) {
            if here != Part::Invisible {
                before = Some(letters[at]);
            }
            at += 1;
            continue;
        }
        let (range, suggestion) = if here == Part::Leading { leading(letters, at) } else { syllable(letters, at) };
        at = range.end;
        before = Some(letters[at - 1]);
        let bytes = letters[range.start].at..letters.get(range.end).map_or(text.len(), |next| next.at);
        faults.push(Fault { kind: FaultKind::Marks, range: bytes, suggestion });
    }
}

/// Whether the letter at `at` cannot stand after the one `before` it.
fn is_wrong(letters: &[Letter], at: usize, before: Option<Letter>) -> bool {
    use Part::{Following, Leading, Nikhahit, Other, Sign, Tone, Vowel};
    let Letter { char, part: here, .. } = letters[at];
    let Some(before) = before else { return here.is_mark() || here == Following };
    let last = before.char;
    match (before.part, here) {
        (Leading, Leading) => last == char,
        (Following, Following) => last == char || last == 'ำ' || (last, char) == ('า', 'ำ'),
        // ํ and า are ำ, with the tone mark between them or not.
        (Nikhahit, Following) => char == 'า',
        (Tone, Following) => char == 'า' && at.checked_sub(2).is_some_and(|two| letters[two].part == Nikhahit),
        // Two of a kind, what is out of order, and what stands on a vowel.
        (Vowel, Vowel)
        | (Tone, Tone | Vowel)
        | (Nikhahit, Nikhahit)
        | (Leading | Following, Vowel | Tone | Nikhahit)
        | (Sign, Vowel | Tone | Nikhahit | Following) => true,
        // ึ put together from ิ and ํ.
        (Vowel, Nikhahit) => last == 'ิ',
        (Nikhahit, Vowel) => char == 'ิ',
        // A mark after a dash, a bracket or a dotted circle is being spoken of.
        (Other, Vowel | Tone | Nikhahit | Following) => last.is_whitespace() || last.is_alphanumeric(),
        // A syllable that is sound so far, ฤๅ too. า after ั and the like is a slip of spelling.
        _ => false,
    }
}

/// Two เ for one แ, or a leading vowel that is doubled.
fn leading(letters: &[Letter], at: usize) -> (Range<usize>, Option<String>) {
    let vowel = letters[at].char;
    let same = |letter: &&Letter| letter.char == vowel;
    let start = at - letters[..at].iter().rev().take_while(same).count();
    let end = at + letters[at..].iter().take_while(same).count();
    // With something that takes no room between them they are not a row, and that is another fault.
    let right = if vowel == 'เ' { 'แ' } else { vowel };
    (start..end, (end - start > 1).then(|| right.to_string()))
}

/// The syllable around a wrong letter, and the same put right where that can be done in one way.
fn syllable(letters: &[Letter], at: usize) -> (Range<usize>, Option<String>) {
    let is_part = |letter: &&Letter| letter.part.is_mark() || letter.part == Part::Following;
    let mut start = at - letters[..at].iter().rev().take_while(is_part).count();
    let end = at + letters[at..].iter().take_while(is_part).count();
    let parts = start..end;
    let back = |steps: usize| start.checked_sub(steps).map(|at| letters[at]);
    let is_base = |letter: Option<Letter>| letter.is_some_and(|letter| letter.part == Part::Consonant);
    // The consonant, or the consonant before a space that has come between.
    let steps = if is_base(back(1)) {
        1
    } else if back(1).is_some_and(|letter| is_space(letter.char)) && is_base(back(2)) {
        2
    } else {
        start -= usize::from(back(1).is_some_and(|letter| letter.part == Part::Leading));
        return (start..end, None);
    };
    start -= steps;
    let right = ordered(letters[start].char, &letters[parts]);
    (start..end, right)
}

/// The parts of a syllable in their order, each once; `None` where two of a kind cannot both be meant.
fn ordered(consonant: char, parts: &[Letter]) -> Option<String> {
    let mut vowel = None;
    let mut tone = None;
    let mut nikhahit = None;
    let mut following = None;
    let mut pali = None;
    for Letter { char, part, .. } in parts.iter().copied() {
        let place = match part {
            Part::Vowel => &mut vowel,
            Part::Tone => &mut tone,
            Part::Nikhahit => &mut nikhahit,
            Part::Following => &mut following,
            _ => &mut pali,
        };
        match *place {
            None => *place = Some(char),
            Some(there) if there == char => {}
            // What some programs make of ำ when text is copied.
            Some('ำ' | 'า') if matches!(char, 'ำ' | 'า') => *place = Some('ำ'),
            Some(_) => return None,
        }
    }
    if nikhahit.is_some() && matches!(following, Some('า' | 'ำ')) {
        (nikhahit, following) = (None, Some('ำ'));
    }
    if nikhahit.is_some() && vowel == Some('ิ') {
        (nikhahit, vowel) = (None, Some('ึ'));
    }
    // No syllable has a vowel above it and one after it.
    if vowel.is_some() && following.is_some() || pali.is_some() {
        return None;
    }
    Some([Some(consonant), vowel, nikhahit, tone, following].into_iter().flatten().collect())
}
