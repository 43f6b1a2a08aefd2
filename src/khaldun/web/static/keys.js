// j and k move through the entries of a list, Enter opens one, m joins two into one.
import { send } from "./sending.js";

const entries = [...document.querySelectorAll(".entries > .card, .entries > section")];
const merges = [];
let here = -1;
let marked = null;

function go(step) {
  here = Math.min(Math.max(here + step, 0), entries.length - 1);
  entries[here]?.focus();
  entries[here]?.scrollIntoView({ block: "nearest" });
}

function mark(entry) {
  marked?.classList.remove("marked");
  marked = entry;
  entry?.classList.add("marked");
}

const named = (entry) => entry.querySelector(".who")?.textContent ?? "";

async function merge(entry) {
  const { reviewer, say } = await import("./reviewer.js");
  if (!reviewer()) return;
  if (!marked || marked === entry) {
    mark(marked ? null : entry);
    say(marked ? `${named(entry)}: marked. Press m on what is the same.` : "");
    return;
  }
  const others = [marked.id, entry.id];
  const { status, told } = await send("/decisions", { action: "merge", by: reviewer(), others });
  if (status !== 201) return say(told.problem);
  merges.push({ sequence: told.decision.sequence, entry });
  entry.dataset.done = "merge";
  say(`${named(marked)} and ${named(entry)} are one: decision ${told.decision.sequence}. u takes it back.`);
  mark(null);
}

async function undo() {
  const { reviewer, say } = await import("./reviewer.js");
  const last = merges.pop();
  if (!last) return say("Nothing of this page to undo.");
  const { status, told } = await send("/decisions", {
    action: "undo", sequence: last.sequence, by: reviewer(),
  });
  if (status !== 201) return say(told.problem);
  delete last.entry.dataset.done;
  say(`Decision ${last.sequence} is undone.`);
}

const merging = document.querySelector(".merging") !== null;
if (merging) await import("./reviewer.js");

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "j" || key === "k") go(key === "j" ? 1 : -1);
  else if (key === "Enter" && target === entries[here]) target.querySelector("a")?.click();
  else if (merging && key === "m" && entries[here]) merge(entries[here]);
  else if (merging && key === "u") undo();
  else if (key === "Escape") mark(null);
});
document.addEventListener("focusin", ({ target }) => {
  const at = entries.indexOf(target.closest(".entries > *"));
  if (at >= 0) here = at;
});
