"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_knowledge_bases_delete as bulk_knowledge_bases_delete
    from . import bulk_knowledge_bases_update as bulk_knowledge_bases_update
    from . import create_knowledge_base as create_knowledge_base
    from . import delete_knowledge_base as delete_knowledge_base
    from . import get_knowledge_base as get_knowledge_base
    from . import get_knowledge_bases_list as get_knowledge_bases_list
    from . import update_knowledge_base as update_knowledge_base

__all__ = (
    "get_knowledge_bases_list",
    "get_knowledge_base",
    "create_knowledge_base",
    "update_knowledge_base",
    "delete_knowledge_base",
    "bulk_knowledge_bases_update",
    "bulk_knowledge_bases_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
