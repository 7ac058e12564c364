"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_observations_delete as bulk_observations_delete
    from . import bulk_observations_update as bulk_observations_update
    from . import create_observation as create_observation
    from . import delete_observation as delete_observation
    from . import get_observation as get_observation
    from . import get_observations_list as get_observations_list
    from . import update_observation as update_observation

__all__ = (
    "get_observations_list",
    "get_observation",
    "create_observation",
    "update_observation",
    "delete_observation",
    "bulk_observations_update",
    "bulk_observations_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
