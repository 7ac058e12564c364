"""Results of rules as rows. They are those of Optimizely's REST API v2, with environment, flag and rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from abclient_api.optimizely_flags import models

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._values import as_info, status_of, translated
from .. import _optimizely_v2 as v2
from .vendor import VENDOR

_STATUSES = {"draft": "not_started"}


def experiment_info(rule: models.Rule | ExperimentInfo | int, *, project: str | int | None = None) -> ExperimentInfo:
    """The rule, or its ``layer_experiment_id``, in terms shared by all vendors.

    Args:
        rule: what it is about.
        project: the project's id, which no response about a rule has.
    """
    if isinstance(rule, ExperimentInfo):
        return rule
    if isinstance(rule, int):
        return as_info(vendor=VENDOR.name, project=project, experiment_id=rule)
    status = status_of(translated(rule.status, _STATUSES))
    return as_info(
        vendor=VENDOR.name,
        project=project,
        environment=rule.environment_key,
        experiment_id=rule.layer_experiment_id,
        experiment_name=rule.name or rule.key,
        status="archived" if rule.archived is True else status,
        modified=rule.updated_time,
        flag_key=rule.flag_key,
        rule_key=rule.key,
    )


def is_bandit(rule: object) -> bool:
    """Whether traffic follows the figures, so that nothing can be concluded from them."""
    return "bandit" in str(getattr(rule, "type", None))


def allocation(rule: models.Rule, variations: Mapping[str, str | None] | None = None) -> dict[str, float]:
    """The intended share of traffic of each variation, by its id; empty for bandits, and where shares are unknown.

    Args:
        rule: the rule.
        variations: names by id, as results have them. A variation has two ids in a rule, and the vendor's documents do
            not say by which one results name it: the one that is among these counts, or else the one with its name.
            By default it is the variation's id in the rule.
    """
    if is_bandit(rule):
        return {}
    found = variations or {}
    shares: dict[str, float] = {}
    for key, one in (rule.variations or {}).items():
        ids = [str(number) for number in (one.id, one.variation_id) if number is not None]
        named = [number for number, name in found.items() if name is not None and name in (one.name, one.key, key)]
        wanted = [*(number for number in ids if number in found), *named, *ids]
        if wanted and one.percentage_included is not None:
            shares[wanted[0]] = one.percentage_included
    return shares


def from_results(
    answer: v2.models.ExperimentResults,
    rule: models.Rule | ExperimentInfo | int | None = None,
    *,
    project: str | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric and variation.

    Args:
        answer: the results of a rule.
        rule: the rule; without it, or with its ``layer_experiment_id``, rows have no environment, keys, name and
            status.
        project: the project's id.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed, or the rule is unknown; the error names rule and field.
    """
    info = _info_of(answer.experiment_id, rule, project)
    return v2.experiment_results(answer, info, _names(rule), context, bandit=is_bandit(rule))


def from_timeseries(
    answer: v2.models.ExperimentTimeseries,
    rule: models.Rule | ExperimentInfo | int | None = None,
    *,
    project: str | int | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each metric, variation and point; ``period_end`` is the point's time. Otherwise as ``from_results``."""
    info = _info_of(answer.experiment_id, rule, project)
    return v2.experiment_timeseries(answer, info, _names(rule), context, bandit=is_bandit(rule))


def _info_of(
    identifier: int | None, given: models.Rule | ExperimentInfo | int | None, project: str | int | None
) -> ExperimentInfo:
    if given is not None:
        return experiment_info(given, project=project)
    if identifier is None:
        raise ValueError("optimizely_flags results: experiment_id is missing; give the rule")
    return as_info(vendor=VENDOR.name, project=project, experiment_id=identifier)


def _names(rule: object) -> Mapping[str, str | None]:
    """Names of variations by both of their ids, for responses that have none."""
    if not isinstance(rule, models.Rule):
        return {}
    variations = (rule.variations or {}).items()
    return {
        str(number): one.name or one.key or key
        for key, one in variations
        for number in (one.variation_id, one.id)
        if number is not None
    }
