from typing import Required, TypedDict


class UpsertContextKindPayloadFields(TypedDict, total=False):
    """A kind of context, as it shall be.

    The fields of ``UpsertContextKindPayload``, by keyword.
    """

    name: Required[str]
    """A name for people."""
    description: str
    """What it is about."""
    hide_in_targeting: bool
    """Whether the user interface hides it in targeting."""
    archived: bool
    """Whether it is archived."""
    version: int
    """The version that is meant; a conflict if it is another one by now."""
