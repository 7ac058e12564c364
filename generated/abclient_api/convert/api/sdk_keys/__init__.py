"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_sdk_key as create_sdk_key
    from . import delete_sdk_key as delete_sdk_key
    from . import get_sdk_keys_list as get_sdk_keys_list
    from . import update_sdk_key as update_sdk_key

__all__ = (
    "get_sdk_keys_list",
    "create_sdk_key",
    "update_sdk_key",
    "delete_sdk_key",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
