"""A server of the Model Context Protocol, with which agents read experiments and their results at every vendor.

::

    from abclient.mcp import Settings, create_server

    server = create_server(Settings.from_file("accounts.toml"))

``abclient mcp`` runs it. Needs the extra ``mcp``, which brings the protocol's official SDK; ``docs/mcp.md`` describes
the tools, and what keeps them safe.
"""

from ._accounts import McpAccount
from ._server import create_server
from ._settings import Settings

__all__ = ["McpAccount", "Settings", "create_server"]
