// A pasted text or dropped files are sent, coded, and shown.
import { send } from "./sending.js";

const form = document.getElementById("adding");
const output = form.querySelector("output");

// One document; its id, or nothing once the problem is told.
async function coded(name, content, count = "") {
  const since = Date.now();
  const tell = () => {
    output.textContent = `Coding ${name}${count} … ${Math.round((Date.now() - since) / 1000)} s`;
  };
  tell();
  const telling = setInterval(tell, 1000);
  const published = form.elements.published.value || null;
  const { status, told } = await send("/documents", { name, published, ...content });
  clearInterval(telling);
  output.textContent = status === 201 ? "" : told.problem;
  return status === 201 ? told.document : null;
}

const base64 = (file) => new Promise((resolve) => {
  const reader = new FileReader();
  reader.addEventListener("load", () => resolve(reader.result.split(",")[1] ?? ""));
  reader.readAsDataURL(file);
});

async function dropped(files) {
  const problems = [];
  let last = null;
  for (const [i, file] of files.entries()) {
    const found = await coded(file.name, { data: await base64(file) },
      files.length > 1 ? ` (${i + 1} of ${files.length})` : "");
    if (found) last = found;
    else problems.push(`${file.name}: ${output.textContent}`);
  }
  output.textContent = problems.join(" · ");
  if (problems.length || !last) return;
  location.assign(files.length > 1 ? "/documents" : `/documents/${encodeURIComponent(last)}`);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const found = await coded("pasted.txt", { text: form.elements.text.value });
  if (found) location.assign(`/documents/${encodeURIComponent(found)}`);
});
for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  dropped([...event.dataTransfer.files]);
});
