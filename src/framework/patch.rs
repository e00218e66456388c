//! The framework file: the form in which a fiscal year is written, in the program and in a site's content.
//!
//! One form serves both. The program's own files describe whole years; a site's file says only what is to be
//! corrected or added. These types are what was written, unchecked; [`merge`](super::merge) makes sense of it.

use super::{AnswerScale, Basis, Code, Instrument, Polarity, QuestionKind};
use crate::value::{Many, Number, Text, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// ITA as it is in one fiscal year: a whole year, or what is to be corrected in one that the program knows.
///
/// Entries are found by their code or number. Fields that are given replace those of the entry, fields that
/// are left out stay as they are, and an entry that is not there yet is added.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "กรอบการประเมิน", extend("x-th" = "กรอบการประเมิน ITA ของปีงบประมาณหนึ่ง ทั้งปี หรือเฉพาะส่วนที่แก้ไขจากที่โปรแกรมมีอยู่"))]
pub struct FrameworkPatch {
    /// The fiscal year that is described or corrected.
    #[schemars(title = "ปีงบประมาณ", extend("x-th" = "ปีงบประมาณ (พ.ศ.) ที่อธิบายหรือแก้ไข"))]
    pub year: Whole,
    /// For a year that the program does not know yet: the year to start from. What is not said here is then
    /// taken over from it, and is held to be uncertain unless `certainty` says otherwise.
    #[schemars(title = "ปีที่ใช้เป็นแบบ", extend("x-th" = "ใช้กับปีที่โปรแกรมยังไม่รู้จัก: ปีที่ใช้เป็นจุดเริ่ม สิ่งที่ไม่ระบุในแฟ้มนี้นำมาจากปีนั้น และถือว่ายังไม่แน่นอน นอกจากจะระบุ certainty"))]
    pub like: Option<Whole>,
    /// How certain the entries of this file are, from 0 to 1, where they do not say so themselves; otherwise 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการในแฟ้มนี้ที่ไม่ได้ระบุเอง ตั้งแต่ 0 ถึง 1 ถ้าไม่ระบุ คือ 1"))]
    pub certainty: Option<Number>,
    /// What the entries of this file rest on, where they do not say so themselves; otherwise `site`.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการในแฟ้มนี้ที่ไม่ได้ระบุเอง ถ้าไม่ระบุ คือ site"))]
    pub basis: Many<Basis>,
    /// The instruments, IIT, EIT and OIT.
    #[serde(default)]
    #[schemars(title = "เครื่องมือการประเมิน", extend("x-th" = "เครื่องมือการประเมิน IIT, EIT และ OIT"))]
    pub instruments: Many<InstrumentPatch>,
    /// The indicators.
    #[serde(default)]
    #[schemars(title = "ตัวชี้วัด", extend("x-th" = "ตัวชี้วัดของปีนั้น"))]
    pub indicators: Many<IndicatorPatch>,
    /// The sub-indicators, each with its items.
    #[serde(default)]
    #[schemars(title = "ตัวชี้วัดย่อย", extend("x-th" = "ตัวชี้วัดย่อย พร้อมข้อ OIT ในแต่ละตัว"))]
    pub sub_indicators: Many<SubIndicatorPatch>,
    /// Items written without their sub-indicator, which is the short way to correct one.
    #[serde(default)]
    #[schemars(title = "ข้อ OIT", extend("x-th" = "ข้อ OIT ที่เขียนโดยไม่อยู่ใต้ตัวชี้วัดย่อย เป็นวิธีสั้นในการแก้ไขข้อเดียว"))]
    pub items: Many<ItemPatch>,
    /// The questions of IIT and EIT.
    #[serde(default)]
    #[schemars(title = "ข้อคำถาม", extend("x-th" = "ข้อคำถามของ IIT และ EIT"))]
    pub questions: Many<QuestionPatch>,
    /// The scale of levels.
    #[schemars(title = "ระดับผลการประเมิน", extend("x-th" = "เกณฑ์ระดับผลการประเมิน"))]
    pub levels: Option<LevelsPatch>,
    /// The issues that a plan of this year has to analyse.
    #[serde(default)]
    #[schemars(title = "ประเด็นการวิเคราะห์", extend("x-th" = "ประเด็นที่แผนของปีนั้นต้องวิเคราะห์"))]
    pub issues: Many<IssuePatch>,
    /// The items under which the plan and the report on it are published.
    #[schemars(title = "ข้อของมาตรการ", extend("x-th" = "ข้อ OIT ที่ใช้เผยแพร่แผนและรายงานผล"))]
    pub measure_items: Option<MeasureItemsPatch>,
}

/// An instrument.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentPatch {
    /// IIT, EIT or OIT.
    #[schemars(title = "รหัส", extend("x-th" = "IIT, EIT หรือ OIT"))]
    pub code: Instrument,
    /// Its Thai name. A new entry must have it.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อภาษาไทย รายการใหม่ต้องมี"))]
    pub name: Option<String>,
    /// Its English name.
    #[schemars(title = "ชื่อภาษาอังกฤษ", extend("x-th" = "ชื่อภาษาอังกฤษ"))]
    pub name_en: Option<String>,
    /// Its share of the overall score, such as 0.30; the three together make 1. A new entry must have it.
    #[schemars(title = "น้ำหนัก", extend("x-th" = "สัดส่วนในคะแนนรวม รวมกันทั้งสามเครื่องมือเป็น 1 รายการใหม่ต้องมี"))]
    pub weight: Option<Number>,
    /// Other Thai names that documents use for it.
    #[serde(default)]
    #[schemars(title = "ชื่ออื่น", extend("x-th" = "ชื่อภาษาไทยอื่นที่พบในเอกสาร"))]
    pub other_names: Many<String>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก"))]
    pub remove: bool,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorPatch {
    /// Its number, such as 9.
    #[schemars(title = "ตัวชี้วัดที่", extend("x-th" = "เลขของตัวชี้วัด"))]
    pub number: Whole,
    /// Its Thai name. A new entry must have it.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อภาษาไทย รายการใหม่ต้องมี"))]
    pub name: Option<String>,
    /// Its English name.
    #[schemars(title = "ชื่อภาษาอังกฤษ", extend("x-th" = "ชื่อภาษาอังกฤษ"))]
    pub name_en: Option<String>,
    /// Other Thai names that documents use for it.
    #[serde(default)]
    #[schemars(title = "ชื่ออื่น", extend("x-th" = "ชื่อภาษาไทยอื่นที่พบในเอกสาร"))]
    pub other_names: Many<String>,
    /// The instrument that measures it: IIT, EIT or OIT. A new entry must have it.
    #[schemars(title = "เครื่องมือการประเมิน", extend("x-th" = "เครื่องมือที่วัดตัวชี้วัดนี้ รายการใหม่ต้องมี"))]
    pub instrument: Option<Instrument>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก"))]
    pub remove: bool,
}

/// A sub-indicator.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubIndicatorPatch {
    /// Its number, such as 9.1.
    #[schemars(title = "ตัวชี้วัดย่อยที่", extend("x-th" = "เลขของตัวชี้วัดย่อย"))]
    pub number: Text,
    /// Its Thai title. A new entry must have it.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อภาษาไทย รายการใหม่ต้องมี"))]
    pub title: Option<String>,
    /// The items that stand under it. An item that stands elsewhere so far is moved here.
    #[serde(default)]
    #[schemars(title = "ข้อ OIT", extend("x-th" = "ข้อ OIT ในตัวชี้วัดย่อยนี้ ข้อที่เคยอยู่ที่อื่นจะย้ายมาที่นี่"))]
    pub items: Many<ItemPatch>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out, with the items that still stand under it.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก พร้อมข้อ OIT ที่ยังอยู่ในนั้น"))]
    pub remove: bool,
}

