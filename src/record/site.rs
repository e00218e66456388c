//! `site.yaml`: the organisation and the settings of its site.

use crate::value::{Keyed, Many};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The organisation and the settings of its site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "การตั้งค่าเว็บไซต์", extend("x-th" = "หน่วยงานเจ้าของเว็บไซต์ และการตั้งค่าของเว็บ"))]
pub struct SiteRecord {
    /// The authority that publishes.
    #[schemars(title = "หน่วยงาน", extend("x-th" = "หน่วยงานเจ้าของเว็บไซต์"))]
    pub organisation: OrganisationRecord,
    /// Where the site stands on the web, for canonical links and the sitemap; pages themselves link relatively.
    #[schemars(
        title = "ที่อยู่ของเว็บ",
        extend("x-th" = "ที่อยู่ที่เว็บนี้จะเผยแพร่ ใช้ในแผนผังเว็บและลิงก์อ้างอิง ลิงก์ระหว่างหน้าไม่ขึ้นกับที่อยู่นี้", "examples" = ["https://www.example.go.th/ita/"])
    )]
    pub base_url: Option<String>,
    /// The folder below `themes/` whose files come before the built-in ones.
    #[schemars(
        title = "ธีม",
        extend("x-th" = "โฟลเดอร์ใน themes/ ที่แฟ้มในนั้นใช้แทนแฟ้มของธีมในตัวโปรแกรม", "default" = "default")
    )]
    pub theme: Option<String>,
    /// The authority's colour, from which those of the pages are made so that all can be read on them.
    #[schemars(
        title = "สีประจำหน่วยงาน",
        extend("x-th" = "สีของหน่วยงาน โปรแกรมปรับสีของหน้าเว็บจากสีนี้ให้อ่านออกเสมอ เขียนรหัสสีในเครื่องหมายคำพูด", "examples" = ["#14507d"])
    )]
    pub color: Option<String>,
    /// The language of the words that the theme puts on pages.
    #[serde(default)]
    #[schemars(title = "ภาษา", extend("x-th" = "ภาษาของคำที่ธีมแสดงบนหน้าเว็บ"))]
    pub language: LanguageRecord,
    /// The digits in which pages show numbers; data files always hold Arabic ones.
    #[serde(default)]
    #[schemars(title = "ตัวเลข", extend("x-th" = "ตัวเลขที่ใช้แสดงบนหน้าเว็บ แฟ้มข้อมูลใช้เลขอารบิกเสมอ"))]
    pub digits: DigitsRecord,
    /// The day on which progress is judged; otherwise the day of the build.
    #[schemars(
        title = "ความก้าวหน้า ณ วันที่",
        extend("x-th" = "วันที่ใช้พิจารณาความก้าวหน้า ถ้าไม่ระบุ ใช้วันที่สร้างเว็บ", "examples" = ["2567-09-30", "๓๐ กันยายน ๒๕๖๗"])
    )]
    pub as_of: Option<String>,
    /// The EIT survey, shown as a link and a code to scan while it is open.
    #[schemars(
        title = "แบบวัด EIT",
        extend("x-th" = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) แสดงเป็นลิงก์และคิวอาร์โค้ดระหว่างที่เปิดให้ตอบ")
    )]
    pub survey: Option<SurveyRecord>,
    /// Old addresses within the site, each with the address within it or the whole web address that it leads to now.
    #[serde(default)]
    #[schemars(
        title = "ที่อยู่เดิม",
        extend("x-th" = "ที่อยู่เดิมในเว็บนี้ที่เลิกใช้แล้ว เขียนเป็น ที่อยู่เดิม: ที่อยู่ใหม่ ผู้ที่เปิดที่อยู่เดิมจะถูกพาไปที่อยู่ใหม่ คงไว้ตลอดไป", "examples" = [{ "news.php": "index.html", "2565/measures/old.html": "2566/measures/new.html" }])
    )]
    pub redirects: Keyed<String, String>,
    /// Whether files for web servers, `.htaccess` and `web.config`, are published at the top of the site; in a portal
    /// they are left out as soon as one site says `false`.
    #[serde(default = "yes")]
    #[schemars(
        title = "แฟ้มสำหรับโฮสต์",
        extend("x-th" = "สร้างแฟ้ม .htaccess และ web.config สำหรับโฮสต์ไว้บนสุดของเว็บหรือไม่ เขียน false ถ้าโฮสต์แจ้งข้อผิดพลาด 500 หลังอัปโหลด", "default" = true)
    )]
    pub host_files: bool,
    /// Parts of the site that are left out: they are not made, and nothing links to them.
    #[serde(default)]
    #[schemars(
        title = "ส่วนที่ไม่สร้าง",
        extend("x-th" = "ส่วนของเว็บที่ไม่สร้าง และไม่มีหน้าใดลิงก์ไปถึงหรือกล่าวถึง", "examples" = [["search", "pictures"]])
    )]
    pub without: Many<PartRecord>,
    /// How bad it is to break a rule of `prongsai check`, by its code, where that is not what the rule itself says.
    #[serde(default)]
    #[schemars(
        title = "ข้อตรวจ",
        extend("x-th" = "ระดับของข้อตรวจแต่ละข้อที่ต่างจากที่โปรแกรมกำหนด เขียนเป็น รหัสข้อตรวจ: การตั้งค่า พร้อมเหตุผล", "examples" = [{ "PS403": { "severity": "off", "reason": "จังหวัดให้ใช้ Google Drive" } }])
    )]
    pub rules: Keyed<String, Many<RuleSettingRecord>>,
}

