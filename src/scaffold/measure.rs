//! The text of a measure that somebody is about to write, and of one that shows how.

use super::yaml::{comment, list, scalar};
use crate::framework::{Code, FrameworkYear};
use crate::thai::calendar::FiscalYear;

/// What is known of a measure before it is written.
#[derive(Debug)]
pub struct NewMeasure<'a> {
    /// มาตรการ/แนวทาง
    pub title: &'a str,
    /// Its place in the official table, where the others have one.
    pub number: Option<u32>,
    /// The indicators that it concerns.
    pub indicators: &'a [u8],
    /// The items of the year's list that it concerns.
    pub oit: &'a [Code],
    /// Who is responsible, by names of `site.yaml`.
    pub units: &'a [String],
}

/// The file of a new measure of `year`: what is known is filled in, and the rest says how it is filled in.
#[must_use]
pub fn measure(new: &NewMeasure<'_>, year: FiscalYear) -> String {
    let number = new.number.map(|number| format!("number: {number}\n")).unwrap_or_default();
    let given = |values: Vec<String>| if values.is_empty() { String::new() } else { list(values) };
    // Numbers are written as numbers, which need no quotation marks.
    let numbers: Vec<String> = new.indicators.iter().map(ToString::to_string).collect();
    let numbers = if numbers.is_empty() { String::new() } else { format!("[{}]", numbers.join(", ")) };
    let [indicators, oit, units, period] = [
        field("indicators", &numbers, "เลขตัวชี้วัดที่เกี่ยวข้อง เช่น [5, 10]"),
        field("oit", &given(new.oit.iter().map(ToString::to_string).collect()), "ข้อ OIT ที่เกี่ยวข้อง เช่น [o1, o2]"),
        field("units", &given(new.units.to_vec()), "ส่วนราชการที่รับผิดชอบ ตามชื่อใน site.yaml"),
        field("period", "", &format!("เช่น {} หรือ ตลอดปีงบประมาณ", months(year))),
    ];
    format!(
        "---\n\
         title: {}\n\
         {number}{indicators}{oit}{units}{period}\
         actions:              # วิธีการดำเนินการ ลบ # แล้วกรอก เพิ่มได้หลายวิธี\n\
         \x20\x20# - text: สิ่งที่จะทำ\n\
         \x20\x20#   steps: [ขั้นตอนที่หนึ่ง, ขั้นตอนที่สอง]\n\
         \x20\x20#   results:          # กรอกเมื่อมีผล\n\
         \x20\x20#     - text: สิ่งที่ทำแล้ว\n\
         \x20\x20#       date: {}-02-10\n\
         \x20\x20#       evidence: {{ title: ชื่อเอกสาร, url: files/ชื่อแฟ้ม.pdf }}\n\
         follow_up:            # การติดตามผล เช่น รายงานผลทุก 6 เดือน\n\
         ---\n",
        scalar(new.title),
        year.be()
    )
}

/// A measure that nearly every authority has, filled in to show how it is done; a draft, so that nobody publishes what
/// somebody else made up.
#[must_use]
pub fn example(own: &FrameworkYear, year: FiscalYear, unit: &str) -> String {
    let item = own.items().iter().find(|item| item.title.contains("No Gift Policy"));
    let [indicators, oit] = item.map_or_else(Default::default, |item| {
        [
            format!("indicators: [{}]\n", item.indicator),
            format!("oit: [{}]             # {}\n", item.code, comment(&item.title)),
        ]
    });
    let unit = scalar(unit);
    format!(
        "---\n\
         # ตัวอย่างมาตรการ แก้ให้เป็นของหน่วยงาน แล้วลบบรรทัด draft หรือลบแฟ้มนี้ทิ้ง\n\
         # ดูตัวอย่างบนเว็บด้วย prongsai serve --drafts\n\
         draft: true\n\
         title: ส่งเสริมวัฒนธรรมไม่รับของขวัญจากการปฏิบัติหน้าที่ (No Gift Policy)\n\
         {indicators}{oit}\
         units: [{unit}]\n\
         period: {}\n\
         actions:\n\
         \x20\x20- text: จัดทำประกาศเจตนารมณ์ไม่รับของขวัญจากการปฏิบัติหน้าที่ และเผยแพร่ให้บุคลากรและประชาชนทราบ\n\
         \x20\x20\x20\x20period: {}\n\
         \x20\x20\x20\x20steps: [เสนอผู้บริหารลงนามในประกาศ, เวียนแจ้งทุกส่วนราชการ, เผยแพร่บนเว็บไซต์]\n\
         \x20\x20\x20\x20results:            # กรอกเมื่อมีผล ลบ # แล้วแก้ให้ตรงกับความจริง\n\
         \x20\x20\x20\x20\x20\x20# - text: ผู้บริหารลงนามในประกาศและเผยแพร่แล้ว\n\
         \x20\x20\x20\x20\x20\x20#   date: {}-12-15\n\
         \x20\x20\x20\x20\x20\x20#   evidence: {{ title: ประกาศเจตนารมณ์, url: files/ชื่อแฟ้ม.pdf }}\n\
         \x20\x20- text: รายงานการรับของขวัญและของกำนัลของบุคลากรเสนอผู้บริหาร\n\
         follow_up: รายงานผลการดำเนินการต่อผู้บริหารทุก 6 เดือน\n\
         ---\n",
        months(year),
        first_quarter(year),
        year.be() - 1
    )
}

/// `name: value`, or the name with what to write.
fn field(name: &str, value: &str, hint: &str) -> String {
    const COLUMN: usize = 20;
    if value.is_empty() { format!("{:<COLUMN$}  # {hint}\n", format!("{name}:")) } else { format!("{name}: {value}\n") }
}

/// All months of the year, as most plans write them: `ต.ค.66-ก.ย.67`.
fn months(year: FiscalYear) -> String {
    let be = year.be();
    format!("ต.ค.{:02}-ก.ย.{:02}", (be - 1) % 100, be % 100)
}

fn first_quarter(year: FiscalYear) -> String {
    let be = year.be();
    format!("ต.ค.-ธ.ค.{:02}", (be - 1) % 100)
}
