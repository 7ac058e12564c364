"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_audit_log_entries as get_audit_log_entries
    from . import get_audit_log_entry as get_audit_log_entry
    from . import post_audit_log_entries as post_audit_log_entries
    from . import post_audit_log_entry_counts as post_audit_log_entry_counts

__all__ = (
    "get_audit_log_entries",
    "post_audit_log_entries",
    "get_audit_log_entry",
    "post_audit_log_entry_counts",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
