// The data of this page, which stands in it.
export function twin() {
  return JSON.parse(document.getElementById("data").textContent);
}
