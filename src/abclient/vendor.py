"""The vendors: what each is called and needs, without importing its client.

Built-in vendors are found by name. Other distributions add theirs with an entry point of the group
``abclient.vendors`` that names a ``Vendor``; these are searched only for names that are not built in.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from math import inf
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, cast, get_args

from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.metadata import EntryPoint

Need: TypeAlias = Literal["project", "environment"]
Verb: TypeAlias = Literal["start", "pause", "end", "archive", "unarchive"]

BUILT_IN: tuple[str, ...] = (
    "launchdarkly",
    "optimizely",
    "optimizely_classic",
    "optimizely_flags",
    "convert",
    "convert_v1",
)
GROUP = "abclient.vendors"
"""The entry point group with which a distribution adds a vendor; each entry names a ``Vendor``."""


class Segment(NamedTuple):
    """A part of the visitors.

    Attributes:
        kind: by what, such as ``device`` or ``attribute``.
        id: which one of that kind, where they have ids.
        value: what the visitors have in common.
    """

    kind: str
    id: str | None
    value: str


@dataclass(frozen=True, kw_only=True)
class Vendor:
    """A vendor's API, described.

    Attributes:
        name: its name in rows, errors, the command line and environment variables, such as ``launchdarkly``.
        title: its human-readable name.
        api: which of its APIs is used.
        url: the default base URL of that API.
        client: its client's class as ``package.module:Class``, imported when it is first used. It is used in ``async
            with``, and takes the credentials, the settings and ``base_url`` by keyword.
        source: the class of its ``abclient.source.Source``, likewise.
        credentials: what its client needs; each is a keyword and an environment variable.
        other_credentials: what its client takes in place of these, likewise; empty for nothing.
        settings: further keywords that its client reads from the environment.
        needs: what must be given before experiments can be listed; anything else defaults to all there are.
        has_environments: whether its experiments belong to environments; if not, callers cannot select one.
        segments: the segments of visitors that its source fetches results of: names, each with its values, or with none
            if any value will do. A name that ends with ``:ID`` takes an id, as in ``(("attribute:ID", ()),)``.
        has_series: whether its source fetches results over time.
        has_iterations: whether its source fetches results of earlier iterations.
        verbs: what can be done with an experiment that its source lists: the verb, and the name of the object's method
            that does it, which is awaited without arguments. ``(("start", "start"), ("end", "complete"))``.
        documented_wait: seconds that the vendor's documentation requires to wait after a 429 without a time.
        advised_rate: requests per second that bulk calls do not exceed, if responses announce no limit.
        initial_rate: requests per second that bulk calls begin with, to double every two seconds until the vendor
            refuses one; by default the client's own.
        pace: requests per second that its documentation allows, and that no call exceeds until responses announce a
            limit; a second's worth of them goes at once.
        limit_headers: headers by which its responses announce limits, besides the usual ones: what each limits
            (``"account"``, ``"route"`` or ``"token"``), and the prefix of ``limit``, ``remaining`` and ``reset`` in
            their names, in lower case.
        request_id_keys: keys of an error body that hold the id which its support needs, besides the usual ones.
    """

    name: str
    title: str
    api: str
    url: str
    client: str
    source: str
    credentials: tuple[str, ...] = ("token",)
    other_credentials: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    has_environments: bool = False
    segments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    has_series: bool = False
    has_iterations: bool = False
    verbs: tuple[tuple[Verb, str], ...] = ()
    documented_wait: float | None = None
    advised_rate: float | None = None
    initial_rate: float | None = None
    pace: float | None = None
    limit_headers: tuple[tuple[str, str], ...] = ()
    request_id_keys: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ConfigurationError if something is missing or invalid."""
        for one in ("name", "title", "api", "url", "client", "source"):
            value: object = getattr(self, one)
            if not isinstance(value, str) or not value:
                raise ConfigurationError(f"the {one} of the vendor {self.name!r} must be text, not {value!r}")
        if not self.name.isidentifier() or self.name != self.name.lower():
            raise ConfigurationError(f"a vendor's name must be an identifier in lower case, not {self.name!r}")
        for one, (is_valid, what) in _OTHERS.items():
            if not is_valid(value := getattr(self, one)):
                raise ConfigurationError(f"the {one} of the vendor {self.name!r} must be {what}, not {value!r}")

        if "environment" in self.needs and not self.has_environments:
            raise ConfigurationError(f"the vendor {self.name!r} needs an environment: has_environments must be True")

    def variable(self, setting: str) -> str:
        """The environment variable of a credential or setting."""
        return f"ABCLIENT_{self.name.upper()}_{setting.upper()}"

    def missing_credentials(self) -> list[str]:
        """The environment variables of its credentials that are not set; of two kinds, those of the kind that is."""

        def missing(names: tuple[str, ...]) -> list[str]:
            return [variable for variable in map(self.variable, names) if not os.environ.get(variable)]

        others = missing(self.other_credentials)
        return others if len(others) < len(self.other_credentials) else missing(self.credentials)

    def open(self, **options: Any) -> Any:
        """A client, to be used in ``async with``.

        Args:
            **options: keyword arguments of its class: credentials, settings, and usually those of ``ClientOptions``.

        Raises:
            ConfigurationError: the class cannot be imported, or a credential or setting is missing or invalid.
        """
        return self._imported(self.client)(**options)

    def source_class(self) -> type[Any]:
        """The class of its ``abclient.source.Source``.

        Raises:
            ConfigurationError: it cannot be imported.
        """
        found: type[Any] = self._imported(self.source)
        return found

    def segment(self, text: str) -> Segment:
        """The segment that a text such as ``device=mobile`` or ``attribute:12=gold`` names.

        Raises:
            ConfigurationError: the vendor has no such segment.
        """
        name, _, value = text.partition("=")
        kind, _, identifier = name.partition(":")
        values = dict(self.segments).get(f"{kind}:ID" if identifier else kind)
        if value and values is not None and value in (values or (value,)):
            return Segment(kind, identifier or None, value)
        known = ", ".join(f"{one}={'|'.join(each) or 'VALUE'}" for one, each in self.segments)
        raise ConfigurationError(f"{self.title} ({self.api}) has no segment {text!r}; it has {known or 'no segments'}")

    def check_parts(self, segments: Iterable[str], *, series: bool, iterations: bool) -> None:
        """Check that the source fetches these parts of results.

        Raises:
            ConfigurationError: it does not; the message names what it lacks.
        """
        for one in segments:
            self.segment(one)
        if series and not self.has_series:
            raise ConfigurationError(f"{self.title} ({self.api}) has no results over time: leave out series (--series)")
        if iterations and not self.has_iterations:
            raise ConfigurationError(
                f"{self.title} ({self.api}) has no results of earlier iterations: leave out iterations (--iterations)"
            )

    def _imported(self, path: str) -> Any:
        module, _, name = path.partition(":")
        try:
            return getattr(import_module(module), name)
        except _WHILE_IMPORTED as error:
            raise ConfigurationError(
                f"{path!r} of the vendor {self.name!r} cannot be imported: {_said(error)}"
            ) from error


