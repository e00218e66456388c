// The index of a site: which of its files a search needs, and what they say. Files are scripts that call
// prongsaiSearch(name, mark, data), which works from a disk as well; src/search makes them.
globalThis.prongsaiIndex = (() => {
  'use strict';

  const { has, hash, normal } = globalThis.prongsaiText;
  /** Of the pieces of a long word the rarest so many are looked up. */
  const PIECES = 4;
  /** Files of texts that are loaded at a time, and that are loaded at most to count what is not shown. */
  const AT_ONCE = 4;
  const TO_COUNT = 12;
  /** How many letters the mark of a file has. */
  const MARK = 8;

  /** The files beside `table`, the address of the table; `Stale` where they are of another state of the site. */
  function files(table) {
    const NAME = /^(?:table|[gt]\d+)$/;
    const loaded = new Map();
    const waiting = new Map();
    /** The marks that the table has of the others, by the letters of their names. */
    let marks;
    /** The mark that a file is to have; '' for the table, and for a file of which the table does not know. */
    const mark = (name) => {
      const number = Number(name.slice(1));
      return (name !== 'table' && marks?.[name[0]]?.slice(MARK * number, MARK * (number + 1))) || '';
    };
    const address = (name) => {
      if (!NAME.test(name)) throw new TypeError(`no file of the search: ${name}`);
      return new URL(`${name}.js${mark(name) && `?${mark(name)}`}`, table).href;
    };
    // Nothing but these files can be loaded: the policy of the page knows no other type of script address.
    const policy = globalThis.trustedTypes?.createPolicy('prongsai-search', { createScriptURL: address });

    globalThis.prongsaiSearch = (name, its, data) => {
      if (name === 'table') marks = { g: data.shard_marks, t: data.text_marks };
      const [resolve, reject] = waiting.get(name) ?? [];
      if (name === 'table' || its === mark(name)) resolve?.(data);
      else reject?.(new Stale());
    };

    return function load(name) {
      if (!loaded.has(name)) {
        loaded.set(name, new Promise((resolve, reject) => {
          waiting.set(name, [resolve, reject]);
          const script = document.createElement('script');
          script.defer = true;
          script.addEventListener('error', () => reject(new Error(`${name} could not be loaded`)));
          script.src = policy ? policy.createScriptURL(name) : address(name);
          document.head.append(script);
        }).catch((error) => {
          // It may be there when it is asked for again.
          loaded.delete(name);
          throw error;
        }));
      }
      return loaded.get(name);
    };
  }

  class Stale extends Error {}

  /** The pages of the table, each `{ at, kind, year, status, units, title, address, normal }`. */
  function pages(table) {
    const addresses = table.addresses.split('\n');
    return table.titles.split('\n').slice(0, table.years.length).map((title, at) => ({
      at,
      title,
      normal: normal(title),
      kind: table.kinds[at],
      year: table.years[at] ? String(table.years[at]) : '',
      status: table.status_ids[table.statuses[at]] ?? '',
      units: table.of_units[at].map((unit) => table.units[unit]),
      address: addresses[at].split('/').map(encodeURIComponent).join('/'),
    }));
  }

  /** The index whose table stands at an address. */
  function open(address) {
    const load = files(address);
    let known;
    const table = () => {
      known ??= load('table').then((data) => ({ ...data, pages: pages(data) }));
      known.catch(() => { known = undefined; });
      return known;
    };

    /** A digit of the digest: how frequent a piece is, about; 0 where it stands nowhere. */
    const frequency = ({ digest }, piece) => digest.charCodeAt(hash(piece) % digest.length) - 97;

    /** The numbers of the pages on which a piece stands. */
    async function found({ shards }, piece) {
      const shard = await load(`g${hash(piece) % shards}`);
      shard.index ??= indexed(shard);
      return shard.index.get(piece)?.() ?? new Set();
    }

    /** What a word is looked up by, and whether whatever that finds has the word. */
    function pieces(table, text) {
      const chars = [...text];
      if (chars.length < 2) return { pieces: [], exact: false };
      if (chars.length <= 3) return { pieces: [text], exact: true };
      const all = new Set(chars.slice(2).map((_, at) => chars.slice(at, at + 3).join('')));
      const rare = [...all].sort((one, other) => frequency(table, one) - frequency(table, other));
      return { pieces: rare.slice(0, PIECES), exact: false };
    }

    /** The pages that may have a term, `null` for all of them, and whether they do have it. */
    async function candidates(table, { text, code }) {
      const { pieces: wanted, exact } = text ? pieces(table, text) : { pieces: [], exact: true };
      const sets = wanted.some((piece) => frequency(table, piece) === 0) ? [new Set()] : await Promise.all(wanted.map((piece) => found(table, piece)));
      const [first, ...rest] = sets.sort((one, other) => one.size - other.size);
      const both = first ? new Set([...first].filter((at) => rest.every((set) => set.has(at)))) : null;
      if (!code) return { pages: both, exact };
      const piece = code.toUpperCase();
      const named = frequency(table, piece) ? await found(table, piece) : new Set();
      return { pages: new Set([...named, ...(both ?? [])]), exact };
    }

    /** The file in which the text of a page is. */
    const fileOf = ({ texts }, at) => texts.findLastIndex((first) => first <= at);

    /** What stands on a page, below its title. */
    async function text(table, at) {
      const number = fileOf(table, at);
      return (await load(`t${number}`))[at - table.texts[number]];
    }

    /**
     * The pages that have every term and pass `fits`, best first: `count` of them are known, all of them if `exact`.
     * `more(count)` gives the next of them, each with its text; `instant(pages)` is told of those whose titles say so,
     * before texts are looked at.
     */
    async function search(terms, fits, instant = () => {}) {
      const known = await table();
      const ranked = known.pages.filter(fits).map((page) => ({ page, rank: rank(page, terms) }));
      const byTitle = inOrder(ranked.filter(({ rank }) => rank < TEXT));
      instant(byTitle.map(({ page }) => page));
      const sets = await Promise.all(terms.map((term) => candidates(known, term)));
      const limits = sets.filter(({ pages }) => pages);
      const isExact = sets.every(({ exact }) => exact);
      const inText = limits.length === 0 ? [] : ranked.filter(({ page, rank }) => rank === TEXT && limits.every(({ pages }) => pages.has(page.at)));
      const queue = [...byTitle, ...inText];
      let [next, accepted] = [0, isExact ? queue.length : byTitle.length];
      const isKnown = ({ rank }) => isExact || rank < TEXT;
      const ready = [];

      /** Looks at the next pages in the queue until `wanted` are ready, or none is left. */
      async function advance(wanted) {
        while (ready.length < wanted && next < queue.length) {
          const [batch, files] = [[], new Set()];
          // Of those that are known to be right no more are looked at than are wanted.
          while (batch.length < (isExact ? wanted - ready.length : 2 * wanted) && next < queue.length) {
            const one = queue[next];
            if (one.rank === TEXT) files.add(fileOf(known, one.page.at));
            if (files.size > AT_ONCE) break;
            batch.push(one);
            next += 1;
          }
          for (const page of await Promise.all(batch.map(look))) if (page) ready.push(page);
        }
      }

      async function look(one) {
        if (one.rank < TEXT) return { ...one.page, text: '' };
        const its = await text(known, one.page.at);
        if (isKnown(one)) return { ...one.page, text: its };
        one.page.whole ??= `${one.page.normal}\n${normal(its)}`;
        if (!terms.every((term) => has(one.page.whole, term))) return null;
        accepted += 1;
        return { ...one.page, text: its };
      }

      const unsure = () => queue.slice(next).filter((one) => !isKnown(one));
      const state = {
        get count() { return accepted; },
        get exact() { return unsure().length === 0; },
        get hasMore() { return ready.length > 0 || next < queue.length; },
        async more(wanted) {
          await advance(wanted);
          // A few more files tell how many there are in all; many are left until somebody wants to see them.
          const left = new Set(unsure().map(({ page }) => fileOf(known, page.at))).size;
          if (left > 0 && left <= TO_COUNT) await advance(queue.length);
          return ready.splice(0, wanted);
        },
      };
      return state;
    }

    return { search, table };
  }

  const TEXT = 3;

  /** Its own code, a title that begins with what is asked for, one that has it, or none of these. */
  function rank({ kind, normal: title }, terms) {
    const own = ({ code }) => code && kind === 'o' && title.startsWith(code) && !/^[0-9]/.test(title.slice(code.length));
    if (!terms.every((term) => own(term) || has(title, term))) return TEXT;
    if (terms.some(own)) return 0;
    return title.startsWith(terms[0].text ?? terms[0].code) ? 1 : 2;
  }

  /** Best first; what is as good stays in the order of the table. */
  function inOrder(ranked) {
    return ranked.sort((one, other) => one.rank - other.rank);
  }

  /** The pieces of a file, each with the way to the numbers of its pages. */
  function indexed({ pieces, lengths, documents }) {
    const bytes = atob(documents);
    const index = new Map();
    let start = 0;
    for (const [at, piece] of (pieces ? pieces.split('\n') : []).entries()) {
      const [from, to] = [start, start + lengths[at]];
      index.set(piece, () => numbers(bytes, from, to));
      start = to;
    }
    return index;
  }

  /** Numbers, each told by how far it is from the one before, seven bits to a byte, the lowest first. */
  function numbers(bytes, from, to) {
    const all = new Set();
    let [next, gap, shift] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      const byte = bytes.charCodeAt(at);
      gap |= (byte & 0x7F) << shift;
      shift += 7;
      if (byte < 0x80) {
        all.add(next + gap);
        next += gap + 1;
        [gap, shift] = [0, 0];
      }
    }
    return all;
  }

  return { Stale, open };
})();
