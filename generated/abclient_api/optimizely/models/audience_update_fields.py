from typing import Any, TypedDict


class AudienceUpdateFields(TypedDict, total=False):
    """The fields of an audience to change.

    The fields of ``AudienceUpdate``, by keyword.
    """

    archived: bool
    """Whether the audience is archived."""
    conditions: Any
    """Who belongs to the audience: a nested and/or list, JSON in a string. A leaf is `{name, type, value}`,
    where name is the attribute's name (not its key) and type is custom_attribute; newer ones add match_type."""
    description: str
    """Who the audience is."""
    for_journey: bool
    """True for an audience that a journey uses or used."""
    is_classic: bool
    """Repeated by the tutorial."""
    name: str
    """Name of the audience."""
    project_id: int
    """Project of the audience, repeated by the tutorial."""
    segmentation: bool
    """Offers the audience as a segment of results. Optimizely Classic only, at most ten in a project."""