def _are_texts(value: object, *, are_valid: Callable[[str], bool] = bool) -> bool:
    parts = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(isinstance(part, str) and are_valid(part) for part in parts)


def _are_headers(value: object) -> bool:
    pairs = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(_are_texts(pair, are_valid=str.islower) and len(cast("Any", pair)) == 2 for pair in pairs)


def _are_segments(value: object) -> bool:
    pairs = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(_is_segment(*cast("Any", pair)) if isinstance(pair, tuple) else False for pair in pairs)


def _is_segment(name: object = None, values: object = None, *more: object) -> bool:
    return isinstance(name, str) and name.removesuffix(":ID").isidentifier() and _are_texts(values) and not more


def _are_verbs(value: object) -> bool:
    pairs = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    return all(_are_texts(pair, are_valid=str.isidentifier) and len(cast("Any", pair)) == 2 for pair in pairs) and (
        {cast("Any", pair)[0] for pair in pairs} <= set(get_args(Verb))
    )


def _is_positive(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and 0 < value < inf)


def _is_path(value: object) -> bool:
    return all(str(value).partition(":"))


_NAMES: tuple[Callable[[object], bool], str] = (
    lambda value: _are_texts(value, are_valid=str.isidentifier),
    "a tuple of identifiers",
)
_OTHERS: dict[str, tuple[Callable[[object], bool], str]] = {
    "client": (_is_path, "package.module:Class"),
    "source": (_is_path, "package.module:Class"),
    "credentials": _NAMES,
    "other_credentials": _NAMES,
    "settings": _NAMES,
    "needs": (
        lambda value: _are_texts(value, are_valid=get_args(Need).__contains__),
        f"a tuple of {' and '.join(get_args(Need))}",
    ),
    "has_environments": (lambda value: value in (True, False), "True or False"),
    "segments": (_are_segments, "a tuple of pairs of a name, such as device or attribute:ID, and a tuple of values"),
    "has_series": (lambda value: value in (True, False), "True or False"),
    "has_iterations": (lambda value: value in (True, False), "True or False"),
    "verbs": (_are_verbs, f"a tuple of pairs of a verb ({', '.join(get_args(Verb))}) and the name of a method"),
    "documented_wait": (_is_positive, "a positive number of seconds"),
    "advised_rate": (_is_positive, "a positive number of requests per second"),
    "initial_rate": (_is_positive, "a positive number of requests per second"),
    "pace": (_is_positive, "a positive number of requests per second"),
    "limit_headers": (_are_headers, "a tuple of pairs of texts in lower case"),
    "request_id_keys": (_are_texts, "a tuple of texts"),
}


