// A page that takes longer than a moment to come is said to be on its way.
(() => {
const PATIENCE = 300;
const told = document.getElementById("waiting");
let timer = null;

function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => (told.textContent = "Reading the record …"), PATIENCE);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  const other = event.ctrlKey || event.metaKey || event.shiftKey;
  if (link && !other && !/^\/export|\.(md|html|jsonl)$/.test(link.pathname)) wait();
});
document.addEventListener("submit", (event) => {
  if (event.target.method === "get" && !event.defaultPrevented) wait();
});
// Whoever comes back by the browser's own way finds the page as it was left.
addEventListener("pageshow", () => {
  clearTimeout(timer);
  told.textContent = "";
});
})();
