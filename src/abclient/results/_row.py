"""The row that every vendor's results become, and the checks of the values that go into it."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from datetime import MINYEAR, UTC, datetime
from typing import Any, Literal, NamedTuple, Required, TypeAlias, TypedDict

from attrs import field, fields, frozen

from ._checks import LARGEST_COUNT, is_count, is_flag, is_known_time, is_number, is_text, is_text_if_given, is_time

Kind: TypeAlias = Literal["text", "flag", "count", "number", "time"]


class ExperimentKey(NamedTuple):
    """Identifies an experiment among those of all vendors."""

    vendor: str
    project: str | None
    environment: str | None
    experiment_id: str


@frozen(kw_only=True)
class ExperimentInfo:
    """The experiment that rows are about, in terms shared by all vendors.

    Each vendor's ``experiment_info`` makes one from an experiment of that vendor's client. If you make one yourself, an
    id is enough.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        project: the project's id or key.
        environment: the environment's key, where the vendor has any.
        experiment_id: the id; for LaunchDarkly the key.
        experiment_name: the human-readable name.
        status: ``not_started``, ``running``, ``paused``, ``ended`` or ``archived``; else the vendor's own word.
        start: when it began, if the vendor gives it.
        end: when it ended, if the vendor gives it.
        modified: when it was last changed, if the vendor gives it.
    """

    vendor: str = field(validator=is_text)
    project: str | None = field(default=None, validator=is_text_if_given)
    environment: str | None = field(default=None, validator=is_text_if_given)
    experiment_id: str = field(validator=is_text)
    experiment_name: str | None = field(default=None, validator=is_text_if_given)
    status: str | None = field(default=None, validator=is_text_if_given)
    start: datetime | None = field(default=None, validator=is_time)
    end: datetime | None = field(default=None, validator=is_time)
    modified: datetime | None = field(default=None, validator=is_time)

    @property
    def key(self) -> ExperimentKey:
        """Identifies it among all experiments."""
        return ExperimentKey(self.vendor, self.project, self.environment, self.experiment_id)

    @property
    def version(self) -> str | None:
        """A short text that changes when the experiment does; None if too little is known about it."""
        known = (self.status, self.start, self.end, self.modified)
        if known == (None,) * len(known):
            return None
        text = json.dumps([self.experiment_name, *known], default=str)
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


@frozen(kw_only=True)
class ResultRow:
    """The result of one variation for one metric. None always means that the vendor gives no value; it is never 0.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        project: the project's id or key.
        environment: the environment's key; only LaunchDarkly has one.
        experiment_id: the experiment's id; for LaunchDarkly its key.
        experiment_name: the experiment's name.
        status: ``not_started``, ``running``, ``paused``, ``ended`` or ``archived``; else the vendor's own word.
        start: the beginning of the period that the figures cover.
        end: the end of that period; for a running experiment, the time of the newest data.
        metric_id: the id of the metric, goal or event; for LaunchDarkly the metric's key.
        metric_name: its name.
        metric_kind: what is measured: ``conversion``, ``count``, ``revenue``, ``products``, ``value``, ``bounce``,
            ``exit``, ``ratio`` or ``custom``; followed by `` per session`` or `` per event`` if units are not visitors;
            otherwise the vendor's own word.
        variation_id: the id of the variation or treatment.
        variation_name: its name.
        is_baseline: whether the others are compared with this one.
        units: how many visitors, users or other units were assigned to the variation.
        conversions: how many conversions or events were counted.
        value: the measured sum, if it is not a number of conversions: revenue, products or another value.
        mean: the rate or mean per unit: for a conversion metric ``conversions / units`` (a fraction, not percent),
            otherwise ``value / units``.
        difference: from the baseline; None for the baseline itself.
        difference_low: the lower end of the difference's interval.
        difference_high: the upper end of the difference's interval.
        difference_kind: ``relative`` (0.1 is 10 % more than the baseline) or ``absolute`` (in the unit of ``mean``).
        probability: from 0 to 1; ``probability_kind`` says of what.
        probability_kind: ``significance`` (1 - p: that the difference is not chance), ``beats_baseline`` (to be better
            than the baseline) or ``is_best`` (to be the best of all variations).
        statistics: ``frequentist`` or ``bayesian``; else the vendor's own word.
        segment: the segment that the figures are about, in the caller's own words; None for all visitors.
        fetched_at: when the response was fetched.
        source: the path, URL or file of the raw response, followed by ``#`` and the JSON pointer to the row's data.
    """

    vendor: str = field(validator=is_text)
    project: str | None = field(default=None, validator=is_text_if_given)
    environment: str | None = field(default=None, validator=is_text_if_given)
    experiment_id: str = field(validator=is_text)
    experiment_name: str | None = field(default=None, validator=is_text_if_given)
    status: str | None = field(default=None, validator=is_text_if_given)
    start: datetime | None = field(default=None, validator=is_time)
    end: datetime | None = field(default=None, validator=is_time)
    metric_id: str | None = field(default=None, validator=is_text_if_given)
    metric_name: str | None = field(default=None, validator=is_text_if_given)
    metric_kind: str | None = field(default=None, validator=is_text_if_given)
    variation_id: str | None = field(default=None, validator=is_text_if_given)
    variation_name: str | None = field(default=None, validator=is_text_if_given)
    is_baseline: bool | None = field(default=None, validator=is_flag)
    units: int | None = field(default=None, validator=is_count)
    conversions: int | None = field(default=None, validator=is_count)
    value: float | None = field(default=None, validator=is_number)
    mean: float | None = field(default=None, validator=is_number)
    difference: float | None = field(default=None, validator=is_number)
    difference_low: float | None = field(default=None, validator=is_number)
    difference_high: float | None = field(default=None, validator=is_number)
    difference_kind: str | None = field(default=None, validator=is_text_if_given)
    probability: float | None = field(default=None, validator=is_number)
    probability_kind: str | None = field(default=None, validator=is_text_if_given)
    statistics: str | None = field(default=None, validator=is_text_if_given)
    segment: str | None = field(default=None, validator=is_text_if_given)
    fetched_at: datetime = field(validator=is_known_time)
    source: str | None = field(default=None, validator=is_text_if_given)

    @property
    def experiment(self) -> ExperimentKey:
        """Identifies the row's experiment among all others."""
        return ExperimentKey(self.vendor, self.project, self.environment, self.experiment_id)

    @property
    def has_figures(self) -> bool:
        """Whether the vendor gave any figure: a count, a value, a mean, a difference or its ends, a probability."""
        return any(getattr(self, name) is not None for name in _FIGURES)


