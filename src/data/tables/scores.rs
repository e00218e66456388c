//! The assessment that a year's plan answers: scores of every kind, points to improve, constraints.

use super::common::{ANALYSED_YEAR, FISCAL_YEAR, NUMBER, TEXT};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::framework::{Code, Indicator, Instrument, InstrumentInfo, OitItem, Question, QuestionKind};
use crate::model::{Assessment, Constraint, Year};

/// What a score is of.
enum Of<'a> {
    Overall,
    Instrument(&'a InstrumentInfo),
    Indicator(&'a Indicator),
    Question(Code, Option<&'a Question>),
    Item(Code, Option<&'a OitItem>),
}

const KINDS: &[&str] = &["overall", "instrument", "indicator", "question", "item"];

impl<'a> Of<'a> {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Instrument(_) => "instrument",
            Self::Indicator(_) => "indicator",
            Self::Question(..) => "question",
            Self::Item(..) => "item",
        }
    }

    fn code(&self) -> String {
        match self {
            Self::Overall => "overall".to_owned(),
            Self::Instrument(one) => one.code.name().to_owned(),
            Self::Indicator(one) => one.number.to_string(),
            Self::Question(code, _) | Self::Item(code, _) => code.to_string(),
        }
    }

    fn name(&self) -> Option<&'a str> {
        match self {
            Self::Overall => None,
            Self::Instrument(one) => Some(&one.name),
            Self::Indicator(one) => Some(&one.name),
            Self::Question(_, one) => one.and_then(|one| one.text.as_deref()),
            Self::Item(_, one) => one.map(|one| one.title.as_str()),
        }
    }

    fn name_is_certain(&self) -> Option<bool> {
        match self {
            Self::Overall => None,
            Self::Instrument(one) => Some(!one.certainty.is_doubtful()),
            Self::Indicator(one) => Some(!one.certainty.is_doubtful()),
            Self::Question(_, one) => one
                .filter(|one| one.text.is_some())
                .map(|one| one.kind == QuestionKind::Wording && !one.certainty.is_doubtful()),
            Self::Item(_, one) => one.map(|one| !one.certainty.is_doubtful()),
        }
    }

    const fn instrument(&self) -> Option<Instrument> {
        match self {
            Self::Overall => None,
            Self::Instrument(one) => Some(one.code),
            Self::Indicator(one) => Some(one.instrument),
            Self::Question(code, _) | Self::Item(code, _) => Some(code.instrument),
        }
    }

    fn indicator(&self) -> Option<u8> {
        match self {
            Self::Overall | Self::Instrument(_) => None,
            Self::Indicator(one) => Some(one.number),
            Self::Question(_, one) => one.map(|one| one.indicator),
            Self::Item(_, one) => one.map(|one| one.indicator),
        }
    }
}

struct Row<'a> {
    year: u16,
    assessment: &'a Assessment,
    of: Of<'a>,
    printed: Option<f64>,
    computed: Option<f64>,
}

impl<'a> Row<'a> {
    fn is_overall(&self) -> bool {
        matches!(self.of, Of::Overall)
    }

    fn level(&self) -> Option<&'a String> {
        self.assessment.level.as_ref().filter(|_| self.is_overall())
    }

    fn computed_levels(&self) -> Value<'a> {
        let levels = self.assessment.derived.levels.iter().filter(|_| self.is_overall());
        Value::list(levels.map(|level| &level.name))
    }
}

