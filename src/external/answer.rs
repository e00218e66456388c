//! What came of opening an address.

use crate::diagnostic::Message;
use serde::{Deserialize, Serialize};
use url::Url;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It opens.
    Opened,
    /// A front page or an error page came in its place.
    Replaced,
    /// The host says that it has no such thing: 404 or 410.
    NotFound,
    /// The host failed: 5xx.
    ServerError,
    /// No host has that name.
    NoSuchHost,
    /// The host is there, and takes no connection.
    Refused,
    /// No connection to the host comes about.
    Silent,
    /// There is no way out of this machine.
    Unreachable,
    /// The host took the request, and nothing came in time.
    Timeout,
    /// The connection broke, or what came is not HTTP.
    Broken,
    /// The host wants fewer requests: 429, or 503 with a time at which to come back.
    Busy,
    /// One has to log in.
    Login,
    /// The host does not serve programs, or wants something else of them: 403 and the other 4xx.
    Denied,
    /// No secure connection: the certificate is not valid, or the ways of encryption do not meet.
    Insecure,
    /// Redirects that do not end, or that lead to nothing that can be opened.
    Astray,
}

/// How an address stands, in the order in which a person should look at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It does not open.
    Dead,
    /// Something else came in its place.
    Replaced,
    /// A program cannot tell; a browser may open it.
    Unsure,
    /// It opens.
    Opened,
}

impl Standing {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Dead, Self::Replaced, Self::Unsure, Self::Opened];
}

impl Outcome {
    /// How an address with this outcome stands.
    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::Opened => Standing::Opened,
            Self::Replaced => Standing::Replaced,
            Self::NotFound
            | Self::ServerError
            | Self::NoSuchHost
            | Self::Refused
            | Self::Silent
            | Self::Unreachable
            | Self::Timeout
            | Self::Broken => Standing::Dead,
            Self::Busy | Self::Login | Self::Denied | Self::Insecure | Self::Astray => Standing::Unsure,
        }
    }

    /// Whether it may be otherwise a moment later.
    pub(super) fn may_pass(self) -> bool {
        self.standing() == Standing::Dead && self != Self::NotFound || self == Self::Busy
    }

    /// Whether it tells of the host rather than of the address: no connection came about.
    pub(super) fn is_of_host(self) -> bool {
        matches!(self, Self::NoSuchHost | Self::Refused | Self::Silent | Self::Unreachable)
    }

    /// What happened, in words that need no knowledge of the web, with the host's status code where that is an error.
    #[must_use]
    pub fn words(self, status: Option<u16>) -> Message {
        let (th, en) = match self {
            Self::Opened => ("เปิดได้", "opens"),
            Self::Replaced => ("พาไปหน้าอื่น ไม่ใช่ข้อมูลที่ระบุ", "leads to another page than it names"),
            Self::NotFound => ("ไม่พบหน้าหรือแฟ้มนี้", "no such page or file"),
            Self::ServerError => ("เว็บไซต์ปลายทางขัดข้อง", "the site failed to answer properly"),
            Self::NoSuchHost => ("ไม่มีชื่อเว็บไซต์นี้ในระบบ (DNS)", "no site has that name (DNS)"),
            Self::Refused => ("เว็บไซต์ปลายทางไม่รับการเชื่อมต่อ", "the site refuses connections"),
            Self::Silent => ("ติดต่อเว็บไซต์ปลายทางไม่ได้", "the site does not answer"),
            Self::Unreachable => ("ไปไม่ถึงเว็บไซต์ปลายทาง", "there is no way to the site"),
            Self::Timeout => ("หมดเวลารอ เว็บไซต์ปลายทางไม่ตอบ", "the site did not answer in time"),
            Self::Broken => ("การเชื่อมต่อขาด หรือคำตอบอ่านไม่ได้", "the connection broke, or the answer cannot be read"),
            Self::Busy => ("เว็บไซต์ปลายทางขอให้มาใหม่ภายหลัง", "the site asks to come back later"),
            Self::Login => ("ต้องเข้าสู่ระบบ", "one has to log in"),
            Self::Denied => ("เว็บไซต์ปลายทางไม่ยอมให้โปรแกรมเปิด", "the site does not let a program open it"),
            Self::Insecure => (
                "เชื่อมต่ออย่างปลอดภัยไม่ได้ เช่น ใบรับรองหมดอายุหรือไม่ตรงกับชื่อเว็บไซต์",
                "no secure connection; the certificate may have expired or be another site's",
            ),
            Self::Astray => ("ส่งต่อวนไม่จบ หรือไปยังที่ที่เปิดไม่ได้", "redirects that do not end, or lead nowhere"),
        };
        match status.filter(|status| *status >= 400 && self != Self::Opened) {
            Some(status) => Message::new(format!("{status} {th}"), format!("{status}, {en}")),
            None => Message::new(th, en),
        }
    }
}

/// What came of opening an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What happened.
    pub outcome: Outcome,
    /// The last status code, if the host said one.
    pub status: Option<u16>,
    /// Where redirects led, if anywhere else.
    pub landed: Option<Url>,
    /// Whether the address has moved for good: every redirect on the way said so.
    pub moved: bool,
}

impl Answer {
    /// An answer from where the address itself says.
    pub(super) fn failed(outcome: Outcome, status: Option<u16>) -> Self {
        Self { outcome, status, landed: None, moved: false }
    }
}