_FIGURES = (
    *("units", "conversions", "value", "mean"),
    *("difference", "difference_low", "difference_high", "probability"),
)


class RowContext(TypedDict, total=False):
    """What a response does not say about itself.

    Attributes:
        fetched_at: when it was fetched, with a time zone.
        segment: the segment that the figures are about, in your own words; by default all visitors.
        source: where the raw response is; by default the path of the vendor's API that returns it.
    """

    fetched_at: Required[datetime]
    segment: str
    source: str


_KINDS: dict[str, Kind] = {"str": "text", "bool": "flag", "int": "count", "float": "number", "datetime": "time"}

COLUMNS: Mapping[str, Kind] = {
    column.name: _KINDS[str(column.type).removesuffix(" | None")] for column in fields(ResultRow)
}
"""The names of a row's fields, in order, and what each holds."""

REQUIRED = frozenset(column.name for column in fields(ResultRow) if not str(column.type).endswith("None"))
"""The fields that are never None."""

_STATUSES = {
    **dict.fromkeys(("not started", "not_started", "draft", "scheduled"), "not_started"),
    **dict.fromkeys(("running", "active"), "running"),
    **dict.fromkeys(("paused", "campaign_paused"), "paused"),
    **dict.fromkeys(("stopped", "completed", "concluded"), "ended"),
    "archived": "archived",
}


def status_of(word: Any) -> Any:
    """A vendor's status in the terms shared by all vendors; an unknown one is left unchanged."""
    return _STATUSES.get(word.lower(), word) if isinstance(word, str) else word


def translated(word: Any, words: Mapping[str, str]) -> Any:
    """A vendor's word in the terms shared by all vendors; any other value is left unchanged."""
    return words.get(word, word) if isinstance(word, str) else word


def as_text(value: Any) -> str | None:
    """A name or an id; empty ones are None. Whole numbers become text, as ids are whole numbers for some vendors.

    Raises:
        ValueError: it is something else, or a float that may have lost digits of an id.
    """
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{value!r}, not text or a whole number")
    # Lone surrogates, which JSON can hold, could not be written to any file.
    return value if not value or value.isascii() else value.encode("utf-8", "replace").decode()


