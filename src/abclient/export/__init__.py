"""Result rows as files: in parts, each complete or absent, and continued after a crash.

::

    async with abclient.open_source("optimizely", project="1234") as source:
        summary = await export_source(source, "nightly")

If the process is killed at any moment, the same call continues; in the end every row is there exactly once. Called
again after that, it fetches only experiments that are running or have changed.
"""

from typing import TYPE_CHECKING

from .._items import Item, Key, as_rows, key_text
from .._lazy import lazy_names
from ..errors import ExportError
from ._changes import ExportChanges, read_changes
from ._codecs import FileFormat
from ._merge import merge_experiments
from ._mirror import mirror_export, restore_export
from ._plan import Plan
from ._read import Exported, read_experiments, read_failures, read_rows
from ._read_history import HistoryRow, read_history
from ._run import PART_ROWS, PART_SECONDS, RESUME_WITHIN, Source, Summary, export_rows

if TYPE_CHECKING:
    from ._from_source import ExportOptions, export_source

__all__ = [
    "PART_ROWS",
    "PART_SECONDS",
    "RESUME_WITHIN",
    "ExportChanges",
    "ExportError",
    "ExportOptions",
    "Exported",
    "FileFormat",
    "HistoryRow",
    "Item",
    "Key",
    "Plan",
    "Source",
    "Summary",
    "as_rows",
    "export_rows",
    "export_source",
    "key_text",
    "merge_experiments",
    "mirror_export",
    "read_changes",
    "read_experiments",
    "read_failures",
    "read_history",
    "read_rows",
    "restore_export",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    # Only this needs a client; reading an export does not.
    __getattr__, __dir__ = lazy_names(__name__, {"_from_source": ("ExportOptions", "export_source")})
