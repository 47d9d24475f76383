// Draws the queues and refreshes them; every text is set as text, never as markup.
const rows = document.getElementById("channels");
const said = document.getElementById("said");

const cell = (row, text, kind = "") => {
  const td = row.insertCell();
  td.textContent = text;
  td.className = kind;
  return td;
};

const age = (instant) => {
  if (!instant) return "";
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(instant)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
};

const replay = async (channel) => {
  const answer = await fetch(`channels/replay?channel=${encodeURIComponent(channel)}`, { method: "POST" });
  const body = await answer.json();
  said.textContent = answer.ok ? `${channel}: ${body.queued} queued again.` : body.error;
  await draw();
};

const line = (state) => {
  const row = document.createElement("tr");
  row.className = state.dead > 0 ? "dead" : state.state;
  const name = cell(row, state.name);
  const kind = document.createElement("small");
  kind.textContent = state.kind;
  name.append(kind);
  cell(row, state.state);
  cell(row, state.depth, "number");
  cell(row, age(state.oldest));
  cell(row, state.dead, "number");
  cell(row, state.lastError ?? "");
  const action = cell(row, "");
  if (state.dead > 0) {
    const button = document.createElement("button");
    button.textContent = "Replay";
    button.addEventListener("click", () => replay(state.name));
    action.append(button);
  }
  return row;
};

const draw = async () => {
  try {
    const answer = await fetch("channels");
    rows.replaceChildren(...(await answer.json()).map(line));
  } catch {
    said.textContent = "The server does not answer.";
  }
};

await draw();
setInterval(draw, 5000);