def as_flag(value: Any) -> bool | None:
    """True, False or None; also 0 and 1, as PHP writes them.

    Raises:
        ValueError: it is something else.
    """
    if value is None or value in (0, 1):
        return None if value is None else bool(value)
    raise ValueError(f"{value!r}, not true or false")


def as_number(value: Any) -> float | None:
    """A number, also one written as text; infinities and NaN become None.

    Raises:
        ValueError: it is something else.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        raise ValueError(f"{value!r}, not a number")  # noqa: TRY004  # one error for all malformed values
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{value!r}, not a number") from None
    return found if math.isfinite(found) else None


def _is_digits(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= len(str(LARGEST_COUNT)) and value.isascii() and value.isdigit()


def as_count(value: Any) -> int | None:
    """A whole number, also one written as text or with a decimal point.

    Raises:
        ValueError: it is something else, negative, or too large for 64 bits.
    """
    # Not by way of a float, which would lose digits.
    found = int(value) if type(value) is int or _is_digits(value) else as_number(value)
    if found is None:
        return None
    if found != int(found) or not 0 <= found <= LARGEST_COUNT:
        raise ValueError(f"{value!r}, not a whole number of units")
    return int(found)


def as_time(value: Any) -> datetime | None:
    """A point in time, in UTC. The year 1 means unset: it is Go's zero time, and vendors write servers in Go.

    Raises:
        ValueError: it is something else, or has no time zone.
    """
    if value is None or (isinstance(value, datetime) and value.year == MINYEAR):
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise ValueError(f"{value!r}, not a time with a time zone")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{value!r}, outside of the years 1 to 9999") from None


_READERS: dict[Kind, Callable[[Any], Any]] = {
    "text": lambda value: as_text(value) or None,
    "flag": as_flag,
    "count": as_count,
    "number": as_number,
    "time": as_time,
}


def as_info(**values: object) -> ExperimentInfo:
    """An experiment from values as they are in a response; an id that is a number becomes text.

    Raises:
        ValueError: a value is malformed; the error names the field.
    """
    return ExperimentInfo(**_read(values, f"{values['vendor']} experiment {values['experiment_id']}"))


def as_row(values: Mapping[str, object], what: str = "the row") -> ResultRow:
    """A row from values as they are in a response; an id that is a number becomes text, a missing one None.

    Args:
        values: by field; fields that are left out are None.
        what: what the row is, for the error.

    Raises:
        ValueError: a value is malformed; the error names the field.
    """
    return ResultRow(**_read(values, what))


def _read(values: Mapping[str, object], what: str) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, value in values.items():
        try:
            read[name] = _READERS[COLUMNS.get(name, "time")](value)
        except ValueError as error:
            raise ValueError(f"{what}: {name} is {error}") from None
        if read[name] is None and name in REQUIRED:
            raise ValueError(f"{what}: {name} is missing")
    return read


class Rows:
    """Collects the rows of one response.

    Args:
        info: the experiment that the response is about.
        place: the path of the vendor's API that returns such responses.
        context: what the response does not say about itself.
    """

    def __init__(self, info: ExperimentInfo, place: str, context: RowContext) -> None:
        self.found: list[ResultRow] = []
        self._info = info
        self._source = context.get("source") or place
        self._common: dict[str, object] = {
            **{name: getattr(info, name) for name in _OF_EXPERIMENT},
            "fetched_at": context["fetched_at"],
            "segment": context.get("segment"),
        }

    def add(self, pointer: str, **values: object) -> None:
        """Add the row that the response has at this JSON pointer; a baseline's comparison with itself is left out.

        Raises:
            ValueError: a value is malformed; the error names the experiment, the JSON pointer and the field.
        """
        if values.get("is_baseline"):
            values |= dict.fromkeys(_COMPARISON)
            if values.get("probability_kind") != "is_best":
                values |= {"probability": None, "probability_kind": None}
        what = f"{self._info.vendor} experiment {self._info.experiment_id}, {pointer}"
        self.found.append(as_row({**self._common, **values, "source": f"{self._source}#{pointer}"}, what))


_OF_EXPERIMENT = (*("vendor", "project", "environment", "experiment_id", "experiment_name", "status", "start", "end"),)
_COMPARISON = ("difference", "difference_low", "difference_high", "difference_kind")
