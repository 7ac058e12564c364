"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_variation as create_variation
    from . import delete_variation as delete_variation
    from . import get_variation as get_variation
    from . import list_variations as list_variations
    from . import update_variation as update_variation

__all__ = (
    "list_variations",
    "create_variation",
    "get_variation",
    "update_variation",
    "delete_variation",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
