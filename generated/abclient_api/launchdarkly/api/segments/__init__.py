"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_segment as delete_segment
    from . import get_segment as get_segment
    from . import get_segments as get_segments
    from . import patch_segment as patch_segment
    from . import post_segment as post_segment

__all__ = (
    "get_segment",
    "delete_segment",
    "patch_segment",
    "get_segments",
    "post_segment",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
