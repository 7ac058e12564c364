from typing import TypedDict


class VariationUpdateFields(TypedDict, total=False):
    """Fields of a variation to change; the fields left out keep their values.

    The fields of ``VariationUpdate``, by keyword.
    """

    description: str
    """Name of the variation."""
    js_component: str
    """JavaScript that turns the page into the variation."""
    weight: int
    """Share of the experiment's traffic in basis points; the weights of an experiment should sum to 10000."""
    is_paused: bool
    """True stops the traffic of the variation."""
