"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_project as delete_project
    from . import get_project as get_project
    from . import list_projects as list_projects
    from . import post_project as post_project
    from . import put_project as put_project

__all__ = (
    "list_projects",
    "post_project",
    "get_project",
    "put_project",
    "delete_project",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
