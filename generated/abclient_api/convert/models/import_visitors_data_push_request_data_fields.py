from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .base_visitor_data import BaseVisitorData


class ImportVisitorsDataPushRequestDataFields(TypedDict, total=False):
    """What is known of visitors.

    The fields of ``ImportVisitorsDataPushRequestData``, by keyword.
    """

    source: Required[str]
    """Where the data comes from, in your own words."""
    data: Required[Sequence[BaseVisitorData | Model | Mapping[str, Any]]]
    """The visitors, and what is known of them."""
