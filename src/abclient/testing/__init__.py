"""What tests of your own need: a sandbox that plays the vendors, objects to test with, and time that does not pass.

::

    import abclient
    from abclient.testing import Sandbox

    with Sandbox(experiments=50, seed=1) as sandbox:
        client = abclient.LaunchDarkly(token=sandbox.token, base_url=sandbox.url)

``docs/testing.md`` describes everything, including the fixtures of :mod:`abclient.testing.plugin`. Sandboxes need the
extra ``sandbox``. What needs the client or a vendor's models imports them when it is first used.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from ._control import SandboxControl
from ._options import SandboxOptions
from ._process import Sandbox
from ._requests import ReceivedRequest, RequestLog, RequestMatch

if TYPE_CHECKING:
    from ._in_process import InProcessSandbox
    from ._make import make
    from ._record import Recorder, recorder
    from ._virtual_time import VirtualTime, virtual_time

__all__ = [
    "InProcessSandbox",
    "ReceivedRequest",
    "Recorder",
    "RequestLog",
    "RequestMatch",
    "Sandbox",
    "SandboxControl",
    "SandboxOptions",
    "VirtualTime",
    "make",
    "recorder",
    "virtual_time",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "_in_process": ("InProcessSandbox",),
            "_make": ("make",),
            "_record": ("Recorder", "recorder"),
            "_virtual_time": ("VirtualTime", "virtual_time"),
        },
    )