fn yes() -> bool {
    true
}

/// A part of a site that it can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PartRecord {
    /// The search.
    #[schemars(extend("x-th" = "การค้นหา"))]
    Search,
    /// Open data.
    #[schemars(extend("x-th" = "ข้อมูลเปิด"))]
    Data,
    /// The feed of what changed.
    #[schemars(extend("x-th" = "ฟีดความเปลี่ยนแปลง"))]
    Feed,
    /// The official plan and the progress report.
    #[schemars(extend("x-th" = "แผนและรายงานผลตามแบบทางการ"))]
    Reports,
    /// The pictures that stand beside links where people share them.
    #[schemars(extend("x-th" = "ภาพประกอบเมื่อแชร์ลิงก์"))]
    Pictures,
}

impl PartRecord {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Search, Self::Data, Self::Feed, Self::Reports, Self::Pictures];

    /// How it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Data => "data",
            Self::Feed => "feed",
            Self::Reports => "reports",
            Self::Pictures => "pictures",
        }
    }
}

/// How bad it is to break a rule in this site, and why.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleSettingRecord {
    /// How bad it is; `off` does not tell of it at all.
    #[schemars(title = "ระดับ", extend("x-th" = "ระดับของข้อตรวจนี้ในเว็บนี้ off คือไม่แจ้ง"))]
    pub severity: SeverityRecord,
    /// Why it is so here.
    #[schemars(
        title = "เหตุผล",
        extend("x-th" = "เหตุผลที่ตั้งไว้เช่นนี้", "examples" = ["คงไว้ตามเอกสารต้นฉบับ"])
    )]
    pub reason: String,
    /// The files or folders it is about, as seen from the folder of `site.yaml`; otherwise all.
    #[serde(default)]
    #[schemars(
        title = "แฟ้ม",
        extend("x-th" = "แฟ้มหรือโฟลเดอร์ที่การตั้งค่านี้มีผล นับจากโฟลเดอร์ของ site.yaml ถ้าไม่ระบุ มีผลทั้งเว็บ", "examples" = ["2566/measures/no-gift.md", "2566/files/"])
    )]
    pub files: Many<String>,
}

/// How bad it is to break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SeverityRecord {
    /// The site is not published.
    #[schemars(extend("x-th" = "ผิดพลาด ไม่เผยแพร่เว็บ"))]
    Error,
    /// The site is published, with a warning.
    #[schemars(extend("x-th" = "คำเตือน เผยแพร่เว็บได้"))]
    Warning,
    /// More is expected, but nothing is wrong.
    #[schemars(extend("x-th" = "ข้อแนะนำ"))]
    Advice,
    /// Nobody is told.
    #[schemars(extend("x-th" = "ไม่แจ้ง"))]
    Off,
}

