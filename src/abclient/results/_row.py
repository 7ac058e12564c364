"""The row that every vendor's results become, and the experiment that it is about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter
from typing import Literal, NamedTuple, Required, TypeAlias, TypedDict

from attrs import Factory, field, fields, frozen

from ._checks import is_count, is_flag, is_known_time, is_number, is_text, is_text_if_given, is_time

Kind: TypeAlias = Literal["text", "flag", "count", "number", "time"]


class ExperimentKey(NamedTuple):
    """Identifies an experiment among those of all vendors."""

    vendor: str
    project: str | None
    environment: str | None
    experiment_id: str
    account: str | None = None


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
        started_at: when it began, if the vendor gives it.
        ended_at: when it ended, if the vendor gives it.
        modified: when it was last changed, if the vendor gives it.
        account: your own name for its account, if you use several.
        flag_key: the key of the flag, where the experiment is a rule of one.
        rule_key: the key of that rule.
    """

    vendor: str = field(validator=is_text)
    project: str | None = field(default=None, validator=is_text_if_given)
    environment: str | None = field(default=None, validator=is_text_if_given)
    experiment_id: str = field(validator=is_text)
    experiment_name: str | None = field(default=None, validator=is_text_if_given)
    status: str | None = field(default=None, validator=is_text_if_given)
    started_at: datetime | None = field(default=None, validator=is_time)
    ended_at: datetime | None = field(default=None, validator=is_time)
    modified: datetime | None = field(default=None, validator=is_time)
    account: str | None = field(default=None, validator=is_text_if_given)
    flag_key: str | None = field(default=None, validator=is_text_if_given)
    rule_key: str | None = field(default=None, validator=is_text_if_given)

    @property
    def key(self) -> ExperimentKey:
        """Identifies it among all experiments."""
        return ExperimentKey(self.vendor, self.project, self.environment, self.experiment_id, self.account)

    @property
    def version(self) -> str | None:
        """A short text that changes when the experiment does; None if too little is known about it."""
        known = (self.status, self.started_at, self.ended_at, self.modified)
        if known == (None, None, None, None):
            return None
        # As json.dumps with default=str would have it, in a quarter of the time: a night asks for those of all.
        text = ", ".join(["null" if one is None else _quoted(str(one)) for one in (self.experiment_name, *known)])
        return hashlib.sha256(f"[{text}]".encode()).hexdigest()[:16]

    def _repr_html_(self) -> str:
        return _html(self)


def result_key(row: ResultRow) -> str:
    """The key of a row's result."""
    return key_of(_IDENTITY(row))


def key_of(identity: Sequence[str | None], *apart: object) -> str:
    """The key of a result.

    Args:
        identity: what its rows have in the fields of ``IDENTITY``.
        *apart: what tells the result from others of the same metric, such as the time of a point in a series.
    """
    *whose, metric_id, metric_name, metric_kind, segment = identity
    named = [*whose, metric_name if metric_id is None else metric_id, metric_kind, segment]
    # As json.dumps with default=str would have it, which takes four times as long: there is one for each row.
    text = ", ".join(["null" if one is None else _quoted(one) if one.__class__ is str else _text(one) for one in named])
    more = f", {json.dumps(apart, default=str)[1:-1]}" if apart else ""
    return hashlib.sha256(f"[{text}{more}]".encode()).hexdigest()[:16]


def _text(wrong: object) -> str:
    """The text of what a row may not hold, which is refused after its key was made."""
    return json.dumps(wrong, default=str)


IDENTITY = (
    *("vendor", "account", "project", "environment", "experiment_id", "iteration"),
    *("metric_id", "metric_name", "metric_kind", "segment"),
)
_IDENTITY: Callable[[ResultRow], tuple[str | None, ...]] = attrgetter(*IDENTITY)


def _row_key(row: ResultRow) -> str:
    return f"{row.result_key}/{row.variation_id or ''}"


