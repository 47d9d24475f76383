// Draws the queues and refreshes them; every text is set as text, never as markup. Rows stay where they are while their
// figures change, so that whoever is on a button by keyboard stays there.
const said = document.getElementById("said");
const channels = document.getElementById("channels");
const section = document.getElementById("letters");
const letters = section.querySelector("tbody");

const age = (instant) => {
  if (!instant) return "";
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(instant)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
};

const write = (element, text) => {
  if (element.textContent !== String(text)) element.textContent = text;
};

const labels = (body) => [...body.parentElement.querySelectorAll("thead th")].map((head) => head.textContent);

const rowOf = (body, key) => {
  const known = [...body.rows].find((row) => row.dataset.key === key);
  if (known) return known;
  const row = body.insertRow();
  row.dataset.key = key;
  labels(body).forEach((label, index) => {
    const cell = document.createElement(index === 0 ? "th" : "td");
    if (index === 0) cell.scope = "row";
    else cell.dataset.label = label;
    row.append(cell);
  });
  row.cells[0].append(document.createElement("span"), document.createElement("small"));
  return row;
};

// Text of each cell but the last, which holds the buttons.
const fill = (row, name, kind, texts) => {
  write(row.cells[0].firstChild, name);
  write(row.cells[0].lastChild, kind);
  texts.forEach((text, index) => write(row.cells[index + 1], text));
};

// Buttons are made and taken away one by one: { text, about, act }.
const offer = (row, actions) => {
  const cell = row.cells[row.cells.length - 1];
  [...cell.children].filter((each) => !actions.some((action) => action.text === each.textContent)).forEach((each) => each.remove());
  actions.filter((action) => ![...cell.children].some((each) => each.textContent === action.text)).forEach((action) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.text;
    button.setAttribute("aria-label", `${action.text} ${action.about}`);
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        said.textContent = await action.act();
      } catch {
        said.textContent = "The server does not answer.";
      }
      button.disabled = false;
      await draw();
      // What was disabled has lost the keyboard.
      if (button.isConnected) button.focus();
    });
    cell.append(button);
  });
};

const prune = (body, keys) => [...body.rows].filter((row) => !keys.includes(row.dataset.key)).forEach((row) => row.remove());

const replay = async (channel) => {
  const answer = await fetch(`channels/replay?channel=${encodeURIComponent(channel)}`, { method: "POST" });
  const body = await answer.json();
  return answer.ok ? `${channel}: ${body.queued} queued again.` : body.error;
};

const drawChannel = (state) => {
  const row = rowOf(channels, state.name);
  const fails = state.state === "error" || (state.depth > 0 && Boolean(state.lastError));
  row.className = state.dead > 0 || fails ? "bad" : "";
  fill(row, state.name, state.kind, [state.state, state.depth, age(state.oldest), state.dead, state.lastError ?? ""]);
  row.cells[1].className = fails ? "alarm" : "";
  row.cells[2].className = fails && state.depth > 0 ? "number alarm" : "number";
  row.cells[4].className = state.dead > 0 ? "number alarm" : "number";
  offer(row, state.dead > 0 ? [{ text: "Replay", about: `what ${state.name} gave up`, act: () => replay(state.name) }] : []);
};

const again = async (letter) => {
  const answer = await fetch(`hl7v2/dead-letters/${letter.id}/replay`, { method: "POST" });
  return (await answer.text()).includes("MSA|AA") ? `${letter.controlId} is taken now.` : `${letter.controlId} is refused again.`;
};

const discard = async (letter) => {
  if (!confirm(`Let message ${letter.controlId} go? It will not be taken.`)) return "";
  const answer = await fetch(`hl7v2/dead-letters/${letter.id}`, { method: "DELETE" });
  return answer.ok ? `${letter.controlId} is let go.` : `${letter.controlId} is no longer there.`;
};

const drawLetter = (letter) => {
  const row = rowOf(letters, String(letter.id));
  fill(row, letter.controlId || "without number", letter.event, [`${age(letter.receivedAt)} ago`, letter.origin, letter.reason ?? ""]);
  offer(row, [
    { text: "Replay", about: letter.controlId, act: () => again(letter) },
    { text: "Let go", about: letter.controlId, act: () => discard(letter) },
  ]);
};

// The oldest; replaying or letting them go makes room for the others.
const MOST_LETTERS = 50;

const get = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

const draw = async () => {
  try {
    const [states, dead] = await Promise.all([get("channels"), get("hl7v2/dead-letters")]);
    states.forEach(drawChannel);
    prune(channels, states.map((state) => state.name));
    dead.slice(0, MOST_LETTERS).forEach(drawLetter);
    prune(letters, dead.slice(0, MOST_LETTERS).map((letter) => String(letter.id)));
    section.hidden = dead.length === 0;
    if (said.textContent === "The server does not answer.") said.textContent = "";
  } catch {
    said.textContent = "The server does not answer.";
  }
};

await draw();
setInterval(draw, 5000);
