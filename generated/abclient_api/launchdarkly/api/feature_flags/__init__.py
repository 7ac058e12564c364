"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import copy_feature_flag as copy_feature_flag
    from . import delete_feature_flag as delete_feature_flag
    from . import get_feature_flag as get_feature_flag
    from . import get_feature_flag_status as get_feature_flag_status
    from . import get_feature_flag_status_across_environments as get_feature_flag_status_across_environments
    from . import get_feature_flag_statuses as get_feature_flag_statuses
    from . import get_feature_flags as get_feature_flags
    from . import patch_feature_flag as patch_feature_flag
    from . import post_feature_flag as post_feature_flag

__all__ = (
    "copy_feature_flag",
    "get_feature_flag",
    "delete_feature_flag",
    "patch_feature_flag",
    "get_feature_flag_status",
    "get_feature_flag_status_across_environments",
    "get_feature_flag_statuses",
    "get_feature_flags",
    "post_feature_flag",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
