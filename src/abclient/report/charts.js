// Charts: differences from the baseline, and the split of the traffic. They are tables, a picture in each of their rows, so
// that all of their figures can be read aloud, searched and copied.

const narrow = matchMedia("screen and (max-width: 900px)");
const dark = matchMedia("(prefers-color-scheme: dark)");

// Where values are, in hundredths of what is shown from one end to the other; beyond these by so many at most.
const scale = ([low, high], beyond = 0) => (value) => Math.min(Math.max((100 * (value - low)) / (high - low), -beyond), 100 + beyond);

// The multiples of a step between two ends.
function multiples([low, high], step) {
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
}

// Round values between two ends, so many at most.
function ticks([low, high], most) {
  const least = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return multiples([low, high], power * [1, 2, 5, 10].find((step) => step * power >= least));
}

const tickText = (value, relative) => (relative ? `${plain(100 * value)}\u202f%` : plain(value));

const gridLines = (values, at, axis) => values.map((value) =>
  svg("line", { class: value === 0 ? "zero" : "grid", [`${axis}1`]: `${at(value)}%`, [`${axis}2`]: `${at(value)}%`, [axis === "x" ? "y2" : "x2"]: "100%" }));

// Lines of a chart: the name of what each is about, its picture, and its figures; with an axis below all pictures.
function drawChart(id, heads, lines, axis) {
  const place = byId(`${id}-chart`);
  place.hidden = lines.length === 0;
  const line = ({ name, about, picture, value, detail }) => {
    const head = element("th", { scope: "row" }, ...name, element("small", {}, about));
    const link = head.querySelector("a");
    if (link) picture[0].onclick = () => link.click();
    return element("tr", {}, head, element("td", { class: "picture" }, ...picture), element("td", { class: "value" }, value, element("small", {}, detail)));
  };
  keepingFocus(() => {
    place.tHead.replaceChildren(element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))));
    place.tBodies[0].replaceChildren(...lines.map(line));
    const at = scale(axis.range);
    const texts = axis.ticks.map((value) => element("span", { style: `left: ${at(value)}%` }, axis.text(value)));
    place.tFoot.replaceChildren(element("tr", {}, element("td"), element("td", { class: "axis" }, ...texts, axis.title), element("td")));
  });
}

// ------------------------------------------------------------------------------------------------------- differences

const ORDERS = {
  certainty: (row) => [-clearness(row), -(row.probability ?? 0)],
  difference: (row) => [-Math.abs(middle(row))],
  name: (row) => [experimentName(row), metricName(row), variationName(row)],
};

const metricKey = (row) => slug(metricName(row), row.metric_kind, row.difference_kind);

// Differences of several metrics can be compared if they are relative, or in the same unit.
function poolKey(row) {
  if (!state.experiment && !row.is_primary) return null;
  return row.difference_kind === "relative" ? "all/relative" : slug("all", row.difference_kind, row.metric_kind, row.value_unit);
}

// Groups of differences by key, those of all primary metrics first, then the largest.
function groups(found) {
  const made = new Map();
  const put = (key, titleOf, row) => {
    if (!made.has(key)) made.set(key, { key, title: titleOf(row), rows: [], pooled: key.startsWith("all/") });
    made.get(key).rows.push(row);
  };
  for (const row of found) {
    const pool = poolKey(row);
    if (pool) put(pool, poolTitle, row);
    put(metricKey(row), metricTitle, row);
  }
  return [...made.values()].sort((one, other) => other.pooled - one.pooled || other.rows.length - one.rows.length || (one.key < other.key ? -1 : 1));
}

const poolTitle = (row) => joined(state.experiment ? "All metrics" : "Primary metrics", row.difference_kind !== "relative" && words(row.metric_kind), row.difference_kind ?? "difference");
const metricTitle = (row) => joined(metricName(row), words(row.metric_kind), row.difference_kind ?? "difference");

byId("forest-legend").append(...Object.entries(data.words).map(([kind, text]) => element("li", { class: kind }, text)));
const forestPager = new Pager(byId("forest-pager"), () => drawForest(looking));