/// An item of the OIT list.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemPatch {
    /// Its code, such as o10.
    #[schemars(title = "รหัสข้อ", extend("x-th" = "รหัสข้อ OIT", "examples" = ["o10"]), with = "Code")]
    pub code: Text,
    /// Its Thai title, as in the handbook. A new entry must have it.
    #[schemars(title = "ชื่อข้อ", extend("x-th" = "ชื่อภาษาไทยตามคู่มือ รายการใหม่ต้องมี"))]
    pub title: Option<String>,
    /// The heading that it stands under in the list.
    #[schemars(title = "หมวด", extend("x-th" = "หัวข้อในรายการที่ข้อนี้อยู่"))]
    pub group: Option<String>,
    /// Other wordings of the title that documents use.
    #[serde(default)]
    #[schemars(title = "ถ้อยคำอื่น", extend("x-th" = "ถ้อยคำอื่นของชื่อข้อที่พบในเอกสาร"))]
    pub other_titles: Many<String>,
    /// The sub-indicator that it counts towards, such as 9.1, where it is not written under one. A new entry
    /// must have it.
    #[schemars(title = "ตัวชี้วัดย่อย", extend("x-th" = "ตัวชี้วัดย่อยของข้อนี้ เมื่อไม่ได้เขียนไว้ใต้ตัวชี้วัดย่อย รายการใหม่ต้องมี", "examples" = ["9.1"]))]
    pub sub_indicator: Option<Text>,
    /// A remark for the officer.
    #[schemars(title = "หมายเหตุ", extend("x-th" = "หมายเหตุสำหรับเจ้าหน้าที่"))]
    pub note: Option<String>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก"))]
    pub remove: bool,
}

