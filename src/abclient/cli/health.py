"""``abclient health``: what may be wrong with experiments, at a vendor or in an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

from ..bulk import fetch_many
from ..export import Key, key_text, read_rows
from ..health import Health, check
from ..results import ExperimentKey, ResultRow
from ._output import Bar, print_json, print_line
from ._run import FAILED, ended
from ._sources import Found, Source, opened
from ._vendors import Asked


async def vendor_health(asked: Asked, credentials: Mapping[str, str], *, as_json: bool, strict: bool) -> int:
    """Look at every experiment of a vendor; the exit code."""
    failures: dict[str, Exception] = {}
    experiments: dict[ExperimentKey, Found] = {}
    owners: dict[Key, ExperimentKey] = {}
    rows: list[ResultRow] = []
    unknown: set[ExperimentKey] = set()

    def wants(key: Key, found: Found) -> bool:
        owners[key] = found.subject.key
        experiments[found.subject.key] = found
        return found.subject.status != "not_started"

    async with opened(asked, credentials) as source:
        with Bar(asked.vendor.title) as bar:
            async with aclosing(source.items(wants=wants, meter=bar)) as items:
                async for key, got in items:
                    if isinstance(got, Exception):
                        failures[key_text(key)] = got
                        unknown.add(owners[key])
                    else:
                        rows += got
            allocations = await _allocations(source, experiments)
        failures |= source.failures
    running = {key for key, found in experiments.items() if found.subject.status == "running"}
    reports = check(rows, allocations=allocations, expected=sorted(running - unknown, key=str))
    found_something = _say(reports, as_json=as_json)
    code = ended(failures, done=len(reports))
    return FAILED if strict and found_something else code


async def _allocations(
    source: Source, experiments: Mapping[ExperimentKey, Found]
) -> dict[ExperimentKey, dict[str, float]]:
    """The intended shares of traffic; of experiments whose shares cannot be had, the failure is noted."""

    async def shares(key: ExperimentKey) -> dict[str, float]:
        return await source.allocation(experiments[key])

    allocations: dict[ExperimentKey, dict[str, float]] = {}
    async with fetch_many(shares, experiments, **source.asked.pace) as outcomes:
        async for outcome in outcomes:
            if outcome.error is None:
                allocations[outcome.key] = outcome.value
            else:
                source.failures[f"traffic of {outcome.key.experiment_id}"] = outcome.error
    return allocations


async def export_health(directory: Path, *, as_json: bool, strict: bool) -> int:
    """Look at every experiment of an export; the exit code."""
    found_something = _say(check(read_rows(directory)), as_json=as_json)
    return FAILED if strict and found_something else 0


def _say(reports: Sequence[Health], *, as_json: bool) -> bool:
    """Print what was found; whether it was anything."""
    unwell = [report for report in reports if not report.ok]
    if as_json:
        print_json([_document(report) for report in reports])
        return bool(unwell)
    for report in unwell:
        name = f" ({report.experiment_name})" if report.experiment_name else ""
        segment = f", {report.segment}" if report.segment else ""
        for finding in report.findings:
            what = finding.kind.replace("_", " ")
            print_line(f"{report.experiment.experiment_id}{name}{segment}: {what}: {finding.message}")
    tested = sum(report.mismatch is not None for report in reports)
    print_line(f"{len(reports)} looked at, {len(unwell)} with findings; the split of {tested} could be tested")
    return bool(unwell)


def _document(report: Health) -> dict[str, object]:
    mismatch = report.mismatch
    return {
        **report.experiment._asdict(),
        "experiment_name": report.experiment_name,
        "segment": report.segment,
        "status": report.status,
        "units": dict(report.units),
        "split_p_value": mismatch.p_value if mismatch else None,
        "data_until": report.data_until,
        "findings": [{"kind": finding.kind, "message": finding.message} for finding in report.findings],
    }
