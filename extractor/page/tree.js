"use strict";
/* A record taken apart into what a reviewer decides: leaves (one value each) inside groups (document, event, person, agreement). */
const tree = (() => {
  const GROUPS = { participants: "person", agreements: "agreement" };
  let last = 0;

  const leaf = (kind, name, path, value, list) => ({
    id: (last += 1),
    kind: "leaf",
    of: kind,
    name,
    path,
    value,
    was: value,
    state: "open",
    list,
    span: null,
    must: false,
  });
  const group = (what, name, path, items, state = "open") => ({
    id: (last += 1),
    kind: "group",
    what,
    name,
    path,
    items,
    state,
  });

  /* Many values, one leaf each; but parties of an agreement are one value, since null means those of the event. */
  const many = (kind, name) => fields.of(kind, name).list && !fields.of(kind, name).null;

  /** The tree of a record; with `extended` all fields, else those that gold always has. */
  function build(record, extended) {
    const events = record.events.map((event, index) => object("event", "events", event, `/events/${index}`, extended));
    return group("root", "", "", [object("document", "document", record.document, "/document", extended), ...events]);
  }

  function object(what, name, plain, path, extended) {
    return group(
      what,
      name,
      path,
      namesOf(what, extended).flatMap((field) => items(what, field, plain[field], `${path}/${field}`, extended)),
    );
  }

  const namesOf = (what, extended) => [...fields.CORE[what], ...(extended ? fields.extended(what) : [])];

  function items(what, name, value, path, extended) {
    if (GROUPS[name])
      return (value ?? []).map((one, index) => object(GROUPS[name], name, one, `${path}/${index}`, extended));
    if (many(what, name)) return (value ?? []).map((one, index) => leaf(what, name, `${path}/${index}`, one, true));
    return [leaf(what, name, path, value ?? null, false)];
  }

  /** Put an empty value, person, agreement or event where its like stand; answers the new node. */
  function add(parent, name, extended) {
    const what = name === "events" ? "event" : GROUPS[name];
    const path = `${parent.path}/${name}/new${last}`;
    const node = what ? object(what, name, {}, path, extended) : leaf(parent.what, name, path, null, true);
    node.state = "added";
    const order = parent.what === "root" ? ["document", "events"] : namesOf(parent.what, true);
    const at = parent.items.findLastIndex((one) => order.indexOf(one.name) <= order.indexOf(name));
    parent.items.splice(at + 1, 0, node);
    return node;
  }

  /** Take a node that was just added out again. */
  function remove(root, id) {
    const parent = parentOf(root, id);
    if (parent) parent.items = parent.items.filter((one) => one.id !== id);
  }

  /** All nodes to decide, in reading order; what lies inside a rejected group is decided with it. */
  function walk(node, out = []) {
    for (const item of node.items ?? []) {
      if (item.what !== "document") out.push(item);
      if (item.state !== "rejected") walk(item, out);
    }
    return out;
  }

  function parentOf(node, id) {
    for (const item of node.items ?? []) {
      if (item.id === id) return node;
      const found = parentOf(item, id);
      if (found) return found;
    }
    return null;
  }

  const find = (root, id) => parentOf(root, id)?.items.find((one) => one.id === id) ?? null;

  /** What may be added to a group. */
  function addable(what, extended) {
    if (what === "root") return ["events"];
    return namesOf(what, extended).filter(
      (name) => (GROUPS[name] || many(what, name)) && name !== "flags" && name !== "positions",
    );
  }

  /** A group in one line, by what it holds. */
  function title(node) {
    const value = (name) => node.items.find((one) => one.name === name && one.state !== "rejected")?.value;
    if (node.what === "document") return "The article";
    if (node.what === "event")
      return ["Event", value("event_type") ? fields.words(value("event_type")) : "new", value("date")]
        .filter(Boolean)
        .join(" · ");
    if (node.what === "person") return `Person · ${value("name") ?? value("office") ?? "unnamed"}`;
    return `Agreement · ${value("title") ?? fields.words(value("kind") ?? "new")}`;
  }

  return { build, add, remove, walk, parentOf, find, addable, title };
})();
