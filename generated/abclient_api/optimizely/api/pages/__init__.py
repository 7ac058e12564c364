"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_page as create_page
    from . import delete_page as delete_page
    from . import get_page as get_page
    from . import list_pages as list_pages
    from . import update_page as update_page

__all__ = (
    "list_pages",
    "create_page",
    "get_page",
    "delete_page",
    "update_page",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
