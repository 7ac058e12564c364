from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.audit_log_entry_rep import AuditLogEntryRep


def parse(response: Response) -> AuditLogEntryRep:
    """The result in a successful answer."""
    return read_one(response, AuditLogEntryRep)


def request(id: str) -> Request[AuditLogEntryRep, AuditLogEntryRep]:
    """Get an entry of the audit log.

    ``GET /api/v2/auditlog/{id}``

    One entry, with what was before and after.

    Args:
        id: The entry's id.
    """
    return Request(
        operation="getAuditLogEntry",
        method="GET",
        path_template="/api/v2/auditlog/{id}",
        path=f"/api/v2/auditlog/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
