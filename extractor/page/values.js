"use strict";
/* One value on a card: a button that can be asked for its words, with the doubts about it in words beside it. */
const values = (() => {
  const { make } = dom;
  const LOOK_AT = 0.65; // confidence below which it is shown
  let text = null;
  let told = new Set(); // warnings that stand beside their value already

  /** Show the values of this document from now on. */
  function follow(newText) {
    text = newText;
    told = new Set();
  }

  const warnings = (pointer) => text.view.record.warnings.filter((warning) => warning.path === pointer);
  const unsupported = (pointer) => ["absent", "contradicted"].includes(text.view.record.support[pointer]?.status);

  /** The value at a pointer; null says so, or with `quiet` nothing. With `beside`, the article's own words for a code. */
  function value(pointer, plain, { quiet = false, beside = false, class: extra = "" } = {}) {
    const name = fields.nameOf(pointer);
    const shown = fields.shown(name, plain);
    if (!shown) return warned(pointer) ?? (quiet ? null : make("span", { class: "nil", text: "–" }));
    const label = `${fields.label(name)}: ${shown}`;
    const odd = unsupported(pointer);
    const button = make(
      "button",
      {
        type: "button",
        class: `value f-${fields.group(pointer)} ${extra}${odd ? " odd" : ""}`,
        "data-at": pointer,
        "data-name": label,
        dir: "auto",
      },
      shown,
    );
    return make(
      "span",
      { class: "said" },
      button,
      beside ? source(pointer, shown) : null,
      odd ? mark("not in the text") : null,
      doubt(pointer),
      warned(pointer),
    );
  }

  /* The article's own words, where they differ from the value: nobody has to hover to see what a date was read from. */
  function source(pointer, shown) {
    const found = text.exact.get(pointer);
    if (!found) return null;
    const words = text.words(...found.at[0]).replace(/\s+/g, " ");
    return words === shown || words.length > 40 ? null : make("i", { class: "words", dir: "auto", text: `“${words}”` });
  }

  /* How sure a value is, where it should be looked at first. */
  function doubt(pointer) {
    const sure = text.view.record.confidence?.[pointer];
    return sure < LOOK_AT ? make("span", { class: "sure", text: `${Math.round(100 * sure)} % sure` }) : null;
  }

  /** A doubt, as a sign and in words. */
  const mark = (words) => make("span", { class: "mark" }, make("span", { "aria-hidden": "true", text: "⚠ " }), words);

  function warned(pointer) {
    const found = warnings(pointer);
    if (!found.length) return null;
    found.forEach((warning) => told.add(warning));
    return make(
      "span",
      { class: "marks" },
      found.map((warning) => mark(warning.message)),
    );
  }

  /** A term and its values for a `dl`; nothing where there is no value. */
  const row = (label, ...values) => {
    const kept = values.flat().filter(Boolean);
    return kept.length ? [make("dt", { text: label }), make("dd", {}, kept)] : [];
  };
  /** The values of a list. */
  const each = (pointer, list, options) => (list ?? []).map((one, index) => value(`${pointer}/${index}`, one, options));

  /** Warnings that no value shows. */
  const left = () => text.view.record.warnings.filter((warning) => !told.has(warning));

  return { follow, value, each, row, mark, warnings, left };
})();
