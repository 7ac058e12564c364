"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_update_projects as bulk_update_projects
    from . import create_project as create_project
    from . import delete_project as delete_project
    from . import export_project as export_project
    from . import generate_debug_token as generate_debug_token
    from . import get_project as get_project
    from . import get_project_history as get_project_history
    from . import get_project_live_data as get_project_live_data
    from . import get_projects_list as get_projects_list
    from . import update_project as update_project

__all__ = (
    "get_projects_list",
    "get_project_history",
    "get_project",
    "create_project",
    "update_project",
    "delete_project",
    "get_project_live_data",
    "bulk_update_projects",
    "generate_debug_token",
    "export_project",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
