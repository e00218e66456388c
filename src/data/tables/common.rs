//! What several tables share: fields with the same meaning under the same name, and how values are put.

use crate::data::table::Column;
use crate::data::{Bilingual, Field, Kind, Value};
use crate::model::{
    Action, Assessment, Measure, OutcomeStatus, PageKey, Plan, Site, Status, Target, Timing, UnitId, Year, escape,
};

pub const FISCAL_YEAR: Field =
    Field::new("fiscal_year", Kind::Integer, "ปีงบประมาณ (พ.ศ.)", "Fiscal year (Buddhist Era)").required().noted(
        "ปีที่ดำเนินมาตรการ เริ่ม 1 ตุลาคมของปีก่อนหน้า สิ้นสุด 30 กันยายน",
        "The year in which the measures are carried out, from 1 October of the year before to 30 September; 2566 ended in 2023 of the Common Era",
    );
pub const ANALYSED_YEAR: Field =
    Field::new("analysed_year", Kind::Integer, "ปีของผลการประเมิน (พ.ศ.)", "Analysed year (Buddhist Era)").noted(
        "ปีงบประมาณของผลการประเมินที่แผนของปีนี้ตอบ รหัสข้อคำถามและคะแนนเป็นของปีนั้น",
        "The fiscal year whose result this year's plan answers; codes of questions and scores are of that year",
    );
pub const MEASURE: Field = Field::new("measure", Kind::Text, "รหัสมาตรการ", "Measure")
    .required()
    .noted("ชื่อในที่อยู่หน้าเว็บของมาตรการ ซึ่งจะไม่เปลี่ยนแปลง", "Its name in the address of its page, which does not change");
pub const WORDING: Field =
    Field::new("wording", Kind::OneOf(&["plan", "report"]), "เอกสารที่ใช้ถ้อยคำนี้", "Document that words it so")
        .required()
        .noted(
            "plan คือแผน report คือรายงานผล ซึ่งมีแถวของตนเฉพาะเมื่อใช้ถ้อยคำต่างจากแผน",
            "The plan, or the progress report, which has rows of its own only where it words things otherwise",
        );
pub const ACTION: Field = Field::new("action", Kind::Integer, "ลำดับวิธีการ", "Number of the action")
    .noted("ลำดับในมาตรการ เริ่มที่ 1", "Its place in the measure, from 1");
pub const RESULT: Field = Field::new("result", Kind::Integer, "ลำดับผล", "Number of the result")
    .noted("ลำดับในวิธีการ เริ่มที่ 1", "Its place in the action, from 1");
pub const NUMBER: Field = Field::new("number", Kind::Integer, "ลำดับ", "Number")
    .required()
    .noted("ลำดับตามที่เขียน เริ่มที่ 1", "Its place in what was written, from 1");
pub const TEXT: Field = Field::new("text", Kind::Text, "ข้อความ", "Text").required();
pub const TITLE_IS_CERTAIN: Field =
    Field::new("title_is_certain", Kind::Boolean, "ชื่อยืนยันแล้ว", "Title is certain").required().noted(
        "false คือยังไม่ได้เทียบกับคู่มือทางการของปีนั้น",
        "false where the title has not been held against the official handbook of the year",
    );
pub const UNITS: Field = Field::new("units", Kind::Names, "รหัสส่วนราชการที่รับผิดชอบ", "Responsible units")
    .noted("รหัสตามตาราง units", "Their keys in the table units");
pub const UNIT_NAMES: Field =
    Field::new("unit_names", Kind::Names, "ชื่อส่วนราชการที่รับผิดชอบ", "Names of the responsible units");
/// Of a time as it was written.
pub const AS_WRITTEN: Bilingual = Bilingual::new(
    "ตามที่เขียนในเอกสาร โปรแกรมตารางคำนวณอาจแสดงในรูปแบบของตน วันที่แน่นอนอยู่ในสองช่องถัดไป",
    "As it stands in the document; a spreadsheet may show it in a form of its own, and the days that are meant are in the next two fields",
);
pub const PERIOD: Field =
    Field::new("period", Kind::Text, "ระยะเวลาดำเนินการ", "Period").noted(AS_WRITTEN.th, AS_WRITTEN.en);
pub const PERIOD_START: Field = Field::new("period_start", Kind::Date, "วันแรกของระยะเวลา", "First day of the period");
pub const PERIOD_END: Field = Field::new("period_end", Kind::Date, "วันสุดท้ายของระยะเวลา", "Last day of the period")
    .noted("นับรวมวันนี้ด้วย", "It still belongs to the period");
