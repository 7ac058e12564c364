from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceCollaborator(Model):
    """A person who works on an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "first_name": "first_name",
        "last_name": "last_name",
        "role": "role",
        "user_id": "user_id",
        "is_author": "is_author",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    first_name: str | None = None
    """The given name."""
    last_name: str | None = None
    """The family name."""
    role: str | None = None
    """The role."""
    user_id: str | None = None
    """The id of the user."""
    is_author: bool | None = None
    """Whether this is who made it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.first_name = data.get("first_name")
            self.last_name = data.get("last_name")
            self.role = data.get("role")
            self.user_id = data.get("user_id")
            self.is_author = data.get("is_author")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_collaborator: Callable[[Any], ExperienceCollaborator] = ExperienceCollaborator.from_dict
