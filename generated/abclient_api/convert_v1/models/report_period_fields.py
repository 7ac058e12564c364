import datetime
from typing import TypedDict


class ReportPeriodFields(TypedDict, total=False):
    """The period that a report covers. Both ends are optional.

    The fields of ``ReportPeriod``, by keyword.
    """

    start_timestamp: datetime.datetime
    """Start of the period; left out, from the experience's start. On the wire Unix seconds."""
    end_timestamp: datetime.datetime
    """End of the period; left out, until now. On the wire Unix seconds."""
