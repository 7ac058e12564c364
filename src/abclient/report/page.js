// The table of all rows, and the page's controls.

const COLUMNS = [
  { label: "Experiment", value: experimentName, below: (row) => [vendorName(row.vendor), row.account, row.project, row.environment, row.segment].filter(Boolean).join(" \u00b7 "), wide: true },
  { label: "Metric", value: metricName, below: (row) => words(row.metric_kind), tag: (row) => row.is_primary ? "primary" : "" },
  { label: "Variation", value: variationName, tag: (row) => row.is_baseline ? "baseline" : row.verdict === "winner" || row.verdict === "loser" ? row.verdict : "" },
  { label: "Units", value: (row) => row.units, show: (row) => (row.units === null ? "" : whole(row.units)) },
  { label: "Mean", value: (row) => row.mean, show: meanText },
  { label: "Difference", value: (row) => row.difference, show: differenceText, below: intervalText },
  { label: "Probability", value: (row) => row.probability, show: probabilityText, below: probabilityWords },
  { label: "Status", value: (row) => words(row.status) },
];

function sorted(found) {
  if (!state.sort) return found;
  const value = state.sort.value;
  const sign = state.descending ? -1 : 1;
  return [...found].sort((one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === null || right === null) return (left === null) - (right === null);
    return sign * (typeof left === "number" ? left - right : left.localeCompare(right, "en"));
  });
}

function heads() {
  const cells = COLUMNS.map((column) => {
    const cell = element("th", "", column.show ? { class: "number" } : {});
    const mark = state.sort === column ? (state.descending ? " \u2193" : " \u2191") : "";
    const button = element("button", column.label + mark, { type: "button" });
    if (mark) cell.ariaSort = state.descending ? "descending" : "ascending";
    button.onclick = () => {
      state.descending = state.sort === column ? !state.descending : Boolean(column.show);
      state.sort = column;
      state.rows = 0;
      drawRows();
    };
    cell.append(button);
    return cell;
  });
  byId("table").tHead.rows[0].replaceChildren(...cells, element("th"));
}

function cellOf(row, column) {
  const cell = element("td", column.show ? column.show(row) : column.value(row), { "data-label": column.label });
  cell.className = column.show ? "number" : column.wide ? "wide" : "";
  if (column.tag?.(row)) cell.append(" ", element("span", column.tag(row), { class: "tag" }));
  if (column.below?.(row)) cell.append(element("small", column.below(row)));
  return cell;
}

function lineOf(row) {
  const line = element("tr");
  const button = element("button", "\u22ef", { type: "button", "aria-label": "All fields of this row", "aria-expanded": "false" });
  button.onclick = () => {
    const opened = button.ariaExpanded === "true";
    if (opened) line.nextSibling.remove();
    else line.after(everything(row));
    button.ariaExpanded = String(!opened);
  };
  const last = element("td", "", { class: "expand" });
  last.append(button);
  line.append(...COLUMNS.map((column) => cellOf(row, column)), last);
  return line;
}

function everything(row) {
  const line = element("tr", "", { class: "more" });
  const cell = element("td", "", { colspan: COLUMNS.length + 1 });
  const list = element("dl");
  for (const [name, value] of Object.entries(row)) {
    if (value !== null) list.append(element("dt", words(name)), element("dd", String(value)));
  }
  cell.append(list);
  line.append(cell);
  return line;
}

function drawRows() {
  const found = sorted(chosen(rows));
  heads();
  byId("rows-note").textContent = `${whole(found.length)} of ${whole(rows.length)} rows`;
  byId("table").tBodies[0].replaceChildren(...page(found, "rows", rowsPerPage(), byId("rows-pager"), drawRows).map(lineOf));
}

// ---------------------------------------------------------------------------------------------------------- controls

function choices(select, all, values, name) {
  select.replaceChildren(element("option", all, { value: "" }), ...[...new Set(values)].filter((value) => value !== null).sort()
    .map((value) => element("option", name(value), { value })));
}

function drawAll() {
  drawForest();
  drawTraffic();
  drawRows();
}

function startAgain() {
  state.forest = state.traffic = state.rows = 0;
  drawAll();
}

// A page opened as a file may not be allowed to remember anything.
function remembered(theme) {
  try {
    if (theme !== undefined) localStorage.setItem("abclient-theme", theme);
    return localStorage.getItem("abclient-theme");
  } catch {
    return null;
  }
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "\u2600" : "\u263e";
}

const isTheme = (theme) => theme === "light" || theme === "dark";
const systemTheme = () => (dark.matches ? "dark" : "light");
setTheme(isTheme(remembered()) ? remembered() : systemTheme());
byId("theme").onclick = () => {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  remembered(theme);
  setTheme(theme);
  drawAll();
};
dark.addEventListener("change", () => { if (!isTheme(remembered())) { setTheme(systemTheme()); drawAll(); } });
narrow.addEventListener("change", drawAll);
choices(byId("vendor"), "All vendors", rows.map((row) => row.vendor), vendorName);
choices(byId("status"), "Any status", rows.map((row) => row.status), words);
byId("filters").onsubmit = (event) => event.preventDefault();
for (const id of ["search", "vendor", "status"]) byId(id).addEventListener("input", startAgain);
for (const id of ["metric", "order"]) byId(id).addEventListener("input", () => { state.forest = 0; drawForest(); });
drawAll();
document.body.dataset.ready = "true";