function drawForest(found) {
  const made = groups(found.differences);
  const group = made.find(({ key }) => key === state.metric) ?? made[0] ?? { key: "", rows: [], pooled: false };
  const select = byId("metric");
  select.replaceChildren(...made.map(({ key, title, rows: own }) => element("option", { value: key }, `${title} (${whole(own.length)})`)));
  select.value = group.key;
  byId("forest-controls").hidden = made.length === 0;
  const ordered = sortedBy(group.rows, (row) => [state.experiment && row.is_primary ? 0 : 1, ...ORDERS[state.order](row)]);
  const shown = forestPager.page(ordered, narrow.matches ? 10 : 15);
  byId("forest-note").textContent = summary(group.rows);
  byId("forest-legend").hidden = shown.length === 0;
  const relative = shown.length > 0 && shown[0].difference_kind === "relative";
  const range = span(shown);
  const axis = { range, ticks: ticks(range, narrow.matches ? 5 : 7), text: (value) => tickText(value, relative), title: `${relative ? "relative" : "absolute"} difference` };
  const name = state.experiment ? (row) => [metricName(row)] : (row) => [linkTo(row.of, `forest ${row.place}`)];
  drawChart("forest", [state.experiment ? "Metric and variation" : "Experiment and variation", "Verdict", "Difference"], shown.map((row) => ({
    name: [...name(row), ` \u00b7 ${variationName(row)}`], about: aboutDifference(row, group.pooled),
    picture: [pictureOf(row, axis)], value: figures(row), detail: decided(row),
  })), axis);
}

function aboutDifference(row, pooled) {
  const about = state.experiment ? [row.is_primary && "primary", words(row.metric_kind), wish(row)] : [pooled && metricName(row), wish(row), vendorName(row.vendor), toldApart(row)];
  return joined(...about, row.segment, row.units !== null && `${whole(row.units)} units`);
}

// The vendor's verdict, and its probability where that is not among the figures.
const probable = (row) => [probabilityText(row), probabilityWords(row)].filter(Boolean).join(" ");
const decided = (row) => joined(words(row.verdict), intervalText(row) && probable(row));

function summary(group) {
  if (group.length === 0) return "There is no difference from a baseline to show.";
  const count = (...kinds) => group.filter((row) => kinds.includes(verdict(row))).length;
  const compared = counted(group.length, "comparison", "comparisons");
  if (count("bare") === group.length) return `${compared}; the vendor gives neither verdicts nor intervals for them.`;
  return `${compared}: ${whole(count("better"))} better, ${whole(count("worse"))} worse, ${whole(count("open"))} undecided${judges(group)}.`
    + (group.length > 9 ? " With many comparisons some are decided by chance." : "");
}

function judges(group) {
  const judged = group.filter((row) => Object.hasOwn(VERDICTS, row.verdict)).length;
  return judged === group.length ? " by the vendors\u2019 verdicts" : judged ? " by the vendors\u2019 verdicts, or else by their intervals" : " by their intervals";
}

// The few intervals that are many times wider than the rest run out of the picture instead of flattening it; where the
// difference itself is beyond it, a triangle at the edge points there.
const [TINY, HUGE] = [1e-300, 1e300];  // beyond these, sums and quotients of numbers are no longer right
function span(shown) {
  const ends = shown.flatMap((row) => [row.difference_low, row.difference_high, row.difference]).filter((end) => end !== null);
  const sizes = ends.map(Math.abs).sort((one, other) => one - other);
  const limit = Math.min(HUGE, 3 * (sizes[Math.floor(sizes.length * 0.8)] || sizes.at(-1) || 1));
  const low = Math.max(-limit, Math.min(0, ...ends));
  const high = Math.min(limit, Math.max(0, ...ends));
  const room = (high - low > TINY ? high - low : 1) * 0.05;
  return [low - room, high + room];
}

const CIRCLE = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
const MARKS = { point: CIRCLE, ring: CIRCLE, middle: "M0-7V7", left: "M4-6V6L-6 0z", right: "M-4-6V6L6 0z" };

