//! The groups of digits of a text, and what stands between them.

use std::ops::Range;

/// Longest text between two groups of one number, in bytes: a dash with a space on either side and a line end.
const LONGEST_JOINT: usize = 4;
/// The same where there is the border of a cell, which is often padded.
const LONGEST_BORDER: usize = 16;

/// What stands between two groups of digits that may be one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// A dash or a dot; or what is seldom put between the groups of one number, such as a stroke or the border of a cell.
    pub sign: Option<char>,
    /// Whether there are spaces.
    pub spaced: bool,
    /// Whether a line ends.
    pub line: bool,
}

impl Joint {
    fn of(between: &str) -> Option<Self> {
        if between.is_empty() || between.len() > LONGEST_BORDER {
            return None;
        }
        let mut joint = Self { sign: None, spaced: false, line: false };
        let mut borders = 0;
        for char in between.chars() {
            match char {
                '|' => borders += 1,
                '-' | '.' | '/' | '_' | '·' | ',' | ')' if joint.sign.is_none() => joint.sign = Some(char),
                ' ' => joint.spaced = true,
                '\n' if !joint.line => joint.line = true,
                _ => return None,
            }
        }
        match (borders, joint.sign) {
            (0, _) => (between.len() <= LONGEST_JOINT).then_some(joint),
            // A dash may have a cell of its own.
            (1, None | Some('-')) | (2, Some('-')) if !joint.line => Some(Self { sign: Some('|'), ..joint }),
            _ => None,
        }
    }

    /// Whether there is the border of a cell.
    pub fn is_border(self) -> bool {
        self.sign == Some('|')
    }

    /// Whether there is nothing but what numbers of any kind are parted by.
    pub fn is_usual(self) -> bool {
        matches!(self.sign, None | Some('-' | '.'))
    }

    /// Whether the groups on either side can only be read as one number: `12-1`.
    pub fn is_tight(self) -> bool {
        matches!(self.sign, Some('-' | '.')) && !self.spaced && !self.line
    }
}

/// The groups of digits of a text.
pub struct Numbers {
    /// Where they stand.
    groups: Vec<Range<usize>>,
    /// What stands after each; `None` where the next has nothing to do with it.
    joints: Vec<Option<Joint>>,
}

impl Numbers {
    /// The groups of a folded text.
    pub fn of(text: &str) -> Self {
        let mut groups: Vec<Range<usize>> = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            if byte.is_ascii_digit() {
                match groups.last_mut() {
                    Some(last) if last.end == at => last.end += 1,
                    _ => groups.push(at..at + 1),
                }
            }
        }
        let joints = groups.windows(2).map(|pair| Joint::of(&text[pair[0].end..pair[1].start])).chain([None]).collect();
        Self { groups, joints }
    }

    /// How many groups there are.
    fn len(&self) -> usize {
        self.groups.len()
    }

    /// The numbers that `begins_at` finds, one after the other, when it is asked whether one begins with a group.
    pub fn find(&self, begins_at: impl Fn(usize) -> Option<Number>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.len() {
            let number = if self.is_amid(at) { None } else { begins_at(at) };
            found.extend(number.map(|number| self.range(number)));
            at = number.map_or(at + 1, |number| number.first + number.count);
        }
        found
    }

    /// Whether a digit stands between two others in a row of such, with the same on either side: no number begins there.
    fn is_amid(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|last| {
            self.joints[last].is_some()
                && self.joints[last] == self.joints[at]
                && (last..=at + 1).all(|group| self.length(group) == 1)
        })
    }

    /// The lengths of `count` groups from `first` on.
    fn has_shape(&self, first: usize, shape: &[usize]) -> bool {
        // Few have even the first length.
        if shape.first() != Some(&self.length(first)) {
            return false;
        }
        let groups = self.groups.get(first..first + shape.len());
        groups.is_some_and(|groups| groups.iter().map(ExactSizeIterator::len).eq(shape.iter().copied()))
    }

    /// The number whose groups have these lengths, where each joint is a usual and a good one.
    pub fn shaped(&self, first: usize, shape: &[usize], good: impl Fn(Joint) -> bool) -> Option<Number> {
        self.grouped(first, shape, |joint| joint.is_usual() && good(joint))
    }

    /// The same where any sign may stand between the groups.
    pub fn grouped(&self, first: usize, shape: &[usize], good: impl Fn(Joint) -> bool) -> Option<Number> {
        let number = Number { first, count: shape.len() };
        (self.has_shape(first, shape) && self.inner(number).all(|joint| joint.is_some_and(&good))).then_some(number)
    }

    /// The longest number from `first` on whose joints are good ones, unless it began before.
    pub fn chain(&self, first: usize, good: impl Fn(&Self, usize, Joint) -> bool) -> Option<Number> {
        let goes_on = |at: usize| self.joints.get(at).copied().flatten().is_some_and(|joint| good(self, at, joint));
        if first > 0 && goes_on(first - 1) {
            return None;
        }
        let count = 1 + (first..self.len()).take_while(|at| goes_on(*at)).count();
        Some(Number { first, count })
    }

    /// The length of a group.
    pub fn length(&self, group: usize) -> usize {
        self.groups.get(group).map_or(0, ExactSizeIterator::len)
    }

    /// Whether a group of `text` begins with these digits.
    pub fn begins(&self, text: &str, group: usize, digits: &str) -> bool {
        self.groups.get(group).is_some_and(|group| text[group.start..].starts_with(digits))
    }

    /// Whether anything that the next group may belong to stands after a group.
    pub fn goes_on(&self, group: usize) -> bool {
        self.joints.get(group).copied().flatten().is_some()
    }

    /// How many digits a number has.
    pub fn digits(&self, number: Number) -> usize {
        (number.first..number.first + number.count).map(|group| self.length(group)).sum()
    }

    /// The joints of a number.
    pub fn inner(&self, number: Number) -> impl Iterator<Item = Option<Joint>> {
        self.joints[number.first..number.first + number.count - 1].iter().copied()
    }

    /// Where a number stands.
    pub fn range(&self, number: Number) -> Range<usize> {
        self.groups[number.first].start..self.groups[number.first + number.count - 1].end
    }

    /// Whether no more digits belong to a number than its own.
    pub fn stands_alone(&self, number: Number) -> bool {
        let tight = |at: usize| self.joints.get(at).copied().flatten().is_some_and(Joint::is_tight);
        !(number.first.checked_sub(1).is_some_and(tight) || tight(number.first + number.count - 1))
    }
}

/// A run of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The first group.
    pub first: usize,
    /// How many there are, at least one.
    pub count: usize,
}

/// The digits of a piece of a folded text.
pub fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// How many different digits there are among these. Counts are small, and many of them are alike.
pub fn different(digits: &str) -> usize {
    ('0'..='9').filter(|digit| digits.contains(*digit)).count()
}

/// Up to `count` characters before byte `at`, in small letters.
pub fn before(text: &str, at: usize, count: usize) -> String {
    let start = text[..at].char_indices().rev().take(count).last().map_or(at, |(start, _)| start);
    text[start..at].to_lowercase()
}

/// Up to `count` characters from byte `at` on, in small letters.
pub fn after(text: &str, at: usize, count: usize) -> String {
    text[at..].chars().take(count).collect::<String>().to_lowercase()
}

/// Where the last of these words ends, if any is there.
pub fn last_of(text: &str, words: &[impl AsRef<str>]) -> Option<usize> {
    words.iter().map(AsRef::as_ref).filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()
}
