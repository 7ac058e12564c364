"""What the page needs of the experiments' health: traffic splits and findings, with names in place of ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from ..analysis import SplitTest
from ..health import Finding, Health
from ..results import ExperimentKey, ResultRow

Names: TypeAlias = Mapping[tuple[int, str], str]
"""By the place of an experiment and the id of a variation."""


def health_documents(
    reports: Sequence[Health],
    rows: Sequence[ResultRow],
    whose: Sequence[int],
    places: Mapping[ExperimentKey, int],
) -> list[dict[str, Any]]:
    """One document for each report, the least likely traffic splits first, then what has most units.

    Args:
        reports: the health of the experiments.
        rows: the rows, which know the variations' names.
        whose: which experiment of the page each row is about.
        places: which experiment of the page a report is about.
    """
    names = _names(rows, whose)
    found = [_document(report, names, places[report.experiment]) for report in reports]
    return sorted(found, key=lambda one: (one["p_value"] is None, one["p_value"] or 0.0, -one["total"]))


def _document(report: Health, names: Names, place: int) -> dict[str, Any]:
    mismatch = report.mismatch
    # Only variations with an intended share can be compared; the others would shift every mark.
    units = report.units if mismatch is None else mismatch.observed
    total = sum(units.values())
    return {
        "experiment": place,
        "segment": report.segment,
        "total": total,
        "p_value": None if mismatch is None else mismatch.p_value,
        "variations": [
            {
                "name": names.get((place, key), key),
                "units": count,
                "share": None if mismatch is None else mismatch.expected[key] / total,
            }
            for key, count in units.items()
        ],
        "findings": [
            {"kind": finding.kind, "message": _message(finding, report, names, place)} for finding in report.findings
        ],
    }


def _message(finding: Finding, report: Health, names: Names, place: int) -> str:
    if finding.kind == "sample_ratio_mismatch" and report.mismatch is not None:
        return _split_message(report.mismatch, names, place)
    return finding.message


def _split_message(mismatch: SplitTest, names: Names, place: int) -> str:
    """The split with the names of the variations, which the finding itself does not know."""
    parts = (
        f"{names.get((place, key), key)} has {count:,} where {mismatch.expected[key]:,.0f} were expected"
        for key, count in mismatch.observed.items()
    )
    return f"p = {mismatch.p_value:.2g}: {', '.join(parts)}"


def _names(rows: Sequence[ResultRow], whose: Sequence[int]) -> Names:
    return {
        (place, row.variation_id): row.variation_name
        for row, place in zip(rows, whose, strict=True)
        if row.variation_id is not None and row.variation_name is not None and _can_be_seen(row.variation_name)
    }


def _can_be_seen(name: str) -> bool:
    return any(letter.isprintable() and not letter.isspace() for letter in name)
