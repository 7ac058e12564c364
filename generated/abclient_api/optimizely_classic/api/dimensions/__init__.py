"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_dimension as create_dimension
    from . import delete_dimension as delete_dimension
    from . import get_dimension as get_dimension
    from . import list_dimensions as list_dimensions
    from . import update_dimension as update_dimension

__all__ = (
    "list_dimensions",
    "create_dimension",
    "get_dimension",
    "update_dimension",
    "delete_dimension",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
