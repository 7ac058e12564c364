"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_release_policy as delete_release_policy
    from . import get_release_policies as get_release_policies
    from . import get_release_policy as get_release_policy
    from . import post_release_policies_order as post_release_policies_order
    from . import post_release_policy as post_release_policy
    from . import put_release_policy as put_release_policy

__all__ = (
    "get_release_policy",
    "put_release_policy",
    "delete_release_policy",
    "get_release_policies",
    "post_release_policy",
    "post_release_policies_order",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
