"""Loads that are killed at each of their steps, in forks of a process that has imported everything.

Arguments: directory, ``duckdb`` or ``postgres``, the file or the URL, and the numbers of the steps. Prints how each
load ended as JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from abclient.export import read_history
from abclient.load import load
from support.loads import DuckDb, Postgres, Warehouse, night, rows_in, rows_of, rows_of_exports

STEPS = [
    ("dlt.pipeline.pipeline:Pipeline.normalize", "before"),
    ("dlt.pipeline.pipeline:Pipeline.load", "before"),
    ("dlt.destinations.job_client_impl:SqlJobClientBase.update_stored_schema", "before"),
    ("dlt.destinations.job_client_impl:SqlJobClientBase.update_stored_schema", "after"),
    ("dlt.destinations.sql_jobs:SqlMergeFollowupJob.generate_sql", "after"),
    ("dlt.destinations.sql_client:SqlClientBase.execute_many", "after"),
    ("dlt.destinations.job_client_impl:SqlJobClientBase.complete_load", "before"),
    ("dlt.destinations.job_client_impl:SqlJobClientBase.complete_load", "after"),
    ("abclient.load._warehouse:Warehouse.make_missing_views", "before"),
]
"""What a load does one after the other, and whether it is killed before or after it."""


def killed_at(target: str, moment: str) -> None:
    """End this process, as SIGKILL does, the first time that the step is reached."""
    module, _, path = target.partition(":")
    owner: Any = import_module(module)
    *names, last = path.split(".")
    for name in names:
        owner = getattr(owner, name)
    function: Any = getattr(owner, last)

    def dies(*arguments: Any, **options: Any) -> Any:
        if moment == "after":
            function(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, last, dies)


def forked(work: Callable[[], object]) -> int:
    """Do something in a process of its own; returns how it ended, as ``os.waitstatus_to_exitcode`` says."""
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def loaded_after(step: int, place: Path, warehouse: Warehouse) -> str:
    """How a load that is killed at this step ended, and what the next one made of it."""
    found = {"a": rows_of("a", step), "b": rows_of("b", step, "abc"[: step % 4]), str(step): rows_of(str(step), step)}
    keep = ["a", "b", str(step)]
    work = night(place, found, keep=keep, history=True, accept_empty=True)
    assert forked(lambda: asyncio.run(work)) == 0
    work.close()

    def dying() -> None:
        killed_at(*STEPS[step])
        load(place, warehouse.url)

    ended = forked(dying)

    def whole() -> None:
        load(place, warehouse.url)
        assert rows_in(warehouse) == rows_of_exports(place)
        repeated = "SELECT count(*) - count(DISTINCT (export_id, run, row_key)) FROM experiments.results_history"
        assert warehouse.ask(repeated) == [(0,)]
        newest = max(one.run for one in read_history(place, as_="rows", changes=True))
        assert warehouse.ask("SELECT max(run) FROM experiments.results_history") == [(newest,)]
        assert warehouse.ask("SELECT count(*) FROM experiments.winners") == [(0,)]

    assert forked(whole) == 0
    return signal.Signals(-ended).name if ended < 0 else f"exit code {ended}"


if __name__ == "__main__":
    for name in ("adbc_driver_postgresql.dbapi", "duckdb", "dlt", "psycopg2", "pyarrow.dataset"):
        import_module(name)  # once, and not in each fork
    directory, kind, where, *steps = sys.argv[1:]
    to: Warehouse = DuckDb(Path(where)) if kind == "duckdb" else Postgres(where)
    print(json.dumps([loaded_after(step, Path(directory), to) for step in map(int, steps)]))
