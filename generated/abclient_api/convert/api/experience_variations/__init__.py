"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import convert_experience_variation as convert_experience_variation
    from . import delete_experience_variation as delete_experience_variation
    from . import get_experience_variation_screenshot as get_experience_variation_screenshot
    from . import update_experience_variation as update_experience_variation

__all__ = (
    "update_experience_variation",
    "delete_experience_variation",
    "get_experience_variation_screenshot",
    "convert_experience_variation",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
