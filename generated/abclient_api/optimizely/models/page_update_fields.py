from typing import Any, Literal, TypedDict


class PageUpdateFields(TypedDict, total=False):
    """The fields of a page to change.

    The fields of ``PageUpdate``, by keyword.
    """

    activation_code: str
    """JavaScript function that activates the page; needed for `polling` and `callback`."""
    activation_type: Literal["immediate", "manual", "polling", "callback", "dom_changed", "url_changed"]
    """Trigger: `immediate` when the snippet loads, `manual` by the page's code, `polling` every 50 ms until
    `activation_code` is true, `callback` when it calls back, `dom_changed` and `url_changed` on such a
    change."""
    archived: bool
    """Whether the page is archived."""
    category: Literal[
        "article",
        "cart",
        "category",
        "checkout",
        "home",
        "landing_page",
        "pricing",
        "product_detail",
        "search_results",
        "other",
    ]
    """Category the page is grouped under."""
    conditions: Any
    """Nested and/or list of `{type: url, match_type, value}`, JSON in a string; match_type is simple (host and
    path), exact, substring or regex."""
    edit_url: str
    """URL the editor opens."""
    key: str
    """Unique key within the project."""
    name: str
    """Name of the page."""
    page_type: Literal["single_url", "url_set", "global"]
    """How many URLs the page covers."""
