from typing import TypedDict


class VariationUpdateFields(TypedDict, total=False):
    """A variation as it is sent.

    The fields of ``VariationInput``, by keyword.
    """

    name: str
    """The variation's name."""
    url: str
    """The page to send visitors to, in split_url experiences."""
    js: str
    """JavaScript from the visual editor, or written by hand in its manner."""
    customjs: str
    """JavaScript written for this variation."""
    css: str
    """CSS that the variation loads."""
    percentage: float
    """Its share of the traffic, in percent; optional."""
