from typing import Required, TypedDict


class EnvironmentCreateFields(TypedDict, total=False):
    """What may be sent to create an environment.

    The fields of ``EnvironmentCreate``, by keyword.
    """

    archived: bool
    """Whether the environment is archived."""
    description: str
    """What the environment is for."""
    has_restricted_permissions: bool
    """Whether only publishers and above may start experiments there. The vendor's default: False."""
    key: Required[str]
    """Unique key within the project."""
    name: Required[str]
    """Name of the environment."""
    priority: int
    """Rank by which environments are ordered in the app."""
    project_id: Required[int]
    """Project to create the environment in."""
