"""Objects with parts that only ``expand`` adds: no other response has them, and they stay what they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

from abclient_api._runtime import dumps

from ...resource import Resource, Snapshot

C = TypeVar("C", bound=Any)


class Expandable(Resource[C], Generic[C]):
    """A resource that keeps its expanded parts when something else of it is changed; ``refresh`` asks for them again.

    Attributes:
        EXPANDED: the vendor's names of these parts, by which ``expand`` asks for them.
    """

    __slots__ = ()
    EXPANDED: ClassVar[tuple[str, ...]] = ()

    def expanded(self) -> list[Any]:
        """The parts that it has."""
        loaded = self._as_loaded().to_dict()
        return [name for name in self.EXPANDED if loaded.get(name) is not None]

    def _merge(self, fresh: Resource[Any], confirmed: Mapping[str, Any]) -> None:
        before, after = self._as_loaded().to_dict(), fresh.to_dict()
        if kept := {name: before[name] for name in self.expanded() if name not in after}:
            document = {**after, **kept}
            snapshot = Snapshot(self._collection, dumps(document), None)
            fresh = type(self).from_dict(document).bind(snapshot, 0)
        super()._merge(fresh, confirmed)
