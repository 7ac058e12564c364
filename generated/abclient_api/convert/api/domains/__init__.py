"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_domains_delete as bulk_domains_delete
    from . import check_code_domain as check_code_domain
    from . import create_domain as create_domain
    from . import delete_domain as delete_domain
    from . import get_domain as get_domain
    from . import get_domain_by_url as get_domain_by_url
    from . import get_domains_list as get_domains_list
    from . import update_domain as update_domain

__all__ = (
    "get_domains_list",
    "get_domain",
    "get_domain_by_url",
    "check_code_domain",
    "create_domain",
    "update_domain",
    "delete_domain",
    "bulk_domains_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
