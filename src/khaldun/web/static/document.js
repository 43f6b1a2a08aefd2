// Point at a field and its words light up, at a record and its sentence does; point at the words
// and the record does.
(() => {
const panel = document.querySelector(".text");
const lit = new Set();

function light(elements) {
  for (const one of lit) one.classList.remove("lit");
  lit.clear();
  for (const one of elements) {
    one.classList.add("lit");
    lit.add(one);
  }
}

function sentenceOf(card) {
  const anchor = document.getElementById(`${card.id}-text`);
  const inside = document.querySelectorAll(`.text a[href="#${CSS.escape(card.id)}"]`);
  return [...inside, ...(anchor ? [anchor.parentElement] : [])];
}

// Offsets are code points of the text; a page counts in UTF-16 units.
function ranges(places) {
  const spans = places.split(" ").map((place) => place.split("-").map(Number));
  const found = spans.map(() => new Range());
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  let from = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode, letters = [...node.data], to = from + letters.length;
    const units = (point) => letters.slice(0, point - from).join("").length;
    for (const [i, [start, end]] of spans.entries()) {
      if (start >= from && start < to) found[i].setStart(node, units(start));
      if (end > from && end <= to) found[i].setEnd(node, units(end));
    }
    from = to;
  }
  return found;
}

function point(field) {
  if (!CSS.highlights) return;
  if (!field) CSS.highlights.delete("field");
  else CSS.highlights.set("field", new Highlight(...ranges(field.dataset.words)));
}

for (const card of document.querySelectorAll(".records .card[id]")) {
  for (const name of ["pointerenter", "focusin"]) {
    card.addEventListener(name, () => light(sentenceOf(card)));
  }
}
for (const field of document.querySelectorAll(".records [data-words]")) {
  for (const name of ["pointerenter", "focusin"]) field.addEventListener(name, () => point(field));
  for (const name of ["pointerleave", "focusout"]) field.addEventListener(name, () => point(null));
}
for (const link of document.querySelectorAll(".text a[href^='#']")) {
  link.addEventListener("pointerenter", () => {
    const card = document.getElementById(link.hash.slice(1));
    light(card ? [card] : []);
  });
}
})();
