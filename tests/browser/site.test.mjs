// All browser tests: one built site, one server, one browser, in one process.
//
//   PRONGSAI=/absolute/path/of/prongsai npm test

import { after } from 'node:test';
import { accessibility } from './accessibility.mjs';
import { display } from './display.mjs';
import { everyPage } from './every-page.mjs';
import { keyboard } from './keyboard.mjs';
import { audits } from './lighthouse.mjs';
import { links } from './links.mjs';
import { markup } from './markup.mjs';
import { openData } from './open-data.mjs';
import { paper } from './paper.mjs';
import { pictures } from './pictures.mjs';
import { policy } from './policy.mjs';
import { preview } from './preview.mjs';
import { reading } from './reading.mjs';
import { search } from './search.mjs';
import { launch } from './support/browser.mjs';
import { server } from './support/site.mjs';
import { survey } from './survey.mjs';
import { tables } from './tables.mjs';
import { weight } from './weight.mjs';
import { workflows } from './workflows.mjs';

const browser = await launch();
after(async () => {
  await browser.close();
  server.close();
});

workflows();
markup();
everyPage(browser);
links(browser);
reading(browser);
keyboard(browser);
accessibility(browser);
display(browser);
openData(browser);
paper(browser);
tables(browser);
pictures(browser);
search(browser);
survey(browser);
policy(browser);
preview(browser);
weight(browser);
audits();
