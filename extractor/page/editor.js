"use strict";
/* A small form for one value, of the kind that its field has; words selected in the article fill it. */
const editor = (() => {
  const { make } = dom;
  let current = null;

  /** Open for `leaf` inside `holder`; `done(value, span)` or `cancel()` ends it. `span` are words selected before. */
  function open(holder, leaf, text, { done, cancel, span }) {
    const about = fields.of(leaf.of, leaf.name);
    const id = `edit-${leaf.id}`;
    const input = control(leaf, about, id);
    const note = make("p", { class: "note", id: `${id}-note`, "aria-live": "polite" });
    input.setAttribute("aria-describedby", `${id}-note`);
    const form = make(
      "form",
      { class: "edit", novalidate: true },
      make("label", { for: id, text: fields.label(leaf.name) }),
      input,
      note,
      make("div", { class: "row" }, make("button", { class: "main" }, "Keep"), dom.button("Cancel", cancel)),
    );
    current = { leaf, text, input, note, about, span: null };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(done);
    });
    form.addEventListener("keydown", (event) => {
      event.stopPropagation(); // letters are letters here, not commands
      if (event.key === "Escape") cancel();
      if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
        event.preventDefault();
        keep(done);
      }
    });
    input.addEventListener("input", () => {
      current.span = null;
      judge();
    });
    holder.append(form);
    if (span) offer(span);
    judge();
    input.focus();
    input.select?.();
  }

  const close = () => {
    current = null;
  };
  const isOpen = () => current !== null;

  function control(leaf, about, id) {
    if (about.values) {
      const options = (about.null && !leaf.list ? [""] : [])
        .concat(about.values)
        .map((value) => make("option", { value, text: value ? fields.words(value) : "nothing" }));
      const select = make("select", { id }, options);
      select.value = leaf.value ?? (about.null && !leaf.list ? "" : about.values[0]);
      return select;
    }
    if (leaf.name === "evidence" || leaf.name === "title") {
      const area = make("textarea", { id, rows: 3, dir: "auto" });
      area.value = fields.shown(leaf.name, leaf.value);
      return area;
    }
    const value = Array.isArray(leaf.value) ? leaf.value.join(" ") : (leaf.value ?? "");
    const input = make("input", {
      id,
      type: about.number ? "number" : "text",
      dir: "auto",
      autocomplete: "off",
      list: fields.CODES.has(leaf.name) ? "codes" : null,
    });
    input.value = value;
    return input;
  }

  /** Words of the article, `[start, end]`, as the value: themselves, or for a date or a code only as its proof. */
  function offer(span) {
    if (!current || current.about.values) return;
    const { leaf, input, text } = current;
    const words = text.words(...span);
    if (fields.COPIED.has(leaf.name)) input.value = words.replace(/\s+/g, " ");
    else if (leaf.name === "evidence") input.value = words;
    else if (fields.DATES.has(leaf.name) && /^\d{4}(-\d\d){0,2}$/.test(words)) input.value = words;
    current.span = span;
    judge();
    input.focus();
  }

  function read() {
    const { leaf, input, about, text } = current;
    const typed = input.value.trim();
    if (!typed) return null;
    if (leaf.name === "evidence") {
      const at = current.span ?? text.find(typed);
      return at ? { quote: text.words(...at), start: at[0], end: at[1] } : { quote: typed, start: -1, end: -1 };
    }
    if (about.list && about.null)
      return typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .sort();
    if (fields.CODES.has(leaf.name)) return typed.toUpperCase();
    return about.number ? Number(typed) : typed;
  }

  /* Said while typing, so that nothing has to be taken back later. */
  function judge() {
    const { leaf, text, note } = current;
    const value = read();
    const said = [];
    if (leaf.name === "evidence" && value?.start === -1) said.push("is not in the article");
    gold.check({ ...leaf, value }, text, (message) => said.push(message));
    const words = fields.COPIED.has(leaf.name) || leaf.name === "evidence";
    const at = current.span ?? (words && typeof value === "string" ? text.find(value) : null);
    note.className = said.length ? "mark" : "note";
    note.textContent = said.length
      ? `⚠ ${[...new Set(said)].join("; ")}`
      : [
          at ? `In the article: “${text.words(...at).slice(0, 60)}”.` : "",
          leaf.value === null && words ? "Select words in the article, or type them." : "",
          fields.of(leaf.of, leaf.name).help,
        ]
          .filter(Boolean)
          .join(" ");
    if (at) light.show(leaf.path, { extra: { words: spans.HOW.chosen, at: [at] } });
    return said;
  }

  function keep(done) {
    const value = read();
    const { leaf, span, text, about } = current;
    if (value === null && (leaf.list || !about.null)) return judge();
    if (leaf.name === "evidence" && value?.start === -1) return judge();
    const at =
      span ??
      (typeof value === "string" && fields.COPIED.has(leaf.name)
        ? text.find(value)
        : value?.quote
          ? [value.start, value.end]
          : null);
    done(value, at);
    return null;
  }

  /** Names for the codes, once a page: what the input offers while a country is typed. */
  function start() {
    document.body.append(
      make(
        "datalist",
        { id: "codes" },
        fields.choices.codes.map((code) => make("option", { value: code, label: fields.country(code) })),
      ),
    );
  }

  return { open, close, isOpen, offer, start };
})();
