// Who reviews, kept by the browser, and what he is told.
const told = document.getElementById("told");
const by = document.getElementById("by");

by.value = localStorage.getItem("khaldun-reviewer") ?? "";
by.addEventListener("change", () => {
  localStorage.setItem("khaldun-reviewer", by.value);
  point();
});

// The way to what others decided names who is not to see his own decisions again.
function point() {
  const second = document.getElementById("second");
  if (second) second.href = `/review?reviewer=${encodeURIComponent(by.value.trim() || "me")}`;
}
point();

export function say(words) {
  told.textContent = words;
}

// The name, or nothing once it has been asked for.
export function reviewer() {
  const name = by.value.trim();
  if (!name) {
    say("Write who you are first.");
    by.focus();
  }
  return name;
}
