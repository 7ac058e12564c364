// The view of one experiment: what is known of it, and its differences over time.

const timeOf = (row) => row.period_end ?? row.fetched_at;
const dayOf = (time) => (time === null ? "" : time.slice(0, 10));
const timeText = (time) => time.replace(/:\d\d UTC$/, " UTC");

function drawOne(one) {
  byId("one-name").textContent = experimentName(one);
  byId("one-about").textContent = joined(whereOf(one), one.experiment_name === null ? "" : one.experiment_id);
  byId("one-outcome").replaceChildren(outcomeTag(one.outcome), ` ${outcomeText(one)}`);
  const period = one.rows.find((row) => row.period_end !== null || row.period_start !== null) ?? { period_start: null, period_end: null };
  const facts = [
    ["Status", words(one.status)],
    ["Primary metric", one.metric ? metricName(one.metric) : ""],
    ["Wanted", one.metric ? words(one.metric.direction) : ""],
    ["Period", [dayOf(period.period_start), dayOf(period.period_end)].filter(Boolean).join(" to ")],
    ["Units", one.units ? whole(one.units) : ""],
    ["Fetched", one.rows.length ? timeText(one.rows.reduce((last, row) => (row.fetched_at > last ? row.fetched_at : last), "")) : ""],
  ].filter(([, value]) => value);
  byId("one-facts").replaceChildren(...facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
  drawSeries(one);
}

function outcomeText(one) {
  const row = one.telling;
  if (!row) return one.rows.length ? "The rows do not say which metric decides." : "There are no results.";
  const said = `${variationName(row)}: ${metricName(row)} ${figures(row)}`;
  if (one.outcome === "winners" || one.outcome === "losers") return row.direction ? `${said}; wanted: ${words(row.direction)}` : said;
  return one.outcome === "undecided" ? `Closest to a decision is ${said}` : `The vendor gives no verdict. ${said}`;
}

// --------------------------------------------------------------------------------------------------------- over time

// For each metric its variations, each with its points in the order of time; what has been seen once has no course. Earlier
// iterations are other experiments under the same name.
function courses(one) {
  const made = new Map();
  const known = [...one.earlier, ...one.rows].filter((row) => row.difference !== null && row.segment === null);
  const last = known.reduce((row, other) => (row && timeOf(row) >= timeOf(other) ? row : other), null);
  for (const row of known) {
    if (row.iteration !== last.iteration) continue;
    const key = metricKey(row);
    if (!made.has(key)) made.set(key, { key, row, variations: new Map() });
    const { variations } = made.get(key);
    if (!variations.has(row.variation_id)) variations.set(row.variation_id, new Map());
    const points = variations.get(row.variation_id);
    const other = points.get(timeOf(row));
    if (!other || row.fetched_at >= other.fetched_at) points.set(timeOf(row), row);
  }
  const sorted = (points) => [...points.values()].sort((row, other) => (timeOf(row) < timeOf(other) ? -1 : 1));
  return [...made.values()].map((course) => ({
    ...course, lines: [...course.variations.values()].filter(({ size }) => size > 1).map(sorted),
  })).filter(({ lines }) => lines.length).sort((course, other) => primaryFirst(course.row, other.row));
}

function drawSeries(one) {
  const made = courses(one);
  byId("series").hidden = made.length === 0;
  if (made.length === 0) return;
  const course = made.find(({ key }) => key === state.over) ?? made[0];
  const select = byId("over");
  select.replaceChildren(...made.map(({ key, row }) => element("option", { value: key }, joined(metricName(row), row.difference_kind, row.is_primary ? "primary" : ""))));
  select.value = course.key;
  const { lines } = course;
  const relative = lines[0][0].difference_kind === "relative";
  byId("series-note").textContent = `${relative ? "Relative" : "Absolute"} difference from the baseline at each time, as the vendor computed it then, with its interval.`;
  byId("series-legend").replaceChildren(...lines.map((points, step) => element("li", { class: `arm-${step % 6}` }, variationName(points.at(-1)))));
  const wanted = {
    ...plainLayout({ type: "date", title: "" }), height: 320, margin: { l: 62, r: 12, t: 10, b: 36 }, hovermode: "closest",
    yaxis: { tickformat: relative ? ".1~%" : ".3~g", fixedrange: true, gridcolor: color("line"), zerolinecolor: color("muted"), zerolinewidth: 1.5, tickfont: { color: color("muted") }, range: span(lines.flat()) },
  };
  plot("series", lines.flatMap(courseOf), wanted, `Chart of ${metricName(course.row)} over time. ${lastly(lines)} The table after it has its figures.`);
  figuresTable("series", ["Time", "Variation", "Difference"], lines.flatMap((points) => points.map((row) =>
    [timeText(timeOf(row)), variationName(row), figures(row)])));
}

const lastly = (lines) => lines.map((points) =>
  `${variationName(points.at(-1))}: from ${differenceText(points[0])} to ${differenceText(points.at(-1))}.`).join(" ");

function courseOf(points, step) {
  const paint = color(`arm-${step % 6}`);
  const x = points.map((row) => timeOf(row).replace(" UTC", ""));
  const whole = points.map((row, at) => ({ row, x: x[at] })).filter(({ row }) => !bare(row));
  const backwards = [...whole].reverse();
  const hover = points.map((row) => `<b>${safe(variationName(row))}</b><br>${timeText(timeOf(row))}<br>${figures(row)}<extra></extra>`);
  const band = { type: "scatter", mode: "lines", fill: "toself", fillcolor: paint, opacity: 0.16, line: { width: 0 }, hoverinfo: "skip",
    x: [...whole, ...backwards].map((point) => point.x),
    y: [...whole.map(({ row }) => row.difference_high), ...backwards.map(({ row }) => row.difference_low)] };
  return [band, { type: "scatter", mode: "lines+markers", x, y: points.map((row) => row.difference), line: { color: paint, width: 2 },
    marker: { color: paint, size: points.length > 40 ? 3 : 6 }, hovertemplate: hover }];
}
