// The review queue by keyboard: every decision is one request and saved at once.
import { reviewer, say } from "./reviewer.js";
import { send } from "./sending.js";

const items = [...document.querySelectorAll("#queue .item")];
const made = [];
let here = -1;

function go(to) {
  here = Math.min(Math.max(to, 0), items.length - 1);
  items[here]?.focus();
  items[here]?.scrollIntoView({ block: "center" });
}

async function decide(item, action, more = {}) {
  const by = reviewer();
  if (!by) return;
  const seen = Number(item.dataset.seen ?? 0);
  const { status, told } = await send("/decisions", { action, record: item.dataset.record, by, seen, ...more });
  if (status === 409) {
    item.dataset.seen = told.seen;
    const { decision } = told;
    return say(`${decision.by} has decided this before you: ${decision.action} ${decision.after ?? ""}. `
      + "Do it again to decide all the same, or go on.");
  }
  if (status !== 201) return say(told.problem);
  made.push({ sequence: told.decision.sequence, item });
  const left = items.filter((one) => one !== item && !one.dataset.done).length;
  item.dataset.done = action;
  say(`${action}: saved as decision ${told.decision.sequence}. `
    + (left ? `${left} left on this page.` : "This page is done: load it again for more."));
  go(items.indexOf(item) + 1);
}

async function undo() {
  const last = made.pop();
  if (!last) return say("Nothing of this page to undo.");
  const { status, told } = await send("/decisions", {
    action: "undo", sequence: last.sequence, by: reviewer(),
  });
  if (status !== 201) return say(told.problem);
  delete last.item.dataset.done;
  go(items.indexOf(last.item));
  say(`Decision ${last.sequence} is undone.`);
}

function correct(item) {
  const form = item.querySelector(".correction");
  form.hidden = false;
  form.elements.value.focus();
}

// Offsets are code points of the document; a page counts in UTF-16 units.
function selected(item) {
  const passage = item.querySelector(".passage");
  const selection = getSelection();
  if (!passage || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !passage.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(passage);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = Number(passage.dataset.start) + [...before.toString()].length
    + [...words].length - [...words.trimStart()].length;
  return { span: [start, start + [...words.trim()].length], words: words.trim() };
}

function span(item, field) {
  const found = selected(item);
  if (!found?.words) return say("Select the words in the paragraph of this item first.");
  decide(item, "correct", { field, span: found.span });
}

const KEYS = {
  a: () => decide(items[here], "accept"),
  x: () => decide(items[here], "reject"),
  e: () => correct(items[here]),
  s: () => span(items[here], "evidence"),
  t: () => span(items[here], "trigger"),
  " ": () => go(here + 1),
  j: () => go(here + 1),
  k: () => go(here - 1),
  u: undo,
  "?": () => document.getElementById("keys").toggleAttribute("open"),
};

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key === "Escape" && target.closest(".correction")) {
    target.closest(".correction").hidden = true;
    return target.closest(".item").focus();
  }
  if (target.closest("input, select, textarea, button, summary") || event.ctrlKey || event.metaKey) return;
  if (!(key in KEYS) || (!"ju?k".includes(key) && !items[here])) return;
  event.preventDefault();
  KEYS[key]();
});

for (const item of items) {
  item.addEventListener("focusin", () => (here = items.indexOf(item)));
  // Selecting text does not focus what it stands in.
  item.addEventListener("pointerdown", () => (here = items.indexOf(item)));
  for (const button of item.querySelectorAll("[data-action]")) {
    const { action } = button.dataset;
    button.addEventListener("click", () =>
      action === "correct" ? correct(item) : decide(item, action));
  }
  const form = item.querySelector(".correction");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { field, value, reason } = form.elements;
    const list = ["actors", "recipients", "modes", "means", "subjects"].includes(field.value);
    const words = value.value.trim();
    const json = JSON.stringify(list ? words.split(",").map((w) => w.trim()).filter(Boolean) : words);
    form.hidden = true;
    decide(item, "correct", { field: field.value, value: json, reason: reason.value });
  });
}
go(0);
