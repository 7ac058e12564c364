// The rows as objects, the experiments that they are about, and what their vendors decided.

async function unpacked(id) {
  const signs = atob(byId(id).textContent);
  const packed = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place++) packed[place] = signs.charCodeAt(place);  // 20 times as fast as from()
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

// A row reads its fields from the columns: copies of all fields of many rows would take seconds to make.
function rowsOf(table) {
  class Row {
    constructor(place) { this.place = place; }
  }
  for (const [name, column] of Object.entries(table.columns)) {
    const get = Array.isArray(column) ? function () { return column[this.place]; }
      : function () { return column.values[column.index[this.place] ?? 0] ?? null; };
    Object.defineProperty(Row.prototype, name, { get });
  }
  return table.experiment.map((at, place) => {
    const row = new Row(place);
    row.of = experiments[at];
    experiments[at][table === data.rows ? "rows" : "earlier"].push(row);
    return row;
  });
}

// A key that can be told from all others, and read by people where it stands in an address.
const SIGNS = /[%/~]/;
const escaped = (part) => (SIGNS.test(part) ? part.replace(/[%/~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`) : part);
const slug = (...parts) => parts.map((part) => (part === null ? "~" : escaped(part))).join("/");

function settle(one) {
  const primary = (row) => row.is_primary === true;
  one.rows.sort((row, other) => primary(other) - primary(row));
  const current = newest(one.rows, (row) => slug(row.metric_id, row.metric_name, row.metric_kind, row.edition, row.segment));
  one.deciding = current.filter((row) => primary(row) && row.segment === null && !row.is_baseline);
  one.outcome = outcomeOf(one.deciding.map((row) => row.verdict));
  one.telling = telling(one);
  one.differences = newest(one.rows.filter(compared), (row) =>
    slug(row.metric_id, row.metric_name, row.metric_kind, row.variation_id, row.segment));
  one.metric = one.deciding[0] ?? null;
  one.units = Math.max(0, ...one.health.filter(({ segment }) => segment === null).map(({ total }) => total));
}

function compared(row) {
  return row.units !== 0 && (row.difference ?? row.difference_low ?? row.difference_high) !== null;
}

const isPoint = (row) => row.edition !== null && /series|daily/.test(row.edition);

// Results come before points of time series; of these only the newest is compared, of several answers only the newest. Of
// one answer there are several rows where metrics differ in what rows do not hold, as a filter of events.
function later(row, other) {
  if (row.edition !== other.edition && isPoint(row) !== isPoint(other)) return isPoint(other);
  const [until, before] = [row.period_end ?? "", other.period_end ?? ""];
  return until > before || (until === before && row.fetched_at > other.fetched_at);
}

function newest(found, seriesOf) {
  // Mostly all of them are of one answer, and their series need not be told apart.
  if (found.every((row) => !later(row, found[0]) && !later(found[0], row))) return found;
  const last = new Map();
  const series = found.map(seriesOf);
  found.forEach((row, place) => {
    const other = last.get(series[place]);
    if (!other || later(row, other)) last.set(series[place], row);
  });
  return found.filter((row, place) => !later(last.get(series[place]), row));
}

const GOOD = new Set(["winner", "better"]);
const BAD = new Set(["loser", "worse"]);

// A variation that beats the baseline without being named leaves it open which one is best.
function outcomeOf(verdicts) {
  if (verdicts.includes("winner")) return "winners";
  if (verdicts.every((verdict) => verdict === null)) return "none";
  return verdicts.some((verdict) => BAD.has(verdict)) && !verdicts.some((verdict) => GOOD.has(verdict)) ? "losers" : "undecided";
}

// The row that says most about the outcome: what won or lost, else what is farthest from zero.
function telling(one) {
  const wanted = { winners: (row) => row.verdict === "winner", losers: (row) => BAD.has(row.verdict) }[one.outcome] ?? (() => true);
  return one.deciding.filter(wanted).sort((row, other) => clearness(other) - clearness(row))[0] ?? null;
}

const bare = (row) => row.difference_low === null || row.difference_high === null || row.difference_low > row.difference_high;
const middle = (row) => row.difference ?? (bare(row) ? row.difference_low ?? row.difference_high : (row.difference_low + row.difference_high) / 2);

// How many half-widths of its interval a difference is away from zero.
function clearness(row) {
  const width = row.difference_high - row.difference_low;
  return bare(row) || !(width > 0) ? -1 : Math.abs(middle(row)) / (width / 2);
}

const VERDICTS = { winner: "better", better: "better", loser: "worse", worse: "worse", inconclusive: "open" };

// The vendor's verdict; where it gives none, what the interval says, in the direction that is wanted if that is known.
function verdict(row) {
  if (Object.hasOwn(VERDICTS, row.verdict)) return VERDICTS[row.verdict];
  if (bare(row)) return "bare";
  if (row.difference_low <= 0 && row.difference_high >= 0) return "open";
  return (row.difference_low > 0) === (row.direction !== "decrease") ? "better" : "worse";
}

const data = JSON.parse(await unpacked("data"));
const experiments = data.experiments;
for (const one of experiments) {
  one.key = slug(one.vendor, one.account, one.project, one.environment, one.experiment_id);
  Object.assign(one, { rows: [], earlier: [], health: [], findings: new Set() });
}
const byKey = new Map(experiments.map((one) => [one.key, one]));
const rows = rowsOf(data.rows);
rowsOf(data.history);
for (const split of data.health) {
  split.of = experiments[split.experiment];
  split.of.health.push(split);
  for (const { kind } of split.findings) split.of.findings.add(kind === "sample_ratio_mismatch" ? "mismatch" : "other");
}
for (const one of experiments) settle(one);
