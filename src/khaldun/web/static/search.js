// Finds words in what a copy on disk holds: quotes first, then actors, then texts.
(() => {
const { khaldun } = globalThis;
const MOST = 100, AROUND = 120;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const lines = khaldun.data.map(([kind, title, words, path]) =>
  ({ kind, title, words, path, folded: folded(`${title}\n${words}`) }));
const field = document.getElementById("words");

// Words that must all be there; what stands in quotation marks stands together.
const asked = (text) => [...folded(text).matchAll(/"([^"]+)"|[^\s"]+/g)].map((m) => m[1] ?? m[0]);

// The words around what was found. Folding moves offsets by a few characters only.
function snippet({ words }, first) {
  const at = Math.max(folded(words).indexOf(first), 0);
  const start = Math.max(at - AROUND, 0), end = at + first.length + AROUND;
  return (start ? "… " : "") + words.slice(start, end) + (end < words.length ? " …" : "");
}

function shown(line, first) {
  const card = khaldun.element("article", "", `card ${line.kind}`);
  const link = khaldun.link(line.path, "");
  link.className = "quote";
  const quote = khaldun.element("q", line.kind === "document" ? snippet(line, first) : line.words);
  quote.dir = "auto";
  link.append(quote, khaldun.element("cite", line.title));
  card.append(link);
  return card;
}

function find() {
  const words = asked(field.value);
  const found = words.length ? lines.filter((l) => words.every((word) => l.folded.includes(word))) : [];
  document.getElementById("hits").replaceChildren(...found.slice(0, MOST).map((l) => shown(l, words[0])));
  const more = found.length > MOST ? `, the first ${MOST} shown` : "";
  document.getElementById("found").textContent = words.length ? `${found.length} found${more}` : "";
}

field.addEventListener("input", find);
field.focus();
})();