pub const STATUSES: &[&str] = &[
    Status::Done.id(),
    Status::InProgress.id(),
    Status::Delayed.id(),
    Status::NotStarted.id(),
    Status::Cancelled.id(),
    Status::NotReported.id(),
];
pub const STATUS: Field = Field::new("status", Kind::OneOf(STATUSES), "สถานะ", "Status").required().noted(
    "done เสร็จแล้ว in_progress กำลังดำเนินการ delayed ล่าช้า not_started ยังไม่เริ่ม cancelled ยกเลิก not_reported ยังไม่มีรายงานผล ณ วันที่พิจารณาความก้าวหน้า (asOf ในคำอธิบายชุดข้อมูล)",
    "On the day on which progress is judged (asOf in the package); not_reported is not the same as nothing done",
);
pub const OUTCOMES: &[&str] = &[
    OutcomeStatus::Done.id(),
    OutcomeStatus::Ongoing.id(),
    OutcomeStatus::Planned.id(),
    OutcomeStatus::NotApplicable.id(),
];
pub const LINK_KIND: Field =
    Field::new("kind", Kind::OneOf(&["page", "file", "external"]), "ชนิดของลิงก์", "Kind of link").required().noted(
        "page หน้าในเว็บนี้ file แฟ้มในเว็บนี้ external เว็บอื่น",
        "A page of this site, a file of this site, or something elsewhere",
    );
pub const URL: Field = Field::new("url", Kind::Text, "ที่อยู่", "Address").required().noted(
    "ที่อยู่ในเว็บนี้เขียนต่อจากหน้าแรกของหน่วยงาน เช่น 2566/files/order.pdf",
    "Within this site it is written from the organisation's front page, such as 2566/files/order.pdf",
);
pub const BYTES: Field = Field::new("bytes", Kind::Integer, "ขนาดแฟ้ม (ไบต์)", "Size of the file in bytes");
pub const UPDATED: Field = Field::new("updated", Kind::Date, "วันที่ปรับปรุงล่าสุด", "Last updated");
pub const PAGE: Field = Field::new("page", Kind::Text, "หน้าเว็บ", "Page").noted(
    "ที่อยู่ต่อจากหน้าแรกของหน่วยงาน เช่น 2566/oit/o31.html",
    "Its address from the organisation's front page, such as 2566/oit/o31.html",
);

/// How many measures stand in one way: the six fields of a table that counts them.
const COUNTS: [(Field, Status); 6] = [
    (Field::new("done", Kind::Integer, "มาตรการที่เสร็จแล้ว", "Measures that are done").required(), Status::Done),
    (
        Field::new("in_progress", Kind::Integer, "มาตรการที่กำลังดำเนินการ", "Measures in progress").required(),
        Status::InProgress,
    ),
    (Field::new("delayed", Kind::Integer, "มาตรการที่ล่าช้า", "Measures that are delayed").required(), Status::Delayed),
    (
        Field::new("not_started", Kind::Integer, "มาตรการที่ยังไม่เริ่ม", "Measures that have not started").required(),
        Status::NotStarted,
    ),
    (
        Field::new("cancelled", Kind::Integer, "มาตรการที่ยกเลิก", "Measures that were given up").required(),
        Status::Cancelled,
    ),
    (
        Field::new("not_reported", Kind::Integer, "มาตรการที่ยังไม่มีรายงานผล", "Measures with no result reported")
            .required(),
        Status::NotReported,
    ),
];

/// How many of `measures` stand how, in the order of [`COUNTS`].
pub fn counts<'m>(measures: impl Iterator<Item = &'m Measure>) -> [usize; 6] {
    let mut counts = [0; 6];
    for measure in measures {
        for (count, (_, status)) in counts.iter_mut().zip(COUNTS) {
            *count += usize::from(measure.status == status);
        }
    }
    counts
}

/// The document that words something so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    Plan,
    Report,
}

impl From<Wording> for Value<'_> {
    fn from(wording: Wording) -> Self {
        Self::from(match wording {
            Wording::Plan => "plan",
            Wording::Report => "report",
        })
    }
}

/// An action of a measure, and which document words it so.
#[derive(Clone, Copy)]
pub struct Stated<'a> {
    pub year: u16,
    pub measure: &'a Measure,
    pub wording: Wording,
    pub plan: &'a Plan,
    pub action: &'a Action,
    /// Its place in the measure, from 1.
    pub number: usize,
}

