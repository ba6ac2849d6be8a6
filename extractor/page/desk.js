"use strict";
/* What a review looks like: cards of lines, one for each value, the current one with its words lit; at the end, the files. */
const desk = (() => {
  const { make } = dom;
  const SIGNS = { open: "○", accepted: "✓", corrected: "✎", rejected: "✕", added: "+" };
  const KEYS = [
    ["a", "accept"],
    ["A", "all of the card"],
    ["e", "correct"],
    ["x", "reject"],
    ["j k", "move"],
    ["u", "undo"],
    ["m", "must pass"],
  ];
  let now = null; // { text, root, here, about }
  let acts = null; // what the buttons do: decide, edit, add, go, change, download

  /** Draw the review of `state`; with `focus`, the current line takes it. */
  function draw(state, does, { focus = true } = {}) {
    now = state;
    acts = does;
    const all = tree.walk(now.root),
      left = all.filter((node) => node.state === "open").length;
    const meter = make("progress", { max: all.length, value: all.length - left, "aria-label": "Values decided" });
    dom.byId("records").replaceChildren(
      make(
        "div",
        { class: "desk" },
        meter,
        make("span", { text: `${all.length - left} of ${all.length} decided` }),
        make(
          "p",
          { class: "legend" },
          KEYS.map(([key, does]) => make("span", {}, make("kbd", { text: key }), ` ${does}`)),
        ),
        make("p", { id: "verdict", class: "mark" }),
      ),
      ...now.root.items.map(card),
      make(
        "div",
        { class: "row" },
        dom.button("+ Event", () => acts.add(now.root, "events")),
      ),
      finish(left),
    );
    aim(focus);
  }

  function card(group) {
    const rejected = group.state === "rejected";
    return make(
      "section",
      { class: `card review ${group.state}`, "aria-label": tree.title(group) },
      group.what === "document" ? make("h2", { text: tree.title(group) }) : line(group),
      rejected
        ? null
        : make(
            "ul",
            {},
            group.items.filter((item) => item.kind === "leaf").map((item) => make("li", {}, line(item))),
          ),
      rejected ? null : group.items.filter((item) => item.kind === "group").map(card),
      rejected
        ? null
        : make(
            "div",
            { class: "row adds" },
            tree
              .addable(group.what, now.about.extended)
              .map((name) => dom.button(`+ ${fields.label(name)}`, () => acts.add(group, name), { class: "small" })),
          ),
    );
  }

  function line(node) {
    const isGroup = node.kind === "group";
    const name = isGroup ? tree.title(node) : fields.label(node.name);
    const nothing = node.of === "agreement" && node.name === "parties" ? "those of the event" : "nothing";
    const value = isGroup ? "" : node.value === null ? nothing : fields.shown(node.name, node.value);
    const wrong = node.kind === "leaf" && !["rejected", "open"].includes(node.state) ? gold.faults(node, now.text) : [];
    const current = node.id === now.here;
    const act = (sign, words, click) =>
      dom.button(sign, click, {
        class: "icon",
        "aria-label": `${words}: ${name}`,
        title: words,
        tabindex: current ? "0" : "-1",
      });
    return make(
      "div",
      { class: `node ${node.state}${current ? " here" : ""}${isGroup ? " head" : ""}`, id: `node-${node.id}` },
      make("span", { class: "sign", "aria-hidden": "true", text: SIGNS[node.state] }),
      dom.button(words(node, name, value), () => acts.go(node.id), {
        class: "pick",
        tabindex: current ? "0" : "-1",
        "aria-current": current ? "true" : null,
      }),
      make(
        "span",
        { class: "acts" },
        act("✓", "Accept", () => acts.decide(node.id, "accepted")),
        isGroup || node.name === "positions" ? null : act("✎", "Correct", () => acts.edit(node.id)),
        act("✕", "Reject", () => acts.decide(node.id, "rejected")),
      ),
      wrong.length ? make("span", { class: "mark", text: `⚠ ${wrong.join("; ")}` }) : null,
    );
  }

  const words = (node, name, value) => [
    make("span", { class: "name", text: name }),
    value
      ? make("span", {
          class: `what f-${fields.group(node.path)}${node.value === null ? " nil" : ""}`,
          dir: "auto",
          text: value,
        })
      : null,
    make("span", { class: "unseen", text: `, ${node.state}` }),
    node.must ? make("b", { class: "note", text: " must pass" }) : null,
  ];

  /* The current value's words light up, and its line has the focus. */
  function aim(focus) {
    const node = tree.find(now.root, now.here);
    const own = node.span ?? (node.value?.quote ? [node.value.start, node.value.end] : null);
    if (own) light.show(node.path, { extra: { words: spans.HOW.chosen, at: [own] } });
    else if (node.path.includes("/new") || node.value === null) light.clear();
    else if (node.kind === "group")
      light.show(
        node.what === "event" ? `${node.path}/event_type` : `${node.path}/${node.what === "person" ? "name" : "title"}`,
      );
    else light.show(node.path);
    const pick = dom.byId(`node-${now.here}`).querySelector(".pick");
    if (focus) {
      pick.focus({ preventScroll: true });
      pick.scrollIntoView({ block: "nearest" });
    }
  }

  /* The label leaves only when all is decided, right and signed. */
  function finish(left) {
    const { about } = now;
    const wrong = gold.problems(now.root, now.text);
    const note = make("p", { class: "note" });
    const label = dom.button("Download label (.json)", () => acts.download("label"), {
      class: "main",
      id: "save-label",
    });
    const source = dom.button("Download article (.txt)", () => acts.download("article"), { id: "save-article" });
    const judge = () => {
      note.textContent = left
        ? `${left} still to decide.`
        : wrong.length
          ? "The marked values have to be put right first."
          : about.annotator
            ? "Both files belong into one folder of gold/."
            : "Sign it first: any short name.";
      label.disabled = source.disabled = Boolean(left || wrong.length || !about.annotator);
    };
    judge();
    return make(
      "section",
      { class: "card finish", "aria-label": "Finish" },
      make("h2", { text: "Keep it as gold" }),
      make("div", { class: "row" }, signed(judge), outlet(), whole()),
      notes(),
      wrong.length
        ? make(
            "ul",
            { class: "flags" },
            wrong.map(({ id, message }) =>
              make(
                "li",
                {},
                dom.button(`⚠ ${name(id)} ${message}`, () => acts.go(id), { class: "link" }),
              ),
            ),
          )
        : null,
      note,
      make("div", { class: "row" }, label, source),
    );
  }

  function signed(judge) {
    const input = make("input", { type: "text", id: "annotator", autocomplete: "off", value: now.about.annotator });
    const { about } = now;
    input.addEventListener("input", () => {
      about.annotator = input.value.trim();
      judge();
    });
    return make("label", {}, "Your sign ", input);
  }

  function outlet() {
    const { about } = now;
    const select = make(
      "select",
      { id: "doc-type" },
      gold.DOC_TYPES.map((one) => make("option", { value: one, text: one, selected: one === about.type })),
    );
    select.addEventListener("change", () => {
      about.type = select.value;
    });
    return make("label", {}, "Kind of outlet ", select);
  }

  function whole() {
    const box = make("input", { type: "checkbox", id: "extended", checked: now.about.extended });
    box.addEventListener("change", () => acts.extend(box.checked));
    return make("label", {}, box, " All fields, not only CORE");
  }

  function notes() {
    const { about } = now;
    const area = make("textarea", { id: "notes", rows: 2, placeholder: "One line for each ruling that was needed" });
    area.value = about.notes.join("\n");
    area.addEventListener("input", () => {
      about.notes = area.value
        .split("\n")
        .map((one) => one.trim())
        .filter(Boolean);
    });
    return make("label", {}, "Notes ", area);
  }

  const name = (id) => {
    const node = tree.find(now.root, id);
    return node.kind === "group" ? tree.title(node) : fields.label(node.name);
  };

  return { draw };
})();
