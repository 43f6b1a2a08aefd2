// The data of this page: its JSON twin, with the same filters.
export async function twin() {
  const answer = await fetch(`${location.pathname}.json${location.search}`);
  if (!answer.ok) throw new Error(`the data of this page: ${answer.status}`);
  return answer.json();
}
