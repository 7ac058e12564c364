"""What the clients of Optimizely's REST API v2 and of Feature Experimentation share: the token, and ids."""

from __future__ import annotations

from collections.abc import Mapping

from abclient_api._runtime import WrittenId


def bearer(credentials: Mapping[str, tuple[str, str]], token: str) -> tuple[tuple[str, str], ...]:
    """The header that proves who asks: personal tokens and those of OAuth are sent alike, to either API.

    Args:
        credentials: the headers that the API's specification has.
        token: of either kind.
    """
    header, before = credentials["bearer"]
    return ((header, before + token),)


def as_int(name: str, value: int) -> int:
    """The number, which must be an int: an id that came as text may be of something else than it looks like.

    Raises:
        TypeError: it is something else.
    """
    if type(value) is not int and not isinstance(value, WrittenId):
        raise TypeError(f"{name} must be of type int, not {type(value).__name__}")
    return value
