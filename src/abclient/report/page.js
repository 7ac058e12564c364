// The page: its tiles, its findings, its controls, and what is drawn again when.

let looking = null;
const tables = {
  experiments: new Table("experiments", EXPERIMENT_COLUMNS, { size: () => (narrow.matches ? 10 : 20) }),
  rows: new Table("rows", ROW_COLUMNS, { size: () => (narrow.matches ? 15 : 50), more: allFields }),
  own: new Table("own", OWN_COLUMNS, { size: () => (narrow.matches ? 15 : 50), more: allFields }),
};

// ------------------------------------------------------------------------------------------------- tiles and findings

const TILES = [
  ["outcome", "", "experiment", "experiments"],
  ["outcome", "winners", "won", "won"],
  ["outcome", "losers", "lost", "lost"],
  ["outcome", "undecided", "undecided", "undecided"],
  ["outcome", "none", "without a verdict", "without a verdict"],
  ["health", "mismatch", "traffic mismatch", "traffic mismatches"],
  ["health", "other", "other warning", "other warnings"],
];

const tiles = TILES.map(([name, value, one, many]) => {
  const [count, text] = [element("b"), element("span")];
  const button = element("button", { type: "button", class: value || "all" }, count, text);
  button.onclick = () => start({ [name]: state[name] === value ? "" : value });
  byId("tiles").append(button);
  return (counts) => {
    count.textContent = whole(counts[value]);
    text.textContent = counts[value] === 1 ? one : many;
    button.setAttribute("aria-pressed", state[name] === value);
  };
});

const kinds = Object.entries(FINDINGS).map(([kind, [one, many]]) => {
  const [count, title, list, nav] = [element("b"), element("span"), element("ul"), element("nav", { class: "pager", "aria-label": `Pages: ${many}` })];
  const place = element("details", { class: kind }, element("summary", {}, count, " ", title), list, nav);
  let items = [];
  const draw = () => keepingFocus(() => list.replaceChildren(...pager.page(items, 25).map(findingOf)));
  const pager = new Pager(nav, draw);
  byId("findings").append(place);
  return (found) => {
    items = found.flatMap((split) => split.findings.filter((finding) => finding.kind === kind).map((finding) => ({ split, ...finding })));
    place.hidden = items.length === 0;
    place.open = items.length <= 12;
    count.textContent = whole(items.length);
    title.textContent = items.length === 1 ? one : many;
    draw();
    return items.length;
  };
});

function findingOf({ split, kind, message }) {
  const name = state.experiment ? element("b", {}, experimentName(split.of)) : linkTo(split.of, kind);
  return element("li", {}, name, " ", element("span", { class: "muted" }, joined(vendorName(split.of.vendor), split.segment)), element("br"), message);
}

function drawFindings(found) {
  const count = kinds.reduce((sum, draw) => sum + draw(found.health), 0);
  const checked = new Set(found.health.map((split) => split.of)).size;
  byId("fine").hidden = count > 0;
  byId("fine").textContent = state.experiment ? "No problems were found." : `No problems were found in ${counted(checked, "experiment", "experiments")}.`;
}

// ------------------------------------------------------------------------------------------------------------ drawing

const NOTHING = {
  winners: "No experiment has a winner on its primary metric yet.",
  losers: "No experiment has lost on its primary metric.",
  undecided: "No experiment is undecided.",
  none: "Every experiment has a verdict on its primary metric.",
};

function emptyText() {
  if (experiments.length === 0) return "There are no experiments in this report.";
  const alone = state.outcome && ["q", "vendor", "status", "health"].every((name) => !state[name]);
  return alone ? NOTHING[state.outcome] : "No experiment is left by these filters.";
}

const RANKS = Object.keys(OUTCOMES);
const winnersFirst = (one) => [RANKS.indexOf(one.outcome), one.telling ? -clearness(one.telling) : 2];

