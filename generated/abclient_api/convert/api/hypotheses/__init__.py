"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_hypotheses_delete as bulk_hypotheses_delete
    from . import bulk_hypotheses_update as bulk_hypotheses_update
    from . import convert_hypothesis as convert_hypothesis
    from . import create_hypothesis as create_hypothesis
    from . import delete_hypothesis as delete_hypothesis
    from . import get_hypotheses_list as get_hypotheses_list
    from . import get_hypothesis as get_hypothesis
    from . import update_hypothesis as update_hypothesis
    from . import update_hypothesis_status as update_hypothesis_status

__all__ = (
    "get_hypotheses_list",
    "get_hypothesis",
    "create_hypothesis",
    "update_hypothesis",
    "update_hypothesis_status",
    "convert_hypothesis",
    "delete_hypothesis",
    "bulk_hypotheses_update",
    "bulk_hypotheses_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
