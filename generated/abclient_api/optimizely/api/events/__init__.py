"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_custom_event as create_custom_event
    from . import create_in_page_event as create_in_page_event
    from . import delete_custom_event as delete_custom_event
    from . import delete_in_page_event as delete_in_page_event
    from . import get_event as get_event
    from . import list_events as list_events
    from . import update_custom_event as update_custom_event
    from . import update_in_page_event as update_in_page_event

__all__ = (
    "list_events",
    "get_event",
    "create_in_page_event",
    "delete_in_page_event",
    "update_in_page_event",
    "create_custom_event",
    "delete_custom_event",
    "update_custom_event",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
