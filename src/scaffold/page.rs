//! The text of an ordinary page that somebody is about to write.

use super::yaml::scalar;

/// The file of a new page.
#[must_use]
pub fn page(title: &str) -> String {
    format!(
        "---\n\
         # เนื้อหาของหน้าเขียนใต้บรรทัด --- บรรทัดถัดไป ใช้ ## นำหน้าหัวข้อ และ - นำหน้ารายการ\n\
         title: {}\n\
         order:                # ลำดับในเมนู เช่น 3\n\
         updated:              # วันที่ปรับปรุง\n\
         ---\n",
        scalar(title)
    )
}
