"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_section as create_section
    from . import get_sections as get_sections
    from . import update_experience_sections as update_experience_sections
    from . import update_section as update_section

__all__ = (
    "get_sections",
    "create_section",
    "update_section",
    "update_experience_sections",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
