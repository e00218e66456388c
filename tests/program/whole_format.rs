//! Every field of the format, each with a value, and the pages on which a reader finds it.

use crate::support::{Project, visible};

pub const SITE: &str = r"organisation:
  name: เทศบาลตำบลตัวอย่าง
  kind: เทศบาลตำบล
  district: เมืองตัวอย่าง
  province: จังหวัดสมมุติ
  logo: files/logo.png
  units:
    - id: clerk
      name: สำนักปลัดเทศบาล
      aliases: [สำนักปลัด, หัวหน้าสำนักปลัด]
    - { id: finance, name: กองคลัง }
  contact: { address: ๑ หมู่ ๑, phone: 02-000-0000, email: a@example.go.th, website: 'https://www.example.go.th', facebook: 'https://facebook.com/x', line: '@x' }
base_url: https://www.example.go.th/ita/
theme: default
language: th
digits: thai
as_of: 2567-03-01
survey:
  url: https://itas.nacc.go.th/go/eit/abc123
  open: 1 ม.ค. 2567 - 30 มิ.ย. 2567
host_files: true
redirects:
  news.php: index.html
";

pub const ASSESSMENT: &str = r"---
analysed_year: 2566
overall: 80.42
level: ต้องปรับปรุง
indicators: { 1: 94.14, 2: 88.05, 10: 63.75 }
questions: { i1: 87.19, e1: 71.71, o1: 0 }
points_to_improve:
  9: [ข้อมูลทั่วไป, งบประมาณ]
constraints:
  - { topic: บุคลากร, text: กำลังคนน้อย }
signatory: { name: นายตัวอย่าง, position: นิติกร, role: ผู้รายงาน }
reports:
  plan:
    title: ชื่อแผนของเรา
    lead: ข้อความนำแผน
    columns: [{ shows: measure, title: หัวข้อ }, { shows: actions }, { shows: steps, title: ขั้นตอน/วิธี }, { shows: period }, { shows: follow_up }, { shows: units }]
  progress: { title: ชื่อรายงานของเรา }
remark: ข้อสังเกตการประเมิน
updated: 2566-11-05
---

บทวิเคราะห์
";

pub const MEASURE: &str = r"---
title: ชื่อมาตรการ
number: 4
indicators: [5, 10]
instrument: OIT
issue: 7
questions: [i29, e15]
oit: [o31, o32]
oit_year: 2566
units: [สำนักปลัด]
period: ต.ค.๖๖-ก.ย.๖๗
parts: [ส่วนหนึ่ง, ส่วนสอง]
actions:
  - text: วิธีการหนึ่ง
    title: ชื่อสั้น
    units: [กองคลัง]
    period: ม.ค. ๒๕๖๗
    status: done
    steps: [ขั้นแรก, ขั้นสอง]
    remark: ข้อสังเกตวิธีการ
    results:
      - text: ผลหนึ่ง
        date: ๑๐ มกราคม ๒๕๖๗
        status: done
        remark: ข้อสังเกตผล
        evidence:
          - { title: หลักฐาน, url: 'https://example.org/x.pdf' }
steps: [ขั้นร่วม]
follow_up: [ติดตามทุก ๖ เดือน]
suggestions: [ควรแจ้งเวียน]
report:
  parts: ส่วนในรายงาน
  actions:
    - text: วิธีการในรายงาน
  follow_up: ติดตามในรายงาน
  suggestions: ข้อเสนอในรายงาน
  units: กองคลัง
remark: ข้อสังเกตมาตรการ
updated: 2567-02-28
slug: measure
---

เนื้อหามาตรการ
";

pub const ISSUE: &str = r"---
issue: 7
findings:
  - instrument: IIT
    questions: [i1, i2]
    remark: ปรับปรุงคะแนนให้ดีขึ้น
remark: ข้อสังเกตประเด็น
updated: 2566-12-01
---

คำบรรยายประเด็น
";

pub const ITEM: &str = r"---
links:
  - { title: ประกาศเจตนารมณ์, url: 'https://example.org/a', note: ขั้นที่หนึ่ง }
  - { title: มาตรการของเรา, url: ../measures/a.md }
updated: 2567-01-16
note: คำอธิบายข้อ
---

เนื้อหาข้อ
";

