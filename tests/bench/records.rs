//! Thai records to measure with: always the same, of the length that officers write.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// The fiscal year, Buddhist Era.
pub const YEAR: u16 = 2566;

/// What texts are made of.
const PHRASES: [&str; 16] = [
    "จัดทำคู่มือการปฏิบัติงาน",
    "เผยแพร่ให้ประชาชนทราบ",
    "ทางเว็บไซต์ของหน่วยงาน",
    "กำหนดขั้นตอนการให้บริการ",
    "ระยะเวลาดำเนินการ",
    "ประชุมชี้แจงบุคลากร",
    "ติดตามและประเมินผล",
    "การใช้จ่ายงบประมาณอย่างคุ้มค่า",
    "เปิดโอกาสให้มีส่วนร่วม",
    "แสดงความคิดเห็น",
    "การจัดซื้อจัดจ้างโปร่งใส",
    "ป้องกันการทุจริต",
    "หัวหน้าส่วนราชการ",
    "รายงานผู้บริหารทุกเดือน",
    "ปรับปรุงข้อมูลให้เป็นปัจจุบัน",
    "ช่องทางร้องเรียน",
];
const UNITS: [(&str, &str); 4] =
    [("clerk", "สำนักปลัดเทศบาล"), ("finance", "กองคลัง"), ("works", "กองช่าง"), ("health", "กองสาธารณสุข")];
const PERIODS: [&str; 4] = ["ต.ค. ๖๕ - ม.ค. ๖๖", "ตลอดปีงบประมาณ", "มี.ค. 2566", "๑ เมษายน - ๓๐ กันยายน ๒๕๖๖"];

/// Writes a site of so many measures below `root`.
///
/// # Errors
/// Where the disk refuses.
pub fn write(root: &Path, measures: usize) -> io::Result<()> {
    let folder = root.join(format!("content/{YEAR}/measures"));
    fs::create_dir_all(&folder)?;
    fs::write(root.join("content/site.yaml"), site())?;
    for number in 1..=measures {
        fs::write(folder.join(format!("m{number}.md")), measure(number, measures))?;
    }
    Ok(())
}

fn site() -> String {
    let units: Vec<String> = UNITS.iter().map(|(id, name)| format!("{{ id: {id}, name: {name} }}")).collect();
    format!(
        "organisation: {{ name: เทศบาลตำบลตัวอย่าง, units: [{}] }}\nbase_url: https://www.example.go.th/\nas_of: 2566-09-30\n",
        units.join(", ")
    )
}

/// Goes through the phrases, by steps that differ from record to record.
struct Texts(usize);

impl Texts {
    /// The next so many.
    fn phrases(&mut self, count: usize) -> String {
        let mut next = || {
            self.0 = self.0.wrapping_mul(5).wrapping_add(3);
            PHRASES[self.0 / 7 % PHRASES.len()]
        };
        (0..count).map(|_| next()).collect::<Vec<_>>().join(" ")
    }
}

fn measure(number: usize, of: usize) -> String {
    let mut text_of = Texts(number);
    let mut text = format!(
        "---\ntitle: มาตรการที่ {number} {}\nindicators: {}\noit: [o{}, o{}]\nunits: {}\nperiod: {}\nupdated: 2566-09-{:02}\nactions:\n",
        text_of.phrases(2),
        1 + number % 10,
        1 + number % 21,
        22 + number % 22,
        UNITS[number % UNITS.len()].0,
        PERIODS[number % PERIODS.len()],
        1 + number % 28,
    );
    for action in 1..=4 {
        let _ = write!(
            text,
            "  - text: {}\n    results:\n      - {{ text: {}, date: 2566-0{}-1{action} }}\n",
            text_of.phrases(4),
            text_of.phrases(3),
            1 + number % 8,
        );
    }
    let _ = write!(text, "suggestions: {}\n---\n\n{}\n\n## วิธีการ\n\n", text_of.phrases(5), text_of.phrases(15));
    for _ in 0..4 {
        let _ = writeln!(text, "- {}", text_of.phrases(5));
    }
    text.push_str("\n## ผลการติดตาม\n\n| ที่ | รายการ | ผล |\n| --- | --- | --- |\n");
    for row in 1..=4 {
        let _ = writeln!(text, "| {row} | {} | {} |", text_of.phrases(3), text_of.phrases(3));
    }
    let other = 1 + number * 7 % of;
    let _ = write!(text, "\n{} [มาตรการที่ {other}](m{other}.md) **{}**\n", text_of.phrases(12), text_of.phrases(2));
    text
}
