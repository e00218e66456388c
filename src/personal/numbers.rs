//! The groups of digits of a text, and what stands between them.

use std::ops::Range;

/// Longest text between two groups of one number, in bytes: a dash with a space on either side and a line end.
pub const LONGEST_JOINT: usize = 4;

/// What stands between two groups of digits that may be one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// A dash or a dot.
    pub sign: Option<char>,
    /// Whether there are spaces.
    pub spaced: bool,
    /// Whether a line ends.
    pub line: bool,
}

impl Joint {
    fn of(between: &str) -> Option<Self> {
        if between.is_empty() || between.len() > LONGEST_JOINT {
            return None;
        }
        let mut joint = Self { sign: None, spaced: false, line: false };
        for char in between.chars() {
            match char {
                '-' | '.' if joint.sign.is_none() => joint.sign = Some(char),
                ' ' => joint.spaced = true,
                '\n' if !joint.line => joint.line = true,
                _ => return None,
            }
        }
        Some(joint)
    }

    /// Whether the groups on either side can only be read as one number: `12-1`.
    pub fn is_tight(self) -> bool {
        self.sign.is_some() && !self.spaced && !self.line
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
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// The lengths of `count` groups from `first` on.
    fn has_shape(&self, first: usize, shape: &[usize]) -> bool {
        let groups = self.groups.get(first..first + shape.len());
        groups.is_some_and(|groups| groups.iter().map(ExactSizeIterator::len).eq(shape.iter().copied()))
    }

    /// The number whose groups have these lengths, where each joint is a good one.
    pub fn shaped(&self, first: usize, shape: &[usize], good: impl Fn(Joint) -> bool) -> Option<Number> {
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