/// What stands on which page.
const SHOWN: &[(&str, &[&str])] = &[
    (
        "index.html",
        &[
            "เทศบาลตำบลตัวอย่าง",
            "๘๐.๔๒",
            "ต้องปรับปรุง",
            "เปิดให้ตอบ ๑ มกราคม",
            "02-000-0000",
            "a@example.go.th",
            "@x",
            "๑ หมู่ ๑",
        ],
    ),
    (
        "2567/assessment.html",
        &["บทวิเคราะห์", "บุคลากร", "กำลังคนน้อย", "ข้อสังเกตการประเมิน", "๙๔.๑๔", "ข้อมูลทั่วไป", "๕ พฤศจิกายน ๒๕๖๖"],
    ),
    ("2567/indicators/1.html", &["๘๗.๑๙", "i1"]),
    (
        "2567/measures/measure.html",
        &[
            "มาตรการที่ ๔",
            "ชื่อมาตรการ",
            "เครื่องมือการประเมิน OIT",
            "ประเด็นที่ ๗",
            "i29",
            "ข้อ e15",
            "ขั้นร่วม",
            "o31",
            "สำนักปลัดเทศบาล",
            "กองคลัง",
            "ต.ค.๖๖-ก.ย.๖๗",
            "ส่วนหนึ่ง",
            "ส่วนสอง",
            "วิธีการหนึ่ง",
            "ชื่อสั้น",
            "ม.ค. ๒๕๖๗",
            "ขั้นแรก",
            "ข้อสังเกตวิธีการ",
            "ผลหนึ่ง",
            "๑๐ มกราคม ๒๕๖๗",
            "ข้อสังเกตผล",
            "หลักฐาน",
            "ติดตามทุก ๖ เดือน",
            "ควรแจ้งเวียน",
            "ส่วนในรายงาน",
            "วิธีการในรายงาน",
            "ติดตามในรายงาน",
            "ข้อเสนอในรายงาน",
            "ข้อสังเกตมาตรการ",
            "เนื้อหามาตรการ",
            "๒๘ กุมภาพันธ์ ๒๕๖๗",
        ],
    ),
    (
        "2567/report/plan.html",
        &[
            "เทศบาลตำบลตัวอย่าง อำเภอเมืองตัวอย่าง จังหวัดสมมุติ",
            "ส่วนหนึ่ง",
            "วิธีการหนึ่ง",
            "ติดตามทุก ๖ เดือน",
            "ขั้นร่วม",
            "ชื่อแผนของเรา",
            "ข้อความนำแผน",
            "หัวข้อ",
            "ขั้นตอน/วิธี",
            "นายตัวอย่าง",
            "นิติกร",
            "ผู้รายงาน",
        ],
    ),
    ("2567/report/progress.html", &["ชื่อรายงานของเรา", "ส่วนในรายงาน", "วิธีการในรายงาน", "ข้อเสนอในรายงาน", "กองคลัง"]),
    (
        "2567/issues/7.html",
        &[
            "ประเด็นที่ ๗",
            "IIT",
            "i1",
            "๘๗.๑๙",
            "ปรับปรุงคะแนนให้ดีขึ้น",
            "ข้อสังเกตประเด็น",
            "คำบรรยายประเด็น",
            "ชื่อมาตรการ",
            "๑ ธันวาคม ๒๕๖๖",
        ],
    ),
    ("2567/oit/o31.html", &["ประกาศเจตนารมณ์", "ขั้นที่หนึ่ง", "มาตรการของเรา", "คำอธิบายข้อ", "เนื้อหาข้อ", "๑๖ มกราคม ๒๕๖๗"]),
    ("2567/oit/o32.html", &["ไม่มีเหตุ"]),
    ("2567/units/clerk.html", &["หัวหน้าสำนักปลัด", "ชื่อมาตรการ"]),
    ("about.html", &["เนื้อหาหน้า", "๑ มกราคม ๒๕๖๗"]),
];

#[test]
fn whatever_a_record_can_say_is_on_a_page() {
    let project = Project::new(&[
        ("site.yaml", SITE),
        ("2567/assessment.md", ASSESSMENT),
        ("2567/measures/a.md", MEASURE),
        ("2567/issues/7.md", ISSUE),
        ("2567/oit/o31.md", ITEM),
        ("2567/oit/o32.md", "---\nnot_applicable: ไม่มีเหตุ\n---\n"),
        ("pages/about.md", "---\ntitle: เกี่ยวกับ\norder: 1\nupdated: 2567-01-01\n---\n\nเนื้อหาหน้า\n"),
    ]);
    project.write("content/files/logo.png", b"x");
    project.build();
    for (page, words) in SHOWN {
        let text = visible(&project.page(page));
        for word in *words {
            assert!(text.contains(word), "{page} does not say {word}: {text}");
        }
    }
    assert!(
        project.page("index.html").contains("src=\"files/logo.png\"")
            && project.page("index.html").contains("itas.nacc.go.th/go/eit/abc123")
    );
}
