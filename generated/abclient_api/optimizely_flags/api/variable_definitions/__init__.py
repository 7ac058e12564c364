"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import brainstorm_variable_definitions as brainstorm_variable_definitions
    from . import create_variable_definition as create_variable_definition
    from . import delete_variable_definition as delete_variable_definition
    from . import fetch_variable_definition as fetch_variable_definition
    from . import list_variable_definitions as list_variable_definitions
    from . import update_variable_definitions as update_variable_definitions

__all__ = (
    "list_variable_definitions",
    "create_variable_definition",
    "update_variable_definitions",
    "brainstorm_variable_definitions",
    "fetch_variable_definition",
    "delete_variable_definition",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
