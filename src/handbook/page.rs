//! The handbook as Markdown: one rule, or all of them.

use super::entry::{Entry, Example, File};
use crate::diagnostic::{Language, Rule, rules};

/// All rules, as a page.
///
/// # Errors
/// Where an entry cannot be read: a fault of the program, which a test rules out.
pub fn page(language: Language) -> Result<String, String> {
    let mut text = match language {
        Language::Thai => {
            "# ข้อตรวจของ prongsai\n\n\
             `prongsai check` ตรวจเนื้อหาและหน้าเว็บตามข้อเหล่านี้ และ `prongsai build` ตรวจทุกข้อก่อนเผยแพร่\n\
             ระดับ: **ผิดพลาด** ต้องแก้ก่อนจึงเผยแพร่ได้ **คำเตือน** เผยแพร่ได้แต่มีสิ่งที่ควรดู **ข้อแนะนำ** ยังเพิ่มให้ครบได้อีก\n\n\
             ปรับระดับหรือปิดข้อตรวจได้ใน `site.yaml` พร้อมเหตุผล เว้นแต่ข้อที่ระบุว่าปรับไม่ได้:\n\n\
             ```yaml\nrules:\n  PS403:\n    severity: off        # error, warning, advice หรือ off\n    reason: จังหวัดกำหนดให้ใช้ Google Drive\n    files: [2566/oit/]   # ถ้าไม่ระบุ มีผลทั้งเว็บ\n```\n"
        }
        Language::English => {
            "# The rules of prongsai\n\n\
             `prongsai check` holds content and pages to these rules, and `prongsai build` does so before it publishes.\n\
             **error**: to be mended before anything is published. **warning**: published, but someone should look.\n\
             **advice**: nothing is wrong, but more is expected.\n\n\
             A site can change or silence a rule in `site.yaml`, with a reason, unless it says that it is fixed:\n\n\
             ```yaml\nrules:\n  PS403:\n    severity: off        # error, warning, advice or off\n    reason: the province asks us to use Google Drive\n    files: [2566/oit/]   # otherwise the whole site\n```\n"
        }
    }
    .to_owned();
    text += "\n";
    for rule in rules::ALL {
        text += &format!("- [{} {}](#{})\n", rule.code, rule.title(language), rule.code.to_lowercase());
    }
    for rule in rules::ALL {
        text += &format!("\n<a id=\"{}\"></a>\n\n", rule.code.to_lowercase());
        text += &one(rule, language)?;
    }
    Ok(text)
}

/// One rule.
///
/// # Errors
/// Where its entry cannot be read: a fault of the program, which a test rules out.
pub fn one(rule: &Rule, language: Language) -> Result<String, String> {
    let entry = Entry::of(rule)?;
    let fixed = match (rule.fixed, language) {
        (false, _) => "",
        (true, Language::Thai) => " (ปรับไม่ได้)",
        (true, Language::English) => " (fixed)",
    };
    let (bad, good) = match language {
        Language::Thai => ("ไม่ผ่าน", "ผ่าน"),
        Language::English => ("Breaks it", "Does not"),
    };
    let severity = rule.severity.word(language);
    Ok(format!(
        "## {} {}\n\n**{severity}**{fixed}\n\n{}\n\n### {bad}\n\n{}\n\n### {good}\n\n{}\n",
        rule.code,
        rule.title(language),
        entry.about(language).trim(),
        example(&entry.bad, language),
        example(&entry.good, language),
    ))
}

fn example(example: &Example, language: Language) -> String {
    match example {
        Example::Words { th, en } => if language == Language::Thai { th } else { en }.trim().to_owned(),
        Example::Files(files) => {
            let file = |(path, file): (&String, &File)| format!("`content/{path}`\n\n{}", shown(path, file, language));
            files.iter().map(file).collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn shown(path: &str, file: &File, language: Language) -> String {
    let (kind, text) = match file {
        File::Text(text) if path.ends_with(".md") => ("markdown", text.clone()),
        File::Text(text) if path.ends_with(".yaml") => ("yaml", text.clone()),
        File::Text(text) => ("", text.clone()),
        File::Made(made) => ("", made.words().text(language).to_owned()),
    };
    // Four marks, since a record may hold a block of three.
    format!("````{kind}\n{}\n````", text.trim_end())
}