/// A question of IIT or EIT.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionPatch {
    /// Its code, such as i1 or e15.
    #[schemars(title = "รหัสข้อ", extend("x-th" = "รหัสข้อคำถาม", "examples" = ["i1"]), with = "Code")]
    pub code: Text,
    /// The number of the indicator that it counts towards. A new entry must have it.
    #[schemars(title = "ตัวชี้วัด", extend("x-th" = "เลขของตัวชี้วัดที่ข้อนี้นับรวม รายการใหม่ต้องมี"))]
    pub indicator: Option<Whole>,
    /// Whether `text` is the wording or only the topic; otherwise `wording` where there is a text.
    #[schemars(title = "ชนิดของข้อความ", extend("x-th" = "text เป็นถ้อยคำของข้อคำถามหรือเพียงหัวข้อ ถ้าไม่ระบุและมี text ถือเป็น wording"))]
    pub kind: Option<QuestionKind>,
    /// The question, in Thai.
    #[schemars(title = "ข้อคำถาม", extend("x-th" = "ข้อคำถามภาษาไทย"))]
    pub text: Option<String>,
    /// Its sub-questions, in order.
    #[serde(default)]
    #[schemars(title = "ข้อย่อย", extend("x-th" = "ข้อคำถามย่อย เรียงตามลำดับ"))]
    pub parts: Many<String>,
    /// The answers that it allows.
    #[schemars(title = "ตัวเลือกคำตอบ", extend("x-th" = "ตัวเลือกคำตอบของข้อนี้"))]
    pub scale: Option<AnswerScale>,
    /// Whether a high answer is good or bad.
    #[schemars(title = "ทิศทาง", extend("x-th" = "คำตอบระดับสูงหมายถึงดีหรือไม่ดี"))]
    pub polarity: Option<Polarity>,
    /// A remark for the officer.
    #[schemars(title = "หมายเหตุ", extend("x-th" = "หมายเหตุสำหรับเจ้าหน้าที่"))]
    pub note: Option<String>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก"))]
    pub remove: bool,
}

/// The scale of levels.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelsPatch {
    /// A name for the scale.
    #[schemars(title = "ชื่อเกณฑ์", extend("x-th" = "ชื่อของเกณฑ์ระดับ"))]
    pub name: Option<String>,
    /// The overall score from which an assessment counts as passed.
    #[schemars(title = "คะแนนผ่าน", extend("x-th" = "คะแนนรวมขั้นต่ำที่ถือว่าผ่านการประเมิน"))]
    pub pass_mark: Option<Number>,
    /// Every level, from best to worst. The list is taken as a whole: it replaces the one that was there.
    #[serde(default)]
    #[schemars(title = "ระดับ", extend("x-th" = "ทุกระดับ เรียงจากดีที่สุดไปต่ำสุด ใช้แทนเกณฑ์เดิมทั้งชุด"))]
    pub scale: Many<LevelPatch>,
}

