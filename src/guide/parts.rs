//! What each file of the built-in theme is for.

use crate::diagnostic::Language;

/// Each file with its part: Thai, English.
const PARTS: &[(&str, &str, &str)] = &[
    (
        "templates/base.html",
        "โครงของทุกหน้า: หัว เมนู ทางเดิน และท้ายหน้า",
        "the frame of every page: head, menu, breadcrumb, foot",
    ),
    ("templates/overview.html", "ภาพรวมของปี และหน้าแรก", "the overview of a year, and the front page"),
    ("templates/measures.html", "ตารางความก้าวหน้าของมาตรการ", "the progress table of a year"),
    ("templates/measure.html", "หน้าของมาตรการ", "the page of a measure"),
    ("templates/indicators.html", "ตัวชี้วัดทั้งหมดของปี", "all indicators of a year"),
    ("templates/indicator.html", "หน้าของตัวชี้วัด", "the page of an indicator"),
    ("templates/assessment.html", "ผลการประเมินและบทวิเคราะห์", "the result of the assessment and its analysis"),
    ("templates/issues.html", "ประเด็นที่วิเคราะห์ทั้งหมดของปี", "all analysed issues of a year"),
    ("templates/issue.html", "หน้าของประเด็น", "the page of an analysed issue"),
    ("templates/oit-list.html", "รายการ OIT ของปี", "the OIT items of a year"),
    ("templates/oit.html", "หน้าของข้อ OIT", "the page of an OIT item"),
    ("templates/units.html", "ส่วนราชการทั้งหมดของปี", "all units of a year"),
    ("templates/unit.html", "หน้าของส่วนราชการ", "the page of a unit"),
    ("templates/report.html", "แผนและรายงานผล สำหรับพิมพ์", "the official plan and progress report, made for paper"),
    ("templates/years.html", "เปรียบเทียบรายปี", "year after year"),
    ("templates/data.html", "ข้อมูลเปิดของปี", "the open data of a year"),
    ("templates/search.html", "หน้าค้นหา", "the page of the search"),
    ("templates/page.html", "หน้าทั่วไป", "an ordinary page"),
    ("templates/404.html", "หน้าที่แสดงเมื่อไม่พบที่อยู่", "what is shown where nothing is"),
    ("templates/redirect.html", "หน้าที่ที่อยู่เดิม ซึ่งพาไปที่อยู่ใหม่", "the page at an old address, which leads to the new one"),
    (
        "templates/portal-base.html",
        "โครงของหน้าของเว็บไซต์รวม: หัว เมนู และท้ายหน้า",
        "the frame of every page of a portal: head, menu, foot",
    ),
    ("templates/portal.html", "หน้าแรกเหนือหลายหน่วยงาน", "the front page over several sites"),
    ("templates/portal-page.html", "หน้าทั่วไปของเว็บไซต์รวม", "an ordinary page of a portal"),
    (
        "templates/links-report.html",
        "ผลการเปิดลิงก์ภายนอก (check --external)",
        "what came of opening links (check --external)",
    ),
    ("templates/survey-qr.xml", "คิวอาร์โค้ดของแบบวัด EIT เป็นแฟ้ม", "the code that leads to the EIT survey, as a file"),
    ("templates/icon.xml", "เครื่องหมายของเว็บบนแท็บของเบราว์เซอร์", "the sign of a site in a browser's tab"),
    (
        "templates/components.html",
        "ส่วนประกอบที่หลายหน้าใช้: ลิงก์ สถานะ แถบ ตาราง",
        "components that many pages use: links, statuses, bars, tables",
    ),
    ("templates/measure-components.html", "ส่วนประกอบของหน้ามาตรการ", "components of the page of a measure"),
    (
        "templates/score-components.html",
        "ส่วนประกอบของคะแนน ข้อคำถาม และระดับ",
        "components of scores, questions and levels",
    ),
    (
        "templates/picture-components.html",
        "ส่วนประกอบของภาพ: คะแนน ปี ส่วนราชการ เวลา และข้อ OIT",
        "components of pictures: scores, years, units, months and OIT items",
    ),
    (
        "templates/sharing-components.html",
        "สิ่งที่หน้าบอกแก่เครื่องมือค้นหาและผู้ส่งต่อลิงก์",
        "what pages say to search engines and to those who pass links on",
    ),
    ("templates/survey-components.html", "ส่วนประกอบของแบบวัด EIT", "components of the EIT survey"),
    ("words/th.yaml", "คำของธีม ภาษาไทย", "the words of the theme, in Thai"),
    ("words/en.yaml", "คำของธีม ภาษาอังกฤษ", "the words of the theme, in English"),
    ("assets/style.css", "สี ขนาด และการจัดหน้า ทั้งบนจอและบนกระดาษ", "colours, sizes and layout, on screen and on paper"),
    ("assets/search.js", "หน้าค้นหา: ช่องค้นหา ตัวกรอง และผลลัพธ์", "the page of the search: box, choices and results"),
    ("assets/search-index.js", "การค้นหาจากดัชนีของเว็บ", "searching by the site's index"),
    ("assets/search-text.js", "การเทียบข้อความไทยและรหัส OIT", "how Thai text and OIT codes are compared"),
    ("assets/display.js", "ขนาดตัวอักษรและสีตามที่ผู้อ่านเลือก", "the size and colours that the reader chooses"),
    ("assets/tables.js", "การเรียงและกรองตาราง", "sorting and filtering of tables"),
];

/// What a file of the built-in theme is for, by its path in the theme; nothing for a file that there is not.
#[must_use]
pub fn part(path: &str, language: Language) -> &'static str {
    let part = PARTS.iter().find(|(known, ..)| *known == path);
    part.map_or("", |(_, th, en)| match language {
        Language::Thai => th,
        Language::English => en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::built_in;

    #[test]
    fn every_file_of_the_built_in_theme_has_its_part_told() {
        let files: Vec<String> = built_in().into_keys().collect();
        let mut told: Vec<String> = PARTS.iter().map(|(path, ..)| (*path).to_owned()).collect();
        told.sort();
        assert_eq!(files, told);
    }
}
