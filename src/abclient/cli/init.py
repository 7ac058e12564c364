"""``abclient init``: an accounts file, made of what the environment has."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path

from .._files import draft_beside, publish
from ..accounts import read_accounts
from ..errors import ConfigurationError
from ..options import from_environment
from ..vendor import Vendor, get, installed
from ._output import counted, print_line
from ._run import UsageError
from ._target import Target
from .doctor import describe, examined

_HEAD = """\
# The accounts that `abclient export --accounts FILE --out DIR` exports, each to a directory of its own.
# Credentials stay where they are: this file says only where.
"""


def write(path: Path, chosen: Sequence[str]) -> list[Vendor]:
    """Write the file; returns the vendors whose accounts it has.

    Args:
        path: the file.
        chosen: names of vendors; without any, those whose credentials are there.

    Raises:
        UsageError: the file exists already, its directory does not, or credentials or what a vendor needs are missing.
        ConfigurationError: there is no such vendor, or something in the environment cannot be in the file.
        OSError: the file cannot be written.
    """
    vendors = _with_credentials(chosen)
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path} exists already; --accounts names another file")
    if not path.parent.is_dir():
        raise UsageError(f"--accounts: there is no directory {path.parent}")
    for vendor in vendors:
        _require_needs(vendor)
    with draft_beside(path) as draft:
        draft.write("\n".join([_HEAD, *map(_table, vendors)]).encode())
        draft.flush()
        try:
            found = read_accounts(draft.name, credentials=False)  # refuses a credential, such as one in a base URL
        except ConfigurationError as error:
            raise ConfigurationError(str(error).replace(draft.name, str(path))) from None
        publish(draft, path)
    print_line(f"{path}: {counted(len(found), 'account')}")
    return vendors


async def check(path: Path, vendors: Sequence[Vendor]) -> int:
    """Print how each account's vendor responds, and what to run next; returns the exit code."""
    code = describe(await examined({vendor.name: Target(vendor, {}) for vendor in vendors}))
    print_line(f"next: abclient export --accounts {shlex.quote(str(path))} --out exports")
    return code


def _with_credentials(chosen: Sequence[str]) -> list[Vendor]:
    if chosen:
        vendors = [get(name) for name in dict.fromkeys(chosen)]
        for vendor in vendors:
            if missing := vendor.missing_credentials():
                raise UsageError(f"no credentials for {vendor.title}: set {' and '.join(missing)}")
        return vendors
    found = [vendor for vendor in installed().values() if isinstance(vendor, Vendor)]
    ready = [vendor for vendor in found if not vendor.missing_credentials()]
    if not ready:
        needed = "; ".join(f"{vendor.title}: {' and '.join(vendor.missing_credentials())}" for vendor in found)
        raise UsageError(
            f"the environment has no vendor's credentials. Set those of a vendor ({needed}), and run it again"
        )
    return ready


def _require_needs(vendor: Vendor) -> None:
    """Raise UsageError if the environment has not all that experiments of the vendor cannot be listed without."""
    lacking = [vendor.variable(need) for need in vendor.needs if not from_environment(vendor.variable(need))]
    if lacking:
        what = f"{vendor.title} needs {' and '.join(vendor.needs)}: set {' and '.join(lacking)}"
        raise UsageError(f"{what}, or name the vendors that the file is to have")


def _table(vendor: Vendor) -> str:
    """The account's lines in the file: where its credentials are, and what else the environment says of it."""
    keys = vendor.credentials if not _missing(vendor, vendor.credentials) else vendor.other_credentials
    lines = ["[[accounts]]", f'name = "{vendor.name}"', f'vendor = "{vendor.name}"']
    environment = ("environment",) if vendor.has_environments else ()
    there = {
        name: from_environment(vendor.variable(name))
        for name in ("project", *environment, "base_url", *vendor.settings)
    }
    lines += [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in there.items() if value]
    lines += [f'{key} = {{ env = "{vendor.variable(key)}" }}' for key in keys]
    return "\n".join(lines) + "\n"


def _missing(vendor: Vendor, keys: Sequence[str]) -> bool:
    return any(from_environment(vendor.variable(key)) is None for key in keys)
