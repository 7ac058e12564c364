"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_attribute as create_attribute
    from . import delete_attribute as delete_attribute
    from . import get_attribute as get_attribute
    from . import list_attributes as list_attributes
    from . import update_attribute as update_attribute

__all__ = (
    "list_attributes",
    "create_attribute",
    "get_attribute",
    "delete_attribute",
    "update_attribute",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
