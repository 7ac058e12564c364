// The two charts: differences from the baseline, and the split of the traffic. Each has its figures as a table, too.

const narrow = matchMedia("screen and (max-width: 900px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
let printing = false;
const tight = () => narrow.matches || printing;
// The charting library takes some HTML in its texts, and %{...} for a value; names must stay names.
const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("{", "&#123;");

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// Rows from top to bottom: their names left of the chart, or above each row where there is no room.
function layout(labels, margins, axis) {
  const height = tight() ? 62 : 40;
  const room = Math.floor((Math.min(window.innerWidth, printing ? 740 : Infinity) - 60) / 7);
  // Digits of this size are about 7.3 pixels wide; a figure that is cut off reads like another one.
  const right = Math.max(margins.r, 24 + 7.3 * Math.max(0, ...labels.map(({ value }) => value.length)));
  const left = { xref: "paper", x: 0, yref: "y", showarrow: false, align: "left", ...(tight() && { bgcolor: color("card"), borderpad: 0 }) };
  const annotations = labels.flatMap(({ name, about, brief, value }, place) => tight() ? [
    { ...left, y: place, yshift: 17, xanchor: "left", text: safe(name), font: { size: 13, color: color("text") } },
    { ...left, y: place, yshift: 1, xanchor: "left", text: safe(short(joined(value, brief), room)), font: { size: 11.5, color: color("muted") } },
  ] : [
    { ...left, y: place, yshift: 8, xanchor: "left", xshift: -margins.l, text: safe(name), font: { size: 13, color: color("text") } },
    { ...left, y: place, yshift: -8, xanchor: "left", xshift: -margins.l, text: safe(short(about, 62)), font: { size: 11.5, color: color("muted") } },
    { ...left, x: 1, y: place, xanchor: "left", xshift: 12, text: safe(value), font: { size: 12.5, color: color("text") } },
  ]);
  return {
    ...plainLayout(axis), annotations, height: labels.length * height + 50, barmode: "stack",
    margin: tight() ? { l: 8, r: 8, t: 6, b: 40 } : { t: 6, b: 40, ...margins, r: right },
    yaxis: { range: [labels.length - 0.5, -0.5], fixedrange: true, showticklabels: false, showgrid: false, zeroline: false },
  };
}

function plainLayout(axis) {
  return {
    showlegend: false, dragmode: tight() ? false : "zoom", ...(printing && { width: 680 }),
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: getComputedStyle(document.body).fontFamily, size: 12.5, color: color("text") },
    hoverlabel: { align: "left", bgcolor: color("card"), bordercolor: color("line"), font: { color: color("text") } },
    xaxis: { fixedrange: tight(), gridcolor: color("line"), zerolinecolor: color("muted"), zerolinewidth: 1.5, automargin: false, tickfont: { color: color("muted") }, ...axis },
  };
}

const rowHeight = () => (tight() ? 0.27 : 0);

// Until the library is there, and where it cannot be, the tables have the figures.
function plot(id, traces, wanted, summary, leads = []) {
  const place = byId(`${id}-plot`);
  place.hidden = traces.length === 0;
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", summary);
  if (typeof Plotly === "undefined") return;
  if (traces.length === 0) return void Plotly.purge(place);
  Plotly.react(place, traces, wanted, { responsive: true, displayModeBar: false, doubleClick: "reset" });
  place.removeAllListeners("plotly_click");
  place.on("plotly_click", ({ points }) => {
    const one = leads[Math.round(points[0].y - rowHeight())];
    if (one && !state.experiment) location.hash = hashOf({ ...state, experiment: one.key, metric: "" });
  });
}

// The figures of a chart; what is drawn there cannot be read aloud, searched or copied.
function figuresTable(id, heads, lines) {
  const place = byId(`${id}-figures`);
  place.hidden = lines.length === 0;
  const row = (cells) => element("tr", {}, ...cells.map((cell, at) => element(at ? "td" : "th", at ? {} : { scope: "row" }, cell)));
  keepingFocus(() => {
    place.querySelector("thead").replaceChildren(element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))));
    place.querySelector("tbody").replaceChildren(...lines.map(row));
  });
}

// ------------------------------------------------------------------------------------------------------- differences

const ORDERS = {
  certainty: (one, other) => clearness(other) - clearness(one) || (other.probability ?? 0) - (one.probability ?? 0),
  difference: (one, other) => Math.abs(middle(other)) - Math.abs(middle(one)),
  name: (one, other) => collator.compare(experimentName(one), experimentName(other))
    || collator.compare(metricName(one), metricName(other)) || collator.compare(variationName(one), variationName(other)),
};

const primaryFirst = (one, other) => (other.is_primary === true) - (one.is_primary === true);
const metricKey = (row) => slug(metricName(row), row.metric_kind, row.difference_kind);

// Differences of several metrics can be compared if they are relative, or in the same unit.
function poolKey(row) {
  if (!state.experiment && !row.is_primary) return null;
  return row.difference_kind === "relative" ? "all/relative" : slug("all", row.difference_kind, row.metric_kind, row.value_unit);
}

