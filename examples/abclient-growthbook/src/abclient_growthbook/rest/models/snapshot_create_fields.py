from typing import Literal, TypedDict


class SnapshotCreateFields(TypedDict, total=False):
    """What is to be computed.

    The fields of ``SnapshotCreate``, by keyword.
    """

    triggered_by: Literal["manual", "schedule"]
    """Whether notifications are sent, as on a schedule."""
    dimension: str
    """Dimension by which results are divided."""
    phase: int
    """Number of the phase, from 0; by default the last one."""
