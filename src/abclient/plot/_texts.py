"""Names, numbers and sentences as a plot shows them; vendors' text is shown as it is, never obeyed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from textwrap import wrap

from .._console.terminal import harmless, one_line
from .._verdicts import LOOKS, Standing, standing_of
from ..results import ResultRow
from ..vendor import title_of

_LONGEST_NAME = 40
"""Letters that fit a phone beside a variation."""

LONGEST_TITLE = 34
_SUBTITLE_WIDTH = 48
"""Letters that fit a phone, at the sizes of titles."""

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "{": "&#123;"}
"""What Plotly takes for HTML, for formulas and for placeholders."""

_PROBABILITIES = {"significance": "significance", "beats_baseline": "to beat the baseline", "is_best": "to be the best"}


def safe(text: str) -> str:
    """Text that Plotly shows as it is."""
    return "".join(_ESCAPED.get(letter, letter) for letter in one_line(text))


def in_words(text: str) -> str:
    """An entry of the text version, on one line; the narrow spaces of our own figures stay."""
    return "\N{NARROW NO-BREAK SPACE}".join(map(harmless, text.split("\N{NARROW NO-BREAK SPACE}")))


def short(text: str, width: int = _LONGEST_NAME) -> str:
    """The text, with an ellipsis in place of what does not fit."""
    text = one_line(text)
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def folded(text: str) -> list[str]:
    """The text of a subtitle in lines that fit a phone."""
    return [safe(line) for line in wrap(one_line(text), _SUBTITLE_WIDTH)]


def experiment_name(row: ResultRow) -> str:
    """The experiment's name, else its id."""
    return row.experiment_name or row.experiment_id


def metric_name(row: ResultRow) -> str:
    """The metric's name, else its id."""
    return row.metric_name or row.metric_id or "metric without a name"


def variation_name(row: ResultRow) -> str:
    """The variation's name, else its id."""
    return row.variation_name or row.variation_id or "variation without a name"


def vendor_name(row: ResultRow) -> str:
    """The vendor's name."""
    return title_of(row.vendor)


def number(value: float | None, *, kind: str | None = None, signed: bool = False) -> str:
    """A number with four digits; in percent for the kind ``relative``."""
    if value is None:
        return "?"
    sign = "+" if signed else ""
    if kind == "relative":
        text = percent(value, sign=sign)
    else:
        text = f"{value:{sign},.0f}" if abs(value) >= 1000 else f"{value:{sign}.4g}"
    return text.replace("-", "\N{MINUS SIGN}")


def percent(share: float, digits: int = 1, *, sign: str = "") -> str:
    """A share in percent."""
    return f"{share:{sign}.{digits}%}".replace("%", "\N{NARROW NO-BREAK SPACE}%")


def difference_text(row: ResultRow) -> str:
    """The difference and its interval."""
    kind = row.difference_kind
    text = "" if row.difference is None else number(row.difference, kind=kind, signed=True)
    if row.difference_low is None and row.difference_high is None:
        return text
    ends = (number(end, kind=kind, signed=True) for end in (row.difference_low, row.difference_high))
    return f"{text} ({' to '.join(ends)})".strip()


def probability_text(row: ResultRow) -> str:
    """The probability, and of what it is."""
    if row.probability is None:
        return ""
    kind = row.probability_kind or "unknown"
    return f"{percent(row.probability)} {_PROBABILITIES.get(kind, kind)}"


def standing(row: ResultRow) -> Standing:
    """Whether the variation is better, worse or neither."""
    return standing_of(row.verdict, row.difference_low, row.difference_high, row.direction)


def verdict_text(row: ResultRow) -> str:
    """The vendor's verdict, else what the interval says, with its mark."""
    look = LOOKS[standing(row)]
    words = (row.verdict or "").replace("_", " ") or look.words
    return f"{look.mark} {words}"


def brief_verdict(row: ResultRow) -> str:
    """The verdict where there is little room: with its word only if there is something to say."""
    return LOOKS[standing(row)].mark if standing(row) in ("open", "bare") else verdict_text(row)


def hover(row: ResultRow, *more: str) -> str:
    """What is shown under the mouse."""
    wanted = f", wanted: {row.direction}" if row.direction else ""
    lines = (
        f"{vendor_name(row)}, {metric_name(row)}",
        variation_name(row),
        f"{difference_text(row)} {verdict_text(row)}{wanted}",
        probability_text(row),
        "" if row.units is None else f"{row.units:,} units",
        *more,
    )
    head = f"<b>{safe(short(experiment_name(row), 60))}</b>"
    return "<br>".join([head, *(safe(short(line, 90)) for line in lines if line)])


def levels(rows: Iterable[ResultRow]) -> str:
    """At which levels intervals are, such as "Intervals of 90 %"."""
    found = sorted({row.interval_level for row in rows if row.interval_level is not None})
    if not found:
        return ""
    return f"Intervals of {' and '.join(percent(level, 0) for level in found)}"


def counted(rows: Collection[ResultRow]) -> str:
    """How many are better, worse and undecided."""
    standings = [standing(row) for row in rows]
    words = {"better": "better", "worse": "worse", "open": "undecided", "bare": "without interval and verdict"}
    parts = (f"{standings.count(kind):,} {words[kind]}" for kind in LOOKS if kind in standings)
    return f"{plural(len(rows), 'comparison')}: {', '.join(parts)}"


def plural(count: int, noun: str) -> str:
    """Such as "1 comparison", or "2 comparisons"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
