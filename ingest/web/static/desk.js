// The keyboard, and nothing that the page cannot do without: every key does what a link or button on the page does.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll(".item")];
  let at = -1;
  let waiting = ""; // after g: where to go

  const show = (n) => {
    const all = items();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, n));
    all.forEach((el, i) => el.classList.toggle("at", i === at));
    const link = all[at].querySelector("h3 a");
    if (link) link.focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  };
  const here = () => items()[at];
  const press = (name) => {
    const el = here() || document;
    const button = el.querySelector(`[data-key="${name}"]`);
    if (button) button.click();
  };
  const go = { i: "/", s: "/search", r: "/rules", f: "/feeds", d: "/dashboards", t: "/status", w: "/why" };
  const keys = {
    j: () => show(at + 1), n: () => show(at + 1), k: () => show(at - 1), p: () => show(at - 1),
    o: () => { const a = here() && here().querySelector("h3 a"); if (a) a.click(); },
    v: () => press("original"), m: () => press("seen"), f: () => press("keep"), x: () => press("mute"),
    a: () => press("acknowledge"), A: () => { const b = document.querySelector("[data-key='all-seen']"); if (b) b.click(); },
    "/": () => { const f = document.querySelector("#q") || document.querySelector("#find"); if (f) { f.focus(); f.select(); } },
    "?": () => { const d = document.querySelector("#keys"); if (d) { d.open ? d.close() : d.showModal(); } },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest("input, textarea, select, [contenteditable]");
    if (field) {
      // left, and not emptied as well, which a browser does to a field of search
      if (event.key === "Escape") { event.preventDefault(); field.blur(); }
      return;
    }
    if (waiting === "g") {
      waiting = "";
      if (go[event.key]) { event.preventDefault(); location.assign(go[event.key]); }
      return;
    }
    if (event.key === "g") { waiting = "g"; setTimeout(() => { waiting = ""; }, 1500); return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  document.addEventListener("focusin", (event) => {
    const el = event.target.closest(".item");
    if (el) { at = items().indexOf(el); items().forEach((x, i) => x.classList.toggle("at", i === at)); }
  });
  document.addEventListener("htmx:afterSwap", () => { if (at >= 0) items().forEach((x, i) => x.classList.toggle("at", i === at)); });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.who[open]").forEach((d) => { if (!d.contains(event.target)) d.open = false; });
    if (event.target.closest("[data-keys]")) { const d = document.querySelector("#keys"); if (d) d.showModal(); }
  });
  document.querySelectorAll("[data-js]").forEach((el) => { el.hidden = false; });
  document.querySelectorAll("select[data-go]").forEach((el) => el.addEventListener("change", () => location.assign(el.value)));
})();