function markOf(row, [low, high]) {
  if (middle(row) < low) return "left";
  if (middle(row) > high) return "right";
  return row.difference === null ? "middle" : bare(row) ? "ring" : "point";
}

// All of it is also in words: the name of the picture is the verdict, which else only the color says.
function pictureOf(row, { range, ticks }) {
  const at = scale(range);
  const hover = [
    experimentName(row), `${vendorName(row.vendor)}, ${metricName(row)}`, variationName(row), `difference ${differenceText(row) || "not given"}`,
    intervalText(row) && `interval ${intervalText(row)}`, probable(row),
    row.verdict && `verdict ${words(row.verdict)}${row.direction ? `, wanted ${words(row.direction)}` : ""}`,
  ].filter(Boolean).join("\n");
  const mark = markOf(row, range);
  return svg("svg", { class: verdict(row), role: "img", "aria-label": data.words[verdict(row)] },
    svg("title", {}, hover), ...gridLines(ticks, at, "x"),
    bare(row) ? "" : svg("line", { class: "interval", x1: `${at(row.difference_low)}%`, x2: `${at(row.difference_high)}%`, y1: "50%", y2: "50%" }),
    svg("svg", { x: `${at(middle(row))}%`, y: "50%", overflow: "visible" }, svg("path", { class: `mark ${mark}`, d: MARKS[mark] })));
}

// ----------------------------------------------------------------------------------------------------- traffic split

const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const trafficPager = new Pager(byId("traffic-pager"), () => drawTraffic(looking));
const alarming = (split) => split.findings.some(({ kind }) => kind === "sample_ratio_mismatch");
const partText = (one, split) => `${named(one.name)}: ${whole(one.units)} (${percent(one.units / split.total)}${one.share === null ? "" : `, intended ${percent(one.share)}`})`;

// All of more variations can be read among the rows; marks would hide the bar.
const MOST_PARTS = 20;
const many = (split) => split.variations.length > MOST_PARTS;
function partsText(split) {
  const parts = split.variations.slice(0, MOST_PARTS).map((one) => partText(one, split)).join("; ");
  return many(split) ? `${parts}; and ${whole(split.variations.length - MOST_PARTS)} more` : parts;
}

function drawTraffic(found) {
  const splits = found.health.filter(({ total }) => total > 0);
  const tested = splits.filter((split) => split.p_value !== null).length;
  byId("traffic-note").textContent = splits.length === 0 ? "No units were counted."
    : tested === 0 ? "Shares of units by variation. The intended shares are unknown, so the split was not tested."
      : `Shares of units by variation; a mark shows where the intended shares meet. ${counted(tested, "split was tested", "splits were tested")}${tested > 1 ? ", the least likely ones first" : ""}.`;
  const shown = trafficPager.page(splits, narrow.matches ? 6 : 10);
  drawChart("traffic", ["Experiment", "Units by variation", "Test of the split"], shown.map((split, place) => ({
    name: [state.experiment ? experimentName(split.of) : linkTo(split.of, `traffic ${place}`)],
    about: joined(vendorName(split.of.vendor), toldApart(split), split.segment, `${whole(split.total)} units`),
    picture: [barOf(split), element("small", {}, partsText(split))],
    value: split.p_value === null ? "not tested" : likelihoodText(split), detail: alarming(split) ? "\u26a0 mismatch" : "",
  })), { range: [0, 1], ticks: SHARES, text: (value) => tickText(value, true), title: "" });
}

// A mark is where one variation's share should end and the next one's begin.
function barOf(split) {
  const parts = split.variations.map((one, step) => element("span", {
    class: `split-${step % 6}`, style: `width: ${(100 * one.units) / split.total}%`, title: partText(one, split),
  }, `${named(one.name)} ${percent(one.units / split.total)}`));
  let sum = 0;
  const marks = (many(split) ? [] : split.variations.slice(0, -1)).filter(({ share }) => share !== null).map(({ share }) => {
    sum += share;
    return element("i", { style: `left: ${100 * sum}%` });
  });
  return element("div", { class: "bar", "aria-hidden": "true" }, ...parts, ...marks);
}
