from typing import TypedDict


class EnvironmentUpdateFields(TypedDict, total=False):
    """The fields of an environment to change.

    The fields of ``EnvironmentUpdate``, by keyword.
    """

    archived: bool
    """Whether the environment is archived."""
    description: str
    """What the environment is for."""
    has_restricted_permissions: bool
    """Whether only publishers and above may start experiments there. The vendor's default: False."""
    key: str
    """Unique key within the project."""
    name: str
    """Name of the environment."""
    priority: int
    """Rank by which environments are ordered in the app."""
