"use strict";
/* The list of documents, its filters, and which one is open. */
const documents = (() => {
  const { make } = dom;
  const COLUMNS = [
    ["date", "Date"],
    ["title", "Title"],
    ["kind", "Event"],
    ["codes", "Parties"],
  ];
  const filters = { text: "", chart: null };
  let views = [];
  let open = -1;
  let onOpen = () => {};

  const eventsOf = (record) =>
    (record.events ?? []).map((event) => ({
      date: event.date,
      status: event.status,
      parties: event.parties,
      dyads: event.derived.dyads,
    }));
  const title = (record) => record.document?.title ?? record.doc_id;

  /** Show these views; `opened(index)` is called whenever another one is chosen. */
  function render(all, opened) {
    views = all;
    onOpen = opened;
    filters.chart = null;
    filters.text = "";
    dom.byId("overview").hidden = views.length < 2;
    dom.byId("pager").hidden = views.length < 2;
    draw();
  }

  function matches(index) {
    const { record } = views[index];
    const words = `${title(record)} ${record.doc_id} ${(record.events ?? []).map((event) => `${event.event_type} ${event.status} ${event.date} ${event.parties.join(" ")} ${event.parties.map(fields.country).join(" ")} ${event.participants.map((one) => one.name).join(" ")}`).join(" ")} ${record.status}`;
    return (
      (!filters.chart || filters.chart.docs.has(index)) &&
      filters.text
        .toLowerCase()
        .split(/\s+/)
        .every((word) => words.toLowerCase().includes(word))
    );
  }

  const kept = () => views.map((_, index) => index).filter(matches);

  function draw({ list = true } = {}) {
    if (views.length < 2) return;
    const shown = kept();
    if (list) dom.byId("documents").replaceChildren(head(), table(shown));
    else dom.byId("documents").lastChild.replaceWith(table(shown));
    dom.byId("tally").textContent =
      shown.length === views.length ? `${views.length} documents` : `${shown.length} of ${views.length} documents`;
    if (list)
      dom.byId("charts").replaceChildren(
        ...charts.render(
          views.map((view, index) => ({ index, events: eventsOf(view.record) })),
          filters.chart?.label,
          choose,
        ),
      );
    place();
  }

  function choose(found) {
    filters.chart = filters.chart?.label === found.label ? null : found;
    draw();
    const again = [...document.querySelectorAll("#charts .hit")].find(
      (one) => one.getAttribute("aria-label") === found.label,
    );
    again?.focus();
    dom.say(dom.byId("tally").textContent);
    const [first] = kept();
    if (filters.chart && first !== undefined && !matches(open)) go(first);
  }

  function head() {
    const input = make("input", {
      type: "search",
      id: "find",
      placeholder: "Filter: a country, a name, a date",
      "aria-label": "Filter documents",
      value: filters.text,
    });
    input.addEventListener("input", () => {
      filters.text = input.value.trim();
      draw({ list: false });
    });
    const chip = filters.chart
      ? dom.button(`${filters.chart.label} ×`, () => choose(filters.chart), {
          class: "chip",
          "aria-label": `Remove filter ${filters.chart.label}`,
        })
      : null;
    return make("div", { class: "row" }, input, chip, make("span", { id: "tally", class: "note" }));
  }

  function table(shown) {
    const rows = shown.map((index) => {
      const { record } = views[index];
      const [event, ...more] = record.events ?? [];
      const state = record.status === "failed" ? "⚠ failed" : record.status === "none" ? "no event" : "";
      return make(
        "tr",
        { class: index === open ? "open" : "", "data-index": index },
        make("td", { class: "date", text: event?.date ?? record.document?.publication_date ?? "" }),
        make(
          "td",
          {},
          dom.button(title(record), () => go(index), {
            class: "link",
            dir: "auto",
            "aria-current": index === open ? "true" : null,
          }),
        ),
        make(
          "td",
          { class: "kind" },
          event
            ? `${fields.words(event.event_type)}${event.status === "held" ? "" : `, ${fields.words(event.status)}`}${more.length ? ` +${more.length}` : ""}`
            : make("span", { class: state.startsWith("⚠") ? "mark" : "note", text: state }),
        ),
        make("td", {
          class: "codes",
          text: (event?.parties ?? []).slice(0, 4).join(" ") + (event?.parties.length > 4 ? " …" : ""),
        }),
      );
    });
    const empty = make("tr", {}, make("td", { class: "note", text: "No document fits." }));
    return make(
      "div",
      { class: "list", tabindex: "0", role: "region", "aria-label": "Documents" },
      make(
        "table",
        {},
        make("caption", { class: "unseen", text: "Documents" }),
        make(
          "colgroup",
          {},
          COLUMNS.map(([kind]) => make("col", { class: kind })),
        ),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            COLUMNS.map(([, name]) => make("th", { scope: "col" }, make("span", { class: "unseen", text: name }))),
          ),
        ),
        make("tbody", {}, rows.length ? rows : empty),
      ),
    );
  }

  /** Open a document; the list and the pager follow. */
  function go(index) {
    if (!views[index]) return;
    open = index;
    document.querySelectorAll("#documents tr[data-index]").forEach((line) => {
      const here = Number(line.dataset.index) === index;
      line.classList.toggle("open", here);
      const link = line.querySelector(".link");
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    place();
    onOpen(index);
  }

  function place() {
    const shown = kept();
    dom.byId("position").textContent = views.length > 1 ? `${shown.indexOf(open) + 1 || "–"} of ${shown.length}` : "";
  }

  /** The next kept document, or with -1 the one before. */
  function step(by) {
    const shown = kept();
    if (shown.length) go(shown[(shown.indexOf(open) + by + shown.length) % shown.length]);
  }

  return { render, go, step };
})();
