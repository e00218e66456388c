//! `prongsai new year`

use super::project::{MeasureFile, Project, YearFiles};
use crate::commands::made;
use crate::commands::report::plural;
use crate::diagnostic::Language;
use crate::framework::OitItem;
use crate::model::{Measure, Status};
use crate::scaffold::{self, Before, Changes, Lists, Plan, carry};
use crate::thai::calendar::{FiscalYear, date_of};

/// Makes a fiscal year, from the newest one before it.
pub fn year(project: &Project<'_>, year: FiscalYear, all: bool, language: Language) -> Result<String, String> {
    let be = year.be();
    if project.years.iter().any(|one| one.be == be) {
        return Err(match language {
            Language::Thai => format!("มีปี {be} อยู่แล้ว จึงไม่ได้สร้างแฟ้มใด"),
            Language::English => format!("the year {be} is there already; nothing was made"),
        });
    }
    let lists = Lists::of(&project.site.framework, be).ok_or_else(|| match language {
        Language::Thai => format!("ไม่มีรายการของปีใดที่ใช้กับปี {be} ได้ ดูสาเหตุด้วย prongsai check"),
        Language::English => format!("no list can be used for {be}: prongsai check says why"),
    })?;
    let files = project.years.iter().rev().find(|one| one.be < be);
    let records = files.and_then(|files| project.site.years.iter().find(|one| one.year.be() == files.be));
    let old_lists = files.and_then(|files| lists.of_year(files.be));
    let before = old_lists.map(|lists| Before { lists, records });
    let mut plan = Plan::default();
    scaffold::year(&mut plan, &project.folder, year, &lists, before);
    let mut carried = CarriedOn::default();
    if let Some(records) = records {
        for measure in &records.measures {
            let stem = measure.source.path.rsplit('/').next().unwrap_or_default();
            if !all && matches!(measure.status, Status::Done | Status::Cancelled) {
                carried.left.push(title(measure));
            } else if let Some(new) = carry(measure, records.year, year, &lists) {
                if new.names_old_year {
                    carried.naming_old_year.push(stem.to_owned());
                }
                plan.add(format!("{}{be}/measures/{stem}", project.folder), new.text);
                carried.count += 1;
            } else {
                carried.unread.push(measure.source.path.clone());
            }
        }
    }
    if let Some(files) = files {
        let named =
            |is: fn(&MeasureFile) -> bool| files.measures.iter().filter(move |one| is(one)).map(|one| one.path.clone());
        carried.drafts.extend(named(|one| one.draft));
        carried.unread.extend(named(|one| !one.is_read));
    }
    let mut next = made::guessed(project.root, &project.folder, &lists, language);
    if let Some(files) = files {
        next += &carried.told(files, language);
    }
    if let Some((old, own)) = old_lists.zip(lists.own()) {
        next += &changes(&Changes::between(old, own), language);
    }
    next += &to_do(project, year, &lists, language);
    project.make(&plan, &next, language)
}

fn title(measure: &Measure) -> String {
    format!("{} ({})", measure.title, measure.source.path)
}

/// What became of the measures of the year before.
#[derive(Default)]
struct CarriedOn {
    count: usize,
    /// Done or given up.
    left: Vec<String>,
    drafts: Vec<String>,
    unread: Vec<String>,
    /// Files whose words name the year before.
    naming_old_year: Vec<String>,
}

impl CarriedOn {
    fn told(&self, from: &YearFiles, language: Language) -> String {
        let year = from.be;
        let count = self.count;
        let mut text = match language {
            Language::Thai => format!("ยกมาตรการมาจากปี {year}: {count} มาตรการ ผลการดำเนินการและหลักฐานอยู่ที่ปีเดิม\n"),
            Language::English => {
                format!("{} carried on from {year}; results and evidence stay there\n", plural(count, "measure"))
            }
        };
        let parts = [
            (
                &self.left,
                "ไม่ได้ยกมาเพราะเสร็จหรือยกเลิกแล้ว (ยกมาทั้งหมดด้วย --all)",
                "left out, since they are done or were given up (--all carries them on too)",
            ),
            (&self.drafts, "ไม่ได้ยกมาเพราะเป็นฉบับร่าง", "left out, since they are drafts"),
            (
                &self.unread,
                "ไม่ได้ยกมาเพราะอ่านไม่ได้ ดูด้วย prongsai check",
                "left out, since they cannot be read (see prongsai check)",
            ),
        ];
        for (which, thai, english) in parts.into_iter().filter(|(which, ..)| !which.is_empty()) {
            let head = match language {
                Language::Thai => thai,
                Language::English => english,
            };
            text += &format!("{head}:\n{}", lines(which));
        }
        if !self.naming_old_year.is_empty() {
            let files = self.naming_old_year.join(", ");
            text += &match language {
                Language::Thai => format!("ข้อความยังพูดถึงปี {year} ตรวจว่าต้องแก้หรือไม่: {files}\n"),
                Language::English => format!("their words still name {year}, see whether that is meant: {files}\n"),
            };
        }
        text
    }
}

