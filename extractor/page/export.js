"use strict";
/* Records leave as the command line writes them: JSON, or CSV from rows that the service has made. */
const leave = (() => {
  const json = (views) =>
    `${JSON.stringify(views.length === 1 ? views[0].record : views.map((view) => view.record), null, 2)}\n`;

  /* As RFC 4180 has it; the cells are safe for a spreadsheet already. */
  function csv(views) {
    const rows = views.flatMap((view) => view.rows);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const cell = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]
      .map((cells) => `${cells.map(cell).join(",")}\n`)
      .join("");
  }

  async function copy(words, what) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // no permission, or a page that isn't from a secure place
      const area = dom.make("textarea", { class: "unseen" });
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    dom.say(`${what} copied`);
    flash(`${what} copied`);
  }

  function flash(words) {
    const summary = dom.byId("export").querySelector("summary");
    summary.textContent = words;
    setTimeout(() => {
      summary.textContent = "Export";
    }, 1600);
  }

  /** Wire the menu; `current` answers all views and the file name to use. */
  function start(current) {
    const act = (id, run) =>
      dom.byId(id).addEventListener("click", () => {
        run(current());
        dom.byId("export").open = false;
      });
    act("copy-json", ({ views }) => copy(json(views), "JSON"));
    act("copy-csv", ({ views }) => copy(csv(views), "CSV"));
    act("save-json", ({ views, name }) => dom.save(`${name}.json`, json(views), "application/json"));
    act("save-csv", ({ views, name }) => dom.save(`${name}.csv`, csv(views), "text/csv"));
    document.addEventListener("click", (event) => {
      if (!event.target.closest("#export")) dom.byId("export").open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") dom.byId("export").open = false;
    });
  }

  return { start, csv };
})();
