"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_account_active_completed_experiences_list as get_account_active_completed_experiences_list
    from . import get_account_details as get_account_details
    from . import get_account_history as get_account_history
    from . import get_account_live_data as get_account_live_data
    from . import get_accounts_list as get_accounts_list
    from . import get_billing_plans as get_billing_plans
    from . import update_account_details as update_account_details

__all__ = (
    "get_accounts_list",
    "get_billing_plans",
    "get_account_live_data",
    "get_account_history",
    "get_account_active_completed_experiences_list",
    "get_account_details",
    "update_account_details",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
