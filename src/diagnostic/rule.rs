//! The rules that a site is held to: one table of every code that the program can print.
//!
//! A code is published and does not change its meaning. Its first digit says what it is about: 0 reading, 1 linking,
//! 2 what is said, 3 theme and output, 4 links and evidence, 5 completeness, 6 personal data, 7 language.
//! What each is about, with examples, is told by the handbook of rules.

use super::{Language, Message};

/// How bad a broken rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be published.
    Error,
    /// The site is published, but something is wrong.
    Warning,
    /// Nothing is wrong, but more is expected.
    Advice,
}

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// Its name in machine-readable output and in `site.yaml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    /// Its name for a person.
    #[must_use]
    pub const fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Error, Language::Thai) => "ผิดพลาด",
            (Self::Warning, Language::Thai) => "คำเตือน",
            (Self::Advice, Language::Thai) => "ข้อแนะนำ",
            (_, Language::English) => self.name(),
        }
    }
}

/// A rule with its stable code.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `PS` and three digits.
    pub code: &'static str,
    /// How bad it is to break it, unless a site says otherwise.
    pub severity: Severity,
    /// Whether a site may say otherwise: not where nothing could be published then.
    pub fixed: bool,
    /// What it is about in a few words: Thai, English.
    title: [&'static str; 2],
}

impl Rule {
    /// What it is about in a few words.
    #[must_use]
    pub const fn title(&self, language: Language) -> &'static str {
        match language {
            Language::Thai => self.title[0],
            Language::English => self.title[1],
        }
    }

    /// The same in both languages.
    #[must_use]
    pub fn titles(&self) -> Message {
        Message::new(self.title[0], self.title[1])
    }
}

/// Every rule by name.
pub mod rules {
    use super::{
        Rule,
        Severity::{Advice, Error, Warning},
    };

    macro_rules! rules {
        ($($name:ident = $code:literal $severity:ident $($fixed:ident)?, $en:literal, $th:literal;)*) => {
            $(
                #[doc = $en]
                pub static $name: Rule = Rule {
                    code: $code,
                    severity: $severity,
                    fixed: rules!(@fixed $($fixed)?),
                    title: [$th, $en],
                };
            )*

            /// All of them, in the order of their codes.
            pub static ALL: &[&Rule] = &[$(&$name),*];
        };
        (@fixed fixed) => { true };
        (@fixed) => { false };
    }

