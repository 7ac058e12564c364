"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_holdout as create_holdout
    from . import delete_holdout as delete_holdout
    from . import fetch_holdout as fetch_holdout
    from . import fetch_holdout_experiments as fetch_holdout_experiments
    from . import list_holdouts as list_holdouts
    from . import update_holdouts as update_holdouts

__all__ = (
    "list_holdouts",
    "create_holdout",
    "fetch_holdout",
    "update_holdouts",
    "delete_holdout",
    "fetch_holdout_experiments",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
