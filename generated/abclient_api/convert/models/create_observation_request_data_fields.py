from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .observation_image_data import ObservationImageData
from .project_input import ProjectInput
from .tag_input import TagInput
from .uploaded_file_data import UploadedFileData


class CreateObservationRequestDataFields(TypedDict, total=False):
    """An observation to add.

    The fields of ``CreateObservationRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    description: str | None
    """A description."""
    project: int | ProjectInput | Model | Mapping[str, Any]
    """The project."""
    status: Literal["active", "archived"]
    """The status."""
    url: str | None
    """The address."""
    images: Sequence[ObservationImageData | Mapping[str, Any]] | None
    """Images that are attached; superseded by files."""
    files: Sequence[UploadedFileData | Mapping[str, Any]] | None
    """Files that are attached."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]] | None
    """Tags by id."""