    rules! {
        NO_CONTENT = "PS001" Error fixed, "there is no content to read", "ไม่มีเนื้อหาให้อ่าน";
        UNREADABLE = "PS002" Error fixed, "a file or folder cannot be read", "อ่านแฟ้มหรือโฟลเดอร์ไม่ได้";
        NOT_UTF8 = "PS003" Error fixed, "a record is not UTF-8", "ระเบียนไม่ได้บันทึกแบบ UTF-8";
        TOO_LARGE = "PS004" Error fixed, "a file is larger than any record", "แฟ้มใหญ่เกินกว่าจะเป็นระเบียน";
        FRONT_MATTER = "PS005" Error fixed, "a record has no front matter, or it does not end", "ไม่มีช่องข้อมูลหัวแฟ้ม หรือไม่มีบรรทัดปิด";
        YAML_SYNTAX = "PS006" Error fixed, "the YAML cannot be read", "อ่าน YAML ไม่ได้";
        YAML_TOO_DEEP = "PS007" Error fixed, "the YAML is nested deeper than any record, or uses aliases", "YAML ซ้อนลึกเกินไป หรือใช้ชื่อแทน (alias)";
        STRAY_FILE = "PS008" Warning, "a file has no place in the format", "แฟ้มไม่ได้อยู่ในตำแหน่งที่กำหนด";
        NOT_A_FILE = "PS009" Warning, "a link or device in the content is not published", "ลิงก์หรืออุปกรณ์ในเนื้อหาไม่ถูกเผยแพร่";
        UNKNOWN_FIELD = "PS010" Error, "a field that the format does not have", "ช่องที่รูปแบบข้อมูลไม่มี";
        MISSING_FIELD = "PS011" Error, "a field that must be there is not", "ขาดช่องที่ต้องมี";
        WRONG_TYPE = "PS012" Error, "a value of the wrong kind", "ค่าผิดชนิด";
        DUPLICATE_FIELD = "PS013" Error, "a field is written twice", "ช่องซ้ำ";
        WRONG_VALUE = "PS014" Error, "a value out of its range or list", "ค่าอยู่นอกช่วงหรือรายการที่กำหนด";
        FILE_NAME = "PS015" Error, "a file name that a web host cannot carry", "ชื่อแฟ้มที่โฮสต์เว็บรับไม่ได้";
        RULE_SETTING = "PS016" Warning, "a setting of a rule that changes nothing", "การตั้งค่าข้อตรวจที่ไม่มีผล";
        CASE_COLLISION = "PS017" Error, "two files differ in capital letters alone", "ชื่อแฟ้มต่างกันแค่ตัวพิมพ์เล็กใหญ่";

        DATE = "PS101" Error, "a date or period that cannot be read", "อ่านวันที่หรือช่วงเวลาไม่ได้";
        CODE = "PS102" Error, "a code that cannot be read, or that its year does not have", "รหัสที่อ่านไม่ได้ หรือปีนั้นไม่มี";
        UNKNOWN_UNIT = "PS103" Error, "a unit that site.yaml does not name", "หน่วยงานที่ไม่มีใน site.yaml";
        BROKEN_LINK = "PS104" Error, "a link to a page, heading or file that is not there", "ลิงก์ไปยังหน้า หัวข้อ หรือแฟ้มที่ไม่มี";
        UNSAFE_LINK = "PS105" Warning, "a link that a public page must not carry", "ลิงก์ที่หน้าเว็บสาธารณะไม่ควรมี";
        RAW_HTML = "PS106" Warning, "HTML in a body, which is not published", "โค้ด HTML ในเนื้อหา ซึ่งไม่ถูกเผยแพร่";
        SAME_ADDRESS = "PS107" Error fixed, "two records claim one address", "ระเบียนสองแฟ้มใช้ที่อยู่เดียวกัน";
        BAD_ADDRESS = "PS108" Error fixed, "an address that is not usable in a link", "ชื่อที่ใช้เป็นที่อยู่ไม่ได้";
        NO_FRAMEWORK = "PS109" Error fixed, "no framework is known for a fiscal year", "ไม่มีกรอบการประเมินของปีงบประมาณนั้น";
        FRAMEWORK_ENTRY = "PS110" Error fixed, "a correction of the framework that does not fit it", "การแก้กรอบการประเมินที่ไม่เข้ากับกรอบ";
        YEAR_MISMATCH = "PS111" Error fixed, "a record's name says another year than its field", "ปีในชื่อแฟ้มไม่ตรงกับปีในแฟ้ม";
        LETTER_CASE = "PS112" Error, "a link differs from its file in capital letters", "ลิงก์ต่างจากชื่อแฟ้มที่ตัวพิมพ์เล็กใหญ่";
        REMOTE_IMAGE = "PS113" Warning, "an image from another site is not shown", "ภาพจากเว็บอื่นไม่ถูกแสดง";
        REDIRECT = "PS114" Error fixed, "a redirect that cannot work", "ที่อยู่เดิมที่พาไปที่ใหม่ไม่ได้";

        OVERALL_SCORE = "PS201" Warning, "the overall score is not what its parts give", "คะแนนรวมไม่ตรงกับคะแนนย่อย";
        LEVEL = "PS202" Warning, "the level is not what the scores give", "ระดับไม่ตรงกับคะแนน";
        INDICATOR_SCORE = "PS203" Warning, "an indicator's score is not what its questions give", "คะแนนตัวชี้วัดไม่ตรงกับคะแนนข้อคำถาม";
        ANALYSED_YEAR = "PS204" Warning, "the analysed year is not before the year of the measures", "ปีที่วิเคราะห์ไม่มาก่อนปีที่ดำเนินการ";
        OUTSIDE_YEAR = "PS205" Warning, "a result or period lies outside its fiscal year", "ผลหรือช่วงเวลาอยู่นอกปีงบประมาณ";
        SAME_NUMBER = "PS206" Warning, "two measures have one number", "มาตรการสองข้อใช้ลำดับเดียวกัน";
        UNDATED_RESULT = "PS207" Warning, "a result names a day in its text, but has no date", "ผลบอกวันที่ในข้อความ แต่ไม่มีช่องวันที่";
        HIDDEN_RESULTS = "PS208" Warning, "results that the progress report leaves out", "ผลที่ไม่อยู่ในรายงานผล";
        FUTURE_RESULT = "PS209" Warning, "a result is said to be done, but its date is still to come", "ผลที่ระบุว่าเสร็จแล้ว แต่วันที่ยังมาไม่ถึง";
        STATUS = "PS210" Warning, "a status that the results contradict", "สถานะขัดกับผลการดำเนินการ";
        NOTHING_REPORTED = "PS211" Warning, "a period has ended and nothing is reported", "พ้นกำหนดแล้วยังไม่รายงานผล";
        OTHER_YEAR = "PS212" Warning, "a text speaks of another fiscal year", "ข้อความพูดถึงปีงบประมาณอื่น";
        OTHER_YEARS_LIST = "PS213" Warning, "an item is filled in by another year's list", "ข้อ OIT กรอกตามรายการของปีอื่น";
        OTHER_INSTRUMENT = "PS214" Warning, "questions or indicators of another instrument", "ข้อคำถามหรือตัวชี้วัดของเครื่องมืออื่น";
        SAME_RESULT_TWICE = "PS215" Warning, "two years give one result differently", "สองปีให้ผลประเมินปีเดียวกันต่างกัน";

        NO_THEME = "PS301" Error fixed, "a theme that is not there", "ไม่มีธีมนั้น";
        THEME = "PS302" Error fixed, "a template or word list of a theme cannot be used", "แม่แบบหรือคำของธีมใช้ไม่ได้";
        OUTPUT = "PS303" Error fixed, "the output folder cannot be written", "เขียนโฟลเดอร์ของเว็บไม่ได้";
        BUILT_LINK = "PS304" Error, "a built page has a link that leads nowhere", "หน้าที่สร้างแล้วมีลิงก์เสีย";
        FOREIGN_FILES = "PS305" Warning, "files in the output folder that the program did not make", "โฟลเดอร์ของเว็บมีแฟ้มที่โปรแกรมไม่ได้สร้าง";
        FOREIGN_IN_THE_WAY = "PS306" Error fixed, "a file that the program did not make stands where the site needs one", "แฟ้มอื่นอยู่ในที่ที่เว็บต้องใช้";
        NEWER_THEME = "PS307" Error fixed, "a theme that was written for a newer program", "ธีมที่เขียนไว้สำหรับโปรแกรมรุ่นใหม่กว่า";
        UNUSED_IN_THEME = "PS308" Advice, "a file or word of a theme that nothing uses", "แฟ้มหรือคำในธีมที่ไม่มีสิ่งใดใช้";

        LARGE_FILE = "PS401" Warning, "a file is larger than 20 MB", "แฟ้มใหญ่เกิน 20 MB";
        HOME_PAGE_LINK = "PS402" Warning, "an item is linked to a home page or menu", "ข้อ OIT ลิงก์ไปหน้าแรกหรือเมนู";
        UNSTABLE_HOST = "PS403" Warning, "a link to a file-sharing service", "ลิงก์ไปบริการฝากแฟ้ม";
        TEST_HOST = "PS404" Warning, "a link to a test or private host", "ลิงก์ไปเครื่องทดสอบหรือเครื่องภายใน";
        DEAD_LINK = "PS405" Warning, "a link to another site does not open", "ลิงก์ไปเว็บอื่นเปิดไม่ได้";
        SOFT_404 = "PS406" Warning, "a link to another site leads to its home page or an error page", "ลิงก์ไปเว็บอื่นถูกพาไปหน้าแรกหรือหน้าแจ้งข้อผิดพลาด";
        SCANNED_PDF = "PS407" Warning, "a PDF with pages that have no text", "PDF ที่มีหน้าซึ่งไม่มีข้อความ";
        UNREADABLE_EVIDENCE = "PS408" Warning, "an evidence file that cannot be looked into", "แฟ้มหลักฐานที่เปิดอ่านไม่ได้";
        UNSURE_LINK = "PS409" Advice, "a link of which a program cannot tell whether it opens", "ลิงก์ที่โปรแกรมบอกไม่ได้ว่าเปิดได้หรือไม่";
        OFFLINE = "PS410" Warning, "other sites cannot be reached", "ติดต่อเว็บอื่นไม่ได้";
        LINK_RECORD = "PS411" Warning, "the record of links to other sites cannot be read or written", "อ่านหรือเขียนบันทึกการเปิดลิงก์ไม่ได้";
        ACTIVE_FILE = "PS412" Error, "a file that a web host or a browser would run", "แฟ้มที่โฮสต์หรือเบราว์เซอร์จะสั่งให้ทำงาน";
        VANISHED_ADDRESS = "PS413" Warning, "an address that was published leads nowhere now", "ที่อยู่ที่เคยเผยแพร่หายไป";
        ADDRESS_RECORD = "PS414" Warning, "the list of published addresses cannot be read or written", "อ่านหรือเขียนรายการที่อยู่ที่เคยเผยแพร่ไม่ได้";

        ITEM_WITHOUT_LINK = "PS501" Advice, "OIT items with no link yet", "ข้อ OIT ที่ยังไม่มีลิงก์";
        NO_UNIT = "PS502" Warning, "a measure that no unit is responsible for", "มาตรการไม่มีหน่วยงานรับผิดชอบ";
        NO_RESULT = "PS503" Advice, "a measure with no result yet", "มาตรการที่ยังไม่มีผลการดำเนินการ";
        NO_EVIDENCE = "PS504" Advice, "results with no evidence", "ผลการดำเนินการที่ไม่มีหลักฐาน";
        NO_ALT_TEXT = "PS505" Warning, "an image with no alternative text", "ภาพไม่มีข้อความแทนภาพ";

        ID_NUMBER = "PS601" Error, "an ID number of a person", "เลขประจำตัวประชาชน";
        BANK_ACCOUNT = "PS602" Warning, "a bank account number", "เลขที่บัญชีธนาคาร";
        PRIVATE_PHONE = "PS603" Warning, "a mobile phone number", "หมายเลขโทรศัพท์เคลื่อนที่";
        HOME_ADDRESS = "PS604" Warning, "a person's home address", "ที่อยู่บ้านของบุคคล";

        MISSPELLING = "PS701" Warning, "a misspelt word", "คำสะกดผิด";
        DOUBLED_WORD = "PS702" Warning, "a word written twice", "คำซ้ำ";
        LETTER_SPACED = "PS703" Warning, "Thai written with spaces between the letters", "ตัวอักษรไทยที่เว้นวรรคทุกตัว";
        BROKEN_VOWEL = "PS704" Warning, "vowels or tone marks that are put together wrongly", "สระหรือวรรณยุกต์ที่พิมพ์ผิดรูป";
    }
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(rules::ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
