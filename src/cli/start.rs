//! The part of the command line that makes new files: `prongsai init` and `prongsai new`.

use crate::scaffold::Authority;
use crate::thai::calendar::FiscalYear;
use clap::builder::PossibleValue;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// `prongsai init`
///
/// What is not given is asked for, where there is somebody to ask.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// โฟลเดอร์ของเว็บไซต์ใหม่ (the folder of the new site)
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// ชื่อเต็มของหน่วยงาน (the authority's full name)
    #[arg(long, value_parser = one_line)]
    pub name: Option<String>,
    /// ประเภทของหน่วยงาน (what it is) [default: as its name begins]
    #[arg(long, value_enum)]
    pub kind: Option<Authority>,
    /// อำเภอ (the district)
    #[arg(long, value_parser = one_line)]
    pub district: Option<String>,
    /// จังหวัด (the province)
    #[arg(long, value_parser = one_line)]
    pub province: Option<String>,
    /// ปีงบประมาณแรก พ.ศ. (the first fiscal year, Buddhist Era) [default: this one]
    #[arg(long, value_parser = fiscal_year)]
    pub year: Option<FiscalYear>,
    /// ส่วนราชการ ระบุซ้ำได้ (a unit; can be given again) [default: those that such an authority mostly has]
    #[arg(long = "unit", value_name = "NAME", value_parser = one_line)]
    pub units: Vec<String>,
    /// คงแฟ้มที่มีอยู่ไว้ และสร้างเฉพาะแฟ้มที่ยังไม่มี (keep files that are there, and make the others)
    #[arg(long)]
    pub keep: bool,
}

/// `prongsai new`
#[derive(Debug, Args)]
pub struct NewArgs {
    /// What to add
    #[command(subcommand)]
    pub command: NewCommand,
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(long, global = true, default_value = ".")]
    pub dir: PathBuf,
    /// โฟลเดอร์ของหน่วยงานใน content เมื่อมีหลายหน่วยงาน (the organisation's folder in content, where there are several)
    #[arg(long, global = true, value_name = "FOLDER")]
    pub site: Option<String>,
}

/// What to add to a site.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// ปีงบประมาณใหม่ จากปีก่อนหน้าที่ใหม่ที่สุด ไม่แตะต้องแฟ้มของปีเดิม (a fiscal year, from the newest one before it, which
    /// stays as it is)
    Year {
        /// ปี พ.ศ. เช่น 2568 (the year, Buddhist Era)
        #[arg(value_parser = fiscal_year)]
        year: FiscalYear,
        /// ยกมาทุกมาตรการ รวมที่เสร็จหรือยกเลิกแล้ว (carry every measure on, those that are done or were given up too)
        #[arg(long)]
        all: bool,
    },
    /// มาตรการใหม่ (a measure)
    Measure(NewMeasureArgs),
    /// หน้าทั่วไป (an ordinary page)
    Page {
        /// ชื่อหน้า (its title)
        #[arg(value_parser = one_line)]
        title: String,
        /// ชื่อแฟ้มและที่อยู่ของหน้า เช่น contact (its file's name and its address) [default: the title's English words]
        #[arg(long)]
        slug: Option<String>,
    },
}

/// `prongsai new measure`
#[derive(Debug, Args)]
pub struct NewMeasureArgs {
    /// ชื่อมาตรการหรือแนวทาง (what it is called in the plan)
    #[arg(value_parser = one_line)]
    pub title: String,
    /// ปีงบประมาณ พ.ศ. (the fiscal year) [default: the newest]
    #[arg(long, value_parser = fiscal_year)]
    pub year: Option<FiscalYear>,
    /// ชื่อแฟ้มและที่อยู่ของหน้า เช่น no-gift-policy (its file's name and its address) [default: the title's English words]
    #[arg(long)]
    pub slug: Option<String>,
    /// เลขตัวชี้วัด ระบุซ้ำได้ (an indicator's number; can be given again)
    #[arg(long = "indicator", value_name = "NUMBER")]
    pub indicators: Vec<u8>,
    /// รหัสข้อ OIT ระบุซ้ำได้ (the code of an OIT item; can be given again)
    #[arg(long, value_name = "CODE")]
    pub oit: Vec<String>,
    /// ส่วนราชการที่รับผิดชอบ ระบุซ้ำได้ (a unit that is responsible; can be given again)
    #[arg(long = "unit", value_name = "NAME")]
    pub units: Vec<String>,
}

impl ValueEnum for Authority {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.thai()).alias(self.short()).help(self.english()))
    }
}

/// A text that stands on one line; spaces around it are nobody's intention.
pub(crate) fn one_line(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        Err("ว่างเปล่า (it is empty)".to_owned())
    } else if text.chars().any(char::is_control) {
        Err("ต้องเป็นข้อความบรรทัดเดียว (it must be on one line)".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

/// A fiscal year of which there may be an assessment.
pub(crate) fn fiscal_year(text: &str) -> Result<FiscalYear, String> {
    FiscalYear::parse(text)
        .map_err(|_| "เขียนเป็นปี พ.ศ. สี่หลัก เช่น 2568 (write a year of the Buddhist Era, such as 2568)".to_owned())
}
