//! Which tables there are, what they are about, and how they hang together.

use super::Bilingual;

/// What a table is.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// Its name in data and in addresses: English, never changed.
    pub name: &'static str,
    /// What it is called.
    pub title: Bilingual,
    /// What a row is, and what else is to be known.
    pub note: Bilingual,
    /// The fields that together name a row; none where no fields do.
    pub key: &'static [&'static str],
    /// The tables that it speaks of.
    pub refers: &'static [Reference],
}

/// Fields that name a row of another table.
#[derive(Debug, PartialEq, Eq)]
pub struct Reference {
    /// The fields, which have the same names in both tables.
    pub fields: &'static [&'static str],
    /// The other table.
    pub table: TableId,
}

/// A table that every year has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// มาตรการ
    Measures,
    /// วิธีการดำเนินการ
    Actions,
    /// ขั้นตอน
    Steps,
    /// ผลการดำเนินการ
    Results,
    /// หลักฐาน
    Evidence,
    /// มาตรการย่อย
    Parts,
    /// การติดตามผล
    FollowUp,
    /// ข้อเสนอแนะ
    Suggestions,
    /// What the editor adds.
    Remarks,
    /// Scores of every kind.
    Scores,
    /// ประเด็นที่ต้องแก้ไข/ปรับปรุง
    PointsToImprove,
    /// ข้อจำกัดของหน่วยงาน
    Constraints,
    /// Analysed issues.
    Issues,
    /// What was found on them.
    Findings,
    /// The items of the OIT list.
    Oit,
    /// What answers them.
    OitLinks,
    /// Which measure names which item.
    OitMeasures,
    /// Who is responsible.
    Units,
    /// The official table of the plan.
    Plan,
    /// The official table of the progress report.
    Progress,
}

impl TableId {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 20] = [
        Self::Measures,
        Self::Actions,
        Self::Steps,
        Self::Results,
        Self::Evidence,
        Self::Parts,
        Self::FollowUp,
        Self::Suggestions,
        Self::Remarks,
        Self::Units,
        Self::Scores,
        Self::PointsToImprove,
        Self::Constraints,
        Self::Issues,
        Self::Findings,
        Self::Oit,
        Self::OitLinks,
        Self::OitMeasures,
        Self::Plan,
        Self::Progress,
    ];

    /// Those that are published for all years together as well.
    pub const OF_ALL_YEARS: [Self; 2] = [Self::Measures, Self::Scores];

    /// What it is.
    #[must_use]
    pub const fn about(self) -> &'static About {
        match self {
            Self::Measures => &MEASURES,
            Self::Actions => &ACTIONS,
            Self::Steps => &STEPS,
            Self::Results => &RESULTS,
            Self::Evidence => &EVIDENCE,
            Self::Parts => &PARTS,
            Self::FollowUp => &FOLLOW_UP,
            Self::Suggestions => &SUGGESTIONS,
            Self::Remarks => &REMARKS,
            Self::Units => &UNITS,
            Self::Scores => &SCORES,
            Self::PointsToImprove => &POINTS_TO_IMPROVE,
            Self::Constraints => &CONSTRAINTS,
            Self::Issues => &ISSUES,
            Self::Findings => &FINDINGS,
            Self::Oit => &OIT,
            Self::OitLinks => &OIT_LINKS,
            Self::OitMeasures => &OIT_MEASURES,
            Self::Plan => &PLAN,
            Self::Progress => &PROGRESS,
        }
    }
}

const OF_MEASURE: Reference = Reference { fields: &["fiscal_year", "measure"], table: TableId::Measures };
const OF_ACTION: Reference =
    Reference { fields: &["fiscal_year", "measure", "wording", "action"], table: TableId::Actions };
const OF_RESULT: Reference =
    Reference { fields: &["fiscal_year", "measure", "wording", "action", "result"], table: TableId::Results };
const OF_ISSUE: Reference = Reference { fields: &["fiscal_year", "issue"], table: TableId::Issues };
const OF_ITEM: Reference = Reference { fields: &["fiscal_year", "code"], table: TableId::Oit };

