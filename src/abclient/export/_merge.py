"""The same results in several exports: each counts once, by its newest rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ..results import ExperimentKey, ResultRow
from ._read import Exported


def merge_experiments(experiments: Iterable[Exported]) -> list[Exported]:
    """The experiments of several exports, each once.

    Of a result that several of them have, which ``result_key`` tells, the newest rows count; results that only one of
    them has stay. Status and intended shares are those of the newest rows. ``repeated`` says how many results this
    concerns.

    Args:
        experiments: of any number of exports, as ``read_experiments`` gives them.

    Returns:
        In the order in which they are first given.
    """
    found: dict[ExperimentKey, list[Exported]] = defaultdict(list)
    for one in experiments:
        found[one.experiment].append(one)
    return [_merged(several) if len(several) > 1 else several[0] for several in found.values()]


def _merged(several: Sequence[Exported]) -> Exported:
    newest_first = sorted(several, key=_age, reverse=True)
    results: dict[str, list[list[ResultRow]]] = defaultdict(list)
    for one in newest_first:
        for key, rows in _by_result(one.rows).items():
            results[key].append(rows)
    kept = {key: list(_newest(versions)) for key, versions in results.items()}
    return evolve(
        newest_first[0],
        rows=[row for versions in kept.values() for rows in versions for row in rows],
        keys=[key for one in several for key in one.keys],
        repeated=sum(len(kept[key]) < len(versions) for key, versions in results.items()),
    )


def _by_result(rows: Iterable[ResultRow]) -> dict[str, list[ResultRow]]:
    results: dict[str, list[ResultRow]] = defaultdict(list)
    for row in rows:
        results[row.result_key].append(row)
    return results


def _newest(versions: Iterable[list[ResultRow]]) -> Iterator[list[ResultRow]]:
    """The newest rows of a result; further ones only where none of their variations is in newer ones."""
    seen: set[str | None] = set()
    for rows in sorted(versions, key=_fetched, reverse=True):
        # Another account's experiment may have the same key; its variations have other ids.
        variations = {row.variation_id for row in rows}
        if seen.isdisjoint(variations):
            yield rows
        seen |= variations


def _fetched(rows: Iterable[ResultRow]) -> float:
    return max((row.fetched_at.timestamp() for row in rows), default=0.0)


def _age(one: Exported) -> tuple[bool, float]:
    """What is larger of the newer one; one without rows is the oldest."""
    return bool(one.rows), _fetched(one.rows)
