//! `prongsai schema`: the schemas of records, for editors, and the reference of all fields.

use super::report;
use crate::cli::SchemaArgs;
use crate::diagnostic::Language;
use crate::schema::{self, Kind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn schema(args: &SchemaArgs, language: Language) -> ExitCode {
    if let Some(folder) = &args.out {
        return match schema::write(folder, language) {
            Ok(written) => {
                report::line(&what_next(folder, &written, language));
                ExitCode::SUCCESS
            }
            Err(problem) => {
                report::problem(&problem, language);
                ExitCode::FAILURE
            }
        };
    }
    let all = || args.kind.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
    report::line(&match args.kind {
        _ if args.reference => schema::reference(&all(), language).trim_end().to_owned(),
        Some(kind) => format!("{:#}", kind.schema(language).as_value()),
        None => kinds(language),
    });
    ExitCode::SUCCESS
}

/// One line for each kind, and how to go on.
fn kinds(language: Language) -> String {
    let mut lines: Vec<_> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let schema = kind.schema(language);
            let words = |keyword| schema.get(keyword).and_then(|words| words.as_str()).unwrap_or_default();
            let what = match language {
                Language::Thai => words("title"),
                // The first sentence; Thai writes none.
                Language::English => words("description").split(['.', ':']).next().unwrap_or_default(),
            };
            format!("{:<11} {:<23} {what}", kind.name(), kind.file())
        })
        .collect();
    lines.push(
        match language {
            Language::Thai => {
                "\nprongsai schema measure         แสดง schema ของระเบียนชนิดนั้น\n\
                 prongsai schema --out .schemas  เขียน schema ทุกชนิด พร้อมวิธีตั้งค่าโปรแกรมแก้ไขข้อความ\n\
                 prongsai schema --reference     แสดงรายการช่องทั้งหมด"
            }
            Language::English => {
                "\nprongsai schema measure         prints the schema of that kind of record\n\
                 prongsai schema --out .schemas  writes all of them and says how to set up an editor\n\
                 prongsai schema --reference     prints the reference of all fields"
            }
        }
        .to_owned(),
    );
    lines.join("\n")
}

/// What was written, and what to tell the editor.
fn what_next(folder: &Path, written: &[PathBuf], language: Language) -> String {
    let files: Vec<_> = written.iter().map(|file| format!("  {}", file.display())).collect();
    let (files, settings, remark) = (files.join("\n"), schema::settings(folder), schema::remark_config(folder));
    match language {
        Language::Thai => format!(
            "เขียนแล้ว:\n{files}\n\n\
             VS Code: ติดตั้งส่วนขยาย YAML ของ Red Hat (redhat.vscode-yaml) แล้วใส่ข้อความนี้ใน .vscode/settings.json\n\
             ของโฟลเดอร์ที่มี content จากนั้นเปิดโฟลเดอร์นั้น:\n\n{settings}\n\n\
             ส่วนขยายนี้ช่วยเติมและตรวจแฟ้ม .yaml แต่ยังไม่อ่านช่องข้อมูลของแฟ้ม .md\n\
             บรรทัดของ .md มีไว้สำหรับโปรแกรมที่ส่งช่องข้อมูลเหล่านั้นให้ yaml-language-server\n\
             ถ้าต้องการให้ตรวจแฟ้ม .md ขณะพิมพ์ด้วย ให้ติดตั้งส่วนขยาย remark (unifiedjs.vscode-remark) แล้วสั่ง\n\n\
             npm install --save-dev remark-cli remark-frontmatter remark-lint-frontmatter-schema\n\n\
             และเขียนแฟ้ม .remarkrc.mjs ไว้ข้าง content:\n\n{remark}\n\n\
             ตรวจจากบรรทัดคำสั่ง: npx remark content --frail --no-stdout\n\
             คำสั่ง prongsai check ตรวจได้มากกว่า และบอกวิธีแก้เป็นภาษาไทย"
        ),
        Language::English => format!(
            "written:\n{files}\n\n\
             VS Code: install the extension YAML by Red Hat (redhat.vscode-yaml), put this into .vscode/settings.json of\n\
             the folder that holds content, and open that folder:\n\n{settings}\n\n\
             The extension completes and checks .yaml files. It does not yet read the front matter of .md files;\n\
             those entries serve editors that hand it to yaml-language-server.\n\
             To have that checked as you type, install the extension remark (unifiedjs.vscode-remark), run\n\n\
             npm install --save-dev remark-cli remark-frontmatter remark-lint-frontmatter-schema\n\n\
             and write the file .remarkrc.mjs beside content:\n\n{remark}\n\n\
             On the command line: npx remark content --frail --no-stdout\n\
             prongsai check finds more, and says what to write instead."
        ),
    }
}
