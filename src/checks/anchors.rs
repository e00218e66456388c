//! PS104: a link to a heading finds it.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::model::{PageKey, Prose, Site};
use crate::read::Source;
use std::collections::BTreeMap;

/// What every page has, whatever stands on it.
const ON_EVERY_PAGE: &str = "main";

/// Checks the bodies of a whole site.
pub fn check(site: &Site, problems: &mut Diagnostics) {
    let bodies: Vec<(PageKey, &Source, &Prose)> = site.bodies().collect();
    if bodies.iter().all(|(_, _, body)| body.anchors().is_empty()) {
        return;
    }
    let by_page: BTreeMap<&PageKey, &Prose> = bodies.iter().map(|(key, _, body)| (key, *body)).collect();
    for (_, source, body) in &bodies {
        for anchor in body.anchors() {
            let ids = by_page.get(anchor.page.key()).map(|body| body.ids()).unwrap_or_default();
            if anchor.id.is_empty() || anchor.id == ON_EVERY_PAGE || ids.contains(&anchor.id) {
                continue;
            }
            let message = Message::new(
                format!("หน้านั้นไม่มีหัวข้อ `#{}`", anchor.id),
                format!("that page has no heading `#{}`", anchor.id),
            );
            let problem =
                crate::diagnostic::Diagnostic::new(&rules::BROKEN_LINK, source.in_body(anchor.at.clone()), message);
            let list = ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ");
            problems.push(if list.is_empty() {
                problem
            } else {
                problem.help(format!("หัวข้อที่มีคือ {list}"), format!("its headings are {list}"))
            });
        }
    }
}