// Groups of differences by key, those of all primary metrics first, then the largest.
function groups(found) {
  const made = new Map();
  const put = (key, title, row) => {
    if (!made.has(key)) made.set(key, { key, title, rows: [], pooled: key.startsWith("all/") });
    made.get(key).rows.push(row);
  };
  const kind = (row) => joined(row.difference_kind === "relative" ? "" : words(row.metric_kind), row.difference_kind ?? "difference");
  for (const row of found) {
    const pool = poolKey(row);
    if (pool) put(pool, `${state.experiment ? "All metrics" : "Primary metrics"} \u00b7 ${kind(row)}`, row);
    put(metricKey(row), joined(metricName(row), words(row.metric_kind), row.difference_kind ?? "difference"), row);
  }
  return [...made.values()].sort((one, other) => other.pooled - one.pooled || other.rows.length - one.rows.length || (one.key < other.key ? -1 : 1));
}

byId("forest-legend").append(...Object.entries(data.words).map(([kind, text]) => element("li", { class: kind }, text)));
const forestPager = new Pager(byId("forest-pager"), () => drawForest(looking));

function drawForest(found) {
  const made = groups(found.differences);
  const group = made.find(({ key }) => key === state.metric) ?? made[0] ?? { key: "", rows: [], pooled: false };
  const select = byId("metric");
  select.replaceChildren(...made.map(({ key, title, rows: own }) => element("option", { value: key }, `${title} (${whole(own.length)})`)));
  select.value = group.key;
  byId("forest-controls").hidden = made.length === 0;
  const ordered = [...group.rows].sort((one, other) => (state.experiment ? primaryFirst(one, other) : 0) || ORDERS[state.order](one, other));
  const shown = forestPager.page(ordered, printing ? 8 : tight() ? 10 : 15);
  byId("forest-note").textContent = summary(group.rows);
  byId("forest-legend").hidden = shown.length === 0;
  const labels = shown.map((row) => forestLabel(row, group.pooled));
  const relative = shown.length > 0 && shown[0].difference_kind === "relative";
  const axis = { tickformat: relative ? ".1~%" : ".3~g", range: span(shown), title: { text: relative ? "relative difference" : "absolute difference", font: { size: 12, color: color("muted") } } };
  const wanted = layout(labels, { l: 345, r: 210 }, axis);
  // What is shown under the mouse has up to six lines, and where it is higher than the chart it is not shown at all.
  wanted.height = Math.max(130, wanted.height);
  const traces = shown.length ? ["better", "worse", "open", "bare"].flatMap((kind) => marks(shown, kind, axis.range)) : [];
  plot("forest", traces, wanted, `Chart of differences with their intervals. ${summary(group.rows)} The table after it has its figures.`, shown.map((row) => row.of));
  const lead = state.experiment ? () => [] : (row) => [linkTo(row.of, `forest ${row.place}`)];
  figuresTable("forest", [...(state.experiment ? [] : ["Experiment"]), "Metric", "Variation", "Difference", "Verdict"], shown.map((row) =>
    [...lead(row), joined(metricName(row), row.segment, wish(row)), variationName(row), figures(row), data.words[verdict(row)]]));
}

function forestLabel(row, pooled) {
  const units = row.units === null ? "" : `${whole(row.units)} units`;
  const about = state.experiment ? [row.is_primary ? "primary" : "", words(row.metric_kind), wish(row)] : [pooled ? metricName(row) : "", wish(row), vendorName(row.vendor)];
  const name = state.experiment ? metricName(row) : experimentName(row);
  return {
    name: `${short(name, tight() ? 28 : 34)} \u00b7 ${short(variationName(row), 16)}`,
    about: joined(...about, row.segment, units),
    brief: joined(state.experiment ? about[0] : pooled ? metricName(row) : vendorName(row.vendor), wish(row)),
    value: figures(row),
  };
}

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
function span(shown) {
  const ends = shown.flatMap((row) => [row.difference_low, row.difference_high, row.difference]).filter((end) => end !== null);
  const sizes = ends.map(Math.abs).sort((one, other) => one - other);
  const limit = 3 * (sizes[Math.floor(sizes.length * 0.8)] || sizes.at(-1) || 1);
  const low = Math.max(-limit, Math.min(0, ...ends));
  const high = Math.min(limit, Math.max(0, ...ends));
  const room = (high - low || 1) * 0.05;
  return [low - room, high + room];
}

function symbolOf(row, [low, high]) {
  if (middle(row) < low) return "triangle-left";
  if (middle(row) > high) return "triangle-right";
  return row.difference === null ? "line-ns-open" : bare(row) ? "circle-open" : "circle";
}

