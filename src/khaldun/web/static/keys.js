// j and k move through the entries of a list, Enter opens one, n and p turn the page.
(() => {
const all = [...document.querySelectorAll(".entries > .card, .entries > section")];
let here = -1;

// What is folded away is passed over.
function go(step) {
  const entries = all.filter((entry) => entry === document.activeElement || entry.checkVisibility());
  if (here >= 0) here = entries.indexOf(all[here]);
  here = Math.min(Math.max(here + step, 0), entries.length - 1);
  entries[here]?.focus();
  entries[here]?.scrollIntoView({ block: "nearest" });
  here = all.indexOf(entries[here]);
}

const turn = (way) => document.querySelector(`a[rel=${way}]`)?.click();

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "j" || key === "k") go(key === "j" ? 1 : -1);
  else if (key === "n" || key === "p") turn(key === "n" ? "next" : "prev");
  else if (key === "Enter" && target === all[here]) target.querySelector("a")?.click();
  else if (key === "?") document.getElementById("keys")?.toggleAttribute("open");
});
document.addEventListener("focusin", ({ target }) => {
  const at = all.indexOf(target.closest(".entries > *"));
  if (at >= 0) here = at;
});
})();
