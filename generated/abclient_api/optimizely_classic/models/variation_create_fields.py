from typing import Required, TypedDict


class VariationCreateFields(TypedDict, total=False):
    """A variation to create.

    The fields of ``VariationCreate``, by keyword.
    """

    description: Required[str]
    """Name of the variation."""
    js_component: str
    """JavaScript that turns the page into the variation. An original needs none. The vendor's default: ''."""
    weight: int
    """Share of the experiment's traffic in basis points; the weights of an experiment should sum to 10000."""
    is_paused: bool
    """True to create the variation without traffic."""
