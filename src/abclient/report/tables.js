// Tables that can be sorted and paged: of experiments, and of all rows.

const collator = new Intl.Collator("en");

// Sorted by several keys, numbers or texts, of which each is read once: to read them again for each comparison takes longer.
function sortedBy(items, keysOf) {
  const keyed = items.map((item) => [keysOf(item), item]);
  keyed.sort(([left], [right]) => {
    for (let at = 0; at < left.length; at++) {
      const order = typeof left[at] === "number" ? left[at] - right[at] : collator.compare(left[at], right[at]);
      if (order) return order;
    }
    return 0;
  });
  return keyed.map(([, item]) => item);
}

class Table {
  constructor(name, columns, { size, more = null }) {
    Object.assign(this, { name, columns, size, more, sort: null, descending: false, found: [], opened: new Set() });
    this.table = byId(`${name}-table`);
    this.pager = new Pager(byId(`${name}-pager`), () => this.draw());
    this.heads = columns.map((column) => this.head(column));
    this.table.tHead.rows[0].append(...this.heads.map(({ cell }) => cell));
    if (more) this.table.tHead.rows[0].append(element("th", {}, element("span", { class: "unseen" }, "All fields")));
  }

  head(column) {
    const mark = element("span", { "aria-hidden": "true" });
    const button = element("button", { type: "button" }, column.label, mark);
    const cell = element("th", { scope: "col", class: column.show ? "number" : "" }, button);
    button.onclick = () => {
      this.descending = this.sort === column ? !this.descending : Boolean(column.show ?? column.most);
      this.sort = column;
      this.pager.at = 0;
      this.draw();
    };
    return { column, cell, mark };
  }

  fill(found) {
    this.found = found;
    this.draw();
  }

  draw() {
    for (const { column, cell, mark } of this.heads) {
      mark.textContent = this.sort === column ? (this.descending ? " \u2193" : " \u2191") : "";
      cell.setAttribute("aria-sort", this.sort === column ? (this.descending ? "descending" : "ascending") : "none");
    }
    const shown = this.pager.page(this.sorted(), this.size());
    keepingFocus(() => this.table.tBodies[0].replaceChildren(...shown.flatMap((item) => this.lines(item))));
  }

  sorted() {
    if (!this.sort) return this.found;
    const sign = this.descending ? -1 : 1;
    const keyed = this.found.map((item) => [this.sort.value(item), item]);
    keyed.sort(([left], [right]) => {
      if (left === null || right === null) return (left === null) - (right === null);
      return sign * (typeof left === "number" ? left - right : collator.compare(left, right));
    });
    return keyed.map(([, item]) => item);
  }

  lines(item) {
    const line = element("tr", {}, ...this.columns.map((column, place) => this.cell(item, column, place)));
    if (!this.more) return [line];
    const opened = this.opened.has(item);
    const button = element("button", { type: "button", "aria-label": "All fields of this row", "aria-expanded": String(opened),
      "data-focus": `${this.name} ${item.place}` }, "\u22ef");
    button.onclick = () => {
      if (!this.opened.delete(item)) this.opened.add(item);
      this.draw();
    };
    line.append(element("td", { class: "expand" }, button));
    return opened ? [line, this.everything(item)] : [line];
  }

