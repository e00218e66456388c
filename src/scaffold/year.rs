//! The files of a new fiscal year: the assessment, a file for every OIT item, and one for every issue to be analysed.
//!
//! Nothing stands in them yet but what is known of the year: what the items are called, and what they were before.

use super::Plan;
use super::lists::{Lists, Was, was};
use super::yaml::{comment, scalar};
use crate::framework::{FrameworkYear, Instrument, Issue, OitItem};
use crate::model::{Target, Year};
use crate::thai::calendar::FiscalYear;

/// A year from which a new one begins.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// Its lists.
    pub lists: &'a FrameworkYear,
    /// What was published in it, where that is known.
    pub records: Option<&'a Year>,
}

/// Adds the files of a year to a plan; `site` is the folder of its `site.yaml`, ending in `/`.
pub fn year(plan: &mut Plan, site: &str, year: FiscalYear, lists: &Lists, before: Option<Before<'_>>) {
    let be = year.be();
    let folder = format!("{site}{be}");
    for (path, text) in lists.files() {
        plan.add(format!("{site}{path}"), text);
    }
    plan.add(format!("{folder}/assessment.md"), assessment(be - 1, lists.of_year(be - 1)));
    let Some(own) = lists.own() else { return };
    for one in own.issues() {
        plan.add(format!("{folder}/issues/{}.md", one.number), issue(one, be));
    }
    for one in own.items() {
        plan.add(format!("{folder}/oit/{}.md", one.code), item(one, own, before));
    }
}

fn assessment(analysed: u16, lists: Option<&FrameworkYear>) -> String {
    let levels = lists.and_then(FrameworkYear::levels).map_or(&[] as &[_], |scale| scale.levels());
    let levels: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
    let levels =
        if levels.is_empty() { String::new() } else { format!(" เช่น {}", comment(&levels.join(", "))) };
    let mut text = format!(
        "---\n\
         # ผลการประเมิน ITA ของปี {analysed} ที่แผนปีนี้นำมาวิเคราะห์ กรอกตามที่ ป.ป.ช. ประกาศ\n\
         # บทวิเคราะห์เขียนเป็นข้อความธรรมดาใต้บรรทัด --- บรรทัดสุดท้าย\n\
         analysed_year: {analysed}\n\
         overall:              # คะแนนรวม เช่น 87.65\n\
         level:                # ระดับตามที่ประกาศ{levels}\n\
         indicators:           # คะแนนรายตัวชี้วัด ลบ # หน้าเลข แล้วเขียนคะแนนแทน …\n"
    );
    for indicator in lists.into_iter().flat_map(FrameworkYear::indicators) {
        let line = format!("{}: …", indicator.number);
        // Whoever takes away the first `#` has the name as a comment still.
        text += &format!("  # {line:<7} # {}\n", comment(&indicator.name));
    }
    text + "questions:            # คะแนนรายข้อ ถ้ามี\n\
            \x20\x20# i1: …\n\
            \x20\x20# e1: …\n\
            \x20\x20# o1: …\n\
            constraints:          # ข้อจำกัดของหน่วยงาน ถ้ามี\n\
            \x20\x20# - { topic: ด้านบุคลากร, text: … }\n\
            signatory:            # ผู้ลงนามท้ายแผนและรายงานของปีนี้\n\
            \x20\x20# name: ชื่อและนามสกุล\n\
            \x20\x20# position: ตำแหน่ง\n\
            \x20\x20# role: ผู้รายงาน\n\
            ---\n"
}

fn issue(issue: &Issue, year: u16) -> String {
    let mut text = format!(
        "---\n\
         # ประเด็นที่ {} {}\n\
         # บทวิเคราะห์เขียนเป็นข้อความธรรมดาใต้บรรทัด --- บรรทัดสุดท้าย\n\
         draft: true           # ยังไม่เผยแพร่ ลบบรรทัดนี้เมื่อเขียนเสร็จ\n\
         issue: {}\n\
         findings:             # ข้อคำถามที่เกี่ยวข้องของปี {} คะแนนนำมาจาก assessment.md\n",
        issue.number,
        comment(&issue.title),
        issue.number,
        year - 1
    );
    // The codes of another year mean other questions.
    let known = issue.codes.as_ref().filter(|codes| codes.of_year == year - 1);
    for instrument in Instrument::ALL {
        let codes = known.into_iter().flat_map(|codes| codes.of(instrument)).map(|code| code.to_string());
        let codes: Vec<String> = codes.collect();
        let codes = if codes.is_empty() { "…".to_owned() } else { codes.join(", ") };
        text += &format!("  # - instrument: {instrument}\n  #   questions: [{codes}]\n  #   remark: …\n");
    }
    text + "---\n"
}

