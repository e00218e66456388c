//! The lists of a year: where none is known the nearest year's in its place, and what changed since another year's.

use crate::framework::{Framework, FrameworkPatch, FrameworkYear, OitItem};

/// What is assessed in a new year and in the one before it, whose result its plan answers.
#[derive(Debug)]
pub struct Lists {
    framework: Framework,
    year: u16,
    /// Years that nothing is known of, each with the year whose lists it is given: for each of them the site gets a
    /// file that says so.
    pub guessed: Vec<(u16, u16)>,
}

impl Lists {
    /// The lists of `year`, as far as `framework` knows them; `None` where it knows no year at all.
    #[must_use]
    pub fn of(framework: &Framework, year: u16) -> Option<Self> {
        let mut lists = Self { framework: framework.clone(), year, guessed: Vec::new() };
        for year in [year - 1, year] {
            if lists.framework.year(year).is_none() {
                let like = lists.framework.years().min_by_key(|known| known.year().abs_diff(year))?.year();
                let patch: FrameworkPatch = serde_yaml::from_str(&guess(year, like)).ok()?;
                lists.framework = lists.framework.patched(&patch).ok()?;
                lists.guessed.push((year, like));
            }
        }
        lists.own()?;
        Some(lists)
    }

    /// The new year's.
    #[must_use]
    pub fn own(&self) -> Option<&FrameworkYear> {
        self.framework.year(self.year)
    }

    /// Any year's.
    #[must_use]
    pub fn of_year(&self, year: u16) -> Option<&FrameworkYear> {
        self.framework.year(year)
    }

    /// The files that say which year's lists a year is given, by path within the site.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> {
        let file = |(year, like): &(u16, u16)| (format!("framework/{year}.yaml"), guess(*year, *like));
        self.guessed.iter().map(file)
    }
}

/// The file that gives a year another's lists.
fn guess(year: u16, like: u16) -> String {
    format!(
        "# โปรแกรมรุ่นนี้ยังไม่มีรายการของปี {year} จึงใช้ของปี {like} แทนไปก่อน หน้าเว็บจะบอกว่าชื่อข้อยังไม่ยืนยัน\n\
         # เมื่อ ป.ป.ช. ประกาศรายการของปี {year} ให้แก้ข้อที่ต่างตามตัวอย่าง หรือใช้โปรแกรมรุ่นที่มีปี {year} แล้วลบแฟ้มนี้\n\
         year: {year}\n\
         like: {like}\n\
         items:\n\
         \x20\x20# - {{ code: o2, title: ชื่อข้อตามประกาศ }}\n"
    )
}

/// Where an item stood in the list of another year.
#[derive(Debug, Clone, Copy)]
pub enum Was<'f> {
    /// It had the same code.
    Same,
    /// It had another code.
    Moved(&'f OitItem),
    /// The other list asks for nothing of that name. Its code may have meant something else there.
    New(Option<&'f OitItem>),
}

/// What changed from one year's list of items to another's.
#[derive(Debug)]
pub struct Changes<'f> {
    /// The year with which it is compared.
    pub since: u16,
    /// Items that have another code now: the old one and the new one.
    pub moved: Vec<(&'f OitItem, &'f OitItem)>,
    /// Items that were not asked for, or not by this name.
    pub new: Vec<&'f OitItem>,
    /// Items that are not asked for any more, or not by this name.
    pub gone: Vec<&'f OitItem>,
    /// How many stayed as they were.
    pub same: usize,
}

impl<'f> Changes<'f> {
    /// From the list of `before` to that of `own`.
    #[must_use]
    pub fn between(before: &'f FrameworkYear, own: &'f FrameworkYear) -> Self {
        let mut changes = Self { since: before.year(), moved: Vec::new(), new: Vec::new(), gone: Vec::new(), same: 0 };
        for item in own.items() {
            match was(item, before) {
                Was::Same => changes.same += 1,
                Was::Moved(old) => changes.moved.push((old, item)),
                Was::New(_) => changes.new.push(item),
            }
        }
        changes.gone.extend(before.items().iter().filter(|item| own.same_item(item).is_none()));
        changes
    }
}

/// Where an item stood in the list of another year.
pub fn was<'f>(item: &OitItem, before: &'f FrameworkYear) -> Was<'f> {
    match before.same_item(item) {
        Some(old) if old.code == item.code => Was::Same,
        Some(old) => Was::Moved(old),
        None => Was::New(before.item(item.code)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Changes, Lists};
    use crate::framework::Framework;

    #[test]
    fn a_year_that_nobody_knows_gets_the_nearest_list_and_says_so() {
        let guessed = |year| Lists::of(Framework::embedded(), year).map(|lists| lists.guessed);
        assert_eq!(guessed(2568), Some(vec![]));
        assert_eq!(guessed(2563), Some(vec![(2562, 2563)]));
        assert_eq!(guessed(2570), Some(vec![(2570, 2569)]));
        assert_eq!(guessed(2572), Some(vec![(2571, 2569), (2572, 2571)]));
    }

    #[test]
    fn every_item_of_both_lists_is_accounted_for() {
        let known: Vec<_> = Framework::embedded().years().collect();
        for pair in known.windows(2) {
            let [before, own] = pair else { continue };
            let changes = Changes::between(before, own);
            assert_eq!(changes.same + changes.moved.len() + changes.new.len(), own.items().len());
            // Two items of a new list may both be what was one before.
            assert!(before.items().len() <= changes.same + changes.moved.len() + changes.gone.len());
        }
    }
}
