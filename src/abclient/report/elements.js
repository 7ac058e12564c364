// What the page is built of: elements, tags, pagers; none loses the keyboard's focus when it is drawn again.

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const element = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);
const svg = (tag, attributes = {}, ...children) => filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

// What stands in for the focused element afterwards has the same mark.
function keepingFocus(redraw) {
  const mark = document.activeElement?.dataset.focus;
  redraw();
  if (mark !== undefined && document.activeElement === document.body) {
    document.querySelector(`[data-focus="${CSS.escape(mark)}"]`)?.focus({ preventScroll: true });
  }
}

const linkTo = (one, place) => element("a", {
  href: hashOf({ ...state, experiment: one.key, metric: "" }), "data-focus": `${place} ${one.key}`,
  title: joined(one.experiment_id, one.project, one.environment),
}, experimentName(one));

const outcomeTag = (outcome, text = OUTCOMES[outcome]) => element("span", { class: `tag ${COLORS[outcome]}` }, text);

class Pager {
  constructor(nav, draw) {
    this.nav = nav;
    this.at = 0;
    this.shown = element("span");
    [this.back, this.on] = [[-1, "Previous page", "\u2190"], [1, "Next page", "\u2192"]].map(([step, label, sign]) => {
      const button = element("button", { type: "button", "aria-label": label }, sign);
      // A button that cannot be used any more keeps the focus, which a disabled one would lose.
      button.onclick = () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        this.at += step;
        draw();
      };
      return button;
    });
    nav.append(this.back, this.shown, this.on);
  }

  page(items, size) {
    const last = Math.max(0, Math.ceil(items.length / size) - 1);
    this.at = Math.min(this.at, last);
    const begin = this.at * size;
    this.nav.hidden = last === 0;
    this.shown.textContent = `${whole(begin + 1)}\u2013${whole(Math.min(items.length, begin + size))} of ${whole(items.length)}`;
    this.back.setAttribute("aria-disabled", this.at === 0);
    this.on.setAttribute("aria-disabled", this.at === last);
    return items.slice(begin, begin + size);
  }
}
