"""Findings as HTML, and the traffic splits for the chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, TypeAlias

from ..health import Finding, FindingKind, Health, Mismatch
from ..results import ExperimentKey, ResultRow

_KINDS: Mapping[FindingKind, str] = {
    "sample_ratio_mismatch": "with a sample-ratio mismatch",
    "no_data": "without data",
    "stale_data": "with stale data",
    "too_few_units": "with too few units",
}
_OPEN_UP_TO = 12

Names: TypeAlias = Mapping[tuple[ExperimentKey, str], str]


def findings_html(reports: Sequence[Health], rows: Sequence[ResultRow], vendors: Mapping[str, str]) -> str:
    """The findings by kind, the least likely traffic splits first."""
    by_kind: dict[str, list[tuple[Health, Finding]]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.mismatch.p_value if report.mismatch else 1.0):
        for finding in report.findings:
            by_kind[finding.kind].append((report, finding))
    if not by_kind:
        return f'<p class="good">No problems were found in {len(reports):,} experiments.</p>'
    names = _names(rows)
    return "".join(_details(kind, by_kind[kind], names, vendors) for kind in _KINDS if by_kind[kind])


def _details(
    kind: FindingKind, found: Sequence[tuple[Health, Finding]], names: Names, vendors: Mapping[str, str]
) -> str:
    items = "".join(_item(report, finding, names, vendors) for report, finding in found)
    opened = " open" if len(found) <= _OPEN_UP_TO else ""
    return (
        f'<details class="{kind}"{opened}><summary><b>{len(found):,}</b>{_KINDS[kind]}</summary>'
        f"<ul>{items}</ul></details>"
    )


def _item(report: Health, finding: Finding, names: Names, vendors: Mapping[str, str]) -> str:
    vendor = vendors.get(report.experiment.vendor, report.experiment.vendor)
    about = " · ".join(part for part in (vendor, report.segment) if part)
    name = report.experiment_name or report.experiment.experiment_id
    split = report.mismatch if finding.kind == "sample_ratio_mismatch" else None
    message = _split_message(split, report, names) if split else finding.message
    return f'<li><b>{escape(name)}</b> <span class="muted">{escape(about)}</span><br>{escape(message)}</li>'


def _split_message(mismatch: Mismatch, report: Health, names: Names) -> str:
    """The split with the names of the variations, which the finding itself does not know."""
    parts = (
        f"{names.get((report.experiment, key), key)} has {count:,} where {mismatch.expected[key]:,.0f} were expected"
        for key, count in mismatch.observed.items()
    )
    return f"p = {mismatch.p_value:.2g}: {', '.join(parts)}"


def splits(reports: Sequence[Health], rows: Sequence[ResultRow]) -> list[dict[str, Any]]:
    """The traffic of each experiment that counts units; tested splits first, the least likely on top."""
    names = _names(rows)
    found = [_split(report, names) for report in reports if sum(report.units.values())]
    return sorted(found, key=lambda split: (split["p_value"] is None, split["p_value"] or 0.0, -split["total"]))


def _split(report: Health, names: Names) -> dict[str, Any]:
    mismatch = report.mismatch
    # Only variations with an intended share can be compared; the others would shift every mark.
    units = report.units if mismatch is None else mismatch.observed
    total = sum(units.values())
    return {
        **report.experiment._asdict(),
        "experiment_name": report.experiment_name,
        "segment": report.segment,
        "status": report.status,
        "total": total,
        "p_value": None if mismatch is None else mismatch.p_value,
        "alarm": any(finding.kind == "sample_ratio_mismatch" for finding in report.findings),
        "variations": [
            {
                "name": names.get((report.experiment, key), key),
                "units": count,
                "share": None if mismatch is None else mismatch.expected[key] / total,
            }
            for key, count in units.items()
        ],
    }


def _names(rows: Sequence[ResultRow]) -> Names:
    return {
        (row.experiment, row.variation_id): row.variation_name
        for row in rows
        if row.variation_id is not None and row.variation_name is not None
    }
