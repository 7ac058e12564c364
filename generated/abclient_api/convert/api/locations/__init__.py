"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_locations_delete as bulk_locations_delete
    from . import bulk_locations_update as bulk_locations_update
    from . import clone_location as clone_location
    from . import create_location as create_location
    from . import delete_location as delete_location
    from . import get_location as get_location
    from . import get_locations_list as get_locations_list
    from . import get_locations_presets as get_locations_presets
    from . import update_location as update_location

__all__ = (
    "get_locations_list",
    "get_location",
    "create_location",
    "update_location",
    "delete_location",
    "bulk_locations_update",
    "bulk_locations_delete",
    "get_locations_presets",
    "clone_location",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
