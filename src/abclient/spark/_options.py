"""Accounts from the options of a data source: a file of accounts, or the keys of one account in such a file."""

from __future__ import annotations

from collections.abc import Mapping

from ..accounts import Account, read_accounts
from ..accounts._options import account_of
from ..errors import ConfigurationError


def accounts_of(options: Mapping[str, str]) -> list[Account]:
    """The accounts, which say where their credentials are.

    Raises:
        ConfigurationError: the file or an option is wrong; the message shows no credential.
    """
    if "accounts" not in options:
        return [account_of(options)]
    if len(options) > 1:
        others = ", ".join(sorted(set(options) - {"accounts"}))
        raise ConfigurationError(f"the option accounts names a file that has everything else: leave out {others}")
    return read_accounts(options["accounts"], credentials=False)
