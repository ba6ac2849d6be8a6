"use strict";
/* Elements made from data. Text always goes in as text, so that nothing in an article can become markup. */
const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const byId = (id) => document.getElementById(id);

  function put(element, properties, children) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "on") Object.entries(value).forEach(([event, act]) => element.addEventListener(event, act));
      else if (name === "text") element.textContent = value;
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  /** `make("button", {class: "main", on: {click}}, "Go")`; null children are left out. */
  const make = (tag, properties = {}, ...children) => put(document.createElement(tag), properties, children);
  const svg = (tag, properties = {}, ...children) => put(document.createElementNS(SVG, tag), properties, children);

  const button = (text, click, properties = {}) =>
    make("button", { type: "button", on: { click }, ...properties }, text);

  /** Tell a screen reader; the same words twice are told twice. */
  function say(words) {
    const region = byId("said");
    region.textContent = "";
    setTimeout(() => {
      region.textContent = words;
    }, 30);
  }

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => matchMedia("(max-width: 860px)").matches;

  /** Scroll `pane`, and nothing around it, so that `element` is well inside. */
  function reveal(pane, element) {
    const outer = pane.getBoundingClientRect(),
      inner = element.getBoundingClientRect();
    const margin = Math.min(90, outer.height / 4);
    if (inner.top >= outer.top + margin && inner.bottom <= outer.bottom - margin) return;
    const top = pane.scrollTop + inner.top - outer.top - outer.height / 3;
    const near = Math.abs(top - pane.scrollTop) < outer.height; // a longer way is a jump: who asks why shouldn't wait
    pane.scrollTo({ top, behavior: near && !still() ? "smooth" : "auto" });
  }

  function save(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = make("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  return { byId, make, svg, button, say, still, narrow, reveal, save };
})();
