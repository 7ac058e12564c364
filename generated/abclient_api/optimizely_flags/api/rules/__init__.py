"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import fetch_holdouts_by_rule_key as fetch_holdouts_by_rule_key
    from . import fetch_rule as fetch_rule
    from . import fetch_rule_by_experiment_id as fetch_rule_by_experiment_id
    from . import list_all_rules_in_project as list_all_rules_in_project

__all__ = (
    "fetch_holdouts_by_rule_key",
    "fetch_rule",
    "list_all_rules_in_project",
    "fetch_rule_by_experiment_id",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