function drawTexts() {
  const one = byKey.get(state.experiment);
  looking = one ? only(one) : looked();
  const empty = looking.experiments.length === 0;
  for (const id of ["tiles", "filters", "found"]) byId(id).hidden = Boolean(one);
  for (const id of ["forest", "traffic", "health"]) byId(id).hidden = empty;
  for (const id of ["experiments", "rows"]) byId(id).hidden = empty || Boolean(one);
  for (const id of ["one", "own"]) byId(id).hidden = !one;
  byId("empty").hidden = !empty;
  byId("series").hidden = true;
  if (one) byId("back").href = hashOf({ ...state, experiment: "", metric: "", over: "" });
  else for (const draw of tiles) draw(looking.counts);
  byId("empty").textContent = emptyText();
  byId("clear").hidden = !filtered();
  byId("found-text").textContent = `${filtered() ? `${whole(looking.experiments.length)} of ${counted(experiments.length, "experiment", "experiments")}`
    : `All ${counted(experiments.length, "experiment", "experiments")}`}`;
  drawFindings(looking);
  tables.experiments.fill(one ? [] : sortedBy(looking.experiments, winnersFirst));
  tables.rows.fill(one ? [] : looking.rows);
  tables.own.fill(one ? looking.rows : []);
  byId("rows-note").textContent = `${whole(looking.rows.length)} of ${counted(rows.length, "row", "rows")}`;
  document.title = one ? `${experimentName(one)} \u00b7 ${TITLE}` : TITLE;
}

function drawCharts() {
  clearTimeout(waiting);
  const one = byKey.get(state.experiment);
  if (one) drawOne(one);
  drawForest(looking);
  drawTraffic(looking);
  document.body.dataset.ready = "true";
}

const TITLE = document.title;
const TYPING_MS = 150;
let waiting = 0;

// Charts take longer to draw than letters to type.
function drawAll({ typing = false } = {}) {
  document.body.dataset.ready = "false";
  drawTexts();
  clearTimeout(waiting);
  if (typing) waiting = setTimeout(drawCharts, TYPING_MS);
  else drawCharts();
}

function start(changes, { typing = false } = {}) {
  change(changes, { typing });
  for (const pager of [forestPager, trafficPager, tables.experiments.pager, tables.rows.pager]) pager.at = 0;
  drawAll({ typing });
}

// ----------------------------------------------------------------------------------------------------------- controls

function choices(select, all, values, name) {
  select.append(element("option", { value: "" }, all), ...[...values].sort(collator.compare).map((value) => element("option", { value }, name(value))));
}

const CONTROLS = { q: "search", vendor: "vendor", status: "status", order: "order" };

function fillControls() {
  for (const [name, id] of Object.entries(CONTROLS)) if (byId(id).value !== state[name]) byId(id).value = state[name];
}

// The address was changed by a link, by hand, or by going back or forward.
function follow() {
  const wanted = stateOf(location.hash);
  if (hashOf(wanted) === hashOf(state)) return;
  const before = state;
  state = wanted;
  fillControls();
  for (const pager of [forestPager, trafficPager, tables.own.pager]) pager.at = 0;
  drawAll();
  if (state.experiment && state.experiment !== before.experiment) {
    byId("one-name").focus();
    scrollTo(0, 0);
  } else if (before.experiment && !state.experiment) {
    comeBack(before.experiment);
  }
}

// To the link that led to the experiment, as far as it is still there.
const left = { mark: null };
function comeBack(key) {
  const links = [...document.querySelectorAll("main a[data-focus]")].filter((link) => link.dataset.focus.endsWith(` ${key}`) && link.offsetParent);
  (links.find((link) => link.dataset.focus === left.mark) ?? links[0])?.focus();
}
byId("main").addEventListener("click", ({ target }) => { left.mark = target.closest("a[data-focus]")?.dataset.focus ?? left.mark; });

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
const wantedTheme = () => (isTheme(remembered()) ? remembered() : systemTheme());

function listen() {
  byId("theme").onclick = () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    remembered(theme);
    setTheme(theme);
  };
  dark.addEventListener("change", () => setTheme(wantedTheme()));
  narrow.addEventListener("change", () => drawAll());
  addEventListener("hashchange", follow);
  byId("filters").onsubmit = (event) => event.preventDefault();
  for (const [name, id] of Object.entries(CONTROLS)) byId(id).addEventListener("input", () => start({ [name]: byId(id).value }, { typing: id === "search" }));
  for (const [name, id] of [["metric", "metric"], ["over", "over"]]) byId(id).addEventListener("input", () => { forestPager.at = 0; change({ [name]: byId(id).value }); drawCharts(); });
  byId("clear").onclick = () => {
    start({ q: "", vendor: "", status: "", outcome: "", health: "" });
    fillControls();
    byId("search").focus();
  };
}

setTheme(wantedTheme());
choices(byId("vendor"), "All vendors", ALLOWED.vendor, vendorName);
choices(byId("status"), "Any status", ALLOWED.status, words);
state = stateOf(location.hash);
fillControls();
listen();
byId("main").hidden = false;
drawAll();
