// The search page: what is typed and chosen, the pages that are found, and the place of each hit. Its state stands in the
// address. The words, in the language of the page, stand on the form.
(() => {
  'use strict';

  const { fold, places, terms } = globalThis.prongsaiText;
  const { Stale, open } = globalThis.prongsaiIndex;
  const form = document.querySelector('form.search');
  const words = form.dataset;
  const index = open(new URL(words.table, location.href));
  const [told, list, none, rest] = ['.search-status', '.search-results', '.search-none', '.search-more'].map((name) => document.querySelector(name));
  const choices = [...form.querySelectorAll('select')];
  const box = form.elements.q;
  const isThai = document.body.classList.contains('digits-thai');
  const digits = (number) => (isThai ? String(number).replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[digit]) : String(number));

  /** How many pages are shown at a time. */
  const SHOWN = 10;
  /** How long nobody types before it is searched, and before waiting is told, in milliseconds. */
  const PAUSE = 200;
  const PATIENCE = 400;
  /** How many characters stand before and after a hit. */
  const AROUND = 70;

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const asked = () => Object.fromEntries(new FormData(form));
  /** The number of the search that is shown: what an earlier one finds later is not. */
  let current = 0;
  let result;

  async function run() {
    const mine = ++current;
    const isCurrent = () => mine === current;
    const { q, ...chosen } = asked();
    const wanted = terms(q);
    document.title = document.title.replace(/^(.* · )?/, q.trim() ? `${q.trim()} · ` : '');
    if (wanted.length === 0) {
      show([], wanted);
      told.textContent = '';
      return;
    }
    const busy = setTimeout(() => { if (isCurrent()) told.textContent = words.busy; }, PATIENCE);
    try {
      const fits = (page) => (!chosen.year || page.year === chosen.year) && (!chosen.status || page.status === chosen.status)
        && (!chosen.unit || page.units.includes(chosen.unit));
      const found = await index.search(wanted, fits, (pages) => {
        // Titles are known at once; texts may have to be loaded.
        if (isCurrent() && pages.length) show(pages.slice(0, SHOWN), wanted);
      });
      const pages = await found.more(SHOWN);
      if (!isCurrent()) return;
      result = { found, wanted };
      show(pages, wanted);
      tell();
    } catch (error) {
      if (!isCurrent()) return;
      show([], wanted);
      told.textContent = error instanceof Stale ? words.stale : words.failed;
    } finally {
      clearTimeout(busy);
    }
  }

  function tell() {
    const { found, wanted } = result;
    const isShort = wanted.every(({ text, code }) => !code && [...text].length < 2);
    const count = found.count === 0 ? words.none : (found.exact ? words.found : words.least).replace('{}', digits(found.count));
    told.textContent = isShort ? `${count} · ${words.short}` : count;
    none.hidden = found.count > 0 || isShort;
    rest.hidden = !found.hasMore;
  }

  function show(pages, wanted) {
    list.replaceChildren(...pages.map((page) => item(page, wanted)));
    none.hidden = rest.hidden = true;
  }

  function item(page, wanted) {
    const year = page.year && `${words.year} ${digits(page.year)}`;
    const facts = make('p', { className: 'search-facts' }, [words[page.kind], year].filter(Boolean).join(' · '));
    if (page.status) {
      const label = form.querySelector(`#status option[value="${page.status}"]`).text;
      facts.append(' ', make('span', { className: `status status-${page.status}` }, label));
    }
    const link = make('a', { href: page.address }, ...marked(page.title, places(fold(page.title), wanted)));
    const lines = page.text ? excerpts(page.text, wanted) : [];
    return make('li', {}, make('h2', {}, link), facts, ...lines.map((line) => make('p', { className: 'search-text' }, ...line)));
  }

  /** The first place of every term in a text, each hit marked; one place for several that stand together. */
  function excerpts(text, wanted) {
    const found = [];
    const missing = new Set(wanted);
    for (const line of text.split('\n')) {
      const folded = fold(line);
      const here = [...missing].filter((term) => places(folded, [term]).length);
      if (here.length === 0) continue;
      here.forEach((term) => missing.delete(term));
      found.push(excerpt(line, places(folded, wanted), places(folded, here)[0]));
      if (missing.size === 0 || found.length === 2) break;
    }
    return found;
  }

  /** A line around its first hit. */
  function excerpt(line, hits, [first, last]) {
    const from = first <= AROUND * 1.5 ? 0 : letterAt(line, first - AROUND);
    const to = line.length - last <= AROUND * 1.5 ? line.length : letterAt(line, last + AROUND);
    const within = hits.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from]);
    return [from > 0 ? '…' : '', ...marked(line.slice(from, to), within), to < line.length ? '…' : ''];
  }

  /** Where the next letter begins, so that none is torn from its marks. */
  function letterAt(text, at) {
    while (at < text.length && /[\p{M}ำ\uDC00-\uDFFF]/u.test(text[at])) at += 1;
    return at;
  }

  /** A text with its hits marked, each with the marks of its last letter. */
  function marked(text, hits) {
    const parts = [];
    let done = 0;
    for (const [from, to] of hits) {
      const end = letterAt(text, to);
      parts.push(text.slice(done, from), make('mark', {}, text.slice(Math.max(from, done), end)));
      done = end;
    }
    return [...parts, text.slice(done)];
  }

  /** Puts what is asked for into the address. */
  function keep(way) {
    const url = new URL(location);
    for (const [name, value] of Object.entries(asked())) {
      url.searchParams.delete(name);
      if (value) url.searchParams.append(name, value);
    }
    if (url.href === location.href) return;
    try {
      history[way](null, '', url);
    } catch {
      // Some browsers keep the address of a page that was opened from disk; only the link is lost.
    }
  }

  function read() {
    const from = new URLSearchParams(location.search);
    box.value = from.get('q') ?? '';
    for (const select of choices) {
      const value = from.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    run();
  }

  let pause;
  box.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      keep('replaceState');
      run();
    }, PAUSE);
  });
  const ask = () => {
    clearTimeout(pause);
    keep('pushState');
    run();
  };
  for (const select of choices) select.addEventListener('change', ask);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  rest.addEventListener('click', async () => {
    const { found, wanted } = result;
    try {
      const more = (await found.more(SHOWN)).map((page) => item(page, wanted));
      if (result.found !== found) return;
      list.append(...more);
      tell();
      // The next pages are read from the first of them on.
      more[0]?.querySelector('a').focus();
    } catch (error) {
      told.textContent = error instanceof Stale ? words.stale : words.failed;
    }
  });
  // The table is there when the first letter is typed.
  box.addEventListener('focus', () => { index.table().catch(() => {}); }, { once: true });
  addEventListener('popstate', read);

  // A key of one character is in the way of those who speak to their computer: it can be switched off for good.
  const KEY = 'prongsai-search-key';
  const uses = document.querySelector('.search-key input');
  try {
    uses.checked = localStorage.getItem(KEY) !== 'off';
  } catch {
    // Where nothing can be kept, it is switched off for this page alone.
  }
  uses.addEventListener('change', () => {
    try {
      if (uses.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, 'off');
    } catch {
      // As above.
    }
  });
  addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input:not([type=checkbox]), select, textarea, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || typing || !uses.checked) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  read();
})();
