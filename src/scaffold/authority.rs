//! The kinds of local authority and the units that each mostly has, as a start that the officer mends.
//!
//! The names are those of the law on the parts of local authorities; which of them an authority really has, and under
//! which names it calls them besides, only the authority knows.

use crate::model::Unit;

/// A kind of local authority (องค์กรปกครองส่วนท้องถิ่น).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// เทศบาลนคร
    City,
    /// เทศบาลเมือง
    Town,
    /// เทศบาลตำบล
    Subdistrict,
    /// องค์การบริหารส่วนจังหวัด
    Provincial,
    /// องค์การบริหารส่วนตำบล
    Tambon,
}

/// A unit: its id, its name, and other names for it.
type Known = (&'static str, &'static str, &'static [&'static str]);

const MUNICIPAL_CLERK: Known = ("clerk", "สำนักปลัดเทศบาล", &["สำนักปลัด"]);
const FINANCE: Known = ("finance", "กองคลัง", &[]);
const WORKS: Known = ("works", "กองช่าง", &[]);
const EDUCATION: Known = ("education", "กองการศึกษา", &[]);
const EDUCATION_AND_CULTURE: Known = ("education", "กองการศึกษา ศาสนาและวัฒนธรรม", &["กองการศึกษา"]);
const HEALTH: Known = ("health", "กองสาธารณสุขและสิ่งแวดล้อม", &["กองสาธารณสุข"]);
const STRATEGY: Known = ("strategy", "กองยุทธศาสตร์และงบประมาณ", &[]);
const WELFARE: Known = ("welfare", "กองสวัสดิการสังคม", &[]);
const PERSONNEL: Known = ("personnel", "กองการเจ้าหน้าที่", &[]);
const AUDIT: Known = ("internal-audit", "หน่วยตรวจสอบภายใน", &[]);

impl Authority {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::City, Self::Town, Self::Subdistrict, Self::Provincial, Self::Tambon];

    /// What it is called, as `kind:` in `site.yaml` has it.
    #[must_use]
    pub const fn thai(self) -> &'static str {
        match self {
            Self::City => "เทศบาลนคร",
            Self::Town => "เทศบาลเมือง",
            Self::Subdistrict => "เทศบาลตำบล",
            Self::Provincial => "องค์การบริหารส่วนจังหวัด",
            Self::Tambon => "องค์การบริหารส่วนตำบล",
        }
    }

    /// What it is called in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::City => "city municipality",
            Self::Town => "town municipality",
            Self::Subdistrict => "subdistrict municipality",
            Self::Provincial => "provincial administrative organisation",
            Self::Tambon => "subdistrict administrative organisation",
        }
    }

    /// The usual short form, without its full stop: `อบต`.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::City => "ทน",
            Self::Town => "ทม",
            Self::Subdistrict => "ทต",
            Self::Provincial => "อบจ",
            Self::Tambon => "อบต",
        }
    }

    /// The kind that an authority's name begins with, in full or in short: `เทศบาลตำบลจันทวี`, `อบต. ดงกลาง`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim_start();
        Self::ALL
            .into_iter()
            .find(|kind| name.starts_with(kind.thai()) || name.starts_with(&format!("{}.", kind.short())))
    }

    /// The units that such an authority mostly has.
    #[must_use]
    pub fn units(self) -> Vec<Unit> {
        let known: &[Known] = match self {
            Self::City => &[
                MUNICIPAL_CLERK,
                ("finance", "สำนักคลัง", &[]),
                ("works", "สำนักช่าง", &[]),
                ("health", "สำนักสาธารณสุขและสิ่งแวดล้อม", &[]),
                ("education", "สำนักการศึกษา", &[]),
                STRATEGY,
                WELFARE,
                PERSONNEL,
                AUDIT,
            ],
            Self::Town => &[MUNICIPAL_CLERK, FINANCE, WORKS, HEALTH, EDUCATION, STRATEGY, WELFARE, PERSONNEL, AUDIT],
            Self::Subdistrict => &[MUNICIPAL_CLERK, FINANCE, WORKS, HEALTH, EDUCATION, AUDIT],
            Self::Provincial => &[
                ("clerk", "สำนักปลัดองค์การบริหารส่วนจังหวัด", &["สำนักปลัด"]),
                ("council-secretary", "สำนักงานเลขานุการองค์การบริหารส่วนจังหวัด", &["สำนักงานเลขานุการ"]),
                STRATEGY,
                FINANCE,
                ("works", "สำนักช่าง", &[]),
                ("health", "กองสาธารณสุข", &[]),
                EDUCATION_AND_CULTURE,
                ("supplies", "กองพัสดุและทรัพย์สิน", &[]),
                PERSONNEL,
                AUDIT,
            ],
            Self::Tambon => {
                &[("clerk", "สำนักปลัดองค์การบริหารส่วนตำบล", &["สำนักปลัด"]), FINANCE, WORKS, EDUCATION_AND_CULTURE, AUDIT]
            }
        };
        known.iter().map(|known| unit(*known)).collect()
    }
}

/// The units of an authority of which nobody said what it is.
pub fn usual_units() -> Vec<Unit> {
    [("clerk", "สำนักปลัด", &[] as &[_]), FINANCE].into_iter().map(unit).collect()
}

/// Units of these names, each with an id: that of a unit that mostly has the name, or else a number.
pub fn named_units(names: &[String]) -> Vec<Unit> {
    let known: Vec<Unit> = Authority::ALL.into_iter().flat_map(Authority::units).collect();
    let mut units: Vec<Unit> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        if units.iter().any(|unit| unit.is_called(name)) {
            continue;
        }
        let is_free = |id: &str| units.iter().all(|unit| unit.id != id);
        let usual = known.iter().find(|unit| unit.is_called(name) && is_free(&unit.id));
        let id = usual.map_or_else(|| format!("unit-{}", units.len() + 1), |unit| unit.id.clone());
        units.push(Unit { id, name: name.to_owned(), aliases: Vec::new() });
    }
    units
}

fn unit((id, name, aliases): Known) -> Unit {
    Unit { id: id.to_owned(), name: name.to_owned(), aliases: aliases.iter().map(|&alias| alias.to_owned()).collect() }
}