fn item(item: &OitItem, own: &FrameworkYear, before: Option<Before<'_>>) -> String {
    let year = own.year();
    let mut text = format!("---\n# ข้อ {} ของปี {year}: {}\n", item.code, comment(&item.title));
    if item.certainty.is_doubtful() {
        text += "# ชื่อข้อนี้ยังไม่ยืนยัน โปรดเทียบกับคู่มือการประเมินของปีนั้น\n";
    }
    if let Some(note) = &item.note {
        text += &format!("# หมายเหตุ: {}\n", comment(note));
    }
    if let Some(before) = before {
        text += &changed(item, before);
    }
    text += "links:                # ข้อมูลของข้อนี้อยู่ที่ใด ลบ # แล้วกรอก เพิ่มได้หลายลิงก์\n";
    text += &answer(item, own);
    text + "updated:              # วันที่ปรับปรุงข้อมูล\n\
            note:                 # หมายเหตุข้างลิงก์ ถ้ามี\n\
            not_applicable:       # ถ้าข้อนี้ไม่ต้องมีลิงก์ บอกเหตุผล\n\
            ---\n"
}

/// How the links of an item are written; of the two that ask for the measures, to the pages that show them.
fn answer(item: &OitItem, own: &FrameworkYear) -> String {
    let is = |other: Option<&OitItem>| other.is_some_and(|other| other.code == item.code);
    let (title, url) = if is(own.plan_item()) {
        ("แผนมาตรการ", "../report/plan.html       # หน้าที่โปรแกรมสร้างจากมาตรการ")
    } else if is(own.progress_item()) {
        ("รายงานผลการดำเนินการ", "../report/progress.html   # หน้าที่โปรแกรมสร้างจากมาตรการ")
    } else {
        ("ชื่อเอกสารหรือหน้าเว็บ", "https://… หรือ files/ชื่อแฟ้ม.pdf")
    };
    format!("  # - title: {title}\n  #   url: {url}\n")
}

/// What became of an item since the year before, and what answered it then.
fn changed(item: &OitItem, before: Before<'_>) -> String {
    let year = before.lists.year();
    let (mut text, old) = match was(item, before.lists) {
        Was::Same => (String::new(), Some(item.code)),
        Was::Moved(old) => (format!("# เปลี่ยนรหัส: เรื่องเดียวกันนี้ในปี {year} คือข้อ {}\n", old.code), Some(old.code)),
        Was::New(None) => (format!("# ข้อใหม่: ไม่มีในรายการปี {year}\n"), None),
        Was::New(Some(other)) => {
            let title = comment(&other.title);
            (format!("# ข้อใหม่หรือเปลี่ยนชื่อ: ในปี {year} ข้อ {} คือ “{title}”\n", other.code), None)
        }
    };
    let answered = before.records.into_iter().flat_map(|records| &records.oit).find(|one| Some(one.code) == old);
    // Evidence in the year's own folder is that year's; a page elsewhere may show every year.
    let pages = answered.into_iter().flat_map(|one| &one.links).filter_map(|link| match &link.target {
        Target::External(address) => Some((&link.title, address)),
        Target::Page(..) | Target::File(..) => None,
    });
    for (nth, (title, address)) in pages.enumerate() {
        if nth == 0 {
            text += &format!("# ลิงก์ของปี {year} ตรวจว่ามีข้อมูลของปีนี้แล้วจึงใช้:\n");
        }
        text += &format!("#   - {{ title: {}, url: {} }}\n", scalar(title), scalar(address));
    }
    text
}
