"""Log records on standard error: they can contain text from vendors, which must not control the terminal."""

from __future__ import annotations

import logging

from .._console.terminal import harmless, lines_of


class HarmlessFormatter(logging.Formatter):
    """Formats records so that none can imitate another or control the terminal."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        """The record's own line."""
        record.message = harmless(record.message)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        """The record's own line, and its traceback below."""
        return lines_of(super().format(record))


def quiet(library: str) -> None:
    """Show nothing of what a library logs, unless debugging: what matters of it is said in the command's own words."""
    if logging.getLogger("abclient").level != logging.DEBUG:
        names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == library]
        for name in (library, *names):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def log_to_standard_error(*, debug: bool) -> None:
    """Show warnings, and with ``debug`` every attempt; a program that logs already does so in its own way."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(HarmlessFormatter())
    if debug:
        handler = logging.StreamHandler()
        handler.setFormatter(HarmlessFormatter("%(asctime)s %(name)s %(message)s"))
        logging.basicConfig(handlers=[handler])
        logging.getLogger("abclient").setLevel(logging.DEBUG)
