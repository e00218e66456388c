// Keeps an open page as its files are: the preview adds this to every page, a build never does.
(() => {
  "use strict";
  const own = document.currentScript;
  const words = {
    th: { errors: (count) => `ผิดพลาด ${count} แห่ง`, warnings: (count) => `คำเตือน ${count} ข้อ`, stays: "หน้านี้ยังเป็นของเดิมจนกว่าจะแก้", open: "เปิดในโปรแกรมแก้ไข", hide: "ซ่อน", help: "แนะนำ", more: "ดูทั้งหมดในหน้าต่างคำสั่ง" },
    en: { errors: (count) => `${count} ${count === 1 ? "error" : "errors"}`, warnings: (count) => `${count} ${count === 1 ? "warning" : "warnings"}`, stays: "This page stays as it was until they are mended", open: "open in the editor", hide: "hide", help: "help", more: "the terminal shows all of them" },
  };
  let styles = own.dataset.styles;
  let state = "";
  let hidden = "";

  // Scrolling stays where it was, also where a page is made anew from top to bottom; and where it was too short for that
  // in between.
  const place = `prongsai:${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  const [x, y] = kept?.split(",").map(Number) ?? [scrollX, scrollY];
  if (kept) scrollTo({ left: x, top: y, behavior: "instant" });
  const reached = scrollY;
  // The browser would scroll back by itself later on, to where the page last was. Who comes back to it wants that.
  let reloads = false;
  addEventListener("pagehide", () => {
    if (!reloads) history.scrollRestoration = "auto";
  });

  const reload = () => {
    reloads = true;
    history.scrollRestoration = "manual";
    sessionStorage.setItem(place, scrollY === reached ? `${x},${y}` : `${scrollX},${scrollY}`);
    location.reload();
  };

  const restyle = (mark) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin || url.pathname.startsWith("/.prongsai/")) continue;
      url.searchParams.set("v", mark);
      // The old one stays until the new one is there, so that the page is never bare.
      const fresh = link.cloneNode();
      fresh.href = url.href;
      fresh.addEventListener("load", () => link.remove(), { once: true });
      fresh.addEventListener("error", () => fresh.remove(), { once: true });
      link.after(fresh);
    }
  };

  const follow = async (news) => {
    if (news.id === state) return;
    state = news.id;
    let answer;
    try {
      answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    } catch {
      state = "";
      return;
    }
    if (news.id !== state) return;
    if (answer.headers.get("ETag") !== `"${own.dataset.page}"`) {
      reload();
      return;
    }
    if (news.styles && news.styles !== styles) {
      styles = news.styles;
      restyle(styles);
    }
    show(news);
  };

  const element = (name, attributes, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };

  let panel;
  const show = ({ id, told }) => {
    panel?.remove();
    panel = undefined;
    if (told.errors + told.warnings === 0 || hidden === id) return;
    const say = words[told.lang] ?? words.en;
    const counts = [[told.errors, say.errors], [told.warnings, say.warnings]];
    const summary = counts.filter(([count]) => count > 0).map(([count, words]) => words(count)).join(" · ");
    const list = element("ol", {});
    for (const one of told.problems) {
      const item = element("li", { class: one.kind }, element("p", { class: "message" }, element("b", {}, `${one.severity} ${one.code}`), ` ${one.message}`));
      item.append(element("a", { href: one.href, title: say.open }, one.place));
      if (one.line) item.append(element("pre", {}, one.line[0], element("mark", {}, one.line[1]), one.line[2]));
      if (one.help) item.append(element("p", {}, `${say.help}: ${one.help}`));
      list.append(item);
    }
    if (told.problems.length < told.errors + told.warnings) list.append(element("li", { class: "more" }, say.more));
    const hide = element("button", { type: "button" }, say.hide);
    const inside = [element("p", {}, say.stays), list];
    const details = element("details", {}, element("summary", {}, summary), ...(told.errors ? inside : [list]));
    details.open = told.errors > 0;
    const box = element("section", { lang: told.lang, class: told.errors ? "errors" : "warnings", role: told.errors ? "alert" : "status" }, hide, details);
    hide.addEventListener("click", () => {
      hidden = id;
      panel?.remove();
    });
    panel = element("prongsai-preview", {});
    // A root of its own: the theme's rules do not reach in, and its own do not reach out.
    panel.attachShadow({ mode: "open" }).append(element("link", { rel: "stylesheet", href: "/.prongsai/preview.css" }), box);
    document.body.append(panel);
  };

  // One page alone listens to the program, and passes on what it hears: a browser opens only six connections to a host,
  // and there may be more pages than that. When it closes, another takes its place.
  const others = new BroadcastChannel("prongsai");
  let latest;
  const hear = (news) => {
    latest = news;
    follow(news);
  };
  const listen = () => {
    const stream = new EventSource("/.prongsai/events");
    stream.addEventListener("message", ({ data }) => {
      hear(JSON.parse(data));
      others.postMessage(latest);
    });
    stream.addEventListener("error", () => {
      // It asks again by itself, unless it was refused.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  };
  let listens = false;
  others.addEventListener("message", ({ data }) => {
    if (data !== "what is shown?") hear(data);
    else if (listens && latest) others.postMessage(latest);
  });
  others.postMessage("what is shown?");
  navigator.locks.request("prongsai", () => {
    listens = true;
    listen();
    return new Promise(() => {});
  });
})();
