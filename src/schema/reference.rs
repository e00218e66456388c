//! The reference of all fields, in Markdown, made from the schemas.

use super::Kind;
use super::form::{Form, flow};
use crate::diagnostic::Language;
use serde_json::Value as Json;
use std::fmt::Write;

/// A table of fields for each of `kinds`, with an introduction.
#[must_use]
pub fn reference(kinds: &[Kind], language: Language) -> String {
    let mut text = String::from(match language {
        Language::Thai => {
            "# ช่องข้อมูลทั้งหมด\n\n\
             จุดในชื่อช่องคือช่องที่อยู่ข้างใน: `actions.text` คือ `text` ของแต่ละรายการใน `actions` \
             ช่องที่รับหลายค่า จะเขียนค่าเดียวโดยไม่ทำเป็นรายการก็ได้ ตัวเลขและวันที่เขียนด้วยเลขไทยหรือเลขอารบิกก็ได้ \
             ช่องที่ไม่อยู่ในตารางนี้ถือว่าผิด\n"
        }
        Language::English => {
            "# All fields\n\n\
             A dot leads to a field inside another: `actions.text` is the `text` of each of the `actions`. Where \
             several values can stand, a single one needs no list around it. Numbers and dates can be written in Thai \
             or Arabic digits. A field that is not in these tables is an error.\n"
        }
    });
    for kind in kinds {
        let schema = kind.schema(language).to_value();
        let mut table = Table { root: &schema, language, rows: String::new(), words: Vec::new(), groups: Vec::new() };
        table.fields("", &schema);
        let Table { rows, words, .. } = table;
        let word = |key: &str| schema[key].as_str().unwrap_or_default().to_owned();
        let (title, description) = (word("title"), word("description"));
        let head = match language {
            Language::Thai => "| ช่อง | ชื่อ | ความหมาย | ชนิด | ต้องมี | ถ้าไม่ระบุ | ตัวอย่าง |",
            Language::English => "| field | Thai name | what it is | type | required | default | examples |",
        };
        let file = kind.file_in(language);
        let line = "| --- | --- | --- | --- | --- | --- | --- |";
        text.push_str(&format!("\n## `{file}` · {title}\n\n{description}\n\n{head}\n{line}\n{rows}"));
        for (list, path) in words {
            text.push_str(&format!("\n{path}:\n\n{list}"));
        }
    }
    text
}

struct Table<'a> {
    root: &'a Json,
    language: Language,
    rows: String,
    /// Lists of the few words that can stand in a field, each with the fields in which it can.
    words: Vec<(String, String)>,
    /// Groups of fields that have been told, each by its schema and the field in which it stands.
    groups: Vec<(&'a Json, String)>,
}

impl<'a> Table<'a> {
    fn fields(&mut self, within: &str, group: &'a Json) {
        let required: Vec<&str> = group["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        for (name, field) in group["properties"].as_object().into_iter().flatten() {
            let path = format!("{within}{name}");
            self.field(&path, field, required.contains(&name.as_str()));
        }
    }

    fn field(&mut self, path: &str, field: &'a Json, required: bool) {
        let form = Form::of(field, self.root);
        let group = form.group();
        let told = group.and_then(|group| self.groups.iter().find(|(known, _)| std::ptr::eq(*known, group)));
        let mut kind = form.words(self.language);
        let (like, yes) = match self.language {
            Language::Thai => ("เหมือน", "ใช่"),
            Language::English => ("as in", "yes"),
        };
        if let Some((_, place)) = told {
            kind.push_str(&format!(" {like} `{place}`"));
        }
        let examples = field["examples"].as_array();
        let examples: Vec<_> = examples.into_iter().flatten().map(|one| format!("`{}`", flow(one))).collect();
        let cells = [
            format!("`{path}`"),
            field["title"].as_str().unwrap_or_default().to_owned(),
            field["description"].as_str().unwrap_or_default().replace('\n', " "),
            kind,
            if required { yes } else { "" }.to_owned(),
            field.get("default").map(|value| format!("`{}`", flow(value))).unwrap_or_default(),
            examples.join("<br>"),
        ];
        let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _written = writeln!(self.rows, "| {} |", cells.join(" | "));
        if let Some(list) = form.list_of_words() {
            match self.words.iter_mut().find(|(known, _)| *known == list) {
                Some((_, fields)) => fields.push_str(&format!(", `{path}`")),
                None => self.words.push((list, format!("`{path}`"))),
            }
        }
        if let Some(group) = group.filter(|_| told.is_none()) {
            self.groups.push((group, path.to_owned()));
            self.fields(&format!("{path}."), group);
        }
    }
}
