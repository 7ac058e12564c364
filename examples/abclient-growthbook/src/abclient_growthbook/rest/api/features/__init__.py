"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_feature_v2 as delete_feature_v2
    from . import get_feature_v2 as get_feature_v2
    from . import list_features_v2 as list_features_v2
    from . import post_feature_v2 as post_feature_v2
    from . import toggle_feature_v2 as toggle_feature_v2
    from . import update_feature_v2 as update_feature_v2

__all__ = (
    "list_features_v2",
    "post_feature_v2",
    "get_feature_v2",
    "update_feature_v2",
    "delete_feature_v2",
    "toggle_feature_v2",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
