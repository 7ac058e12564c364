// The two charts: differences from the baseline, and the split of the traffic.

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function page(items, name, size, nav, draw) {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  state[name] = Math.min(state[name], last);
  const go = (step, label, text) => {
    const button = element("button", text);
    button.type = "button";
    button.ariaLabel = label;
    button.disabled = state[name] + step < 0 || state[name] + step > last;
    button.onclick = () => { state[name] += step; draw(); };
    return button;
  };
  nav.replaceChildren(...(last ? [go(-1, "Previous page", "\u2190"),
    element("span", `${whole(state[name] * size + 1)}\u2013${whole(Math.min(items.length, (state[name] + 1) * size))} of ${whole(items.length)}`),
    go(1, "Next page", "\u2192")] : []));
  return items.slice(state[name] * size, (state[name] + 1) * size);
}

function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// Rows from top to bottom: their names left of the chart, or above each row where there is no room.
function layout(labels, margins, axis) {
  const tight = narrow.matches;
  const height = tight ? 62 : 40;
  const room = Math.floor((window.innerWidth - 60) / 7);
  // Digits of this size are about 7.3 pixels wide; a figure that is cut off reads like another one.
  const right = Math.max(margins.r, 24 + 7.3 * Math.max(0, ...labels.map(({ value }) => value.length)));
  const left = { xref: "paper", x: 0, yref: "y", showarrow: false, align: "left", ...(tight && { bgcolor: colour("card"), borderpad: 0 }) };
  const annotations = labels.flatMap(({ name, about, brief, value }, place) => tight ? [
    { ...left, y: place, yshift: 17, xanchor: "left", text: safe(name), font: { size: 13, color: colour("text") } },
    { ...left, y: place, yshift: 1, xanchor: "left", text: safe(short([value, brief].filter(Boolean).join(" \u00b7 "), room)), font: { size: 11.5, color: colour("muted") } },
  ] : [
    { ...left, y: place, yshift: 8, xanchor: "left", xshift: -margins.l, text: safe(name), font: { size: 13, color: colour("text") } },
    { ...left, y: place, yshift: -8, xanchor: "left", xshift: -margins.l, text: safe(short(about, 52)), font: { size: 11.5, color: colour("muted") } },
    { ...left, x: 1, y: place, xanchor: "left", xshift: 12, text: safe(value), font: { size: 12.5, color: colour("text") } },
  ]);
  return {
    annotations, height: labels.length * height + 50, showlegend: false, barmode: "stack", dragmode: tight ? false : "zoom",
    margin: tight ? { l: 8, r: 8, t: 6, b: 40 } : { t: 6, b: 40, ...margins, r: right },
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: getComputedStyle(document.body).fontFamily, size: 12.5, color: colour("text") },
    hoverlabel: { align: "left", bgcolor: colour("card"), bordercolor: colour("line"), font: { color: colour("text") } },
    xaxis: { fixedrange: tight, gridcolor: colour("line"), zerolinecolor: colour("muted"), zerolinewidth: 1.5, automargin: false, tickfont: { color: colour("muted") }, ...axis },
    yaxis: { range: [labels.length - 0.5, -0.5], fixedrange: true, showticklabels: false, showgrid: false, zeroline: false },
  };
}

const rowHeight = () => (narrow.matches ? 0.27 : 0);

function draw(plot, traces, wanted, count) {
  plot.hidden = count === 0;
  if (count) Plotly.react(plot, traces, wanted, { responsive: true, displayModeBar: false, doubleClick: "reset" });
  else Plotly.purge(plot);
}

// ------------------------------------------------------------------------------------------------------- differences

const groupOf = (row) => JSON.stringify([metricName(row), row.metric_kind, row.difference_kind]);
const middle = (row) => row.difference ?? (bare(row) ? row.difference_low ?? row.difference_high : (row.difference_low + row.difference_high) / 2);
const bare = (row) => row.difference_low === null || row.difference_high === null;

// How many half-widths of its interval a difference is away from zero.
function clearness(row) {
  const width = row.difference_high - row.difference_low;
  return bare(row) || !(width > 0) ? -1 : Math.abs(middle(row)) / (width / 2);
}

const ORDERS = {
  certainty: (one, other) => clearness(other) - clearness(one) || (other.probability ?? 0) - (one.probability ?? 0),
  difference: (one, other) => Math.abs(middle(other)) - Math.abs(middle(one)),
  name: (one, other) => experimentName(one).localeCompare(experimentName(other), "en")
    || variationName(one).localeCompare(variationName(other), "en"),
};

const VERDICTS = { winner: "better", better: "better", loser: "worse", worse: "worse", inconclusive: "open" };

// The vendor's verdict; where it gives none, what the interval says, in the direction that is wanted if that is known.
function verdict(row) {
  if (Object.hasOwn(VERDICTS, row.verdict)) return VERDICTS[row.verdict];
  if (bare(row)) return "bare";
  if (row.difference_low <= 0 && row.difference_high >= 0) return "open";
  return (row.difference_low > 0) === (row.direction !== "decrease") ? "better" : "worse";
}

