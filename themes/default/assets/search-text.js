// How texts are compared when they are searched. The program that makes the index does the same (src/search): both are
// held to the examples of tests/search-text.json.
globalThis.prongsaiText = (() => {
  'use strict';

  const NIKHAHIT = '\u0E4D';
  const DROPPED = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\xAD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF"\u201C-\u201F]/;
  const SPACE = /[\t\x0B-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
  const PARTS_WORDS = /^[\p{Alphabetic}\p{N}]$/u;

  /** The place of a mark among those of one letter: vowel, tone, ํ; -1 for what is no mark. */
  function rank(code) {
    if (code < 0x0E31 || code > 0x0E4E) return -1;
    if (code === 0x0E31 || (code >= 0x0E34 && code <= 0x0E3A) || code === 0x0E47) return 0;
    if (code === 0x0E4D) return 2;
    return code >= 0x0E48 ? 1 : -1;
  }

  const isThai = (code) => code >= 0x0E00 && code <= 0x0E7F;

  /** Whether a space beside a character tells words or numbers apart: in Thai it does not. */
  function partsWords(char) {
    const code = char.codePointAt(0);
    if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7A) || (code >= 0x41 && code <= 0x5A);
    return !isThai(code) && PARTS_WORDS.test(char);
  }

  /**
   * A composed text as it is compared, and for every unit of that, where the piece of the text begins and ends that it
   * stands for.
   */
  function fold(text) {
    const [out, from, to] = [[], [], []];
    let marks = [];
    let gap = false;
    const put = (unit, at, end) => {
      out.push(unit);
      from.push(at);
      to.push(end);
    };
    const end = () => {
      for (const mark of marks) put(mark.char, mark.at, mark.at + 1);
      marks = [];
    };
    const mark = (char, at, of) => {
      gap = false;
      if (marks.some((one) => one.char === char)) return;
      const after = marks.findIndex((one) => one.of > of);
      marks.splice(after < 0 ? marks.length : after, 0, { char, at, of });
    };
    const last = () => {
      const unit = out.at(-1) ?? ' ';
      return unit >= '\uDC00' && unit <= '\uDFFF' ? out.at(-2) + unit : unit;
    };
    const letter = (char, at, length) => {
      if (marks.length) end();
      if (gap) {
        if (partsWords(char) && partsWords(last())) put(' ', at - 1, at);
        gap = false;
      }
      if (char === 'เ' && out.at(-1) === 'เ') {
        out[out.length - 1] = 'แ';
        to[to.length - 1] = at + 1;
      } else {
        for (let unit = 0; unit < char.length; unit++) put(char[unit], at, at + length);
      }
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isThai(code)) {
        const of = rank(code);
        if (of >= 0) mark(text[at], at, of);
        else if (code === 0x0E33) {
          mark(NIKHAHIT, at, 2);
          letter('า', at, 1);
        } else if (code >= 0x0E50 && code <= 0x0E59) letter(String(code - 0x0E50), at, 1);
        else letter(text[at], at, 1);
      } else if (code === 0x0A) {
        if (marks.length) end();
        gap = false;
        put('\n', at, at + 1);
      } else if (code === 0x20 || SPACE.test(text[at])) {
        if (marks.length) end();
        gap = true;
      } else if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) letter('-', at, 1);
      else if (!DROPPED.test(text[at])) {
        const char = String.fromCodePoint(text.codePointAt(at));
        for (const small of char.toLowerCase()) letter(small, at, char.length);
        at += char.length - 1;
      }
    }
    end();
    return { text: out.join(''), from, to };
  }

  /** A text as it is compared. */
  const normal = (text) => fold(text.normalize('NFC')).text;

  const NUMBER = /([0-9]+)(?![0-9a-z])/g;
  const LETTER = /(?:^|[^0-9a-z])((?:([oie])(?:it)?|โอ)[ .:-]{0,2})$/;
  const LEAD = /ข้อ(?:คําถาม)?(?:ที่)?$/;

  /** The codes that a normal text names, and where each stands: `o31`, `oit 31`, `โอ31`. A number alone is none. */
  function codes(text) {
    const found = [];
    for (const match of text.matchAll(NUMBER)) {
      const digits = match[1].replace(/^0+/, '');
      if (!digits || digits.length > 3) continue;
      const before = text.slice(Math.max(0, match.index - 24), match.index);
      const named = LETTER.exec(before);
      if (!named) continue;
      const rest = before.slice(0, before.length - named[1].length);
      if (!named[2] && /[ก-๎]$/.test(rest) && !LEAD.test(rest)) continue;
      found.push({ code: `${named[2] ?? 'o'}${digits}`, from: match.index - named[1].length, to: match.index + match[1].length });
    }
    return found;
  }

  /** The number by which the file of a piece of text is known: FNV-1a of 32 bits, folded. */
  function hash(text) {
    let number = 0x811C9DC5;
    for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
    return (number ^ (number >>> 15)) >>> 0;
  }

  /**
   * What is asked for: `text` that must stand on a page, or the `code` of an item or question. What is written between
   * quotation marks is kept together; words that spaces part must all be there.
   */
  function terms(query) {
    const asked = [];
    const add = (text) => {
      const wanted = normal(text);
      // The letter o is often written as a zero, in Thai as in Arabic digits.
      const zero = /^0([1-9][0-9]?)$/.exec(wanted);
      if (zero) asked.push({ code: `o${zero[1]}`, text: wanted });
      else if (wanted && !asked.some((term) => term.text === wanted)) asked.push({ text: wanted });
    };
    const parts = query.normalize('NFC').replace(/[\u201C-\u201F]/g, '"').replaceAll('\n', ' ').split('"');
    for (const [at, part] of parts.entries()) {
      if (at % 2) {
        add(part);
        continue;
      }
      const folded = fold(part);
      let rest = 0;
      for (const { code, from, to } of codes(folded.text)) {
        const start = from - (LEAD.exec(folded.text.slice(0, from))?.[0].length ?? 0);
        part.slice(rest, folded.from[start]).split(/\s+/).forEach(add);
        if (!asked.some((term) => term.code === code)) asked.push({ code });
        rest = folded.to[to - 1];
      }
      part.slice(rest).split(/\s+/).forEach(add);
    }
    return asked;
  }

  /** Where terms stand in a folded text, as pieces of the text that it was made of, in order and apart. */
  function places(folded, asked) {
    const found = [];
    const add = (from, to) => found.push([folded.from[from], folded.to[to - 1]]);
    for (const { text, code } of asked) {
      for (let at = text ? folded.text.indexOf(text) : -1; at >= 0; at = folded.text.indexOf(text, at + text.length)) add(at, at + text.length);
      if (code) codes(folded.text).filter((one) => one.code === code).forEach((one) => add(one.from, one.to));
    }
    found.sort(([a], [b]) => a - b);
    return found.reduce((apart, [from, to]) => {
      const before = apart.at(-1);
      if (before && from <= before[1]) before[1] = Math.max(before[1], to);
      else apart.push([from, to]);
      return apart;
    }, []);
  }

  /** Whether a normal text has a term. */
  function has(text, term) {
    return Boolean((term.text && text.includes(term.text)) || (term.code && codes(text).some(({ code }) => code === term.code)));
  }

  return { codes, fold, has, hash, normal, places, terms };
})();
