// A pasted text or a dropped file is sent, coded, and shown.
import { send } from "./sending.js";

const form = document.getElementById("adding");
const output = form.querySelector("output");

async function add(name, text) {
  const since = Date.now();
  const tell = () => {
    output.textContent = `Coding ${name} (${text.length.toLocaleString()} characters) … ${Math.round((Date.now() - since) / 1000)} s`;
  };
  tell();
  const telling = setInterval(tell, 1000);
  const published = form.elements.published.value || null;
  const { status, told } = await send("/documents", { name, text, published });
  clearInterval(telling);
  if (status === 201) location.assign(`/documents/${encodeURIComponent(told.document)}`);
  else output.textContent = told.problem;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  add("pasted.txt", form.elements.text.value);
});
for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", async (event) => {
  event.preventDefault();
  form.classList.remove("over");
  const file = event.dataTransfer.files[0];
  if (file) add(file.name, await file.text());
});
