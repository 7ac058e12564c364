from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .observation_image_data import ObservationImageData
from .project_input import ProjectInput
from .tag_input import TagInput
from .uploaded_file_data import UploadedFileData


class UpdateObservationRequestDataFields(TypedDict, total=False):
    """What to change of an observation.

    The fields of ``UpdateObservationRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    description: str | None
    """A description."""
    project: int | ProjectInput | Model | Mapping[str, Any]
    """The project, by id."""
    status: Literal["active", "archived"]
    """The status."""
    url: str | None
    """The address of the page that it is about."""
    images: Sequence[ObservationImageData | Mapping[str, Any]] | None
    """Images that are attached, at most 3; superseded by files."""
    files: Sequence[UploadedFileData | Mapping[str, Any]] | None
    """Files that are attached, at most 3."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]] | None
    """Tags by id, or new ones by name."""
