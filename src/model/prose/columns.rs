//! The columns of a table, whose cells have classes where pulldown-cmark would write styles.

use pulldown_cmark::Alignment;

/// The columns of the table that is being read.
#[derive(Default)]
pub struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    is_head: bool,
}

impl Columns {
    /// Those of a table that begins.
    pub fn new(alignments: &[Alignment]) -> Self {
        Self { alignments: alignments.to_vec(), ..Self::default() }
    }

    /// The next row begins.
    pub fn row(&mut self, is_head: bool) {
        self.next = 0;
        self.is_head = is_head;
    }

    /// Opens the next cell of the row.
    pub fn open(&mut self) -> &'static str {
        let alignment = self.alignments.get(self.next).copied().unwrap_or(Alignment::None);
        self.next += 1;
        match (alignment, self.is_head) {
            (Alignment::None, true) => "<th>",
            (Alignment::None, false) => "<td>",
            (Alignment::Left, true) => r#"<th class="left">"#,
            (Alignment::Left, false) => r#"<td class="left">"#,
            (Alignment::Center, true) => r#"<th class="center">"#,
            (Alignment::Center, false) => r#"<td class="center">"#,
            (Alignment::Right, true) => r#"<th class="right">"#,
            (Alignment::Right, false) => r#"<td class="right">"#,
        }
    }

    /// Closes a cell of the row.
    pub fn close(&self) -> &'static str {
        if self.is_head { "</th>" } else { "</td>" }
    }
}
