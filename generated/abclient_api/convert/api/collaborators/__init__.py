"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_account_user_accesses as add_account_user_accesses
    from . import delete_account_user_accesses as delete_account_user_accesses
    from . import get_account_users_accesses_list as get_account_users_accesses_list
    from . import update_account_user_accesses as update_account_user_accesses

__all__ = (
    "get_account_users_accesses_list",
    "update_account_user_accesses",
    "add_account_user_accesses",
    "delete_account_user_accesses",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
