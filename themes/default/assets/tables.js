// Sorting and filtering, for tables that say so. Without it they are complete; it loads nothing and keeps nothing.
//
//   <table data-sortable="NAME">     its state stands in the address as NAME.KEY=…, apart from other tables'
//   <th data-key="KEY" data-sort>    its column sorts, by the data-value of each cell or else by its text
//   <th data-key="KEY" data-filter>  its column filters, by the elements with data-choice in its cells
//
// The words, in the language of the page, are on the <script> itself.
(() => {
  'use strict';

  const words = document.currentScript.dataset;
  const collator = new Intl.Collator('th', { numeric: true });
  const isThai = document.body.classList.contains('digits-thai');
  const digits = (number) => (isThai ? String(number).replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[digit]) : String(number));
  const say = (text, ...values) => values.reduce((said, value) => said.replace('{}', digits(value)), text);

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function enhance(table) {
    const name = table.dataset.sortable;
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 2) return;
    const columns = [...table.tHead.rows[0].cells].map((head) => ({
      head, key: head.dataset.key, label: head.textContent.trim(), cell: (row) => row.cells[head.cellIndex],
    }));
    const sorts = columns.filter(({ head }) => 'sort' in head.dataset);
    const filters = columns.filter(({ head }) => 'filter' in head.dataset).map(withChoices).filter(tellsRowsApart);
    let state = { sort: '', chosen: {} };
    let isSorted = false;

    for (const { head, key, label } of sorts) {
      const button = make('button', { type: 'button', className: 'sort' }, label);
      button.addEventListener('click', () => change({ sort: state.sort === key ? `-${key}` : key }));
      // Where rows are cards, heads are words that are read aloud, and nothing that takes the focus.
      head.append(make('span', { className: 'spoken' }, ...head.childNodes), button);
    }
    for (const filter of filters) {
      filter.select = choose((id) => change({ chosen: { ...state.chosen, [filter.key]: id } }),
        [{ id: '', label: words.all }, ...filter.choices]);
    }
    const order = choose((sort) => change({ sort }), [{ id: '', label: words.original }, ...sorts.flatMap(({ key, label }) => [
      { id: key, label: `${label}: ${words.up}` }, { id: `-${key}`, label: `${label}: ${words.down}` }])]);
    const fields = make('div', { className: 'fields' },
      ...filters.map(({ label, key, select }) => field(key, label, select)), field('sort', words.sortBy, order));
    fields.setAttribute('role', 'group');
    fields.setAttribute('aria-label', words.title);
    const told = make('p', { tabIndex: -1 });
    told.setAttribute('role', 'status');
    const reset = make('button', { type: 'button', className: 'reset' }, words.reset);
    reset.addEventListener('click', () => {
      change({ sort: '', chosen: {} });
      // The button is gone now; what it did is told where the reader goes on.
      told.focus();
    });
    const box = make('details', { open: matchMedia('(min-width: 46.01rem)').matches }, make('summary', {}, words.title), fields);
    const controls = make('div', { className: filters.length ? 'controls' : 'controls only-order' }, box, told, reset);
    (table.closest('.scroll') ?? table).before(controls);
    table.caption?.append(` ${words.hint}`);

    function withChoices(column) {
      const found = new Map();
      const ids = new Map(rows.map((row) => {
        const cell = column.cell(row);
        const elements = [...cell.querySelectorAll('[data-choice]')];
        for (const element of elements) {
          const label = element.textContent.trim();
          found.set(element.dataset.choice, { id: element.dataset.choice, label, place: cell.dataset.value || label });
        }
        return [row, elements.map((element) => element.dataset.choice)];
      }));
      return { ...column, ids, choices: [...found.values()].sort((a, b) => collator.compare(a.place, b.place)) };
    }

    function tellsRowsApart({ ids, choices }) {
      return choices.some(({ id }) => rows.some((row) => !ids.get(row).includes(id)));
    }

    function field(key, label, select) {
      select.id = `${name}-${key}`;
      return make('div', { className: `by-${key}` }, make('label', { htmlFor: select.id }, label), select);
    }

    function choose(then, choices) {
      const select = make('select', {}, ...choices.map(({ id, label }) => new Option(label, id)));
      select.addEventListener('change', () => then(select.value));
      return select;
    }

    function change(part) {
      state = { ...state, ...part };
      const url = new URL(location);
      const put = (key, value) => (value ? url.searchParams.set(`${name}.${key}`, value) : url.searchParams.delete(`${name}.${key}`));
      put('sort', state.sort);
      for (const { key } of filters) put(key, state.chosen[key]);
      try {
        history.pushState(null, '', url);
      } catch {
        // Some browsers keep the address of a page that was opened from disk; only the link is lost.
      }
      show();
    }

    function read() {
      const asked = new URLSearchParams(location.search);
      const known = (select, key) => [...select.options].find(({ value }) => value === asked.get(`${name}.${key}`))?.value ?? '';
      state = { sort: known(order, 'sort'), chosen: Object.fromEntries(filters.map(({ key, select }) => [key, known(select, key)])) };
      show();
    }

    function show() {
      const { sort, chosen } = state;
      const fits = (row, { key, ids }) => !chosen[key] || ids.get(row).includes(chosen[key]);
      const shown = rows.filter((row) => filters.every((filter) => fits(row, filter)));
      const isShown = new Set(shown);
      for (const row of rows) row.hidden = !isShown.has(row);
      if (sort || isSorted) sorted().forEach((row) => body.append(row));
      isSorted = Boolean(sort);
      for (const { head, key } of sorts) {
        head.setAttribute('aria-sort', { [key]: 'ascending', [`-${key}`]: 'descending' }[sort] ?? 'none');
      }
      order.value = sort;
      for (const filter of filters) {
        // A choice says how many rows it would leave, given what else is chosen.
        const others = rows.filter((row) => filters.every((other) => other === filter || fits(row, other)));
        for (const [at, option] of [...filter.select.options].entries()) {
          const count = others.filter((row) => !option.value || filter.ids.get(row).includes(option.value)).length;
          option.text = `${at ? filter.choices[at - 1].label : words.all} (${digits(count)})`;
        }
        filter.select.value = chosen[filter.key] ?? '';
      }
      const active = filters.filter(({ key }) => chosen[key]);
      const counted = shown.length ? say(words.shown, shown.length, rows.length) : words.none;
      told.textContent = [
        ...(filters.length ? [counted] : []),
        ...active.map(({ key, label, choices }) => `${label}: ${choices.find(({ id }) => id === chosen[key]).label}`),
        ...(sort ? [`${words.sortBy} ${order.selectedOptions[0].text}`] : []),
      ].join(' · ');
      reset.hidden = !active.length && !sort;
      controls.classList.toggle('active', !reset.hidden);
    }

    function sorted() {
      const { sort } = state;
      if (!sort) return rows;
      const { cell } = sorts.find(({ key }) => key === sort.replace(/^-/, ''));
      const value = (row) => cell(row).dataset.value ?? cell(row).textContent.trim();
      const sign = sort.startsWith('-') ? -1 : 1;
      // What has no value comes last either way; equals keep the order of the page.
      return [...rows].sort((a, b) => {
        const [one, other] = [value(a), value(b)];
        return (one === '') - (other === '') || sign * (one - other || collator.compare(one, other));
      });
    }

    addEventListener('popstate', read);
    read();
  }

  document.querySelectorAll('table[data-sortable]').forEach(enhance);
})();
