//! The whole guide as a page.

use super::{context, part, tools};
use crate::diagnostic::Language;
use crate::theme::{CONTEXT, built_in};

/// The guide, in Markdown.
#[must_use]
pub fn page(language: Language) -> String {
    let files: Vec<_> = built_in().keys().map(|path| format!("| `{path}` | {} |", part(path, language))).collect();
    let files = files.join("\n");
    // Every template is asked for, so that none can be missing.
    let context = context(None, language).unwrap_or_default();
    let tools = tools::tools(language);
    match language {
        Language::Thai => format!(
            "# ธีม\n\n\
             ธีมคือโฟลเดอร์ `themes/ชื่อ` ข้าง `content` ที่แฟ้มในนั้นใช้แทนแฟ้มชื่อเดียวกันของธีมในตัวโปรแกรม แฟ้มใดไม่มีก็ใช้ของเดิม \
             เปลี่ยนแฟ้มเดียวจึงมีแฟ้มเดียว เลือกธีมด้วย `theme: ชื่อ` ใน `site.yaml`\n\n\
             ```sh\nprongsai theme files                 # ธีมในตัวโปรแกรมมีแฟ้มใดบ้าง\n\
             prongsai theme copy measure.html     # คัดลอกแฟ้มหนึ่งออกมาแก้\n\
             prongsai theme new ours              # คัดลอกทั้งธีม\n\
             prongsai theme list                  # มีธีมใดบ้าง และแทนแฟ้มใด\n\
             prongsai theme context measure.html  # แม่แบบได้รับข้อมูลใด\n```\n\n\
             `words/th.yaml` ของธีมเขียนเฉพาะคำที่เปลี่ยน คำอื่นใช้ของเดิม\n\n\
             ## `theme.yaml`\n\n\
             มีหรือไม่มีก็ได้: `title`, `min_version`, `licence`, `author` ข้อมูลที่แม่แบบได้รับในโปรแกรมนี้คือรุ่น {CONTEXT} \
             รุ่นเพิ่มขึ้นเมื่อข้อมูลเปลี่ยน ธีมที่ระบุ `min_version` สูงกว่านี้จะใช้ไม่ได้\n\n\
             ```yaml\ntitle: ธีมของเรา\nmin_version: {CONTEXT}\nlicence: CC-BY-4.0\nauthor: กองยุทธศาสตร์และงบประมาณ\n```\n\n\
             ## แฟ้มของธีมในตัวโปรแกรม\n\n| แฟ้ม | หน้าที่ |\n| --- | --- |\n{files}\n\n\
             ## ข้อมูลที่แม่แบบได้รับ\n\n\
             แม่แบบเขียนด้วย [Tera 2](https://keats.github.io/tera/) ทุกแม่แบบได้รับ `words` คำของธีมตามชื่อ และข้อมูลตามตารางต่อไปนี้ \
             ข้อความ ตัวเลข และลิงก์พร้อมแสดงแล้ว ลิงก์นับจากหน้านั้น ช่องที่ไม่มีแม่แบบหรือส่วนประกอบใดของหน้านั้นเอ่ยชื่ออาจว่าง \
             เพราะโปรแกรมไม่คำนวณสิ่งที่ไม่มีใครใช้ คำอธิบายของแต่ละช่องเป็นภาษาอังกฤษ\n\n\
             {context}\n## สิ่งที่แม่แบบใช้ได้\n\n{tools}"
        ),
        Language::English => format!(
            "# Themes\n\n\
             A theme is a folder `themes/NAME` beside `content` whose files take the place of those of the same name in \
             the built-in theme; what it has not is the built-in one, so that to change one file takes one file. \
             `theme: NAME` in `site.yaml` chooses it.\n\n\
             ```sh\nprongsai theme files                 # what the built-in theme consists of\n\
             prongsai theme copy measure.html     # copies a file out, to be changed\n\
             prongsai theme new ours              # copies the whole theme\n\
             prongsai theme list                  # which themes there are, and what they replace\n\
             prongsai theme context measure.html  # what a template is given\n```\n\n\
             The `words/th.yaml` of a theme need only have the words that it changes.\n\n\
             ## `theme.yaml`\n\n\
             It may be left out: `title`, `min_version`, `licence`, `author`. What templates are given by this program is \
             version {CONTEXT}. It goes up whenever something is added, taken away or given another meaning; a theme with \
             a larger `min_version` is refused.\n\n\
             ```yaml\ntitle: Our theme\nmin_version: {CONTEXT}\nlicence: CC-BY-4.0\nauthor: Strategy and Budget Division\n```\n\n\
             ## The files of the built-in theme\n\n| file | what it is for |\n| --- | --- |\n{files}\n\n\
             ## What templates are given\n\n\
             Templates are written for [Tera 2](https://keats.github.io/tera/). Each of them is given `words`, the theme's \
             words by name, and what the following tables say. Texts, numbers and links are ready to be shown; links are \
             seen from the page. A value whose name stands in none of the templates and components that a page is put \
             together from may be left empty: what nobody asks for is not worked out.\n\n\
             {context}\n## What templates can use\n\n{tools}"
        ),
    }
}
