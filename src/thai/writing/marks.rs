//! Vowels and tone marks that are put together wrongly. They look right in one font and not in another, and whoever
//! searches for the word does not find it.
//!
//! A syllable's letters have one order: the consonant, what is above or below it, the tone mark or ์, and the vowel after
//! it. Which words there are is not known here.

use super::letter::{Letter, Letters, Part};
use super::{Fault, FaultKind};
use std::ops::Range;

/// Finds what no syllable has.
pub(super) fn find(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    let mut at = 0;
    while let Some(next) = suspect(letters, at) {
        at = next + 1;
        // Those that take no room are left out.
        let before = letters.before(next).find(|letter| letter.part() != Part::Invisible);
        let Some(letter) = letters.get(next).filter(|letter| is_wrong(letters, next, *letter, before)) else {
            continue;
        };
        let is_leading = letter.part() == Part::Leading;
        let (range, suggestion) = if is_leading { leading(letters, next, letter) } else { syllable(letters, next) };
        at = range.end;
        let bytes = letters.byte(range.start)..letters.byte(range.end);
        faults.push(Fault { kind: FaultKind::Marks, range: bytes, suggestion });
    }
}

/// The first letter from a place on that may not stand after the one before it. Most may.
fn suspect(letters: &Letters<'_>, from: usize) -> Option<usize> {
    let mut before = letters.before(from).next().map_or(Part::Other, Letter::part);
    let mut rest = letters.from(from).map(Letter::part);
    let passed = rest.position(|part| may_be_wrong(std::mem::replace(&mut before, part), part));
    passed.map(|passed| from + passed)
}

/// Whether a letter may be wrong after another, by their parts alone; one that takes no room hides what it stands after.
/// Where none stands before, that is as after another script's.
#[inline]
const fn may_be_wrong(before: Part, here: Part) -> bool {
    /// Those that may be wrong after each part, a bit for each.
    static AFTER: [u16; 10] = {
        let mut after = [0; 10];
        let mut pair = 0;
        while pair < 100 {
            let (before, here) = (Part::ALL[pair / 10], Part::ALL[pair % 10]);
            after[before as usize] |= (is_suspect(before, here) as u16) << here as u16;
            pair += 1;
        }
        after
    };
    AFTER[before as usize] >> here as u16 & 1 == 1
}

/// [`may_be_wrong`], worked out.
const fn is_suspect(before: Part, here: Part) -> bool {
    use Part::{Consonant, Following, Invisible, Leading, Nikhahit, Other, Pali, Sign, Tone, Vowel};
    match here {
        Consonant | Other | Invisible | Sign => false,
        Pali => matches!(before, Invisible | Other),
        Leading => matches!(before, Leading | Invisible),
        Following => !matches!(before, Consonant | Leading | Vowel | Pali),
        Vowel | Tone | Nikhahit => !matches!(before, Consonant | Pali),
    }
}

/// Whether the letter at `at` cannot stand after the one `before` it.
fn is_wrong(letters: &Letters<'_>, at: usize, letter: Letter, before: Option<Letter>) -> bool {
    use Part::{Following, Leading, Nikhahit, Other, Sign, Tone, Vowel};
    let here = letter.part();
    let Some(before) = before else { return here.is_mark() || here == Following };
    match (before.part(), here) {
        (Leading, Leading) => before == letter,
        (Following, Following) => {
            before == letter || before.char() == 'ำ' || (before.char(), letter.char()) == ('า', 'ำ')
        }
        // ํ and า are ำ, with the tone mark between them or not.
        (Nikhahit, Following) => letter.char() == 'า',
        (Tone, Following) => {
            letter.char() == 'า' && letters.before(at).nth(1).is_some_and(|two| two.part() == Nikhahit)
        }
        // Two of a kind, what is out of order, and what stands on a vowel.
        (Vowel, Vowel)
        | (Tone, Tone | Vowel)
        | (Nikhahit, Nikhahit)
        | (Leading | Following, Vowel | Tone | Nikhahit)
        | (Sign, Vowel | Tone | Nikhahit | Following) => true,
        // ึ put together from ิ and ํ.
        (Vowel, Nikhahit) => before.char() == 'ิ',
        (Nikhahit, Vowel) => letter.char() == 'ิ',
        // A mark after a dash, a bracket or a dotted circle is being spoken of.
        (Other, Vowel | Tone | Nikhahit | Following) => before.is_whitespace() || before.is_alphanumeric(),
        // A syllable that is sound so far, ฤๅ too. า after ั and the like is a slip of spelling.
        _ => false,
    }
}

/// Two เ for one แ, or a leading vowel that is doubled.
fn leading(letters: &Letters<'_>, at: usize, vowel: Letter) -> (Range<usize>, Option<String>) {
    let same = |letter: &Letter| *letter == vowel;
    let start = at - letters.before(at).take_while(same).count();
    let end = at + letters.from(at).take_while(same).count();
    // With something that takes no room between them they are not a row, and that is another fault.
    let right = if vowel.char() == 'เ' { 'แ' } else { vowel.char() };
    (start..end, (end - start > 1).then(|| right.to_string()))
}

/// The syllable around a wrong letter, and the same put right where that can be done in one way.
fn syllable(letters: &Letters<'_>, at: usize) -> (Range<usize>, Option<String>) {
    let is_part = |letter: &Letter| letter.part().is_mark() || letter.part() == Part::Following;
    let start = at - letters.before(at).take_while(is_part).count();
    let end = at + letters.from(at).take_while(is_part).count();
    let parts = letters.from(start).take(end - start);
    let is_base = |letter: &Letter| letter.part() == Part::Consonant;
    let mut before = letters.before(start);
    // The consonant, or the consonant before a space that has come between.
    match before.next() {
        Some(base) if is_base(&base) => (start - 1..end, ordered(base.char(), parts)),
        Some(space) if space.is_space() => match before.next().filter(is_base) {
            Some(base) => (start - 2..end, ordered(base.char(), parts)),
            None => (start..end, None),
        },
        Some(vowel) if vowel.part() == Part::Leading => (start - 1..end, None),
        _ => (start..end, None),
    }
}

/// The parts of a syllable in their order, each once; `None` where two of a kind cannot both be meant.
fn ordered(consonant: char, parts: impl Iterator<Item = Letter>) -> Option<String> {
    let mut vowel = None;
    let mut tone = None;
    let mut nikhahit = None;
    let mut following = None;
    let mut pali = None;
    for letter in parts {
        let char = letter.char();
        let place = match letter.part() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_wrong_is_suspect(text in "[ก-๙]{0,6}[กนเโาะำํิีั่์ฺๆ๑ a\u{200b}\\-]{0,12}") {
            let letters = Letters::of(&text);
            for (at, letter) in letters.from(0).enumerate() {
                let before = letters.before(at).find(|letter| letter.part() != Part::Invisible);
                prop_assert!(!is_wrong(&letters, at, letter, before) || suspect(&letters, at) == Some(at), "{} of {}", at, text);
            }
        }
    }
}
