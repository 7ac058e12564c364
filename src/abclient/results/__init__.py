"""Results of every vendor as rows of one shape, and those rows as tables of Arrow, pandas and Polars.

::

    from datetime import UTC, datetime
    from abclient.results import launchdarkly, to_pandas

    answer = await experiments.results(experiment.key, "purchase-completed")
    rows = launchdarkly.from_results(
        answer, experiment, "purchase-completed", project="my-project", environment="production",
        fetched_at=datetime.now(UTC),
    )
    frame = to_pandas(rows)

There is one module for each vendor, named as its client's module: ``launchdarkly``, ``optimizely``,
``optimizely_classic`` and ``convert``. They take answers as the clients return them, send nothing, and import neither
the clients nor the generated code. ``docs/results.md`` says field by field what becomes of an answer.
"""

from ._frames import SCHEMA_VERSION, arrow_schema, from_arrow, to_arrow, to_pandas, to_polars
from ._row import COLUMNS, REQUIRED, About, ExperimentKey, Kind, ResultRow, Subject

__all__ = [
    "COLUMNS",
    "REQUIRED",
    "SCHEMA_VERSION",
    "About",
    "ExperimentKey",
    "Kind",
    "ResultRow",
    "Subject",
    "arrow_schema",
    "from_arrow",
    "to_arrow",
    "to_pandas",
    "to_polars",
]
