"use strict";
/* Review by keyboard: one value after the other is accepted, corrected or rejected; the result is a gold label. */
const review = (() => {
  let text = null; // the spans of the view under review; null outside
  let root = null;
  let here = 0; // id of the current node
  let past = []; // what undo goes back to
  let saved = true;
  let stop = () => {};
  const about = { annotator: "", type: "agency", notes: [], extended: false };

  const active = () => text !== null;
  const nodes = () => tree.walk(root);
  const open = () => nodes().filter((node) => node.state === "open");

  function toggle(view) {
    if (active()) return void (leave() && stop());
    text = spans.of(view);
    root = tree.build(view.record, about.extended);
    past = [];
    saved = true;
    here = nodes()[0].id;
    dom.byId("review-toggle").setAttribute("aria-pressed", "true");
    document.documentElement.classList.add("reviewing");
    draw();
    dom.say(`Review: ${nodes().length} values to decide`);
  }

  /** End the review; false if the reader wants to go on with it. */
  function leave() {
    if (!active()) return true;
    if (!saved && !confirm("Leave this review? Its decisions are not downloaded yet.")) return false;
    text = null;
    editor.close();
    dom.byId("review-toggle").setAttribute("aria-pressed", "false");
    document.documentElement.classList.remove("reviewing");
    return true;
  }

  function draw(options) {
    editor.close();
    if (!tree.find(root, here)) here = nodes()[0].id;
    desk.draw({ text, root, here, about }, { decide, edit, add, go, extend, download }, options);
  }

  function go(id) {
    here = id;
    draw();
  }

  function change(act) {
    past.push(JSON.stringify({ root, here }));
    saved = false;
    act();
  }

  function undo() {
    if (!past.length) return dom.say("Nothing to undo");
    ({ root, here } = JSON.parse(past.pop()));
    draw();
    return dom.say("Undone");
  }

  function decide(id, state) {
    const node = tree.find(root, id);
    const one = node.kind === "leaf" && !node.list && !fields.of(node.of, node.name).null;
    if (state === "rejected" && one)
      return complain(`${fields.label(node.name)} can’t be empty: correct it (e), or reject what it belongs to.`);
    if (state === "accepted" && node.kind === "leaf") {
      const [wrong] = gold.faults(node, text);
      if (wrong) return complain(`${fields.label(node.name)} ${wrong}: correct it (e) or reject it (x).`);
    }
    change(() => {
      node.state = state;
    });
    here = id;
    return move(1, `${fields.label(node.name)} ${state}`);
  }

  function complain(words) {
    draw();
    dom.byId("verdict").textContent = `⚠ ${words}`;
    dom.say(words);
  }

  /* Everything that is open in the card of the current value, itself included. */
  function acceptCard() {
    const node = tree.find(root, here);
    const card = node.kind === "group" ? node : tree.parentOf(root, here);
    const waiting = [card, ...tree.walk(card)].filter((one) => one.state === "open" && one.what !== "root");
    const wrong = waiting.filter((one) => one.kind === "leaf" && gold.faults(one, text).length);
    if (!waiting.length) return move(1);
    change(() =>
      waiting
        .filter((one) => !wrong.includes(one))
        .forEach((one) => {
          one.state = "accepted";
        }),
    );
    here = (wrong[0] ?? waiting.at(-1)).id;
    if (wrong.length)
      return complain(
        `${fields.label(wrong[0].name)} ${gold.faults(wrong[0], text)[0]}: correct it (e) or reject it (x).`,
      );
    return move(1, `${waiting.length} accepted`);
  }

  function move(by, words = "") {
    const all = nodes();
    const at = all.findIndex((node) => node.id === here);
    here = all[Math.max(0, Math.min(all.length - 1, at + by))].id;
    draw();
    if (words) dom.say(`${words}. ${all.length - open().length} of ${all.length} decided`);
  }

  function edit(id, isNew = false) {
    here = id;
    const node = tree.find(root, id);
    if (node.kind !== "leaf" || node.name === "positions") return move(1);
    const span = article.selected(text);
    draw({ focus: false });
    const holder = dom.byId(`node-${id}`);
    editor.open(holder, node, text, {
      span,
      done: (value, at) => {
        editor.close();
        keep(node, value, at, isNew);
      },
      cancel: () => {
        editor.close();
        if (isNew) {
          tree.remove(root, id);
          past.pop();
          here = nodes()[0].id;
        }
        draw();
      },
    });
    return holder.scrollIntoView({ block: "nearest" });
  }

  function keep(node, value, at, isNew) {
    const settle = () =>
      Object.assign(node, {
        value,
        span: at,
        state: isNew ? "added" : JSON.stringify(value) === JSON.stringify(node.was) ? "accepted" : "corrected",
      });
    if (isNew)
      settle(); // adding it is what undo takes back
    else change(settle);
    here = node.id;
    move(1, `${fields.label(node.name)} ${node.state}`);
  }

  function add(parent, name) {
    let node = null;
    change(() => {
      node = tree.add(parent, name, about.extended);
    });
    if (node.kind === "leaf") return edit(node.id, true);
    here = node.items[0].id;
    return edit(here);
  }

  function extend(wanted) {
    if (past.length && !confirm("Start over with the other set of fields? The decisions so far are lost."))
      return draw();
    about.extended = wanted;
    root = tree.build(text.view.record, about.extended);
    past = [];
    return go(nodes()[0].id);
  }

  function download(what) {
    const label = gold.label(root, text.view, about);
    if (what === "label") dom.save(`${label.doc_id}.json`, `${JSON.stringify(label, null, 1)}\n`, "application/json");
    else dom.save(label.source, text.view.document.text, "text/plain");
    saved = true;
  }

  function must() {
    const node = tree.find(root, here);
    if (node.kind !== "leaf" || node.list) return;
    change(() => {
      node.must = !node.must;
    });
    draw();
  }

  const KEYS = {
    a: () => decide(here, "accepted"),
    A: acceptCard,
    x: () => decide(here, "rejected"),
    e: () => edit(here),
    u: undo,
    m: must,
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => edit(here),
  };

  function key(event) {
    const act = KEYS[event.key];
    if (
      !active() ||
      !act ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target.closest("input, select, textarea, dialog, summary")
    )
      return;
    if (event.key === "Enter" && !event.target.closest(".pick")) return; // a focused button does what it says
    if (event.key.startsWith("Arrow") && event.target.closest("#article")) return;
    event.preventDefault();
    act();
  }

  function words(event) {
    if (!active()) return;
    const span = article.selected(text);
    if (span && editor.isOpen()) editor.offer(span);
    const mark = event.target.closest?.("mark");
    if (span || !mark || editor.isOpen()) return;
    const node = nodes().find((one) => mark.pointers.includes(one.path));
    if (node) go(node.id);
  }

  /** Listen once; `ended` draws the records again. */
  function start(ended) {
    stop = ended;
    editor.start();
    document.addEventListener("keydown", key);
    for (const event of ["mouseup", "touchend"])
      dom.byId("article").addEventListener(event, (one) => setTimeout(() => words(one), 0));
    addEventListener("beforeunload", (event) => {
      if (active() && !saved) event.preventDefault();
    });
  }

  return { active, toggle, leave, start };
})();
