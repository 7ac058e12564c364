"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_features_delete as bulk_features_delete
    from . import bulk_features_update as bulk_features_update
    from . import create_feature as create_feature
    from . import delete_feature as delete_feature
    from . import get_feature as get_feature
    from . import get_feature_by_key as get_feature_by_key
    from . import get_features_list as get_features_list
    from . import update_feature as update_feature

__all__ = (
    "get_features_list",
    "get_feature",
    "get_feature_by_key",
    "create_feature",
    "update_feature",
    "delete_feature",
    "bulk_features_update",
    "bulk_features_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
