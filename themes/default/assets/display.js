// The size and the colours of the text, as whoever reads has chosen them. They are kept in this browser and sent nowhere.
// It runs before the page is drawn, so that nothing changes before the reader's eyes; without it a page follows the device.
(() => {
  'use strict';

  const root = document.documentElement;
  const place = (name) => `prongsai-${name}`;

  // A browser may keep nothing: a choice then lasts as long as the page.
  const kept = (name) => {
    try {
      return localStorage.getItem(place(name));
    } catch {
      return null;
    }
  };
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(place(name), value);
      else localStorage.removeItem(place(name));
    } catch {
      // See above.
    }
  };
  const show = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };
  for (const name of ['size', 'color']) show(name, kept(name));
  // The style sheet shows the panel from the first, so that nothing moves when it begins to work.
  root.dataset.display = '';

  addEventListener('DOMContentLoaded', () => {
    const panel = document.querySelector('.display');
    if (!panel) return;
    panel.hidden = false;
    const inputs = [...panel.querySelectorAll('input')];
    const mark = () => {
      for (const input of inputs) input.checked = input.value === (root.dataset[input.name] ?? '');
    };
    mark();
    panel.addEventListener('change', ({ target }) => {
      show(target.name, target.value);
      keep(target.name, target.value);
    });
    // Other windows follow.
    addEventListener('storage', ({ key, newValue }) => {
      const name = ['size', 'color'].find((name) => place(name) === key);
      if (!name) return;
      show(name, newValue);
      mark();
    });
    const close = () => {
      panel.open = false;
    };
    panel.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !panel.open) return;
      close();
      panel.querySelector('summary').focus();
    });
    addEventListener('click', ({ target }) => {
      if (!panel.contains(target)) close();
    });
  });
})();