/// Who publishes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRecord {
    /// The full name.
    #[schemars(title = "ชื่อหน่วยงาน", extend("x-th" = "ชื่อเต็มของหน่วยงาน"))]
    pub name: String,
    /// The kind of authority.
    #[schemars(
        title = "ประเภท",
        extend("x-th" = "ประเภทของหน่วยงาน", "examples" = ["เทศบาลตำบล", "องค์การบริหารส่วนตำบล"])
    )]
    pub kind: Option<String>,
    /// The district.
    #[schemars(title = "อำเภอ", extend("x-th" = "อำเภอที่ตั้ง"))]
    pub district: Option<String>,
    /// The province.
    #[schemars(title = "จังหวัด", extend("x-th" = "จังหวัดที่ตั้ง"))]
    pub province: Option<String>,
    /// A picture below `files/`.
    #[schemars(title = "ตราสัญลักษณ์", extend("x-th" = "แฟ้มภาพใน files/", "examples" = ["files/logo.png"]))]
    pub logo: Option<String>,
    /// The units that can be responsible for something.
    #[serde(default)]
    #[schemars(title = "ส่วนราชการ", extend("x-th" = "ส่วนราชการภายในที่เป็นผู้รับผิดชอบได้"))]
    pub units: Many<UnitRecord>,
    /// How to reach the authority.
    #[schemars(title = "การติดต่อ", extend("x-th" = "ช่องทางติดต่อหน่วยงาน"))]
    pub contact: Option<ContactRecord>,
}

/// A unit of the authority.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitRecord {
    /// What its page is called in addresses: letters, digits and hyphens.
    #[schemars(
        title = "รหัส",
        extend("x-th" = "ชื่อในที่อยู่ของหน้า ใช้ตัวอักษร ตัวเลข และขีดกลาง", "examples" = ["clerk"])
    )]
    pub id: String,
    /// Its full name.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อเต็มของส่วนราชการ"))]
    pub name: String,
    /// Other names under which records call it.
    #[serde(default)]
    #[schemars(title = "ชื่ออื่น", extend("x-th" = "ชื่ออื่นที่ใช้เรียกส่วนราชการนี้ในระเบียน"))]
    pub aliases: Many<String>,
}

/// How to reach the authority.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRecord {
    /// The postal address.
    #[schemars(title = "ที่อยู่", extend("x-th" = "ที่อยู่ทางไปรษณีย์"))]
    pub address: Option<String>,
    /// The telephone number.
    #[schemars(title = "โทรศัพท์", extend("x-th" = "หมายเลขโทรศัพท์"))]
    pub phone: Option<String>,
    /// The e-mail address.
    #[schemars(title = "อีเมล", extend("x-th" = "ที่อยู่อีเมล", "examples" = ["saraban@example.go.th"]))]
    pub email: Option<String>,
    /// The main web site.
    #[schemars(
        title = "เว็บไซต์",
        extend("x-th" = "เว็บไซต์หลักของหน่วยงาน", "examples" = ["https://www.example.go.th"])
    )]
    pub website: Option<String>,
    /// The address of a Facebook page.
    #[schemars(
        title = "Facebook",
        extend("x-th" = "ที่อยู่ของเพจ Facebook", "examples" = ["https://www.facebook.com/example"])
    )]
    pub facebook: Option<String>,
    /// The name or address of a LINE account.
    #[schemars(title = "LINE", extend("x-th" = "ชื่อหรือที่อยู่ของบัญชี LINE", "examples" = ["@example"]))]
    pub line: Option<String>,
}

/// The EIT survey: of those outside the authority.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyRecord {
    /// Its web address.
    #[schemars(
        title = "ที่อยู่แบบวัด",
        extend("x-th" = "ที่อยู่เว็บของแบบวัด", "examples" = ["https://itas.nacc.go.th/go/eit/abc123"])
    )]
    pub url: String,
    /// The period in which it can be answered.
    #[schemars(
        title = "ช่วงเวลาที่เปิดให้ตอบ",
        extend("x-th" = "ช่วงวันที่เปิดให้ตอบแบบวัด", "examples" = ["1 ม.ค. 2567 - 30 มิ.ย. 2567"])
    )]
    pub open: String,
}

/// A language of the theme's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageRecord {
    /// Thai
    #[default]
    #[schemars(extend("x-th" = "ภาษาไทย"))]
    Th,
    /// English
    #[schemars(extend("x-th" = "ภาษาอังกฤษ"))]
    En,
}

/// The digits in which pages show numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DigitsRecord {
    /// ๐ ๑ ๒ ๓
    #[default]
    #[schemars(extend("x-th" = "เลขไทย ๐ ๑ ๒ ๓"))]
    Thai,
    /// 0 1 2 3
    #[schemars(extend("x-th" = "เลขอารบิก 0 1 2 3"))]
    Arabic,
}