def names() -> tuple[str, ...]:
    """The names of all installed vendors, built-in ones first; the others are not imported."""
    return tuple(dict.fromkeys((*BUILT_IN, *sorted(point.name for point in _entry_points()))))


def get(name: str) -> Vendor:
    """A vendor's description.

    Raises:
        ConfigurationError: there is no such vendor, several distributions have it, or it cannot be imported.
    """
    if name in BUILT_IN:
        found: Vendor = import_module(f"{__package__}.vendors.{name}.vendor").VENDOR
        return found
    points = _entry_points(name=name)
    if not points:
        raise ConfigurationError(f"there is no vendor {name!r}; {_meant(name)}")
    if len(points) > 1:
        raise ConfigurationError(
            f"several distributions bring a vendor {name!r}: {', '.join(map(_brought_by, points))}"
        )
    return _loaded(points[0])


def _meant(name: object) -> str:
    from difflib import get_close_matches

    close = get_close_matches(str(name).lower(), names(), 1)
    known = ", ".join(names())
    return f"did you mean {close[0]!r}? There are {known}" if close else f"there are {known}"


def installed() -> dict[str, Vendor | ConfigurationError]:
    """Every vendor, by name; for one that cannot be used, the reason."""
    found: dict[str, Vendor | ConfigurationError] = {}
    for name in names():
        try:
            found[name] = get(name)
        except ConfigurationError as error:
            found[name] = error
    for point in _entry_points():
        if point.name in BUILT_IN:
            found[f"{point.name} of {_brought_by(point)}"] = ConfigurationError(
                f"{_brought_by(point)} brings a vendor {point.name!r}, which is the name of one of abclient's own"
            )
    return found


def title_of(name: str) -> str:
    """A vendor's human-readable name; its plain name if it cannot be used."""
    try:
        return get(name).title
    except ConfigurationError:
        return name


def _entry_points(**wanted: Any) -> list[EntryPoint]:
    from importlib.metadata import entry_points  # reading metadata takes longer to import than all the rest of this

    return list(entry_points(group=GROUP, **wanted))


def _loaded(point: EntryPoint) -> Vendor:
    try:
        vendor: object = point.load()
    except _WHILE_IMPORTED as error:
        raise ConfigurationError(
            f"the vendor {point.name!r} of {_brought_by(point)} cannot be used: {_said(error)}"
        ) from error
    if not isinstance(vendor, Vendor) or vendor.name != point.name:
        raise ConfigurationError(
            f"the vendor {point.name!r} of {_brought_by(point)} cannot be used: {point.value} is not an"
            " abclient.vendor.Vendor of that name"
        )
    return vendor


def _brought_by(point: EntryPoint) -> str:
    return point.value if point.dist is None else point.dist.name


_WHILE_IMPORTED = (Exception, SystemExit)
"""Whatever a foreign module raises while it is imported, even if it is a script that ends the process."""


def _said(error: BaseException) -> str:
    return " ".join((f"{type(error).__name__}: {error}").split())
