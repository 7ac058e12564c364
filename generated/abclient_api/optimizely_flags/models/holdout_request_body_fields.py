import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .metric_input import MetricInput


class HoldoutRequestBodyFields(TypedDict, total=False):
    """A new holdout.

    The fields of ``HoldoutRequestBody``, by keyword.
    """

    key: Required[str]
    """Key of the holdout, of letters, digits, `_` and `-`, at most 64."""
    name: Required[str]
    """Name shown to people. At most 255 characters."""
    audience_conditions: Any
    """Nested list whose first word is `and`, `or` or `not`, around objects with an `audience_id`; or the same as
    JSON in a text. An empty list is everyone."""
    audience_ids: Sequence[int]
    """Audiences; audience_conditions say more."""
    description: str
    """What it is for, in words. At most 1000 characters."""
    environment_key: str
    """Key of the environment."""
    metrics: Sequence[MetricInput | Model | Mapping[str, Any]]
    """What is measured; the first metric is the primary one."""
    scope: Literal["global", "local"]
    """Whether it holds visitors back from everything in the project or from some rules. The vendor's default:
    'global'."""
    scope_type: Literal["exclude", "include"]
    """Whether the rules named are the ones left out or the ones taken in. The vendor's default: 'exclude'."""
    start_time: datetime.datetime
    """When it is to begin."""
    traffic_allocation: int
    """Share in basis points, from 0 to 10000."""
