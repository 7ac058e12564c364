"""Where rows are loaded to, from a text such as ``postgres://loader@warehouse/analytics``."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from attrs import field, frozen

from .._redact import Redactor
from ..errors import ConfigurationError
from ..export._objects import passwords_of, url_without_password
from ._dlt import imported

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DATASET = re.compile(r"[a-z][a-z0-9_]{0,47}")
_CREDENTIAL = re.compile(r"CREDENTIALS|SECRET|PASSWORD|TOKEN|_KEY\b")
_SHORTEST_SECRET = 8
"""Characters; what is shorter may be a user or a database, whose name messages need."""

_EXAMPLES = "postgres://USER@HOST/DATABASE, duckdb:///FILE, filesystem/s3://BUCKET/PREFIX, or the name of one of dlt's"


@frozen(kw_only=True)
class Destination:
    """Where to load to.

    Attributes:
        name: what to call it; it has no password.
        dataset: the schema, or directory, that the tables are in.
        factory: dlt's object.
        secrets: what must not be shown.
        file: the file that it is, of DuckDB; else None.
    """

    name: str
    dataset: str
    factory: Any = field(repr=False)
    secrets: Redactor = field(repr=False)
    file: Path | None = None

    @property
    def merges(self) -> bool:
        """Whether it can replace rows by their keys; else its tables are written as a whole."""
        return "delete-insert" in (self.factory.capabilities().supported_merge_strategies or ())

    @property
    def kind(self) -> str:
        """The name that dlt has for it, such as ``postgres``."""
        return str(self.factory.destination_name)

    @property
    def takes_parquet(self) -> bool:
        """Whether it is given Parquet, which is fastest and holds every value."""
        return "parquet" in self.factory.capabilities().supported_loader_file_formats


def destination_of(to: str, dataset: str) -> Destination:
    """The destination that a text names.

    Raises:
        ConfigurationError: it names none, or the dataset has a name that not every warehouse takes.
        ImportError: dlt is not installed.
    """
    if not _DATASET.fullmatch(dataset):
        raise ConfigurationError(
            f"dataset must be up to 48 small letters, digits and underscores, beginning with a letter, not {dataset!r}"
        )
    dlt = imported()
    scheme, colon, rest = to.partition(":")
    if scheme in {"postgres", "postgresql"} and colon:
        return _postgres(dlt, to, dataset)
    if scheme == "duckdb" and colon:
        return _duckdb(dlt, rest, dataset)
    if to.startswith("filesystem/"):
        url = to.removeprefix("filesystem/")
        if "://" not in url:
            raise ConfigurationError("filesystem/ is followed by a URL such as s3://bucket/prefix")
        factory = dlt.destinations.filesystem(bucket_url=url)
        secrets = Redactor([*passwords_of(url), *_secrets_in_environment()])
        return Destination(name=url_without_password(to), dataset=dataset, factory=factory, secrets=secrets)
    return _named(dlt, to, dataset)


def _postgres(dlt: Any, to: str, dataset: str) -> Destination:
    if not _names_database(to):
        raise ConfigurationError(
            "a URL of PostgreSQL must be postgres://USER@HOST:PORT/DATABASE or postgres://USER:PASSWORD@HOST:PORT/DATABASE,"
            " where a password has %40 for @ and %2F for /"
        )
    url = f"postgresql:{to.partition(':')[2]}"
    factory = dlt.destinations.postgres(credentials=url)
    return Destination(
        name=url_without_password(to), dataset=dataset, factory=factory, secrets=Redactor(passwords_of(to))
    )


def _names_database(url: str) -> bool:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # it fails if it is not a number
    except ValueError:  # which would repeat the password
        return False
    # A password whose characters are not escaped would go on in the host or the path, which errors show.
    is_escaped = parts.netloc.count("@") <= 1 and "@" not in parts.path
    return bool(is_escaped and parts.hostname and parts.path.strip("/"))


def _duckdb(dlt: Any, rest: str, dataset: str) -> Destination:
    slashes = len(rest) - len(rest.lstrip("/"))
    is_absolute = slashes == 1 or slashes > len("///")
    path = Path("/" if is_absolute else "", unquote(rest.lstrip("/")))
    if slashes == len("//") or not path.name or path.name == ":memory:":
        raise ConfigurationError("duckdb:/// is followed by the path of a file; with four slashes it is absolute")
    if path.stem == dataset:
        raise ConfigurationError(
            f"DuckDB cannot have a schema of the same name as its file, {path.name}: choose another file or dataset"
        )
    if not path.parent.is_dir():
        raise ConfigurationError(f"there is no directory {path.parent} for {path.name}")
    factory = dlt.destinations.duckdb(credentials=str(path))
    return Destination(name=f"duckdb:{path}", dataset=dataset, factory=factory, secrets=Redactor(), file=path)


def _named(dlt: Any, to: str, dataset: str) -> Destination:
    """Another destination of dlt, which has its settings and credentials where dlt looks for them."""
    if not _NAME.fullmatch(to):
        # What follows a colon may be a password.
        raise ConfigurationError(f"{to.partition(':')[0]!r} is not a destination: give {_EXAMPLES}")
    try:
        factory = dlt.destinations.__dict__[to]()
    except KeyError:
        raise ConfigurationError(f"dlt has no destination {to!r}: give {_EXAMPLES}") from None
    return Destination(name=to, dataset=dataset, factory=factory, secrets=Redactor(_secrets_in_environment()))


def _secrets_in_environment() -> list[str]:
    """What dlt and its drivers may take for credentials: texts that are random, and passwords of URLs."""
    found: list[str] = []
    for name, value in os.environ.items():
        if _CREDENTIAL.search(name):
            found += passwords_of(value) if "://" in value else [value] if len(value) >= _SHORTEST_SECRET else []
    return found
