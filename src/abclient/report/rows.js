// The rows, the words and numbers they are shown in, and which of them the search leaves.

const data = JSON.parse(document.getElementById("data").textContent);
const rows = unpack(data.columns, data.count);
const differences = newest(rows.filter((row) => row.units !== 0 && (row.difference ?? row.difference_low ?? row.difference_high) !== null));
const byId = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 900px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const state = { forest: 0, traffic: 0, rows: 0, sort: null, descending: false };
const rowsPerPage = () => (narrow.matches ? 15 : 50);

// Columns of text come as an index into their distinct values.
function unpack(columns, count) {
  const names = Object.keys(columns);
  const read = names.map((name) => {
    const column = columns[name];
    return Array.isArray(column) ? (place) => column[place] : (place) => column.values[column.index[place]] ?? null;
  });
  return Array.from({ length: count }, (_, place) =>
    Object.fromEntries(names.map((name, step) => [name, read[step](place)])));
}

function seriesOf(row) {
  return JSON.stringify([row.vendor, row.account, row.project, row.environment, row.experiment_id, row.metric_id, row.metric_name,
    row.metric_kind, row.variation_id, row.segment]);
}

// Of a time series only the newest point is compared, of several answers only the newest. Of one answer there are several
// rows where metrics differ in what rows do not hold, as a filter of events.
function newest(found) {
  const last = new Map();
  const later = (row, other) => (row.period_end ?? "") > (other.period_end ?? "")
    || ((row.period_end ?? "") === (other.period_end ?? "") && row.fetched_at > other.fetched_at);
  for (const row of found) {
    const series = seriesOf(row);
    const other = last.get(series);
    if (!other || later(row, other)) last.set(series, row);
  }
  return found.filter((row) => !later(last.get(seriesOf(row)), row));
}

// ------------------------------------------------------------------------------------------------- words and numbers

const vendorName = (vendor) => (Object.hasOwn(data.vendors, vendor) ? data.vendors[vendor] : vendor);
const experimentName = (row) => row.experiment_name ?? row.experiment_id;
const metricName = (row) => row.metric_name ?? row.metric_id ?? "no metric named";
const variationName = (row) => row.variation_name ?? row.variation_id ?? "no variation named";
const PROBABILITIES = { significance: "significance", beats_baseline: "to beat the baseline", is_best: "to be best" };
const words = (text) => (text === null ? "" : text.replaceAll("_", " "));
const whole = (value) => value.toLocaleString("en");
const minus = (text) => text.replace(/^-/, "\u2212");
const plain = (value) => minus(Math.abs(value) >= 1000 ? value.toLocaleString("en", { maximumFractionDigits: 0 })
  : String(Number(value.toPrecision(4))));
const percent = (value) => minus(`${(value * 100).toFixed(1)}`) + "\u202f%";
const signed = (value, show) => (value > 0 ? "+" : "") + show(value);
const showDifference = (row) => (row.difference_kind === "relative" ? percent : plain);
const short = (text, length) => (text.length > length ? text.slice(0, length - 1) + "\u2026" : text);
// The charting library takes some HTML in its texts, and %{...} for a value; names must stay names.
const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("{", "&#123;");

function intervalText(row) {
  if (row.difference_low === null && row.difference_high === null) return "";
  const end = (value) => (value === null ? "?" : signed(value, showDifference(row)));
  return `${end(row.difference_low)} to ${end(row.difference_high)}`;
}

const differenceText = (row) => (row.difference === null ? "" : signed(row.difference, showDifference(row)));
const probabilityText = (row) => (row.probability === null ? "" : percent(row.probability));

const probabilityWords = (row) => (row.probability === null ? "" : PROBABILITIES[row.probability_kind] ?? words(row.probability_kind));

function meanText(row) {
  if (row.mean === null) return "";
  return row.metric_kind === "conversion" ? `${(row.mean * 100).toFixed(2)}\u202f%` : plain(row.mean);
}

// ------------------------------------------------------------------------------------------------- what is looked at

const searched = new Map();
const SEARCHED = ["vendor", "account", "project", "environment", "experiment_id", "experiment_name", "status", "metric_id",
  "metric_name", "metric_kind", "variation_id", "variation_name", "segment"];

function haystack(item) {
  let text = searched.get(item);
  if (text === undefined) {
    text = [vendorName(item.vendor), ...SEARCHED.map((name) => item[name] ?? "")].join(" ").toLowerCase();
    searched.set(item, text);
  }
  return text;
}

function chosen(items) {
  const wanted = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const vendor = byId("vendor").value;
  const status = byId("status").value;
  return items.filter((item) => (!vendor || item.vendor === vendor) && (!status || item.status === status)
    && wanted.every((word) => haystack(item).includes(word)));
}
