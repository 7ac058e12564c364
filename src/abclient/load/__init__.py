"""Rows of exports in a warehouse: PostgreSQL, DuckDB, and whatever else dlt can load to.

::

    from abclient.load import load

    summary = load(["exports/shop", "exports/app"], "postgres://loader@warehouse/analytics")

Called again, it sends what has changed. If the process is killed at any moment, the same call completes the load, and
every row is there once. Needs the extra ``load``.
"""

from ._errors import LoadError
from ._run import LoadSummary, load

__all__ = ["LoadError", "LoadSummary", "load"]
