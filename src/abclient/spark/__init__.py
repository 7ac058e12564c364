"""Result rows of many accounts as a data source of Spark 4, for Databricks and other users of Spark.

::

    from abclient.spark import ResultsDataSource

    spark.dataSource.register(ResultsDataSource)
    frame = spark.read.format("abclient").option("accounts", "accounts.toml").load()

Needs the extra ``spark``, also on the executors. ``docs/scale.md`` has the options.
"""

from __future__ import annotations

from .._distribution import not_installed

try:
    from ._source import ResultsDataSource
except ImportError as _error:
    raise ImportError(not_installed(_error, "spark", default="pyspark"), name=_error.name) from None

__all__ = ["ResultsDataSource"]
