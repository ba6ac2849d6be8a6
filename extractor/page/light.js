"use strict";
/* Values and words light each other up: hover or focus shows, a click pins until the next click or Escape. */
const light = (() => {
  let text = null;
  let marks = new Map();
  let pinned = null;

  const records = () => dom.byId("records");
  const valuesOf = (pointer) => records().querySelectorAll(`[data-at="${CSS.escape(pointer)}"]`);

  /** Take over a document that has been rendered; `at` are the marks of its article. */
  function follow(newText, at) {
    text = newText;
    marks = at;
    pinned = null;
    clear();
  }

  function clear() {
    document.querySelectorAll(".lit").forEach((element) => {
      element.classList.remove("lit");
      delete element.dataset.lit;
    });
    dom.byId("article").classList.remove("lighting");
    dom.byId("why").hidden = false;
    dom.byId("why-show").hidden = true;
    const colours = [
      ["who", "who"],
      ["when", "when"],
      ["where", "where"],
      ["party", "for whom"],
      ["paper", "agreement"],
      ["topic", "topic"],
      ["kind", "proof"],
    ];
    dom.byId("why-text").replaceChildren(
      dom.make(
        "span",
        { class: "legend" },
        colours.map(([group, words]) => dom.make("i", { class: `f-${group}`, text: words })),
        dom.make("span", { class: "hint", text: "Point at a value, or at coloured words." }),
      ),
    );
  }

  /* A piece that several values share takes the colour of the one that is asked about. */
  function shine(element, pointer) {
    element.classList.add("lit");
    element.dataset.lit = fields.group(pointer);
  }

  /** Light the words of `spans`, whose marks may belong to other pointers, and say why. */
  function show(pointer, { scroll = true, extra = null } = {}) {
    clear();
    const why = extra ?? text.why(pointer);
    const lit = why.at.flatMap(([start, end]) => pieces(start, end));
    lit.forEach((mark) => shine(mark, pointer));
    dom.byId("article").classList.toggle("lighting", lit.length > 0);
    valuesOf(pointer).forEach((value) => value.classList.add("lit"));
    explain(pointer, why, lit);
    if (scroll && lit.length && !dom.narrow()) go(lit[0]);
  }

  function pieces(start, end) {
    return [...dom.byId("article").querySelectorAll("[data-start]")].filter((piece) => {
      const from = Number(piece.dataset.start);
      return from < end && from + Array.from(piece.textContent).length > start;
    });
  }

  function go(mark) {
    mark.closest("details")?.setAttribute("open", "");
    if (dom.narrow()) mark.scrollIntoView({ block: "center" });
    else dom.reveal(dom.byId("article"), mark);
  }

  /* The strip at the foot shows the words in their sentence, so that a phone needs no second column. */
  function explain(pointer, why, lit) {
    const strip = dom.byId("why-text");
    strip.replaceChildren(
      dom.make("b", { text: fields.label(fields.nameOf(pointer)) }),
      ` · ${why.words}${why.at.length ? " · " : ""}`,
    );
    if (why.at.length) {
      const [start, end] = why.at[0];
      const around = dom.narrow() ? 14 : 50;
      const from = Math.max(0, start - around),
        to = Math.min(text.length, end + around);
      strip.append(
        dom.make(
          "q",
          { dir: "auto" },
          flat(text.words(from, start)),
          dom.make("strong", { text: flat(text.words(start, end)) }),
          flat(text.words(end, to)),
        ),
      );
      if (why.at.length > 1) strip.append(` and ${why.at.length - 1} more`);
    }
    const jump = dom.byId("why-show");
    jump.hidden = !lit.length || !dom.narrow();
    jump.onclick = () => {
      document.dispatchEvent(new CustomEvent("pane", { detail: "article" }));
      go(lit[0]);
    };
  }
  const flat = (words) => words.replace(/\s+/g, " ");

  /** Light all values that rest on a mark, and bring the first into view. */
  function showValues(mark, { scroll = false } = {}) {
    clear();
    const pointers = mark.values.length ? mark.values : mark.pointers;
    const lit = pointers.flatMap((pointer) => [...valuesOf(pointer)]);
    lit.forEach((value) => value.classList.add("lit"));
    pointers.forEach((pointer) => (marks.get(pointer) ?? []).forEach((other) => shine(other, pointer)));
    dom.byId("article").classList.add("lighting");
    const names = [...new Set(lit.map((value) => value.getAttribute("data-name") ?? value.textContent))];
    const strip = dom.byId("why-text");
    strip.replaceChildren(dom.make("b", { text: "On these words rests · " }), names.join(" · "));
    dom.byId("why-show").hidden = true;
    if (scroll && lit.length) {
      if (dom.narrow()) document.dispatchEvent(new CustomEvent("pane", { detail: "records" }));
      lit[0].scrollIntoView({ block: "center", behavior: dom.still() ? "auto" : "smooth" });
      dom.say(`On these words rests: ${names.join(", ")}`);
    }
  }

  /* What the keyboard is on stays lit when the mouse leaves something else. */
  function restore() {
    const focused = document.activeElement.matches(":focus-visible") ? document.activeElement : null;
    if (focused?.matches("#records [data-at]")) show(focused.dataset.at, { scroll: false });
    else if (focused?.matches("#article mark")) showValues(focused);
    else if (pinned?.mark) showValues(pinned.mark);
    else if (pinned) show(pinned.pointer, { scroll: false });
    else clear();
  }

  function pin(next, showIt) {
    const again = pinned && (next.mark ? pinned.mark === next.mark : pinned.pointer === next.pointer);
    pinned = again ? null : next;
    if (again) clear();
    else showIt();
  }

  /** Listen once for all documents; `busy` says when hovering should leave the light alone. */
  function start(busy) {
    const value = (event) => event.target.closest?.("#records [data-at]");
    const mark = (event) => event.target.closest?.("#article mark");
    let waiting = null;
    const soon = (act) => {
      clearTimeout(waiting);
      waiting = setTimeout(act, 40);
    }; // crossing a value is not resting on it
    for (const [enter, leave] of [
      ["mouseover", "mouseout"],
      ["focusin", "focusout"],
    ]) {
      document.addEventListener(enter, (event) => {
        if (busy() || !text) return;
        if (value(event)) soon(() => show(value(event).dataset.at));
        else if (mark(event)) soon(() => showValues(mark(event)));
      });
      document.addEventListener(leave, (event) => {
        if (!busy() && text && (value(event) || mark(event))) soon(restore);
      });
    }
    document.addEventListener("click", (event) => {
      if (busy() || !text || !getSelection().isCollapsed) return;
      const one = value(event),
        words = mark(event);
      if (one)
        pin({ pointer: one.dataset.at }, () => {
          show(one.dataset.at);
          dom.say(dom.byId("why-text").textContent);
        });
      else if (words) pin({ mark: words }, () => showValues(words, { scroll: true }));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !busy()) {
        pinned = null;
        clear();
      }
      if ((event.key === "Enter" || event.key === " ") && mark(event)) {
        event.preventDefault();
        mark(event).click();
      }
    });
  }

  return { follow, show, clear, start };
})();
