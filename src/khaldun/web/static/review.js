// The review queue by keyboard: every decision is one request and saved at once.
import { send } from "./sending.js";

const items = [...document.querySelectorAll("#queue .item")];
const told = document.getElementById("told");
const by = document.getElementById("by");
const made = [];
let here = -1;

by.value = localStorage.getItem("khaldun-reviewer") ?? "";
by.addEventListener("change", () => localStorage.setItem("khaldun-reviewer", by.value));

function go(to) {
  here = Math.min(Math.max(to, 0), items.length - 1);
  items[here]?.focus();
  items[here]?.scrollIntoView({ block: "center" });
}

function say(words) {
  told.textContent = words;
}

async function decide(item, action, more = {}) {
  if (!by.value.trim()) {
    say("Write who you are first.");
    by.focus();
    return;
  }
  const record = item.dataset.record;
  const { status, told: answer } = await send("/decisions", { action, record, by: by.value, ...more });
  if (status === 409) {
    const { decision } = answer;
    say(`${decision.by} has decided this before you: ${decision.action} ${decision.after ?? ""}`);
  } else if (status !== 201) {
    say(answer.problem);
    return;
  } else {
    made.push({ sequence: answer.decision.sequence, item });
    say(`${action}: saved as decision ${answer.decision.sequence}`);
  }
  item.dataset.done = action;
  go(items.indexOf(item) + 1);
}

async function undo() {
  const last = made.pop();
  if (!last) return say("Nothing of this page to undo.");
  const { status, told: answer } = await send("/decisions", {
    action: "undo", sequence: last.sequence, by: by.value,
  });
  if (status !== 201) return say(answer.problem);
  delete last.item.dataset.done;
  go(items.indexOf(last.item));
  say(`Decision ${last.sequence} is undone.`);
}

function correct(item) {
  const form = item.querySelector(".correction");
  form.hidden = false;
  form.elements.value.focus();
}

const KEYS = {
  a: () => decide(items[here], "accept"),
  x: () => decide(items[here], "reject"),
  e: () => correct(items[here]),
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
  if (target.closest("input, select, textarea, button") || event.ctrlKey || event.metaKey) return;
  if (!(key in KEYS) || (!"ju?k".includes(key) && !items[here])) return;
  event.preventDefault();
  KEYS[key]();
});

for (const item of items) {
  item.addEventListener("focusin", () => (here = items.indexOf(item)));
  for (const button of item.querySelectorAll("[data-action]")) {
    const { action } = button.dataset;
    button.addEventListener("click", () =>
      action === "correct" ? correct(item) : decide(item, action));
  }
  const form = item.querySelector(".correction");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { field, value } = form.elements;
    const list = ["actors", "recipients"].includes(field.value);
    const words = value.value.trim();
    const json = JSON.stringify(list ? words.split(",").map((w) => w.trim()).filter(Boolean) : words);
    form.hidden = true;
    decide(item, "correct", { field: field.value, value: json });
  });
}
go(0);
