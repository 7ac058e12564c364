"""What a kind of thing is to the generic operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..shapes import Shape


@dataclass(frozen=True)
class Kind:
    """One kind of thing.

    Attributes:
        name: its name, in the change history and of its path parameter.
        shape: the fields that may be sent.
        shown: fields that only the vendor sets, as a new one has them.
        times: which of ``created`` and ``last_modified`` it has.
        archives: whether deleting keeps it, archived; otherwise it is gone.
        refuses_twice: whether archiving it a second time is refused with 410.
        parameter: the path parameter that names one; of its name, unless told.
    """

    name: str
    shape: Shape
    shown: Mapping[str, Any] = field(default_factory=dict[str, Any])
    times: tuple[str, ...] = ("created", "last_modified")
    archives: bool = True
    refuses_twice: bool = False
    parameter: str = ""

    @property
    def path_parameter(self) -> str:
        """The path parameter that names one of them."""
        return self.parameter or f"{self.name}_id"
