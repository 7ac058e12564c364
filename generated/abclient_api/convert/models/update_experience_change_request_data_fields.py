from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .experience_change_data_input import ExperienceChangeDataInput


class UpdateExperienceChangeRequestDataFields(TypedDict, total=False):
    """What to change of a change.

    The fields of ``UpdateExperienceChangeRequestData``, by keyword.
    """

    type: Required[
        Literal[
            "defaultCode", "defaultCodeMultipage", "defaultRedirect", "customCode", "richStructure", "fullStackFeature"
        ]
    ]
    """The type."""
    data: Required[ExperienceChangeDataInput | Model | Mapping[str, Any]]
    """What is changed; which fields are needed depends on the type."""
