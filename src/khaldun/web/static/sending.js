// Sends what a page writes; the header tells it from what a foreign page could send.
export async function send(path, data) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-khaldun": "1" },
      body: JSON.stringify(data),
    });
  } catch {
    return { status: 0, told: { problem: "Not saved: the workbench does not answer. Is khaldun serve running?" } };
  }
  const type = answer.headers.get("content-type") ?? "";
  const told = type.includes("json") ? await answer.json() : { problem: await words(answer) };
  return { status: answer.status, told };
}

async function words(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[role=alert]")?.textContent ?? page.body.textContent;
}
