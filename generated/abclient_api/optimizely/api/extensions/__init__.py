"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_extension as create_extension
    from . import delete_extension as delete_extension
    from . import get_extension as get_extension
    from . import list_extensions as list_extensions
    from . import update_extension as update_extension

__all__ = (
    "list_extensions",
    "create_extension",
    "get_extension",
    "delete_extension",
    "update_extension",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
