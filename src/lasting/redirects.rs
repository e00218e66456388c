//! Redirects that lead nowhere, in a circle or to another redirect, or that stand where something else does.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::model::{Destination, Nearby, Redirect, Site, taken, wanted_back};
use crate::outputs::FOR_PROGRAMS;
use std::collections::BTreeSet;

/// Checks the redirects of a site, at whose addresses `present` something stands.
pub(super) fn check(site: &Site, present: &BTreeSet<String>, problems: &mut Diagnostics) {
    if site.redirects.is_empty() {
        return;
    }
    let own = Own { site, present, folded: present.iter().map(|address| address.to_lowercase()).collect() };
    for redirect in &site.redirects {
        if let Some(address) = own.in_the_way(redirect) {
            problems.push(taken(&site.source, &redirect.old_place(), &address));
        }
        if let Destination::Inside(path) = &redirect.to {
            own.check_target(redirect, path, problems);
        }
    }
}

fn did_you_mean(near: &str) -> Message {
    Message::new(format!("หมายถึง `{near}` หรือไม่"), format!("did you mean `{near}`?"))
}

/// What there is on a site.
struct Own<'s> {
    site: &'s Site,
    present: &'s BTreeSet<String>,
    /// The same in lower case, since some hosts do not tell cases apart.
    folded: BTreeSet<String>,
}

impl Own<'_> {
    /// What stands where the page of a redirect has to: a file at its address, in place of one of its folders, or a folder
    /// in its own place.
    fn in_the_way(&self, redirect: &Redirect) -> Option<String> {
        let page = redirect.address.to_lowercase();
        let folders = page.match_indices('/').map(|(at, _)| &page[..at]);
        let for_programs = || {
            FOR_PROGRAMS.into_iter().find(|own| match own.strip_suffix('/') {
                Some(folder) => page == folder || page.starts_with(own),
                None => page == *own || page.starts_with(&format!("{own}/")),
            })
        };
        let others = self.site.redirects.iter().map(|other| other.address.to_lowercase());
        let mut others = others.filter(|other| *other != page);
        let below = format!("{page}/");
        folders
            .chain([page.as_str()])
            .find(|path| self.folded.contains(*path))
            .map(str::to_owned)
            .or_else(|| self.folded.range(below.clone()..).next().filter(|first| first.starts_with(&below)).cloned())
            .or_else(|| others.find(|other| other.starts_with(&below)))
            .or_else(|| for_programs().map(str::to_owned))
    }

    fn check_target(&self, redirect: &Redirect, path: &str, problems: &mut Diagnostics) {
        let source = &self.site.source;
        if let Some(next) = self.redirect_at(path) {
            let problem = match self.end(next) {
                Some(end) => source
                    .problem(
                        &rules::REDIRECT,
                        &redirect.new_place(),
                        Message::new(
                            format!("`{path}` เป็นที่อยู่เดิมที่พาต่อไปอีก"),
                            format!("`{path}` is an old address itself, which leads on"),
                        ),
                    )
                    .help(format!("ชี้ไปปลายทางเลย: {end}"), format!("let it lead to the end at once: {end}")),
                None => source
                    .problem(
                        &rules::REDIRECT,
                        &redirect.new_place(),
                        Message::new(
                            format!("`{path}` พาวนกลับมาที่เดิมไม่รู้จบ"),
                            format!("`{path}` leads in a circle and never arrives"),
                        ),
                    )
                    .help("ชี้ไปยังหน้าที่มีอยู่จริง", "let it lead to a page that is there"),
            };
            problems.push(problem);
        } else if !self.present.contains(path) {
            let message = Message::new(format!("ไม่มี `{path}` ในเว็บนี้"), format!("there is no `{path}` on this site"));
            let problem = source.problem(&rules::REDIRECT, &redirect.new_place(), message);
            let left_out = self.site.map.left_out(path).map(wanted_back);
            problems.push(match left_out.or_else(|| Some(did_you_mean(&self.meant(path)?))) {
                Some(help) => problem.help(help.th, help.en),
                None => problem.help(
                    "เขียนที่อยู่ของหน้าตามที่เบราว์เซอร์แสดง โดยตัดที่อยู่ของเว็บนี้ข้างหน้าออก เช่น 2566/index.html",
                    "write the address of a page as a browser shows it, without this site's own in front, such as 2566/index.html",
                ),
            });
        }
    }

    fn redirect_at(&self, path: &str) -> Option<&Redirect> {
        self.site.redirects.iter().find(|one| one.from == path || one.address == path)
    }

    /// Where a redirect leads in the end; nothing where it never arrives.
    fn end(&self, first: &Redirect) -> Option<String> {
        let mut here = first;
        // As many steps as there are redirects, and one is walked twice.
        for _ in &self.site.redirects {
            match &here.to {
                Destination::Outside(url) => return Some(url.clone()),
                Destination::Inside(path) => match self.redirect_at(path) {
                    Some(next) => here = next,
                    None => return Some(path.clone()),
                },
            }
        }
        None
    }

    /// The address that one which is not there was most likely meant to be.
    fn meant(&self, path: &str) -> Option<String> {
        let bare = path.strip_suffix(".md").unwrap_or(path);
        let with = [format!("{bare}.html"), format!("{bare}/index.html")];
        with.into_iter().find(|address| self.present.contains(address)).or_else(|| {
            let nearby = Nearby::of(self.present.iter().map(String::as_str));
            nearby.in_other_case(path).or_else(|| nearby.named_like(path)).map(str::to_owned)
        })
    }
}
