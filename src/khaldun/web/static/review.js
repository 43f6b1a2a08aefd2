// The review queue by keyboard: every decision is one request and saved at once.
import { reviewer, say } from "./reviewer.js";
import { send } from "./sending.js";

const items = [...document.querySelectorAll("#queue .item")];
// What was decided in this window, so that it can be undone when the next page is there too.
const made = JSON.parse(sessionStorage.getItem("khaldun-made") ?? "[]");
let here = -1;
let busy = false;

function go(to) {
  here = Math.min(Math.max(to, 0), items.length - 1);
  items[here]?.focus();
  items[here]?.scrollIntoView({ block: "center" });
}

function keep() {
  sessionStorage.setItem("khaldun-made", JSON.stringify(made.slice(-100)));
}

async function post(judgement) {
  if (busy) return null;
  busy = true;
  const answer = await send("/decisions", judgement);
  busy = false;
  return answer;
}

async function decide(item, action, more = {}) {
  const by = reviewer();
  if (!by) return false;
  const { record } = item.dataset;
  const seen = Number(item.dataset.seen ?? 0);
  const answer = await post({ action, record, by, seen, ...more });
  if (!answer) return false;
  const { status, told } = answer;
  if (status === 409) {
    item.dataset.seen = told.seen;
    const { decision } = told;
    say(`${decision.by} has decided this before you: ${decision.action} ${decision.after ?? ""}. `
      + "Do it again to decide all the same, or go on.");
    return false;
  }
  if (status !== 201) {
    say(told.problem);
    return false;
  }
  made.push({ sequence: told.decision.sequence, record });
  keep();
  item.dataset.done = action;
  item.dataset.seen = Number(item.dataset.seen ?? 0) + 1;
  if (told.change) {
    const line = document.createElement("p");
    line.className = "changed";
    line.textContent = told.change;
    item.querySelector(".actions").before(line);
  }
  went(item, `${action}: saved as decision ${told.decision.sequence}. ${told.change}`);
  return true;
}

// A correction is seldom the only one, so it stays where it is; when all is done, more comes.
function went(item, words) {
  const left = items.filter((one) => !one.dataset.done).length;
  if (item.dataset.done === "correct") {
    say(`${words} Correct more with e, or go on with j.`);
    item.focus();
  } else if (left) {
    say(`${words} ${left} left on this page.`);
    go(items.indexOf(item) + 1);
  } else {
    say(`${words} More is loaded.`);
    location.reload();
  }
}

async function undo() {
  const last = made.at(-1);
  if (!last) return say("Nothing was decided in this window.");
  const answer = await post({ action: "undo", sequence: last.sequence, by: reviewer() });
  if (!answer) return;
  if (answer.status !== 201) return say(answer.told.problem);
  made.pop();
  keep();
  const item = items.find((one) => one.dataset.record === last.record);
  if (item) {
    delete item.dataset.done;
    go(items.indexOf(item));
  }
  say(`Decision ${last.sequence} is undone.`);
}

function correct(item) {
  const form = item.querySelector(".correction");
  form.hidden = false;
  chosen(item);
  hint(form);
  form.elements.field.focus();
}

function hint(form) {
  const option = form.elements.field.selectedOptions[0];
  form.querySelector(".hint").textContent = option.dataset.hint;
}

// Which words of the paragraph are selected; kept when the focus moves on to the form.
const spans = new Map();

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

function chosen(item) {
  const found = selected(item);
  if (found?.words) spans.set(item, found);
  const { words } = spans.get(item) ?? {};
  item.querySelector(".words").textContent = words ? `Selected: “${words}”` : "";
}

function span(item, field) {
  const found = selected(item) ?? spans.get(item);
  if (!found) return say("Select the words in the paragraph of this item first, by w or the mouse.");
  decide(item, "correct", { field, span: found.span });
}

// By keyboard: the caret stands before the evidence, arrows move it by words.
function select(item) {
  const passage = item.querySelector(".passage");
  if (!passage) return;
  passage.focus();
  const evidence = passage.querySelector(".evidence-words");
  getSelection().collapse(evidence, 0);
  getSelection().modify("extend", "forward", "word");
  say("Arrows go by words, with Shift they select. Enter: done, e, s or t use the words.");
}

function move(event) {
  const { key, shiftKey } = event;
  const item = event.target.closest(".item");
  const ways = { ArrowRight: "forward", ArrowLeft: "backward", ArrowDown: "forward", ArrowUp: "backward" };
  if (key in ways) {
    const by = key === "ArrowDown" || key === "ArrowUp" ? "line" : "word";
    const selection = getSelection();
    if (!shiftKey) {
      selection.modify("move", ways[key], by);
      if (ways[key] === "forward") selection.modify("move", "forward", "character");
    }
    selection.modify("extend", shiftKey ? ways[key] : "forward", shiftKey ? by : "word");
    chosen(item);
  } else if (key === "Enter" || key === "Escape") {
    chosen(item);
    item.focus();
  } else return false;
  event.preventDefault();
  return true;
}

const KEYS = {
  a: () => decide(items[here], "accept"),
  x: () => decide(items[here], "reject"),
  e: () => correct(items[here]),
  s: () => span(items[here], "evidence"),
  t: () => span(items[here], "trigger"),
  w: () => select(items[here]),
  m: () => location.assign(items[here].dataset.merge),
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
  if (target.closest("input, select, textarea, button, summary, a") && key === "Enter") return;
  if (target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.closest("button, summary") && key === " ") return;
  if (target.closest(".passage") && move(event)) return;
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
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { field, value, reason } = form.elements;
    const { span: found } = spans.get(item) ?? {};
    const correction = { field: field.value, words: value.value.trim(), span: found ?? null, reason: reason.value };
    // What is refused stays as it was written.
    if (!(await decide(item, "correct", correction))) return;
    form.hidden = true;
    form.reset();
    spans.delete(item);
  });
  form.elements.field.addEventListener("change", () => hint(form));
}
document.addEventListener("selectionchange", () => {
  const item = getSelection().anchorNode?.parentElement?.closest("#queue .item");
  if (item && selected(item)) chosen(item);
});
go(0);