/// One row for each score that is known, printed or computed.
pub fn scores<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Row<'a>| row.year.into()),
        Column::new(ANALYSED_YEAR.required(), |row| row.assessment.analysed_year.into()),
        Column::new(
            Field::new("kind", Kind::OneOf(KINDS), "ชนิดของคะแนน", "Kind of score").required().noted(
                "overall คะแนนรวม instrument เครื่องมือ indicator ตัวชี้วัด question ข้อคำถาม item ข้อ OIT",
                "Overall, or of an instrument, an indicator, a question or an OIT item",
            ),
            |row| row.of.kind().into(),
        ),
        Column::new(
            Field::new("code", Kind::Text, "รหัส", "Code").required().noted(
                "เช่น overall, IIT, 1, i1, o10 เป็นรหัสของปีใน analysed_year",
                "Such as overall, IIT, 1, i1, o10; codes are of the year analysed_year",
            ),
            |row| row.of.code().into(),
        ),
        Column::new(Field::new("name", Kind::Text, "ชื่อ", "Name"), |row| row.of.name().into()),
        Column::new(
            Field::new("name_is_certain", Kind::Boolean, "ชื่อยืนยันแล้ว", "Name is certain").noted(
                "false คือยังไม่ได้เทียบกับคู่มือทางการ หรือทราบเพียงหัวข้อของข้อคำถาม",
                "false where it has not been held against the official handbook, or only the topic of a question is known",
            ),
            |row| row.of.name_is_certain().into(),
        ),
        Column::new(
            Field::new("instrument", Kind::OneOf(&["IIT", "EIT", "OIT"]), "เครื่องมือการประเมิน", "Instrument"),
            |row| row.of.instrument().map(Instrument::name).into(),
        ),
        Column::new(Field::new("indicator", Kind::Integer, "ตัวชี้วัด", "Indicator, 1 to 10"), |row| {
            row.of.indicator().into()
        }),
        Column::new(
            Field::new("printed", Kind::Score, "คะแนนที่ประกาศ", "Printed score")
                .noted("ตามเอกสารของหน่วยงาน 0 ถึง 100", "As it stands in the organisation's document, 0 to 100"),
            |row| row.printed.into(),
        ),
        Column::new(
            Field::new("computed", Kind::Score, "คะแนนที่คำนวณได้", "Computed score").noted(
                "คำนวณจากส่วนย่อย ปัดเป็นทศนิยม 2 ตำแหน่ง ว่างเมื่อส่วนย่อยไม่ครบ",
                "Worked out from its parts and rounded to two decimals; missing where a part is not known",
            ),
            |row| row.computed.into(),
        ),
        Column::new(
            Field::new("level", Kind::Text, "ระดับที่ประกาศ", "Printed level")
                .noted("เฉพาะคะแนนรวม", "Of the overall score only"),
            |row| row.level().into(),
        ),
        Column::new(
            Field::new("computed_levels", Kind::Names, "ระดับตามคะแนน", "Level by the scores").noted(
                "เฉพาะคะแนนรวม มีหลายค่าเมื่อข้อมูลไม่พอจะชี้ขาด",
                "Of the overall score only; several where what would decide between them is not known",
            ),
            Row::computed_levels,
        ),
    ];
    let be = year.year.be();
    let rows = year.assessment.iter().flat_map(move |assessment| {
        all(assessment).filter_map(move |(of, printed, computed)| {
            let level_alone = matches!(of, Of::Overall) && assessment.level.is_some();
            let known = printed.is_some() || computed.is_some() || level_alone;
            known.then_some(Row { year: be, assessment, of, printed, computed })
        })
    });
    Table::new(about, columns, rows)
}

type Score<'a> = (Of<'a>, Option<f64>, Option<f64>);

fn all(assessment: &Assessment) -> impl Iterator<Item = Score<'_>> {
    let (framework, derived) = (&assessment.framework, &assessment.derived);
    let overall = [(Of::Overall, assessment.overall, derived.overall)];
    let instruments = framework
        .instruments()
        .iter()
        .map(|one| (Of::Instrument(one), None, derived.instruments.get(&one.code).copied()));
    let indicators = framework.indicators().iter().map(|one| {
        let printed = assessment.indicators.get(&one.number).copied();
        (Of::Indicator(one), printed, derived.indicators.get(&one.number).copied())
    });
    let questions = assessment.questions.iter().map(|(code, score)| {
        let of = match code.instrument {
            Instrument::Oit => Of::Item(*code, framework.item(*code)),
            Instrument::Iit | Instrument::Eit => Of::Question(*code, framework.question(*code)),
        };
        (of, Some(*score), None)
    });
    overall.into_iter().chain(instruments).chain(indicators).chain(questions)
}

struct Point<'a> {
    year: u16,
    analysed_year: u16,
    indicator: u8,
    number: usize,
    text: &'a str,
}

/// One row for each point to improve.
pub fn points<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Point<'a>| row.year.into()),
        Column::new(ANALYSED_YEAR.required(), |row| row.analysed_year.into()),
        Column::new(
            Field::new("indicator", Kind::Integer, "ตัวชี้วัด", "Indicator, 1 to 10").required(),
            |row| row.indicator.into(),
        ),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(TEXT, |row| row.text.into()),
    ];
    let be = year.year.be();
    let rows = year.assessment.iter().flat_map(move |assessment| {
        assessment.points.iter().flat_map(move |(indicator, points)| {
            points.iter().enumerate().map(move |(at, text)| Point {
                year: be,
                analysed_year: assessment.analysed_year,
                indicator: *indicator,
                number: at + 1,
                text,
            })
        })
    });
    Table::new(about, columns, rows)
}

/// One row for each constraint.
pub fn constraints<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    type Row<'a> = (u16, usize, &'a Constraint);
    let columns = vec![
        Column::new(FISCAL_YEAR, |(year, ..): &Row<'a>| (*year).into()),
        Column::new(NUMBER, |(_, number, _)| (*number).into()),
        Column::new(Field::new("topic", Kind::Text, "ด้าน", "What it is about").required(), |(.., one)| {
            (&one.topic).into()
        }),
        Column::new(TEXT, |(.., one)| (&one.text).into()),
    ];
    let constraints = year.assessment.iter().flat_map(|one| &one.constraints).enumerate();
    Table::new(about, columns, constraints.map(|(at, one)| (year.year.be(), at + 1, one)))
}