/// A level.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelPatch {
    /// Its name, as published.
    #[schemars(title = "ชื่อระดับ", extend("x-th" = "ชื่อระดับตามที่ประกาศ"))]
    pub name: String,
    /// Its English name.
    #[schemars(title = "ชื่อภาษาอังกฤษ", extend("x-th" = "ชื่อภาษาอังกฤษ"))]
    pub name_en: Option<String>,
    /// The least overall score; 0 for the last level.
    #[schemars(title = "คะแนนรวมขั้นต่ำ", extend("x-th" = "คะแนนรวมขั้นต่ำของระดับนี้ ระดับสุดท้ายคือ 0"))]
    pub overall_min: Number,
    /// The least score that every instrument must have too, where the level asks for it.
    #[schemars(title = "คะแนนรายเครื่องมือขั้นต่ำ", extend("x-th" = "คะแนนขั้นต่ำที่ทุกเครื่องมือต้องได้ เมื่อระดับนี้กำหนดไว้"))]
    pub instrument_min: Option<Number>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuePatch {
    /// Its number, 1 to 7.
    #[schemars(title = "ประเด็นที่", extend("x-th" = "ลำดับของประเด็น ตั้งแต่ 1 ถึง 7"))]
    pub number: Whole,
    /// Its Thai title. A new entry must have it.
    #[schemars(title = "ชื่อประเด็น", extend("x-th" = "ชื่อภาษาไทย รายการใหม่ต้องมี"))]
    pub title: Option<String>,
    /// The questions and items that speak to it.
    #[schemars(title = "ข้อที่เกี่ยวข้อง", extend("x-th" = "ข้อคำถามและข้อ OIT ที่เกี่ยวข้องกับประเด็นนี้"))]
    pub codes: Option<IssueCodesPatch>,
    /// How certain this entry is, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของรายการนี้ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    #[schemars(title = "ตัดออก", extend("x-th" = "true คือตัดรายการนี้ออก"))]
    pub remove: bool,
}

/// The questions and items that speak to an issue.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueCodesPatch {
    /// The fiscal year whose codes these are: the year that is analysed.
    #[schemars(title = "ปีของรหัสข้อ", extend("x-th" = "ปีงบประมาณ (พ.ศ.) ของรหัสข้อเหล่านี้ คือปีที่ประเมิน"))]
    pub of_year: Whole,
    /// The codes, such as i1, e11 and o12.
    #[schemars(title = "รหัสข้อ", extend("x-th" = "รหัสข้อคำถามและข้อ OIT", "examples" = [["i1", "e11", "o12"]]), with = "Many<Code>")]
    pub codes: Many<Text>,
    /// How certain it is that they belong to the issue, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนว่าข้อเหล่านี้เกี่ยวข้องกับประเด็น ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
}

/// The items under which measures are published.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureItemsPatch {
    /// The item that shows the analysis and the plan, such as o42. A new entry must have it.
    #[schemars(title = "ข้อของแผน", extend("x-th" = "ข้อ OIT ที่แสดงการวิเคราะห์และแผน รายการใหม่ต้องมี"), with = "Option<Code>")]
    pub plan: Option<Text>,
    /// The item that reports what was done, such as o43. A new entry must have it.
    #[schemars(title = "ข้อของรายงานผล", extend("x-th" = "ข้อ OIT ที่รายงานผลการดำเนินการ รายการใหม่ต้องมี"), with = "Option<Code>")]
    pub progress: Option<Text>,
    /// How certain the two are, from 0 to 1.
    #[schemars(title = "ความแน่นอน", extend("x-th" = "ความแน่นอนของทั้งสองข้อ ตั้งแต่ 0 ถึง 1"))]
    pub certainty: Option<Number>,
    /// What this rests on.
    #[serde(default)]
    #[schemars(title = "ที่มา", extend("x-th" = "ที่มาของรายการนี้"))]
    pub basis: Many<Basis>,
}
