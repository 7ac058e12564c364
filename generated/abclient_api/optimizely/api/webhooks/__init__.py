"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_webhook as create_webhook
    from . import delete_webhook as delete_webhook
    from . import get_webhook as get_webhook
    from . import list_webhooks as list_webhooks
    from . import update_webhook as update_webhook

__all__ = (
    "list_webhooks",
    "create_webhook",
    "get_webhook",
    "delete_webhook",
    "update_webhook",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
