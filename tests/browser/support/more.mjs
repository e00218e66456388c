// A small site with what the example content does not have: several years, a survey that is open, a logo, every form
// of Markdown, a plan that was reported in other words, and the words of the theme in English.

import { server as host } from './site.mjs';
import { build } from './small.mjs';

/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const SITE = `organisation:
  name: เทศบาลตำบลตัวอย่าง
  kind: เทศบาลตำบล
  district: เมือง
  province: นครราชสีมา
  logo: files/logo.png
  units: [{ id: clerk, name: สำนักปลัดเทศบาล }, { id: finance, name: กองคลัง }]
  contact: { address: ๑ ถนนหนึ่ง, phone: 0 4400 0000, email: saraban@example.go.th, website: 'https://www.example.go.th/', facebook: 'https://www.facebook.com/example', line: '@example' }
base_url: ${host.base}more/
language: en
digits: arabic
color: '#f7941d'
as_of: 2567-03-01
survey: { url: 'https://itas.nacc.go.th/go/eit/abc123', open: 1 ม.ค. 2567 - 30 มิ.ย. 2567 }
`;

const BODY = `# หัวข้อ

ย่อหน้า **หนา** *เอน* ~~ขีด~~ \`โค้ด\` [ลิงก์](../oit/o1.md) และ <https://www.example.go.th/>

> อ้าง

1. หนึ่ง
   - ก
   - [x] ทำแล้ว
2. สอง

| ก | ข |
|:-:|--:|
| ๑ | ๒ |

![ภาพ](../../files/logo.png)

---

\`\`\`
โค้ด
\`\`\`
`;

const measure = (number, more) => `---
title: มาตรการที่ ${number}
number: ${number}
instrument: ${['IIT', 'EIT', 'OIT'][number % 3]}
indicators: [${number}, 9]
units: [clerk, finance]
period: ม.ค. 2567 - ก.ย. 2567
oit: o${number}
questions: [i${number}]
parts: [ก, ข]
${more}---

${BODY}`;

const ACTIONS = `actions:
  - { text: ก, title: ชื่อ, period: ก.พ. 2567, steps: [หนึ่ง, สอง], results: [{ text: ข, date: 10 ก.พ. 2567, evidence: { title: คำสั่ง, url: files/a.txt } }, { text: ค, status: planned, date: มิ.ย. 2567 }] }
  - { text: ง, period: ต.ค. 2566 - ก.พ. 2567 }
follow_up: ทุกไตรมาส
suggestions: ไม่มี
`;
const REPORT = `report: { parts: [ค], actions: [{ text: จ, results: [{ text: ฉ, date: 2567-02-01 }] }], follow_up: [ทุกเดือน], suggestions: [เร่งรัด], units: [กองคลัง] }
`;

const assessment = (year, base) => `---
analysed_year: ${year}
overall: ${base + 5}.5
indicators: { ${Array.from({ length: 10 }, (_, at) => `${at + 1}: ${base + at}.25`).join(', ')} }
questions: { i1: 80, i2: 90, o1: 0 }
points_to_improve: { 9: [ข้อมูลพื้นฐาน, งบประมาณ] }
constraints: [{ topic: บุคลากร, text: ไม่พอ }]
signatory: { name: นายหนึ่ง, position: ปลัด, role: ผู้รายงาน }
---
`;

/** Its folder, and where its pages are on disk: see `build`. */
export const more = build('more', {
  'content/site.yaml': SITE,
  'content/files/logo.png': PIXEL,
  'content/pages/about.md': `---\ntitle: เกี่ยวกับ\n---\n\n${BODY.replaceAll('../oit', '../2567/oit').replaceAll('../../files', '../files')}`,
  'content/2566/assessment.md': assessment(2565, 85),
  'content/2566/measures/m1.md': measure(1, ACTIONS),
  'content/2567/assessment.md': assessment(2566, 75),
  'content/2567/issues/issue-1.md': '---\nissue: 1\nfindings: [{ instrument: IIT, questions: [i1, i2], remark: ปรับปรุง }]\n---\n\nข้อความ\n',
  'content/2567/oit/o1.md': "---\nlinks: [{ title: โครงสร้าง, url: 'https://www.example.go.th/a', note: ขั้นที่ 2 }, { title: แฟ้ม, url: files/a.txt }]\nupdated: 2567-02-01\nnote: ก\n---\n\nข้อความ\n",
  'content/2567/oit/o2.md': '---\nnot_applicable: ไม่มีสภา\n---\n',
  'content/2567/files/a.txt': 'ก',
  'content/2566/files/a.txt': 'ก',
  'content/2566/oit/o1.md': '---\nnote: ก\n---\n',
  'content/2567/measures/m1.md': measure(1, ACTIONS + REPORT),
  'content/2567/measures/m2.md': measure(2, 'actions: { text: ก, status: cancelled }\nupdated: 2567-01-01\n'),
  'content/2567/measures/m3.md': measure(3, ''),
  'content/2567/measures/m4.md': measure(4, ACTIONS),
});
