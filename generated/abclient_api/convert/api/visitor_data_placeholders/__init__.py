"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_visitors_data_placeholder as create_visitors_data_placeholder
    from . import delete_visitors_data_placeholder as delete_visitors_data_placeholder
    from . import get_visitors_data_placeholder as get_visitors_data_placeholder
    from . import get_visitors_data_placeholders_list as get_visitors_data_placeholders_list
    from . import update_visitors_data_placeholder as update_visitors_data_placeholder

__all__ = (
    "get_visitors_data_placeholders_list",
    "create_visitors_data_placeholder",
    "update_visitors_data_placeholder",
    "delete_visitors_data_placeholder",
    "get_visitors_data_placeholder",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
