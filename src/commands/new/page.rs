//! `prongsai new page`

use super::project::{Project, file_name};
use crate::diagnostic::Language;
use crate::model::{PageKey, is_reserved};
use crate::scaffold::{self, Plan};

/// Makes an ordinary page.
pub fn page(project: &Project<'_>, title: &str, slug: Option<&str>, language: Language) -> Result<String, String> {
    let place = |name: &str| format!("{}pages/{name}.md", project.folder);
    let taken = |name: &str| {
        let page = project.site.map.at(&PageKey::Page(name.to_owned()).address());
        page.is_some() || is_reserved(name) || project.root.join(place(name)).exists()
    };
    let usual = format!("page-{}", project.site.pages.len() + 1);
    let name = file_name(slug, title, &usual, taken, language)?;
    let mut plan = Plan::default();
    plan.add(place(&name), scaffold::page(title));
    let next = match language {
        Language::Thai => format!("เขียนเนื้อหาใต้ช่องข้อมูล หน้านี้จะอยู่ที่ {name}.html และในเมนูของเว็บ"),
        Language::English => {
            format!("Write the text below the fields. The page will be {name}.html, and stand in the menu.")
        }
    };
    project.make(&plan, &next, language)
}
