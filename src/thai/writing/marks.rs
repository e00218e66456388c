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
    // The letter before, leaving out those that take no room: it is carried along, since there may be very many of them.
    let mut before: Option<Letter> = None;
    while let Some(letter) = letters.get(at) {
        let here = letter.part();
        // Most letters are consonants: whatever is wrong shows in one that is not.
        if matches!(here, Part::Consonant | Part::Other) || !is_wrong(letters, at, letter, before) {
            if here != Part::Invisible {
                before = Some(letter);
            }
            at += 1;
            continue;
        }
        let (range, suggestion) =
            if here == Part::Leading { leading(letters, at, letter) } else { syllable(letters, at) };
        at = range.end;
        before = letters.before(at).next();
        let bytes = letters.byte(range.start)..letters.byte(range.end);
        faults.push(Fault { kind: FaultKind::Marks, range: bytes, suggestion });
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
