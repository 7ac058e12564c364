"""Results of every vendor as rows with the same columns, and as tables of Arrow, pandas and Polars.

::

    from datetime import UTC, datetime
    from abclient.results import to_pandas, winners
    from abclient.vendors.launchdarkly import rows as launchdarkly

    answer = await experiments.results(experiment.key, "purchase-completed")
    rows = launchdarkly.from_results(
        answer, experiment, "purchase-completed", project="my-project", environment="production",
        fetched_at=datetime.now(UTC),
    )
    frame = to_pandas(rows)
    won = winners(rows, status="running")

Each vendor's package has a module ``rows``. Its functions take responses as the client returns them, send nothing,
and import neither the client nor the generated code. ``docs/results.md`` describes every field.
"""

from ._frames import SCHEMA_VERSION, arrow_schema, from_arrow, to_arrow, to_pandas, to_polars
from ._row import COLUMNS, REQUIRED, ExperimentInfo, ExperimentKey, Kind, ResultRow, RowContext
from ._rows import Rows
from ._winners import Winner, winners

__all__ = [
    "COLUMNS",
    "REQUIRED",
    "SCHEMA_VERSION",
    "ExperimentInfo",
    "ExperimentKey",
    "Kind",
    "ResultRow",
    "RowContext",
    "Rows",
    "Winner",
    "arrow_schema",
    "from_arrow",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "winners",
]
