(() => {
  "use strict";
  const seen = (card) => card.offsetParent !== null;
  const cards = (chosen) => [...document.querySelectorAll(chosen)].filter(seen);
  let here = null;

  const markOf = (card) => document.getElementById((card.id[0] === "c" ? "q" : "m") + card.id.slice(1));

  const go = (card) => {
    if (here) markOf(here)?.classList.remove("here");
    here = card;
    if (card.tagName === "DETAILS") card.open = true;
    markOf(card)?.classList.add("here");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
  };

  const step = (chosen, by) => {
    const all = cards(chosen);
    if (!all.length) return;
    const from = here && seen(here) ? here : null;
    const follows = (card) => from.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING;
    const precedes = (card) => from.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_PRECEDING;
    const next = by > 0 ? (from ? all.find(follows) : all[0]) : (from ? all.findLast(precedes) : all.at(-1));
    if (next) go(next);
  };

  const toggle = (id) => {
    const part = document.getElementById(id);
    if (!part) return;
    if (part.tagName === "DETAILS") part.open = !part.open;
    (part.querySelector("input, summary") ?? part).focus();
    part.scrollIntoView({ block: "center" });
  };

  const keys = {
    j: () => step("[class*='has-']:is(.card)", 1),
    k: () => step("[class*='has-']:is(.card)", -1),
    n: () => step(".card", 1),
    p: () => step(".card", -1),
    f: () => toggle("filters"),
    "?": () => toggle("keys"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#c'], a[href^='#f']");
    const card = link && document.getElementById(link.getAttribute("href").slice(1));
    if (card?.matches(".card")) { event.preventDefault(); go(card); }
  });
})();