static MEASURES: About = About {
    name: "measures",
    title: Bilingual::new("มาตรการ", "Measures"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งมาตรการ พร้อมผู้รับผิดชอบ ระยะเวลา สถานะ และความก้าวหน้า",
        "One row for each measure, with who is responsible, when, how it stands and how far it has come",
    ),
    key: &["fiscal_year", "measure"],
    refers: &[],
};
static ACTIONS: About = About {
    name: "actions",
    title: Bilingual::new("วิธีการดำเนินการ", "Actions"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งวิธีการดำเนินการของมาตรการ หากรายงานผลใช้ถ้อยคำต่างจากแผนจะมีแถวของทั้งสองเอกสาร",
        "One row for each action of a measure; rows of both documents where the progress report words them otherwise than the plan",
    ),
    key: &["fiscal_year", "measure", "wording", "action"],
    refers: &[OF_MEASURE],
};
static STEPS: About = About {
    name: "steps",
    title: Bilingual::new("ขั้นตอน", "Steps"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งขั้นตอนของวิธีการดำเนินการ หรือขั้นตอนร่วมของทุกวิธีในมาตรการ",
        "One row for each step of an action, or of all actions of a measure together",
    ),
    key: &[],
    refers: &[OF_MEASURE],
};
static RESULTS: About = About {
    name: "results",
    title: Bilingual::new("ผลการดำเนินการ", "Results"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งผลของวิธีการดำเนินการ", "One row for each result of an action"),
    key: &["fiscal_year", "measure", "wording", "action", "result"],
    refers: &[OF_ACTION, OF_MEASURE],
};
static EVIDENCE: About = About {
    name: "evidence",
    title: Bilingual::new("หลักฐาน", "Evidence"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งแฟ้ม หน้าเว็บ หรือลิงก์ที่แสดงผลการดำเนินการ",
        "One row for each file, page or link that shows a result",
    ),
    key: &["fiscal_year", "measure", "wording", "action", "result", "number"],
    refers: &[OF_RESULT, OF_MEASURE],
};
static PARTS: About = About {
    name: "parts",
    title: Bilingual::new("มาตรการย่อย", "Sub-measures"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งมาตรการย่อย", "One row for each sub-measure"),
    key: &["fiscal_year", "measure", "wording", "number"],
    refers: &[OF_MEASURE],
};
static FOLLOW_UP: About = About {
    name: "follow_up",
    title: Bilingual::new("การติดตามผล", "Follow-up"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งข้อความการติดตามผล", "One row for each way in which a measure is followed up"),
    key: &["fiscal_year", "measure", "wording", "number"],
    refers: &[OF_MEASURE],
};
static SUGGESTIONS: About = About {
    name: "suggestions",
    title: Bilingual::new("ข้อเสนอแนะ", "Suggestions"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งข้อเสนอแนะ", "One row for each suggestion"),
    key: &["fiscal_year", "measure", "wording", "number"],
    refers: &[OF_MEASURE],
};
static REMARKS: About = About {
    name: "remarks",
    title: Bilingual::new("หมายเหตุของผู้จัดทำข้อมูล", "Editor's remarks"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งหมายเหตุ พร้อมสิ่งที่หมายเหตุนั้นกล่าวถึง เช่น ข้อสงสัยหรือส่วนที่ต่างจากเอกสารต้นฉบับ",
        "One row for each remark and what it belongs to, such as a doubt or a difference from the printed document",
    ),
    key: &[],
    refers: &[],
};
static UNITS: About = About {
    name: "units",
    title: Bilingual::new("ส่วนราชการที่รับผิดชอบ", "Responsible units"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งหน่วยงาน พร้อมจำนวนมาตรการที่รับผิดชอบตามสถานะ",
        "One row for each unit, with how many of its measures stand how",
    ),
    key: &["fiscal_year", "unit"],
    refers: &[],
};
static SCORES: About = About {
    name: "scores",
    title: Bilingual::new("คะแนนผลการประเมิน", "Scores"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งคะแนนที่ทราบ ทั้งคะแนนรวม เครื่องมือ ตัวชี้วัด ข้อคำถาม และข้อ OIT ทั้งที่ประกาศและที่คำนวณได้",
        "One row for each score that is known: overall, of instruments, indicators, questions and OIT items, as published and as computed from its parts",
    ),
    key: &["fiscal_year", "kind", "code"],
    refers: &[],
};
static POINTS_TO_IMPROVE: About = About {
    name: "points_to_improve",
    title: Bilingual::new("ประเด็นที่ต้องแก้ไข/ปรับปรุง", "Points to improve"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งประเด็นของตัวชี้วัด", "One row for each point of an indicator"),
    key: &["fiscal_year", "indicator", "number"],
    refers: &[],
};
static CONSTRAINTS: About = About {
    name: "constraints",
    title: Bilingual::new("ข้อจำกัดของหน่วยงาน", "Constraints"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งข้อจำกัด", "One row for each constraint under which the authority works"),
    key: &["fiscal_year", "number"],
    refers: &[],
};
static ISSUES: About = About {
    name: "issues",
    title: Bilingual::new("ประเด็นวิเคราะห์", "Analysed issues"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งประเด็นที่วิเคราะห์ พร้อมบทวิเคราะห์",
        "One row for each analysed issue, with its narrative",
    ),
    key: &["fiscal_year", "issue"],
    refers: &[],
};
static FINDINGS: About = About {
    name: "findings",
    title: Bilingual::new("ข้อค้นพบของประเด็น", "Findings"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งข้อคำถามหรือข้อ OIT ของประเด็น หมายเหตุที่คลุมหลายข้อจะซ้ำในทุกแถว",
        "One row for each question or item of an issue; a remark that spans several stands in every one of their rows",
    ),
    key: &[],
    refers: &[OF_ISSUE],
};
static OIT: About = About {
    name: "oit",
    title: Bilingual::new("รายการข้อมูลที่เปิดเผยต่อสาธารณะ (OIT)", "Open data items (OIT)"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งข้อของปี ไม่ว่าจะมีลิงก์แล้วหรือไม่",
        "One row for each item of the year's list, whether or not anything has been linked",
    ),
    key: &["fiscal_year", "code"],
    refers: &[],
};
static OIT_LINKS: About = About {
    name: "oit_links",
    title: Bilingual::new("ลิงก์ของข้อ OIT", "Links of OIT items"),
    note: Bilingual::new("หนึ่งแถวต่อหนึ่งลิงก์ที่ตอบข้อ OIT", "One row for each link that answers an item"),
    key: &["fiscal_year", "code", "number"],
    refers: &[OF_ITEM],
};
static OIT_MEASURES: About = About {
    name: "oit_measures",
    title: Bilingual::new("มาตรการกับข้อ OIT", "Measures and OIT items"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งข้อ OIT ที่มาตรการระบุ รหัสข้อเป็นของปีใน oit_year",
        "One row for each OIT item that a measure names; the code is of the list of oit_year",
    ),
    key: &["fiscal_year", "measure", "oit_year", "code"],
    refers: &[OF_MEASURE],
};
static PLAN: About = About {
    name: "plan",
    title: Bilingual::new("ตารางแผนมาตรการ", "Table of the plan"),
    note: Bilingual::new(
        "ตารางทางการของแผน หนึ่งแถวต่อหนึ่งวิธีการ ช่องที่คลุมหลายแถวจะซ้ำในทุกแถว เพื่อให้เรียงและกรองได้",
        "The plan's official table, one row for each action; cells that span rows are repeated, so that it can be sorted and filtered",
    ),
    key: &[],
    refers: &[OF_MEASURE],
};
static PROGRESS: About = About {
    name: "progress",
    title: Bilingual::new("ตารางรายงานผล", "Table of the progress report"),
    note: Bilingual::new(
        "ตารางทางการของรายงานผล หนึ่งแถวต่อหนึ่งวิธีการ ช่องที่คลุมหลายแถวจะซ้ำในทุกแถว เพื่อให้เรียงและกรองได้",
        "The progress report's official table, one row for each action; cells that span rows are repeated, so that it can be sorted and filtered",
    ),
    key: &[],
    refers: &[OF_MEASURE],
};

/// The table of a portal: its organisations side by side.
pub static ORGANISATIONS: About = About {
    name: "organisations",
    title: Bilingual::new("หน่วยงานในเว็บไซต์", "Organisations"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งหน่วยงาน ตามปีงบประมาณล่าสุดของหน่วยงานนั้น",
        "One row for each organisation, as of its newest fiscal year",
    ),
    key: &["folder"],
    refers: &[],
};

/// The table of a site's years side by side.
pub static YEARS: About = About {
    name: "years",
    title: Bilingual::new("ปีของหน่วยงาน", "Years"),
    note: Bilingual::new(
        "หนึ่งแถวต่อหนึ่งปีงบประมาณของหน่วยงาน พร้อมผลการประเมินที่แผนของปีนั้นตอบ",
        "One row for each fiscal year of the organisation, with the result that its plan answers",
    ),
    key: &["fiscal_year"],
    refers: &[],
};
