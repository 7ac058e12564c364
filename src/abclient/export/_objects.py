"""Files at a URL of fsspec, such as on object storage: each is complete or absent."""

from __future__ import annotations

import re
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .._distribution import not_installed
from .._redact import Redactor
from ..errors import ConfigurationError, ExportError
from ._directory import DRAFT

_PASSWORD = re.compile(r":(?!//).*@", re.DOTALL)

_WHOLE = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci", "memory"}
"""Protocols of which an object is there when it is complete; elsewhere a file is written under another name first."""

_LONGEST = 300
"""Characters of what a library says."""


def url_without_password(url: str) -> str:
    """The URL as it may be shown, also where characters of its password should have been escaped."""
    return _PASSWORD.sub(":***@", url)


def passwords_of(url: str) -> list[str]:
    """The password of a URL as it stands there and as it is meant; also one with a slash that is not escaped."""
    rest = url.partition("://")[2]
    found: list[str] = []
    for part in (re.split(r"[/?#]", rest, maxsplit=1)[0], rest):
        password = part.rpartition("@")[0].partition(":")[2]
        found += [password, unquote(password)] if password else []
    return list(dict.fromkeys(found))


class Objects:
    """A place for files.

    Args:
        url: such as ``s3://bucket/prefix``.
        directory: of the export that errors are about.

    Attributes:
        name: the URL without a password.

    Raises:
        ConfigurationError: the URL has an unknown protocol, or none.
        ImportError: fsspec, or what it needs for the protocol, is not installed.
    """

    def __init__(self, url: str, directory: Path) -> None:
        self._directory = directory
        self.name: str = url_without_password(url)
        self._secrets = Redactor(passwords_of(url))
        protocol, separator, rest = url.partition("://")
        if not separator or not rest.strip("/"):
            raise ConfigurationError(f"{self.name!r} must be a URL such as s3://bucket/prefix")
        try:
            fsspec: Any = import_module("fsspec")
        except ImportError as error:
            raise ImportError(not_installed(error, "mirror", default="fsspec"), name=error.name) from error
        if protocol not in fsspec.available_protocols():
            raise ConfigurationError(f"fsspec knows no protocol {protocol!r}: {self.name}")
        with self._explained():
            self._files, self._root = fsspec.core.url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
        self._whole = protocol in _WHOLE

    def read(self, name: str, most: int | None = None) -> bytes | None:
        """The content of a file, or no more than this number of bytes of it; None if it is not there."""
        with self._explained(name):
            try:
                content: bytes = self._files.cat_file(self._path(name), end=most)
            except FileNotFoundError:
                return None
            return content

    def write(self, name: str, content: bytes) -> None:
        """Write a file, in place of what was there."""
        with self._explained(name):
            if self._whole:
                self._files.pipe_file(self._path(name), content)
                return
            self._files.makedirs(self._root, exist_ok=True)
            draft = self._path(f"{DRAFT}{uuid.uuid4().hex}")
            try:
                self._files.pipe_file(draft, content)
                self._files.mv(draft, self._path(name))
            except BaseException:
                with suppress(Exception):
                    self._files.rm_file(draft)
                raise

    def check_writable(self) -> None:
        """Write a small file and remove it: a bucket that is not there, or may not be written, is known before work."""
        name = f"{DRAFT}{uuid.uuid4().hex}"
        self.write(name, b"-")
        self.remove(name)

    def copy(self, name: str, to: str) -> None:
        """Copy a file to another name, in place of what was there."""
        with self._explained(to):
            if self._whole:
                self._files.cp_file(self._path(name), self._path(to))
            else:
                self._files.mv(self._path(name), self._path(to))

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with self._explained(name), suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    def names(self) -> list[str]:
        """The names of all files."""
        with self._explained():
            try:
                found: list[str] = self._files.ls(self._root, detail=False)
            except FileNotFoundError:
                return []
        return sorted(path.rstrip("/").rpartition("/")[2] for path in found)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    @contextmanager
    def _explained(self, name: str = "") -> Generator[None]:
        """Turn an error of fsspec, or of what it uses, into one that names the place, without credentials."""
        try:
            yield
        except (ExportError, ImportError):
            raise
        except Exception as error:  # each protocol has its own
            said = self._secrets.text(" ".join(str(error).split()))[:_LONGEST]
            what = f"{name}: " if name else ""
            raise ExportError(f"{self.name}: {what}{type(error).__name__}: {said}", self._directory) from None
