"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_data_source as get_data_source
    from . import get_settings as get_settings
    from . import list_data_sources as list_data_sources
    from . import list_environments as list_environments

__all__ = (
    "list_environments",
    "list_data_sources",
    "get_data_source",
    "get_settings",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
