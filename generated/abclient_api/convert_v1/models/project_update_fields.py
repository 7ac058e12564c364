from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_settings_input import ReportingSettingsInput


class ProjectUpdateFields(TypedDict, total=False):
    """A project as it is sent. The vendor documents the same fields as for reading, none of them required.

    The fields of ``ProjectInput``, by keyword.
    """

    name: str
    """The project's name."""
    status: str
    """active, inactive or suspended."""
    reporting_settings: ReportingSettingsInput | Model | Mapping[str, Any]
    """Reporting settings as they are sent; the same fields as for reading."""
    include_jquery: Literal[0, 1]
    """1 to put jQuery into the tracking file that Convert serves, 0 to leave it out."""
    allow_crossdomain_tracking: Literal[0, 1]
    """1 to follow visitors across the domains of this project, 0 not to."""
    data_anonymization: Literal[0, 1]
    """1 to hide names of experiences and variations from the page, 0 to show them."""
    websites: Sequence[str]
    """The websites that belong to the project."""
    global_javascript: str
    """JavaScript that runs on every page with the tracking snippet, before experiences, goals and audiences are
    looked at."""