function marks(shown, kind, range) {
  const found = shown.map((row, place) => ({ row, y: place + rowHeight() })).filter(({ row }) => verdict(row) === kind);
  const paint = color(kind === "bare" ? "open" : kind);
  const lines = found.filter(({ row }) => !bare(row));
  const hover = found.map(({ row }) => [
    `<b>${safe(experimentName(row))}</b>`, safe(`${vendorName(row.vendor)}, ${metricName(row)}`), safe(variationName(row)),
    `difference ${differenceText(row) || "not given"}`, intervalText(row) && `interval ${intervalText(row)}`,
    probabilityText(row) && `${probabilityText(row)} ${safe(probabilityWords(row))}`,
    row.verdict && `verdict ${safe(words(row.verdict))}${row.direction ? `, wanted ${safe(words(row.direction))}` : ""}`,
  ].filter(Boolean).join("<br>"));
  return [
    { type: "scatter", mode: "lines", hoverinfo: "skip", line: { color: paint, width: 3 },
      x: lines.flatMap(({ row }) => [row.difference_low, row.difference_high, null]), y: lines.flatMap(({ y }) => [y, y, null]) },
    { type: "scatter", mode: "markers", x: found.map(({ row }) => Math.min(Math.max(middle(row), range[0]), range[1])), y: found.map(({ y }) => y),
      cliponaxis: false, marker: { color: paint, size: 10, symbol: found.map(({ row }) => symbolOf(row, range)), line: { width: 2, color: paint } },
      hovertemplate: found.map((_, place) => hover[place] + "<extra></extra>") },
  ];
}

// ----------------------------------------------------------------------------------------------------- traffic split

const trafficPager = new Pager(byId("traffic-pager"), () => drawTraffic(looking));

function drawTraffic(found) {
  const splits = found.health.filter(({ total }) => total > 0);
  const tested = splits.filter((split) => split.p_value !== null).length;
  byId("traffic-note").textContent = splits.length === 0 ? "No units were counted."
    : tested === 0 ? "Shares of units by variation. The intended shares are unknown, so the split was not tested."
      : `Shares of units by variation; a mark shows where the intended shares meet. ${counted(tested, "split was tested", "splits were tested")}${tested > 1 ? ", the least likely ones first" : ""}.`;
  const shown = trafficPager.page(splits, tight() ? 6 : 10);
  const labels = shown.map((split) => ({
    name: short(experimentName(split.of), tight() ? 42 : 46),
    about: joined(vendorName(split.of.vendor), split.segment, `${whole(split.total)} units`),
    brief: joined(vendorName(split.of.vendor), `${whole(split.total)} units`),
    value: split.p_value === null ? "not tested" : (alarming(split) ? "\u26a0 " : "") + likelihoodText(split),
  }));
  const most = Math.max(0, ...shown.map((split) => split.variations.length));
  const bars = Array.from({ length: most }, (_, step) => segment(shown, step));
  const wanted = { ...layout(labels, { l: 345, r: 120 }, { tickformat: ".0%", range: [0, 1], showgrid: false, zeroline: false }), uniformtext: { mode: "hide", minsize: 10.5 } };
  plot("traffic", shown.length ? [...bars, intended(shown)] : [], wanted,
    `Chart of how units were split between variations. ${byId("traffic-note").textContent} The table after it has its figures.`, shown.map((split) => split.of));
  figuresTable("traffic", ["Experiment", "Segment", "Units by variation", "Test of the split"], shown.map((split, place) => [
    state.experiment ? experimentName(split.of) : linkTo(split.of, `traffic ${place}`), split.segment ?? "all visitors",
    split.variations.map((one) => `${one.name}: ${whole(one.units)} (${percent(one.units / split.total)}${one.share === null ? "" : `, intended ${percent(one.share)}`})`).join("; "),
    split.p_value === null ? "not tested" : joined(likelihoodText(split), alarming(split) ? "mismatch" : ""),
  ]));
}

const alarming = (split) => split.findings.some(({ kind }) => kind === "sample_ratio_mismatch");

function segment(shown, step) {
  const has = shown.map((split, place) => ({ split, one: split.variations[step], y: place + rowHeight() })).filter(({ one }) => one);
  return {
    type: "bar", orientation: "h", width: tight() ? 0.36 : 0.62,
    x: has.map(({ split, one }) => one.units / split.total), y: has.map(({ y }) => y),
    text: has.map(({ split, one }) => `${safe(short(one.name, 18))} ${percent(one.units / split.total)}`),
    textposition: "inside", insidetextanchor: "middle", textangle: 0, constraintext: "inside", textfont: { color: "#ffffff", size: 12 },
    marker: { color: color(`split-${step % 6}`), line: { color: color("card"), width: 1 } },
    hovertemplate: has.map(({ split, one }) => `<b>${safe(one.name)}</b><br>${whole(one.units)} units, ${percent(one.units / split.total)}`
      + `${one.share === null ? "" : `<br>intended ${percent(one.share)}`}<extra></extra>`),
  };
}

// A mark where one variation's share should end and the next one's begin.
function intended(shown) {
  const x = [];
  const y = [];
  shown.forEach((split, place) => {
    let sum = 0;
    for (const one of split.variations.slice(0, -1)) {
      if (one.share === null) return;
      sum += one.share;
      x.push(sum);
      y.push(place + rowHeight());
    }
  });
  return { type: "scatter", mode: "markers", x, y, hoverinfo: "skip",
    marker: { symbol: "line-ns-open", size: 15, color: color("text"), line: { width: 2 } } };
}
