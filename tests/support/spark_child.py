"""What a user of Spark does: read all accounts, and print what came. Run as a process, as it starts a JVM.

python -m support.spark_child ACCOUNTS EVENTS
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    from pyspark.sql import SparkSession

    from abclient.spark import ResultsDataSource

    file, events = sys.argv[1:]
    builder: Any = SparkSession.builder
    options = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.eventLog.enabled": "true",
        "spark.eventLog.compress": "false",
        "spark.eventLog.dir": events,
        "spark.sql.session.timeZone": "UTC",
    }
    for name, value in options.items():
        builder = builder.config(name, value)
    spark = builder.master("local[2,4]").getOrCreate()
    spark.dataSource.register(ResultsDataSource)
    frame = spark.read.format("abclient").option("accounts", file).load().cache()
    rows = frame.select("account", "row_key", "units", "fetched_at").collect()
    limited = spark.read.format("abclient").option("accounts", file).load().limit(3).count()
    document = {
        "columns": frame.columns,
        "rows": [[row.account, row.row_key, row.units, row.fetched_at.isoformat()] for row in rows],
        "limited": limited,
    }
    spark.stop()
    print(json.dumps(document))


if __name__ == "__main__":
    main()
