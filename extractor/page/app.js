"use strict";
/* What the page is made of, put together: views come in, one is open, the tools act on it. */
(() => {
  const views = [];
  let open = -1;

  function add(more, first) {
    const from = views.length;
    views.push(...more);
    documents.render(views, show);
    ["export"].forEach((id) => {
      dom.byId(id).hidden = !views.length;
    });
    if (first && views.length) {
      documents.go(from);
      if (from || dom.byId("input").hidden === false) dom.byId("records").focus({ preventScroll: true });
      const { record } = views[from];
      dom.say(
        record.status === "events"
          ? `Done: ${record.events?.length ?? 1} found`
          : record.status === "none"
            ? "Done: no event"
            : "Done: failed",
      );
    } else documents.go(open);
  }

  function show(index) {
    if (index === open && review.active()) return;
    if (!review.leave()) return documents.go(open);
    open = index;
    const text = spans.of(views[index]);
    dom.byId("reader").hidden = false;
    const marks = article.render(text);
    records.render(text);
    light.follow(text, marks);
    const { record } = views[index];
    dom.byId("review-toggle").hidden = !(views[index].document && record.document);
    document.title = `${record.document?.title ?? record.doc_id} · extractor`;
  }

  function pane(name) {
    dom.byId("reader").dataset.pane = name;
    dom.byId("show-records").setAttribute("aria-pressed", String(name === "records"));
    dom.byId("show-article").setAttribute("aria-pressed", String(name === "article"));
  }

  function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("extractor-theme", root.dataset.theme);
    } catch {
      /* a page without storage forgets */
    }
  }

  function remembered() {
    try {
      return localStorage.getItem("extractor-theme");
    } catch {
      return null;
    }
  }

  function keys(event) {
    if (
      review.active() ||
      event.target.closest("input, select, textarea, dialog, #article") ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    if (event.key === "j") documents.step(1);
    if (event.key === "k") documents.step(-1);
    if (event.key === "r" && !dom.byId("review-toggle").hidden) review.toggle(views[open]);
  }

  const kept = remembered();
  if (kept) document.documentElement.dataset.theme = kept;
  dom.byId("theme").addEventListener("click", theme);
  dom.byId("show-records").addEventListener("click", () => pane("records"));
  dom.byId("show-article").addEventListener("click", () => pane("article"));
  document.addEventListener("pane", (event) => pane(event.detail));
  dom.byId("previous").addEventListener("click", () => documents.step(-1));
  dom.byId("next").addEventListener("click", () => documents.step(1));
  dom.byId("review-toggle").addEventListener("click", () => review.toggle(views[open]));
  document.addEventListener("keydown", keys);
  pane("records");
  leave.start(() => ({ views, name: views.length === 1 ? gold.fileName(views[0].record.doc_id) : "records" }));
  light.start(() => review.active());
  review.start(() => show(open));
  const inside = [...document.querySelectorAll("script.view")].map((holder) => JSON.parse(holder.textContent));
  if (inside.length) add(inside, true);
  if (document.documentElement.dataset.mode === "live") live.start(add);
  else if (!inside.length)
    (dom
      .byId("reader")
      .replaceChildren(dom.make("p", { class: "note", text: "No document was written to this page." })),
      (dom.byId("reader").hidden = false));
})();
