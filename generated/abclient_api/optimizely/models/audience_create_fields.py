from typing import Any, Required, TypedDict


class AudienceCreateFields(TypedDict, total=False):
    """What may be sent to create an audience.

    The fields of ``AudienceCreate``, by keyword.
    """

    archived: bool
    """Whether the audience is archived. The vendor's default: False."""
    conditions: Any
    """Who belongs to the audience: a nested and/or list, JSON in a string. A leaf is `{name, type, value}`,
    where name is the attribute's name (not its key) and type is custom_attribute; newer ones add match_type."""
    description: str
    """Who the audience is."""
    for_journey: bool
    """True for an audience that a journey uses or used. The vendor's default: False."""
    is_classic: bool
    """True for an audience of Optimizely Classic; the tutorial sends false."""
    name: str
    """Name of the audience."""
    project_id: Required[int]
    """Project to create the audience in."""
    segmentation: bool
    """Offers the audience as a segment of results. Optimizely Classic only, at most ten in a project. The
    vendor's default: False."""
