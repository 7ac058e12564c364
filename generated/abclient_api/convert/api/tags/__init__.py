"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_tags_delete as bulk_tags_delete
    from . import create_tag as create_tag
    from . import delete_tag as delete_tag
    from . import get_tag as get_tag
    from . import get_tags_list as get_tags_list
    from . import update_tag as update_tag

__all__ = (
    "get_tags_list",
    "get_tag",
    "create_tag",
    "update_tag",
    "delete_tag",
    "bulk_tags_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
