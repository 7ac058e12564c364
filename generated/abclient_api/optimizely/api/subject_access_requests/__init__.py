"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_sar_request as create_sar_request
    from . import get_sar_request as get_sar_request
    from . import list_sar_requests_by_account as list_sar_requests_by_account

__all__ = (
    "list_sar_requests_by_account",
    "create_sar_request",
    "get_sar_request",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
