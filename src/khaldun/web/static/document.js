// Point at a record and its words light up; point at the words and the record does.
(() => {
const lit = new Set();

function light(elements) {
  for (const one of lit) one.classList.remove("lit");
  lit.clear();
  for (const one of elements) {
    one.classList.add("lit");
    lit.add(one);
  }
}

function wordsOf(card) {
  const anchor = document.getElementById(`${card.id}-text`);
  const inside = document.querySelectorAll(`.text a[href="#${CSS.escape(card.id)}"]`);
  return [...inside, ...(anchor ? [anchor.parentElement] : [])];
}

for (const card of document.querySelectorAll(".records .card[id]")) {
  for (const name of ["pointerenter", "focusin"]) {
    card.addEventListener(name, () => light(wordsOf(card)));
  }
}
for (const link of document.querySelectorAll(".text a[href^='#']")) {
  link.addEventListener("pointerenter", () => {
    const card = document.getElementById(link.hash.slice(1));
    light(card ? [card] : []);
  });
}
})();