function groups(found) {
  const sizes = new Map();
  for (const row of found) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  return [...sizes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function fillMetrics(found) {
  const select = byId("metric");
  const before = select.value;
  select.replaceChildren(...groups(found).map(([key, size]) => {
    const [name, ...kinds] = JSON.parse(key);
    return element("option", `${name} \u00b7 ${kinds.filter(Boolean).join(", ") || "difference"} (${whole(size)})`, { value: key });
  }));
  if ([...select.options].some((option) => option.value === before)) select.value = before;
}

function summary(group) {
  if (group.length === 0) return "No row with a difference is left by the search.";
  const count = (...kinds) => group.filter((row) => kinds.includes(verdict(row))).length;
  const compared = `${whole(group.length)} comparisons`;
  if (count("bare") === group.length) return `${compared}; the vendor gives neither verdicts nor intervals for them.`;
  return `${compared}: ${whole(count("better"))} better, ${whole(count("worse"))} worse, ${whole(count("open"))} undecided. `
    + "With many comparisons some are decided by chance.";
}

// What stands beside a point: its interval, or where the vendor gives none, its probability.
function figures(row) {
  const detail = intervalText(row) || [probabilityText(row), probabilityWords(row)].filter(Boolean).join(" ");
  return [differenceText(row), detail && `(${detail})`].filter(Boolean).join(" ");
}

function drawForest() {
  const all = chosen(differences);
  fillMetrics(all);
  const group = all.filter((row) => groupOf(row) === byId("metric").value).sort(ORDERS[byId("order").value]);
  const shown = page(group, "forest", narrow.matches ? 10 : 15, byId("forest-pager"), drawForest);
  byId("forest-note").textContent = summary(group);
  const relative = shown.length > 0 && shown[0].difference_kind === "relative";
  const labels = shown.map((row) => ({
    name: `${short(experimentName(row), narrow.matches ? 28 : 34)} \u00b7 ${short(variationName(row), 16)}`,
    about: [vendorName(row.vendor), row.segment, row.units === null ? "" : `${whole(row.units)} units`].filter(Boolean).join(" \u00b7 "),
    brief: vendorName(row.vendor),
    value: figures(row),
  }));
  const axis = { tickformat: relative ? ".1~%" : ".3~g", range: span(shown), title: { text: relative ? "relative difference" : "absolute difference", font: { size: 12, color: colour("muted") } } };
  const wanted = layout(labels, { l: 330, r: 210 }, axis);
  // What is shown under the mouse has up to six lines, and where it is higher than the chart it is not shown at all.
  wanted.height = Math.max(130, wanted.height);
  draw(byId("forest-plot"), ["better", "worse", "open", "bare"].flatMap((kind) => marks(shown, kind)), wanted, shown.length);
}

// The few intervals that are many times wider than the rest run out of the picture instead of flattening it.
function span(shown) {
  const ends = shown.flatMap((row) => [row.difference_low, row.difference_high, row.difference]).filter((end) => end !== null);
  const sizes = ends.map(Math.abs).sort((one, other) => one - other);
  const limit = 3 * (sizes[Math.floor(sizes.length * 0.8)] || sizes.at(-1) || 1);
  const low = Math.max(-limit, Math.min(0, ...ends));
  const high = Math.min(limit, Math.max(0, ...ends));
  const room = (high - low || 1) * 0.05;
  return [low - room, high + room];
}

function marks(shown, kind) {
  const found = shown.map((row, place) => ({ row, y: place + rowHeight() })).filter(({ row }) => verdict(row) === kind);
  const paint = colour(kind === "bare" ? "open" : kind);
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
    { type: "scatter", mode: "markers", x: found.map(({ row }) => middle(row)), y: found.map(({ y }) => y),
      marker: { color: paint, size: 10, symbol: found.map(({ row }) => row.difference === null ? "line-ns-open" : bare(row) ? "circle-open" : "circle"), line: { width: 2, color: paint } },
      hovertemplate: found.map((_, place) => hover[place] + "<extra></extra>") },
  ];
}

// ----------------------------------------------------------------------------------------------------- traffic split

function drawTraffic() {
  const shown = page(chosen(data.traffic), "traffic", narrow.matches ? 6 : 10, byId("traffic-pager"), drawTraffic);
  const labels = shown.map((split) => ({
    name: short(experimentName(split), 46),
    about: [vendorName(split.vendor), split.segment, `${whole(split.total)} units`].filter(Boolean).join(" \u00b7 "),
    brief: `${vendorName(split.vendor)} \u00b7 ${whole(split.total)} units`,
    value: split.p_value === null ? "not tested" : (split.alarm ? "\u26a0 " : "") + (split.p_value < 0.0001 ? "p < 0.0001" : `p = ${split.p_value.toFixed(4)}`),
  }));
  const most = Math.max(0, ...shown.map((split) => split.variations.length));
  const bars = Array.from({ length: most }, (_, step) => segment(shown, step));
  const axis = { tickformat: ".0%", range: [0, 1], showgrid: false, zeroline: false };
  draw(byId("traffic-plot"), [...bars, intended(shown)], { ...layout(labels, { l: 330, r: 120 }, axis), uniformtext: { mode: "hide", minsize: 10.5 } }, shown.length);
}

function segment(shown, step) {
  const has = shown.map((split, place) => ({ split, one: split.variations[step], y: place + rowHeight() })).filter(({ one }) => one);
  return {
    type: "bar", orientation: "h", width: narrow.matches ? 0.36 : 0.62,
    x: has.map(({ split, one }) => one.units / split.total), y: has.map(({ y }) => y),
    text: has.map(({ split, one }) => `${safe(short(one.name, 18))} ${percent(one.units / split.total)}`),
    textposition: "inside", insidetextanchor: "middle", textangle: 0, constraintext: "inside", textfont: { color: "#ffffff", size: 12 },
    marker: { color: colour(`split-${step % 6}`), line: { color: colour("card"), width: 1 } },
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
    marker: { symbol: "line-ns-open", size: 15, color: colour("text"), line: { width: 2 } } };
}
