// j and k move through the entries of a list, Enter opens one.
const entries = [...document.querySelectorAll(".entries > .card, .entries > section")];
let here = -1;

function typing(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") {
    here = Math.min(Math.max(here + (event.key === "j" ? 1 : -1), 0), entries.length - 1);
    entries[here]?.focus();
    entries[here]?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && event.target === entries[here]) {
    entries[here].querySelector("a")?.click();
  }
});