fn lines(texts: &[String]) -> String {
    texts.iter().flat_map(|text| ["  ", text, "\n"]).collect()
}

/// What changed between the lists of items.
fn changes(changes: &Changes<'_>, language: Language) -> String {
    let since = changes.since;
    let new: Vec<String> = changes.new.iter().map(|item| named(item)).collect();
    let gone: Vec<String> = changes.gone.iter().map(|item| named(item)).collect();
    let moved: Vec<String> =
        changes.moved.iter().map(|(old, now)| format!("{} → {} {}", old.code, now.code, now.title)).collect();
    if moved.is_empty() && new.is_empty() && gone.is_empty() {
        return match language {
            Language::Thai => format!("\nรายการ OIT เหมือนปี {since} ทุกข้อ\n"),
            Language::English => format!("\nThe list of OIT items is that of {since}\n"),
        };
    }
    let (head, heads) = match language {
        Language::Thai => (
            format!("\nรายการ OIT เทียบกับปี {since}: เหมือนเดิม {} ข้อ\n", changes.same),
            ["เปลี่ยนรหัส", "ข้อใหม่ หรือเปลี่ยนชื่อ", "ไม่มีแล้ว หรือเปลี่ยนชื่อ"],
        ),
        Language::English => (
            format!("\nThe OIT items, against {since}: {} as they were\n", changes.same),
            ["with another code", "new, or by another name", "gone, or by another name"],
        ),
    };
    let parts = heads.into_iter().zip([moved, new, gone]).filter(|(_, items)| !items.is_empty());
    parts.fold(head, |text, (head, items)| text + &format!("{head} ({}):\n{}", items.len(), lines(&items)))
}

fn named(item: &OitItem) -> String {
    format!("{} {}", item.code, item.title)
}

/// What the officer has to do now.
fn to_do(project: &Project<'_>, year: FiscalYear, lists: &Lists, language: Language) -> String {
    let be = year.be();
    let at = |path: &str| made::shown(project.root, &format!("{}{path}", project.folder));
    let assessment = at(&format!("{be}/assessment.md"));
    let (measures, oit) = (at(&format!("{be}/measures/")), at(&format!("{be}/oit/")));
    let has_issues = lists.own().is_some_and(|own| !own.issues().is_empty());
    let issues = at(&format!("{be}/issues/"));
    let settings = at("site.yaml");
    // A day that was fixed for the report of last year would judge this one before it began.
    let fixed = project.as_of.as_deref().filter(|day| date_of(day).is_ok_and(|day| day < year.first_day()));
    match language {
        Language::Thai => {
            let issues = if has_issues {
                format!("  {issues}  เขียนบทวิเคราะห์ แล้วลบบรรทัด draft\n")
            } else {
                String::new()
            };
            let fixed = fixed.map(|day| format!("  {settings}  as_of ยังเป็น {day} ลบหรือแก้ให้เป็นวันในปี {be}\n"));
            format!(
                "\nต่อจากนี้:\n\
                 \x20\x20{assessment}  กรอกผลการประเมินของปี {}\n{issues}\
                 \x20\x20{measures}  ตรวจแก้แผนของแต่ละมาตรการ เพิ่มด้วย prongsai new measure \"ชื่อมาตรการ\"\n\
                 \x20\x20{oit}  กรอกลิงก์ของปี {be}\n{}",
                be - 1,
                fixed.unwrap_or_default()
            )
        }
        Language::English => {
            let issues = if has_issues {
                format!("  {issues}  write the analysis, then take out draft\n")
            } else {
                String::new()
            };
            let fixed =
                fixed.map(|day| format!("  {settings}  as_of is still {day}: take it out, or name a day of {be}\n"));
            format!(
                "\nWhat comes next:\n\
                 \x20\x20{assessment}  fill in the result of {}\n{issues}\
                 \x20\x20{measures}  go through the plan of every measure; add others with prongsai new measure \"title\"\n\
                 \x20\x20{oit}  fill in the links of {be}\n{}",
                be - 1,
                fixed.unwrap_or_default()
            )
        }
    }
}
