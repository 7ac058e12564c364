from typing import Literal, Required, TypedDict


class CreateSdkKeyRequestDataFields(TypedDict, total=False):
    """A key of the SDKs to add.

    The fields of ``CreateSdkKeyRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    environment: Required[str]
    """The environment of the project that it is for."""
    status: Literal["enabled", "disabled"]
    """The status."""
    selected_default: bool
    """Whether it is the key that is shown first."""
    has_secret: bool
    """Whether the key gets a secret, too. The vendor's default: True."""
