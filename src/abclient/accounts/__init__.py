"""Many accounts, exported in one call, each to a directory of its own.

::

    accounts = read_accounts("accounts.toml")
    for one in await export_accounts(accounts, "exports"):
        print(one.account.name, one.state, one.error or one.summary)

An account is what is done as a whole, and what fails alone. Accounts with the same credentials have one limit at the
vendor, so they are exported one after the other; all others are exported at the same time, a few at once.
"""

from ._account import Account
from ._export import PARALLEL, export_accounts
from ._places import CredentialFile, CredentialPlace, EnvironmentVariable, KeyringEntry
from ._read import read_accounts
from ._run import AccountSummary, State

__all__ = [
    "PARALLEL",
    "Account",
    "AccountSummary",
    "CredentialFile",
    "CredentialPlace",
    "EnvironmentVariable",
    "KeyringEntry",
    "State",
    "export_accounts",
    "read_accounts",
]
