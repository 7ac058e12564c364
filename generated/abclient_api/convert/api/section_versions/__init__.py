"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_experience_section_version as add_experience_section_version
    from . import delete_experience_section_version as delete_experience_section_version
    from . import update_experience_section_version as update_experience_section_version

__all__ = (
    "add_experience_section_version",
    "update_experience_section_version",
    "delete_experience_section_version",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
