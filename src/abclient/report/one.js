// The view of one experiment: what is known of it, and its differences over time.

const timeOf = (row) => row.period_end ?? row.fetched_at;
const dayOf = (time) => (time === null ? "" : time.slice(0, 10));
const timeText = (time) => time.replace(/:\d\d UTC$/, " UTC");

function drawOne(one) {
  byId("one-name").textContent = experimentName(one);
  byId("one-about").textContent = joined(whereOf(one), one.experiment_name === null || toldApart(one) ? "" : one.experiment_id);
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
  const found = [...made.values()].map((course) => ({
    ...course, lines: [...course.variations.values()].filter(({ size }) => size > 1).map(sorted),
  })).filter(({ lines }) => lines.length);
  return sortedBy(found, ({ row }) => [row.is_primary ? 0 : 1]);
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
  byId("series-plot").setAttribute("aria-label", `Chart of ${metricName(course.row)} over time. ${lastly(lines)} The table after it has its figures.`);
  byId("series-plot").replaceChildren(...seriesOf(lines, relative));
  byId("series-figures").tBodies[0].replaceChildren(...lines.flat().map((row) =>
    element("tr", {}, element("th", { scope: "row" }, timeText(timeOf(row))), element("td", {}, variationName(row)), element("td", {}, figures(row)))));
}

const lastly = (lines) => lines.map((points) =>
  `${variationName(points.at(-1))}: from ${differenceText(points[0])} to ${differenceText(points.at(-1))}.`).join(" ");

const MINUTE_MS = 60_000;
const STEPS = [1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 1440, 2 * 1440, 7 * 1440, 14 * 1440, 28 * 1440, 91 * 1440, 182 * 1440, 364 * 1440];
const moment = (row) => Date.parse(timeOf(row).replace(" UTC", "Z").replace(" ", "T"));

// Round times between two ends, so many at most, with what is written at them.
function timeTicks([first, last], most) {
  const least = (last - first) / MINUTE_MS / most;
  const step = STEPS.find((minutes) => minutes >= least) ?? least;
  const text = (time) => new Date(time).toISOString();
  return multiples([first, last], step * MINUTE_MS).map((time) => [time, step < 1440 ? text(time).slice(5, 16).replace("T", " ") : text(time).slice(0, 10)]);
}

// Bands and lines are drawn on a canvas of 100 by 100 that takes the picture's shape.
function seriesOf(lines, relative) {
  const times = lines.flat().map(moment);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const period = [first - (last - first) * 0.02, last + (last - first) * 0.02];
  const range = span(lines.flat());
  const [x, up] = [scale(period), scale(range, 10_000)];
  const y = (value) => 100 - up(value);
  const heights = ticks(range, 8);
  const dates = timeTicks(period, narrow.matches ? 3 : 6);
  const drawn = lines.map((points, step) => courseOf(points, `arm-${step % 6}`, (row) => x(moment(row)), y));
  return [
    ...gridLines(heights, y, "y"), ...gridLines(dates.map(([time]) => time), x, "x"),
    ...heights.map((value) => svg("text", { x: -8, y: `${y(value)}%`, dy: "0.35em", "text-anchor": "end" }, tickText(value, relative))),
    ...dates.map(([time, text]) => svg("text", { x: `${x(time)}%`, y: "100%", dy: "1.5em", "text-anchor": "middle" }, text)),
    svg("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" }, ...drawn.flatMap(({ band, line }) => [band, line])),
    svg("svg", {}, ...drawn.flatMap(({ marks }) => marks)),
  ];
}

function courseOf(points, kind, x, y) {
  const whole = points.filter((row) => !bare(row));
  const corner = (row, value) => `${x(row)},${y(value)}`;
  const edge = [...whole.map((row) => corner(row, row.difference_high)), ...[...whole].reverse().map((row) => corner(row, row.difference_low))];
  return {
    band: svg("polygon", { class: `band ${kind}`, points: edge.join(" ") }),
    line: svg("polyline", { class: `line ${kind}`, points: points.map((row) => corner(row, row.difference)).join(" ") }),
    marks: points.map((row) => svg("circle", { class: kind, cx: `${x(row)}%`, cy: `${y(row.difference)}%`, r: points.length > 40 ? 1.5 : 3 },
      svg("title", {}, [variationName(row), timeText(timeOf(row)), figures(row)].join("\n")))),
  };
}