@frozen(kw_only=True, weakref_slot=False)  # _made makes rows, which needs a layout of fields alone
class ResultRow:
    """The result of one variation for one metric. None always means that the vendor gives no value; it is never 0.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        project: the project's id or key.
        environment: the environment's key, for vendors that have environments.
        experiment_id: the experiment's id; for LaunchDarkly its key.
        experiment_name: the experiment's name.
        status: ``not_started``, ``running``, ``paused``, ``ended`` or ``archived``; else the vendor's own word.
        period_start: the beginning of the period that the figures cover.
        period_end: the end of that period; for a running experiment, the time of the newest data.
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
        value: the measured sum, if it is not a number of conversions: revenue, products or another value; in
            ``value_unit``.
        mean: the rate or mean per unit: for a conversion metric ``conversions / units`` (a fraction, not percent),
            otherwise ``value / units``. LaunchDarkly's Bayesian means are those of a posterior; multiplied by ``units``
            they do not give what was counted.
        difference: from the baseline; None for the baseline itself.
        difference_low: the lower end of the difference's interval; None if it has none, as in a one-sided test.
        difference_high: the upper end of the difference's interval, likewise.
        difference_kind: ``relative`` (0.1 is 10 % more than the baseline) or ``absolute`` (in the unit of ``mean``).
        probability: from 0 to 1; ``probability_kind`` says of what.
        probability_kind: ``significance`` (1 - p: that the difference is not chance), ``beats_baseline`` (to be better
            than the baseline) or ``is_best`` (to be the best of all variations).
        statistics: ``frequentist-fixed`` (a test that is valid for one planned look), ``frequentist-sequential`` (one
            that is valid at every look), ``frequentist`` (either of them) or ``bayesian``; else the vendor's own word.
        segment: the segment that the figures are about, in the caller's or the vendor's words; None for all visitors.
        fetched_at: when the response was fetched.
        source: the path, URL or file of the raw response, followed by ``#`` and the JSON pointer to the row's data.
        is_primary: whether the vendor, or the experiment's owner, decides the experiment by this metric.
        direction: the direction that is wanted, ``increase`` or ``decrease``.
        significant: whether the vendor calls the difference significant, in either direction: by its own flag, else
            by its own rule on its own figures. None for a baseline.
        verdict: ``winner`` or ``loser`` (the vendor names the variation; where it names none, the significantly better
            one with the largest gain is the winner), ``better`` or ``worse`` (significantly, than the baseline, with
            the direction considered) or ``inconclusive``. None for a baseline and for a bandit.
        threshold: from 0 to 1; what ``probability`` must exceed for a difference to be significant, or for a winner.
        interval_level: from 0 to 1; the coverage of the intervals of ``difference`` and ``mean``.
        interval_kind: ``relative`` or ``absolute``, for the interval of ``difference``.
        alternative: ``two-sided``, ``larger`` or ``smaller``: what the probability and the interval are about.
        correction: for multiple comparisons, included in the vendor's figures: ``none``, ``bonferroni``, ``sidak``,
            ``benjamini-hochberg``, or ``vendor`` for the vendor's own method.
        mean_low: the lower end of the interval of ``mean``.
        mean_high: the upper end of the interval of ``mean``.
        variance: the sample variance of the metric across units, not that of ``mean``.
        units_remaining: how many more units the vendor expects to be needed for significance.
        value_unit: the unit of ``value`` and ``mean``: ``currency`` or ``count``; else the vendor's own word. None for
            conversions.
        value_scale: what the vendor's own figures were multiplied by to be in ``value_unit``: 0.01 where it counts
            cents.
        currency: which currency ``value_unit`` is, in the caller's words; of Convert the symbol of its project.
        account: the caller's name for the account.
        iteration: the id of the experiment's iteration.
        edition: the kind of response that the row was read from, such as ``results`` or ``timeseries``.
        flag_key: the key of the flag, where the experiment is a rule of one.
        rule_key: the key of that rule.
        result_key: identifies a metric's comparison; all of its rows share it, every time it is fetched.
        row_key: ``result_key``, a slash, and ``variation_id``: identifies the row in an export, and in the next one.
    """

    vendor: str = field(validator=is_text)
    project: str | None = field(default=None, validator=is_text_if_given)
    environment: str | None = field(default=None, validator=is_text_if_given)
    experiment_id: str = field(validator=is_text)
    experiment_name: str | None = field(default=None, validator=is_text_if_given)
    status: str | None = field(default=None, validator=is_text_if_given)
    period_start: datetime | None = field(default=None, validator=is_time)
    period_end: datetime | None = field(default=None, validator=is_time)
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
    is_primary: bool | None = field(default=None, validator=is_flag)
    direction: str | None = field(default=None, validator=is_text_if_given)
    significant: bool | None = field(default=None, validator=is_flag)
    verdict: str | None = field(default=None, validator=is_text_if_given)
    threshold: float | None = field(default=None, validator=is_number)
    interval_level: float | None = field(default=None, validator=is_number)
    interval_kind: str | None = field(default=None, validator=is_text_if_given)
    alternative: str | None = field(default=None, validator=is_text_if_given)
    correction: str | None = field(default=None, validator=is_text_if_given)
    mean_low: float | None = field(default=None, validator=is_number)
    mean_high: float | None = field(default=None, validator=is_number)
    variance: float | None = field(default=None, validator=is_number)
    units_remaining: int | None = field(default=None, validator=is_count)
    value_unit: str | None = field(default=None, validator=is_text_if_given)
    value_scale: float | None = field(default=None, validator=is_number)
    currency: str | None = field(default=None, validator=is_text_if_given)
    account: str | None = field(default=None, validator=is_text_if_given)
    iteration: str | None = field(default=None, validator=is_text_if_given)
    edition: str | None = field(default=None, validator=is_text_if_given)
    flag_key: str | None = field(default=None, validator=is_text_if_given)
    rule_key: str | None = field(default=None, validator=is_text_if_given)
    result_key: str = field(default=Factory(result_key, takes_self=True), validator=is_text)
    row_key: str = field(default=Factory(_row_key, takes_self=True), validator=is_text)

    @property
    def experiment(self) -> ExperimentKey:
        """Identifies the row's experiment among all others."""
        return ExperimentKey(self.vendor, self.project, self.environment, self.experiment_id, self.account)

    @property
    def has_figures(self) -> bool:
        """Whether the vendor gave any figure: a count, a value, a mean, a difference or its ends, a probability."""
        return any(getattr(self, name) is not None for name in _FIGURES)

    def _repr_html_(self) -> str:
        return _html(self)


