"""Result rows as a page: one self-contained HTML file.

::

    from abclient import health
    from abclient.report import write_report

    write_report(rows, "report.html", health=health.check(rows, allocations=allocations))
"""

from ._history import HISTORY_COLUMNS
from ._page import render_report, write_report

__all__ = ["HISTORY_COLUMNS", "render_report", "write_report"]
