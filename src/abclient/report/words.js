// Names, words and numbers as people read them.

const byId = (id) => document.getElementById(id);
if (typeof DecompressionStream === "undefined") {
  byId("old").hidden = false;
  return;
}
// Names stand among words and figures. What turns the direction of text is left out of them (nothing else shows it), and a name
// that is written from the right is kept apart, or the figures after it would stand before it. What is longer than anybody reads
// is shown in full among all fields of a row.
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;
const VISIBLE = /[^\s\u200b-\u200d\u2060]/;
const LONGEST = 200;
function named(...texts) {
  const known = texts.filter((text) => typeof text === "string").map((text) => text.replace(TURNS, ""));
  const name = short(known.find((text) => VISIBLE.test(text)) ?? known.at(-1) ?? "", LONGEST);
  return FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name;
}
const short = (text, length) => (text.length > length ? text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "") + "\u2026" : text);
const vendorName = (vendor) => (Object.hasOwn(data.vendors, vendor) ? data.vendors[vendor] : vendor);
const experimentName = (item) => named(item.experiment_name, item.experiment_id);
const metricName = (row) => named(row.metric_name, row.metric_id, "no metric named");
const variationName = (row) => named(row.variation_name, row.variation_id, "no variation named");
const words = (text) => (text === null ? "" : text.replaceAll("_", " "));
const joined = (...parts) => parts.filter(Boolean).join(" \u00b7 ");
const whole = (value) => value.toLocaleString("en");
const counted = (count, one, many) => `${whole(count)} ${count === 1 ? one : many}`;
const minus = (text) => text.replace(/^-/, "\u2212");
const plain = (value) => minus(Math.abs(value) >= 1000 && Math.abs(value) < 1e15 ? value.toLocaleString("en", { maximumFractionDigits: 0 })
  : String(Number(value.toPrecision(4))));
const percent = (value) => minus(`${(value * 100).toFixed(1)}`) + "\u202f%";
const signed = (value, show) => (value > 0 ? "+" : "") + show(value);
const showDifference = (row) => (row.difference_kind === "relative" ? percent : plain);

const PROBABILITIES = { significance: "significance", beats_baseline: "to beat the baseline", is_best: "to be best" };
const OUTCOMES = { winners: "winner", losers: "loser", undecided: "undecided", none: "no verdict" };
const FINDINGS = {
  sample_ratio_mismatch: ["traffic mismatch", "traffic mismatches"],
  no_data: ["without data", "without data"],
  stale_data: ["with stale data", "with stale data"],
  too_few_units: ["with too few units", "with too few units"],
};
// An experiment's outcome by the verdicts of its primary metric, as the colors of its variations.
const COLORS = { winners: "better", losers: "worse", undecided: "open", none: "bare" };

const wish = (row) => (row.direction === "decrease" ? "less is better" : "");

function intervalText(row) {
  if (row.difference_low === null && row.difference_high === null) return "";
  const end = (value) => (value === null ? "?" : signed(value, showDifference(row)));
  return `${end(row.difference_low)} to ${end(row.difference_high)}`;
}

const differenceText = (row) => (row.difference === null ? "" : signed(row.difference, showDifference(row)));
const probabilityText = (row) => (row.probability === null ? "" : percent(row.probability));
const probabilityWords = (row) => (row.probability === null ? "" : PROBABILITIES[row.probability_kind] ?? words(row.probability_kind));
const likelihoodText = (split) => (split.p_value < 0.0001 ? "p < 0.0001" : `p = ${split.p_value.toFixed(4)}`);

function meanText(row) {
  if (row.mean === null) return "";
  return row.metric_kind === "conversion" ? `${(row.mean * 100).toFixed(2)}\u202f%` : plain(row.mean);
}

// What stands beside a difference: its interval, or where the vendor gives none, its probability.
function figures(row) {
  const detail = intervalText(row) || [probabilityText(row), probabilityWords(row)].filter(Boolean).join(" ");
  return [differenceText(row), detail && `(${detail})`].filter(Boolean).join(" ");
}
