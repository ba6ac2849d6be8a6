"use strict";
/* Several documents at a glance: when their events were, and who met whom. A click keeps the documents behind a mark. */
const charts = (() => {
  const { svg, make } = dom;
  const MOST_PARTIES = 12;
  const MOST_BINS = 36;

  /** Both charts for `docs`, `[{index, events}]`; `choose({label, docs})` is called with what was clicked. */
  function render(docs, chosen, choose) {
    const events = docs.flatMap((doc) => doc.events.map((event) => ({ ...event, doc: doc.index })));
    return [timeline(events, chosen, choose), dyads(events, chosen, choose)].filter(Boolean);
  }

  const mark = (label, chosen, click, properties, ...children) =>
    svg(
      "g",
      {
        class: `hit${chosen === label ? " chosen" : ""}`,
        role: "button",
        tabindex: "0",
        "aria-label": label,
        "aria-pressed": chosen === label ? "true" : "false",
        on: {
          click,
          keydown: (event) => {
            if (event.key === "Enter" || event.key === " ") {
              event.preventDefault();
              click();
            }
          },
        },
        ...properties,
      },
      svg("title", { text: label }),
      ...children,
    );

  const figure = (title, note, drawing) =>
    make("figure", {}, make("figcaption", {}, make("b", { text: title }), note ? ` ${note}` : ""), drawing);
  const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

  /* Days, months or years, whichever still fits the width: a square is an event. */
  function timeline(events, chosen, choose) {
    const dated = events.filter((event) => /^\d{4}/.test(event.date ?? ""));
    if (!dated.length) return null;
    const size = [10, 7, 4].find((length) => bins(dated, length).length <= MOST_BINS) ?? 4;
    const all = bins(dated, size);
    const filled = new Map(all.map((bin) => [bin, []]));
    dated.forEach((event) => filled.get(event.date.slice(0, size).padEnd(size, "-01"))?.push(event));
    const tallest = Math.max(...[...filled.values()].map((found) => found.length));
    const width = 340,
      step = Math.min(56, (width - 20) / all.length),
      foot = 96;
    const side =
        [15, 13, 11, 9, 7, 6, 5, 4, 3].find((one) => columns(one, step) * Math.floor(88 / (one + 1)) >= tallest) ?? 2,
      across = columns(side, step);
    const left = (width - step * all.length) / 2;
    const drawing = svg(
      "svg",
      { viewBox: `0 0 ${width} 122`, width, height: 122, role: "group", "aria-label": "Events by date" },
      svg("line", { class: "axis", x1: 6, x2: width - 6, y1: foot + 2, y2: foot + 2 }),
    );
    all.forEach((bin, index) => {
      const found = filled.get(bin),
        used = Math.min(across, found.length),
        x = left + index * step + (step - used * (side + 1)) / 2;
      if (!found.length) return;
      const label = `${named(bin)}: ${many(found.length, "event")}`;
      drawing.append(
        mark(
          label,
          chosen,
          () => choose({ label, docs: new Set(found.map((event) => event.doc)) }),
          {},
          svg("rect", { class: "touch", x: left + index * step, y: 4, width: step, height: foot }),
          ...found.map((event, place) =>
            svg("rect", {
              class: `square ${event.status}`,
              x: x + (place % across) * (side + 1) + 0.75,
              y: foot - (Math.floor(place / across) + 1) * (side + 1) + 0.75,
              width: Math.max(1, side - 1.5),
              height: Math.max(1, side - 1.5),
              rx: 2,
            }),
          ),
        ),
      );
    });
    ticks(all, size, step).forEach(([index, words]) =>
      drawing.append(
        svg("text", {
          x: Math.max(28, Math.min(width - 28, left + (index + 0.5) * step)),
          y: 116,
          "text-anchor": "middle",
          text: words,
        }),
      ),
    );
    const loose = events.length - dated.length;
    return figure(
      "When",
      `${many(dated.length, "event")}${loose ? `, ${loose} without a date` : ""}. Hollow: planned or called off.`,
      drawing,
    );
  }

  /* Squares beside each other in a bin, with room to its neighbours. */
  const columns = (side, step) => Math.max(1, Math.floor((step - 6) / (side + 1)));

  /* Every day, month or year between the first and the last. */
  function bins(events, size) {
    const dates = events.map((event) => event.date.slice(0, size).padEnd(size, "-01")).sort();
    const out = [];
    const day = new Date(`${dates[0].padEnd(10, "-01").slice(0, 10)}T00:00Z`);
    for (let bin = ""; out.length <= MOST_BINS * 4;) {
      bin = day.toISOString().slice(0, size);
      if (bin > dates.at(-1)) break;
      out.push(bin);
      if (size === 10) day.setUTCDate(day.getUTCDate() + 1);
      else if (size === 7) day.setUTCMonth(day.getUTCMonth() + 1);
      else day.setUTCFullYear(day.getUTCFullYear() + 1);
    }
    return out;
  }

  const named = (bin) =>
    bin.length === 4
      ? bin
      : new Intl.DateTimeFormat("en", {
          year: "numeric",
          month: "short",
          day: bin.length === 10 ? "numeric" : undefined,
          timeZone: "UTC",
        }).format(new Date(`${bin.padEnd(10, "-01").slice(0, 10)}T00:00Z`));

  /* As many labels as there is room for. */
  function ticks(all, size, step) {
    const every = Math.ceil({ 4: 40, 7: 74, 10: 86 }[size] / step);
    return all.map((bin, index) => [index, named(bin)]).filter(([index]) => index % every === 0);
  }

  /* Half a matrix of the parties that appear most; the size of a dot is the number of events that the two share. */
  function dyads(events, chosen, choose) {
    const pairs = new Map(),
      counts = new Map();
    for (const event of events) {
      event.parties.forEach((party) => counts.set(party, (counts.get(party) ?? 0) + 1));
      for (const [one, other] of event.dyads) {
        const key = [one, other].sort().join("|");
        pairs.set(key, [...(pairs.get(key) ?? []), event.doc]);
      }
    }
    if (!pairs.size) return null;
    const parties = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([party]) => party);
    const shown = parties.slice(0, MOST_PARTIES);
    const most = Math.max(...[...pairs.values()].map((docs) => docs.length));
    const cell = shown.length > 8 ? 22 : 28,
      label = 118,
      width = label + shown.length * cell + 40,
      height = shown.length * cell + 6;
    const drawing = svg("svg", {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "group",
      "aria-label": "Who met whom",
      class: "matrix",
    });
    shown.forEach((party, line) => {
      const y = line * cell + cell / 2 + 2,
        name = fields.country(party),
        words = `${name}: ${many(counts.get(party), "event")}`;
      const docs = new Set(events.filter((event) => event.parties.includes(party)).map((event) => event.doc));
      if (line)
        drawing.append(
          svg("line", { class: "axis", x1: label, x2: label + line * cell, y1: y, y2: y }),
          svg("line", {
            class: "axis",
            x1: label + (line - 0.5) * cell,
            x2: label + (line - 0.5) * cell,
            y1: y,
            y2: height - cell / 2 - 2,
          }),
        );
      drawing.append(
        mark(
          words,
          chosen,
          () => choose({ label: words, docs }),
          {},
          svg("rect", { class: "touch", x: 0, y: y - cell / 2, width: label - 4, height: cell }),
          svg("text", { x: label - 8, y: y + 4, "text-anchor": "end", text: name.length > 17 ? party : name }),
        ),
      );
      if (line < shown.length)
        drawing.append(
          svg("text", {
            class: "code",
            x: label + line * cell + cell / 2,
            y: y + 4,
            "text-anchor": "middle",
            text: party,
          }),
        );
    });
    shown.forEach((one, line) =>
      shown.slice(0, line).forEach((other, column) => {
        const docs = pairs.get([one, other].sort().join("|"));
        if (!docs) return;
        const x = label + column * cell + cell / 2,
          y = line * cell + cell / 2 + 2,
          words = `${fields.country(other)} and ${fields.country(one)}: ${many(docs.length, "event")}`;
        const radius = (cell / 2 - 3) * (0.55 + 0.45 * Math.sqrt(docs.length / most));
        drawing.append(
          mark(
            words,
            chosen,
            () => choose({ label: words, docs: new Set(docs) }),
            {},
            svg("circle", { class: "dot", cx: x, cy: y, r: radius }),
            svg("text", { class: "count", x, y: y + 4, "text-anchor": "middle", text: String(docs.length) }),
          ),
        );
      }),
    );
    const left = parties.length - shown.length;
    return figure("Who", left ? `The ${MOST_PARTIES} named most; ${left} more in the list.` : "", drawing);
  }

  return { render };
})();
