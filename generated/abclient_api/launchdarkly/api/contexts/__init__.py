"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import evaluate_context_instance as evaluate_context_instance
    from . import get_context_attribute_names as get_context_attribute_names
    from . import get_context_attribute_values as get_context_attribute_values
    from . import get_context_kinds_by_project_key as get_context_kinds_by_project_key
    from . import get_contexts as get_contexts
    from . import put_context_kind as put_context_kind
    from . import search_contexts as search_contexts

__all__ = (
    "evaluate_context_instance",
    "get_context_attribute_names",
    "get_context_attribute_values",
    "get_context_kinds_by_project_key",
    "get_contexts",
    "put_context_kind",
    "search_contexts",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)