/// Every action of a year: the plan's, and the report's where it words them otherwise.
pub fn stated(year: &Year) -> impl Iterator<Item = Stated<'_>> {
    let be = year.year.be();
    year.measures.iter().flat_map(move |measure| {
        let report = measure.own_report().map(|report| (Wording::Report, report));
        [(Wording::Plan, &measure.plan)].into_iter().chain(report).flat_map(move |(wording, plan)| {
            plan.actions.iter().enumerate().map(move |(at, action)| Stated {
                year: be,
                measure,
                wording,
                plan,
                action,
                number: at + 1,
            })
        })
    })
}

impl<'a> Stated<'a> {
    /// Who is responsible for it: itself, or as for its measure.
    pub fn units(&self) -> &'a [UnitId] {
        if self.action.units.is_empty() { &self.plan.units } else { &self.action.units }
    }

    /// How it stands: what the report words for itself is judged there, and not by the plan's words too.
    pub fn status(&self) -> Option<Status> {
        let judged = self.wording == Wording::Report || self.measure.own_report().is_none();
        judged.then_some(self.action.status)
    }

    /// When: itself, or as its measure.
    pub fn period(&self) -> Option<&'a Timing> {
        self.action.period.as_ref().or(self.measure.period.as_ref())
    }
}

/// The keys of units.
pub fn unit_ids<'a>(site: &'a Site, units: &[UnitId]) -> Value<'a> {
    Value::list(units.iter().map(|unit| &site.unit(*unit).id))
}

/// The names of units.
pub fn unit_names<'a>(site: &'a Site, units: &[UnitId]) -> Value<'a> {
    Value::list(units.iter().map(|unit| &site.unit(*unit).name))
}

/// A time as written.
pub fn written(timing: Option<&Timing>) -> Value<'_> {
    timing.map(|timing| &timing.text).into()
}

/// The first day of a time.
pub fn start(timing: Option<&Timing>) -> Value<'static> {
    timing.map(|timing| timing.span.first()).into()
}

/// The last day of a time.
pub fn end(timing: Option<&Timing>) -> Value<'static> {
    timing.map(|timing| timing.span.last()).into()
}

/// The address of a page within its site, as a link writes it; missing where there is no such page.
pub fn page(site: &Site, key: &PageKey) -> Value<'static> {
    site.map.find(key).map(|page| escape(page.address())).into()
}

/// The kind of a link, one of [`LINK_KIND`].
pub fn link_kind(target: &Target) -> Value<'static> {
    Value::from(match target {
        Target::Page(..) => "page",
        Target::File(..) => "file",
        Target::External(_) => "external",
    })
}

/// The address of a link: within the site from its front page.
pub fn url(target: &Target) -> Value<'_> {
    match target {
        Target::Page(page, None) => escape(page.address()).into(),
        Target::Page(page, Some(fragment)) => format!("{}#{}", escape(page.address()), escape(fragment)).into(),
        Target::File(path, _) => escape(path).into(),
        Target::External(url) => url.into(),
    }
}

/// The size of a file of the site.
pub fn bytes(target: &Target) -> Value<'static> {
    match target {
        Target::File(_, size) => Value::from(*size),
        Target::Page(..) | Target::External(_) => Value::Missing,
    }
}

/// The year whose result a year's plan answers.
pub fn analysed_year(year: &Year) -> u16 {
    year.assessment.as_ref().map_or(year.year.be() - 1, |one| one.analysed_year)
}

/// The level as published, or else the one that the scores give.
pub fn level(assessment: &Assessment) -> Option<&String> {
    assessment.level.as_ref().or_else(|| assessment.derived_level().map(|level| &level.name))
}

/// A row that tells how many measures stand how, in the order of [`COUNTS`].
pub trait Counted {
    /// The numbers.
    fn counts(&self) -> &[usize; 6];
}

/// The number of measures, and how many of them stand how.
pub fn count_columns<'a, R: Counted>() -> Vec<Column<'a, R>> {
    let [done, in_progress, delayed, not_started, cancelled, not_reported] = COUNTS.map(|(field, _)| field);
    vec![
        Column::new(
            Field::new("measures", Kind::Integer, "จำนวนมาตรการ", "Number of measures").required(),
            |row: &R| row.counts().iter().sum::<usize>().into(),
        ),
        Column::new(done, |row| row.counts()[0].into()),
        Column::new(in_progress, |row| row.counts()[1].into()),
        Column::new(delayed, |row| row.counts()[2].into()),
        Column::new(not_started, |row| row.counts()[3].into()),
        Column::new(cancelled, |row| row.counts()[4].into()),
        Column::new(not_reported, |row| row.counts()[5].into()),
    ]
}
