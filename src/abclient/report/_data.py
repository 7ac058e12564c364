"""What the page's script reads: rows by column, the experiments that they are about, and their health."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from .._verdicts import LOOKS
from ..health import Health
from ..results import COLUMNS, ExperimentKey, Kind, ResultRow
from ._health import health_documents
from ._history import earlier

if TYPE_CHECKING:
    from ._history import History


def packed(text: str) -> str:
    """A text as zlib's bytes in Base64: what the page unpacks, and what cannot end an HTML element."""
    return b64encode(zlib.compress(text.encode(), _LEVEL)).decode()


_LEVEL = 5
"""Of zlib's compression: the next higher one takes half as long again for files that are 1.5 % smaller."""


def document(rows: Sequence[ResultRow], reports: Sequence[Health], history: History, titles: Mapping[str, str]) -> str:
    """All that the page shows, as JSON."""
    keys = [row.experiment for row in rows]
    experiments = _experiments(rows, keys, reports)
    places = {key: place for place, key in enumerate(experiments)}
    whose = [places[key] for key in keys]
    whose_history, columns = earlier(history, places)
    content = {
        "vendors": titles,
        "words": {standing: look.words for standing, look in LOOKS.items()},
        "experiments": list(experiments.values()),
        "rows": _table(whose, {name: list(map(attrgetter(name), rows)) for name in COLUMNS}),
        "history": _table(whose_history, columns),
        "health": health_documents(reports, rows, whose, places),
    }
    return json.dumps(content, allow_nan=False, separators=(",", ":"))


def _experiments(
    rows: Sequence[ResultRow], keys: Sequence[ExperimentKey], reports: Sequence[Health]
) -> dict[ExperimentKey, dict[str, Any]]:
    """Every experiment in the order of rows; of its names and statuses those that were fetched last."""
    last: dict[ExperimentKey, ResultRow] = {}
    for row, key in zip(rows, keys, strict=True):
        if key not in last or row.fetched_at >= last[key].fetched_at:
            last[key] = row
    found = {
        key: {**key._asdict(), "experiment_name": row.experiment_name, "status": row.status}
        for key, row in last.items()
    }
    for report in reports:
        named = {"experiment_name": report.experiment_name, "status": report.status}
        found.setdefault(report.experiment, {**report.experiment._asdict(), **named})
    return found


def _table(experiments: Sequence[int], columns: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {
        "count": len(experiments),
        "experiment": experiments,
        "columns": {name: _column(values, COLUMNS[name]) for name, values in columns.items()},
    }


def _column(values: list[Any], kind: Kind) -> Any:
    """Values as indexes into a list where few of them are different; none where all are missing or the same."""
    if kind in ("number", "count") and any(value is not None for value in values):
        return values
    different = dict.fromkeys(values)
    known = [value for value in different if value is not None]
    shown = list(map(_moment, known)) if kind == "time" else known
    if len(known) == len(values) > 0:
        return shown
    places = {None: -1, **{value: place for place, value in enumerate(known)}}
    return {"values": shown, "index": list(map(places.__getitem__, values)) if len(different) > 1 else []}


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
