"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_experience as add_experience
    from . import get_experience as get_experience
    from . import list_experiences as list_experiences
    from . import remove_variation as remove_variation
    from . import save_variation as save_variation
    from . import update_experience as update_experience

__all__ = (
    "list_experiences",
    "get_experience",
    "add_experience",
    "update_experience",
    "save_variation",
    "remove_variation",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
