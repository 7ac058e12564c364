"""Result rows as files: in parts, whole or not at all, and continued after a crash.

::

    from abclient.export import as_rows, export_rows
    from abclient.results import optimizely

    async def source(plan):
        experiments = [one async for one in client.experiments.list(project_id)]
        wanted = {one.id: one for one in experiments if plan.wants(one.id, optimizely.subject(one))}

        def to_rows(outcome):
            return optimizely.from_results(outcome.value, wanted[outcome.key], fetched_at=datetime.now(UTC))

        async for item in as_rows(client.experiments.fetch_results(wanted), to_rows):
            yield item

    summary = await export_rows("out", source, options={"project": project_id})

A process that is killed at any moment leaves a directory from which the same call goes on; in the end every row is
there once. Called again after that, it asks ``source`` only for experiments that run or were changed.
"""

from ..errors import ExportError
from ._codecs import FileFormat
from ._plan import Plan
from ._read import Exported, read_experiments, read_failures, read_rows
from ._run import PART_ROWS, PART_SECONDS, RESUME_WITHIN, Source, Summary, export_rows
from ._source import Item, Key, Outcome, as_rows, key_text

__all__ = [
    "PART_ROWS",
    "PART_SECONDS",
    "RESUME_WITHIN",
    "ExportError",
    "Exported",
    "FileFormat",
    "Item",
    "Key",
    "Outcome",
    "Plan",
    "Source",
    "Summary",
    "as_rows",
    "export_rows",
    "key_text",
    "read_experiments",
    "read_failures",
    "read_rows",
]
