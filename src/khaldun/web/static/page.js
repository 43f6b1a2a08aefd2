// What the scripts of a page share: the data that stands in it, and where its links lead.
// A copy on disk says for each address which file of it that is; none where it has none.
globalThis.khaldun = (() => {
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
  const files = read("addresses");
  const address = (path) => (files ? (files[path] ?? null) : path);
  const link = (path, words) => {
    const made = document.createElement("a");
    const where = address(path);
    if (where) made.href = where;
    made.textContent = words;
    return made;
  };
  const element = (tag, words, kind = null) => {
    const made = document.createElement(tag);
    made.textContent = words;
    if (kind) made.className = kind;
    return made;
  };
  return { data: read("data"), read, address, link, element };
})();