  everything(item) {
    const list = element("dl", {}, ...this.more(item).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
    return element("tr", { class: "more" }, element("td", { colspan: this.columns.length + 1 }, list));
  }

  cell(item, column, place) {
    const main = column.link ? linkTo(column.link(item), `${this.name} ${item.place ?? ""}`)
      : (column.show ?? column.text ?? column.value)(item) ?? "";
    const tags = column.tags ? column.tags(item).flatMap((tag) => [" ", tag]) : [];
    const below = column.below?.(item);
    return element(place === 0 ? "th" : "td", {
      scope: place === 0 ? "row" : null, "data-label": column.label, title: column.title?.(item) ?? null,
      class: column.show ? "number" : column.wide ? "wide" : column.kept ? "kept" : "",
    }, main, ...tags, below ? element("small", {}, below) : "");
  }
}

const tag = (text) => element("span", { class: "tag" }, text);
const ids = (...given) => given.filter((id) => id !== null).join(" ") || null;
// The id of an experiment whose name another one has, too.
const namesakes = new Map();
for (const one of experiments) namesakes.set(experimentName(one), (namesakes.get(experimentName(one)) ?? 0) + 1);
function toldApart(item) {
  const one = item.of ?? item;
  return namesakes.get(experimentName(one)) > 1 ? one.experiment_id : "";
}
const whereOf = (one) => joined(vendorName(one.vendor), one.account, one.project, one.environment, toldApart(one));

const EXPERIMENT_COLUMNS = [
  { label: "Experiment", value: experimentName, link: (one) => one, below: whereOf, wide: true },
  { label: "Status", value: (one) => words(one.status), kept: true },
  { label: "Primary metric", value: (one) => one.metric && metricName(one.metric), below: (one) => one.metric && joined(words(one.metric.metric_kind), wish(one.metric)),
    title: (one) => one.metric && ids(one.metric.metric_id) },
  { label: "Outcome", value: (one) => OUTCOMES[one.outcome], text: () => "", tags: (one) => [outcomeTag(one.outcome)],
    below: (one) => (one.outcome === "winners" || one.outcome === "losers") && variationName(one.telling) },
  { label: "Difference", value: (one) => one.telling && one.telling.difference, show: (one) => (one.telling ? differenceText(one.telling) : ""),
    below: (one) => one.telling && intervalText(one.telling) },
  { label: "Units", value: (one) => one.units || null, show: (one) => (one.units ? whole(one.units) : "") },
  { label: "Warnings", value: (one) => warningsOf(one).length || null, most: true, text: () => "", tags: (one) => warningsOf(one).map(tag) },
];

// Names of the kinds of findings, each once.
function warningsOf(one) {
  const kinds = new Set(one.health.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return Object.keys(FINDINGS).filter((kind) => kinds.has(kind)).map((kind) => FINDINGS[kind][0].replace("with ", ""));
}

const METRIC = { label: "Metric", value: metricName, below: (row) => joined(words(row.metric_kind), wish(row)),
  tags: (row) => (row.is_primary ? [tag("primary")] : []), title: (row) => ids(row.metric_id) };
const FIGURES = [
  { label: "Variation", value: variationName, tags: rowTags, title: (row) => ids(row.variation_id) },
  { label: "Units", value: (row) => row.units, show: (row) => (row.units === null ? "" : whole(row.units)) },
  { label: "Mean", value: (row) => row.mean, show: meanText },
  { label: "Difference", value: (row) => row.difference, show: differenceText, below: intervalText },
  { label: "Probability", value: (row) => row.probability, show: probabilityText, below: probabilityWords },
];
const ROW_COLUMNS = [
  { label: "Experiment", value: (row) => experimentName(row), link: (row) => row.of, below: (row) => joined(whereOf(row), row.segment), wide: true },
  METRIC, ...FIGURES, { label: "Status", value: (row) => words(row.status), kept: true },
];
const OWN_COLUMNS = [{ ...METRIC, wide: true }, ...FIGURES, { label: "Segment", value: (row) => row.segment ?? "all visitors" }];

function rowTags(row) {
  if (row.is_baseline) return [tag("baseline")];
  const color = Object.hasOwn(VERDICTS, row.verdict) ? VERDICTS[row.verdict] : "open";
  return row.verdict && row.verdict !== "inconclusive" ? [element("span", { class: `tag ${color}` }, short(words(row.verdict), 20))] : [];
}

const allFields = (row) => Object.keys(data.rows.columns).filter((name) => row[name] !== null)
  .map((name) => [words(name), String(row[name])]);
