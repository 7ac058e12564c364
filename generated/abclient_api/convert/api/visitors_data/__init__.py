"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_visitor_data_item as create_visitor_data_item
    from . import delete_visitor_data_item as delete_visitor_data_item
    from . import get_visitor_data as get_visitor_data
    from . import get_visitor_data_item as get_visitor_data_item
    from . import push_visitors_data as push_visitors_data
    from . import update_visitor_data_item as update_visitor_data_item

__all__ = (
    "get_visitor_data",
    "create_visitor_data_item",
    "get_visitor_data_item",
    "update_visitor_data_item",
    "delete_visitor_data_item",
    "push_visitors_data",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
