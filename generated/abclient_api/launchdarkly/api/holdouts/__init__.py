"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_all_holdouts as get_all_holdouts
    from . import get_holdout as get_holdout
    from . import get_holdout_by_id as get_holdout_by_id
    from . import patch_holdout as patch_holdout
    from . import post_holdout as post_holdout

__all__ = (
    "get_all_holdouts",
    "post_holdout",
    "get_holdout",
    "patch_holdout",
    "get_holdout_by_id",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
