// m joins two entries into one, s takes one out of what the page shows, h, x and v say what came of
// a forecast, u takes that back.
import { reviewer, say } from "./reviewer.js";
import { send } from "./sending.js";

const whole = document.querySelector("[data-whole]")?.dataset.whole ?? null;
const merging = document.querySelector("[data-merging]") !== null;
const resolving = document.querySelector("[data-resolving]") !== null;
const OUTCOMES = { h: "hit", x: "miss", v: "void" };
const made = [];
let marked = null;

const named = (entry) => entry.querySelector(".who, .statement")?.textContent ?? entry.textContent;

function mark(entry) {
  marked?.classList.remove("marked");
  marked = entry;
  entry?.classList.add("marked");
}

async function keep(entry, judgement, words) {
  const { status, told } = await send("/decisions", { ...judgement, by: reviewer() });
  if (status !== 201) return say(told.problem);
  const { sequence } = told.decision;
  made.push({ sequence, entry });
  entry.dataset.done = judgement.action;
  say(`${words}: decision ${sequence}. u takes it back.`);
}

async function merge(entry) {
  if (!reviewer()) return;
  if (!marked || marked === entry) {
    mark(marked ? null : entry);
    say(marked ? `${named(entry)}: marked. Press m on what is the same.` : "");
    return;
  }
  const words = `${named(marked)} and ${named(entry)} are one`;
  await keep(entry, { action: "merge", others: [marked.id, entry.id] }, words);
  mark(null);
}

async function split(entry) {
  if (!reviewer()) return;
  const words = `${named(entry)}: not of this`;
  await keep(entry, { action: "split", record: whole, others: [entry.dataset.part] }, words);
}

async function resolve(entry, outcome) {
  if (!reviewer()) return;
  await keep(entry, { action: "resolve", record: entry.id, outcome }, `${named(entry)}: ${outcome}`);
}

async function undo() {
  const last = made.pop();
  if (!last) return say("Nothing of this page to undo.");
  const { status, told } = await send("/decisions", {
    action: "undo", sequence: last.sequence, by: reviewer(),
  });
  if (status !== 201) return say(told.problem);
  delete last.entry.dataset.done;
  say(`Decision ${last.sequence} is undone.`);
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const entry = target.closest(".entries > *");
  if (key === "m" && merging && entry) merge(entry);
  else if (key === "s" && entry?.dataset.part) split(entry);
  else if (key in OUTCOMES && resolving && entry) resolve(entry, OUTCOMES[key]);
  else if (key === "u") undo();
  else if (key === "Escape") mark(null);
});
for (const button of document.querySelectorAll("[data-split]")) {
  button.addEventListener("click", () => split(button.closest("[data-part]")));
}
