// What is looked at: the filters, which live in the page's address, and what they leave.

const EMPTY = { q: "", vendor: "", status: "", outcome: "", health: "", metric: "", order: "certainty", experiment: "", over: "" };
const ALLOWED = {
  vendor: new Set(experiments.map((one) => one.vendor)),
  status: new Set(experiments.map((one) => one.status).filter((status) => status !== null)),
  outcome: new Set(Object.keys(OUTCOMES)),
  health: new Set(["mismatch", "other"]),
  order: new Set(["certainty", "difference", "name"]),
  experiment: byKey,
};
let state = { ...EMPTY };

// Whatever an address says that the page does not have is as if it had not been said.
function stateOf(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const found = { ...EMPTY };
  for (const name of Object.keys(EMPTY)) {
    const value = given.get(name);
    if (value !== null && (ALLOWED[name]?.has(value) ?? true)) found[name] = value;
  }
  return found;
}

// Without filters it is not empty, because an empty one leads to the top of the page.
function hashOf(wanted) {
  const given = Object.entries(wanted).filter(([name, value]) => value !== EMPTY[name]);
  return `#${new URLSearchParams(given).toString().replaceAll("%2F", "/").replaceAll("%7E", "~") || "all"}`;
}

let typed = false;

// Letters of a text that is typed replace one another, so that one step back takes away all of it.
function change(changes, { typing = false } = {}) {
  state = { ...state, ...changes };
  const hash = hashOf(state);
  if (typing && typed) location.replace(hash);
  else if (hash !== location.hash) location.hash = hash;
  typed = typing;
}

const filtered = () => ["q", "vendor", "status", "outcome", "health"].some((name) => state[name] !== EMPTY[name]);

// -------------------------------------------------------------------------------------------- what the filters leave

const SEARCHED = ["metric_id", "metric_name", "metric_kind", "variation_id", "variation_name", "segment"];
const KNOWN = ["vendor", "account", "project", "environment", "experiment_id", "experiment_name", "status"];
const searched = new Map();

// What is searched of a row or an experiment, made when something is searched for the first time.
function textOf(item, names, ...more) {
  let text = searched.get(item);
  if (text === undefined) {
    text = [...more, ...names.map((name) => item[name] ?? "")].join(" ").toLowerCase();
    searched.set(item, text);
  }
  return text;
}

// The experiment's rows with all words, each in the row or in what is known of its experiment; null if there are none.
function matching(one, wanted) {
  const left = wanted.filter((word) => !textOf(one, KNOWN, vendorName(one.vendor)).includes(word));
  if (left.length === 0) return () => true;
  const found = new Set(one.rows.filter((row) => left.every((word) => textOf(row, SEARCHED).includes(word))));
  return found.size ? (row) => found.has(row) : null;
}

// Each number says what one would see with the other filters as they are.
function looked() {
  const wanted = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = { experiments: [], rows: [], differences: [], health: new Set() };
  const counts = { "": 0, winners: 0, losers: 0, undecided: 0, none: 0, mismatch: 0, other: 0 };
  for (const one of experiments) {
    if ((state.vendor && one.vendor !== state.vendor) || (state.status && one.status !== state.status)) continue;
    const has = matching(one, wanted);
    if (!has) continue;
    const decided = !state.outcome || one.outcome === state.outcome;
    const troubled = !state.health || one.findings.has(state.health);
    if (troubled) {
      counts[""] += 1;
      counts[one.outcome] += 1;
    }
    if (decided) for (const kind of one.findings) counts[kind] += 1;
    if (decided && troubled) add(found, one, has);
  }
  return { ...found, counts, health: data.health.filter((split) => found.health.has(split.of)) };
}

function add(found, one, has) {
  found.experiments.push(one);
  found.health.add(one);
  for (const row of one.rows) if (has(row)) found.rows.push(row);
  for (const row of one.differences) if (has(row)) found.differences.push(row);
}

function only(one) {
  return { experiments: [one], rows: one.rows, differences: one.differences, health: data.health.filter((split) => split.of === one) };
}
