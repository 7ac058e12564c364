"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_feature as create_feature
    from . import delete_feature as delete_feature
    from . import get_feature as get_feature
    from . import list_features as list_features
    from . import update_feature as update_feature

__all__ = (
    "list_features",
    "create_feature",
    "get_feature",
    "delete_feature",
    "update_feature",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