def _html(one: ExperimentInfo | ResultRow) -> str:
    """A table of what it holds, for notebooks."""
    from .._html import row_html

    return row_html(one, (column.name for column in fields(type(one))))


_FIGURES = (
    *("units", "conversions", "value", "mean"),
    *("difference", "difference_low", "difference_high", "probability"),
)


class RowContext(TypedDict, total=False):
    """What a response does not say about itself.

    Attributes:
        fetched_at: when it was fetched, with a time zone.
        segment: the segment that the figures are about, in your own words; by default all visitors.
        source: where the raw answer is; left out, the path of the vendor's API that gives it.
        account: your name for the account, if you use several of one vendor; it is a part of every key.
        currency: of revenue, such as ``EUR``.
    """

    fetched_at: Required[datetime]
    segment: str
    source: str
    account: str | None
    currency: str


_KINDS: dict[str, Kind] = {"str": "text", "bool": "flag", "int": "count", "float": "number", "datetime": "time"}

COLUMNS: Mapping[str, Kind] = {
    column.name: _KINDS[str(column.type).removesuffix(" | None")] for column in fields(ResultRow)
}
"""The names of a row's fields, in order, and what each holds."""

REQUIRED = frozenset(column.name for column in fields(ResultRow) if not str(column.type).endswith("None"))
"""The fields that are never None."""
