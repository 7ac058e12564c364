from typing import Literal, TypedDict


class UpdateSdkKeyRequestDataFields(TypedDict, total=False):
    """What to change of a key of the SDKs.

    The fields of ``UpdateSdkKeyRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    environment: str
    """The environment of the project that it is for."""
    status: Literal["enabled", "disabled"]
    """The status."""
    selected_default: bool
    """Whether it is the key that is shown first."""
