"""Hypotheses: assumptions that experiences are meant to check, and the knowledge that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Unpack

from abclient_api._arguments import text
from abclient_api.convert import models
from abclient_api.convert.api import hypotheses as hypotheses_api
from abclient_api.convert.api import knowledge_bases as knowledge_bases_api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._wrong_use import body_of
from ._base import ConvertCollection, Deletable, editable_in
from ._reading import fetched, ids_of

HypothesisStatus = Literal["applied", "archived", "completed", "draft", "proven", "disproven"]
EntryStatus = Literal["active", "archived"]


class KnowledgeBaseFilters(models.GetKnowledgeBasesListRequestDataFields, PageOptions, total=False):
    """Filters of the knowledge base."""


class HypothesisFilters(models.GetHypothesesListRequestDataFields, PageOptions, total=False):
    """Filters of hypotheses."""


class Hypothesis(Deletable["Hypotheses"], models.Hypothesis):
    """A hypothesis; the generated model describes its attributes."""

    __slots__ = ()

    async def update_status(self, status: HypothesisStatus) -> Hypothesis:
        """Change nothing but the status."""
        return await self._change(lambda: self._collection.update_status(self._id, status), "status")

    async def convert(self) -> models.KnowledgeBase:
        """Make an entry of the knowledge base of it."""
        return await self._collection.convert(self._id)


class Hypotheses(ConvertCollection[Hypothesis]):
    """The hypotheses of a project. At ``hypotheses`` of a project."""

    model = Hypothesis
    _api = hypotheses_api
    _named = ("hypothesis", "hypotheses")
    _bodies = (
        models.GetHypothesesListRequestData,
        models.CreateHypothesisRequestData,
        models.UpdateHypothesisRequestData,
    )
    editable: Iterable[str] = editable_in(models.UpdateHypothesisRequestData)

    def list(self, **filters: Unpack[HypothesisFilters]) -> Pager[Hypothesis]:
        """The project's hypotheses that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetHypothesesListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateHypothesisRequestDataFields]) -> Hypothesis:
        """Add a hypothesis to the project."""
        return await self._add(fields)

    async def update(
        self, hypothesis_id: int, /, **fields: Unpack[models.UpdateHypothesisRequestDataFields]
    ) -> Hypothesis:
        """Change the given fields."""
        return await self._change(hypothesis_id, fields)

    async def update_status(self, hypothesis_id: int, status: HypothesisStatus) -> Hypothesis:
        """Change nothing but the status."""
        body = body_of(models.UpdateHypothesisStatusRequestData, {"status": text("status", status)})
        return await self.one(self._request("update_hypothesis_status", hypothesis_id, body=body))

    async def convert(self, hypothesis_id: int) -> models.KnowledgeBase:
        """Make an entry of the knowledge base of a hypothesis."""
        return await fetched(self._session, self._request("convert_hypothesis", hypothesis_id), models.KnowledgeBase)

    async def update_many(
        self, hypothesis_ids: Iterable[Hypothesis | int], status: HypothesisStatus
    ) -> models.BulkSuccessData:
        """Give up to 100 hypotheses a status; the response names those that failed."""
        return await self._in_bulk("update", hypothesis_ids, status=status)

    async def delete_many(self, hypothesis_ids: Iterable[Hypothesis | int]) -> models.BulkSuccessData:
        """Remove up to 100 hypotheses; the response names those that failed."""
        return await self._in_bulk("delete", hypothesis_ids)

    def _sendable(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        sent = dict(fields)
        if isinstance(sent.get("experiences"), list | tuple):
            sent["experiences"] = ids_of(sent["experiences"], models.Experience, models.BaseSimpleExperience)
        return sent


class KnowledgeBase(Deletable["KnowledgeBases"], Resource["KnowledgeBases"], models.KnowledgeBase):
    """An entry of the knowledge base; the generated model describes its attributes. Only its status can be changed."""

    __slots__ = ()


class KnowledgeBases(ConvertCollection[KnowledgeBase]):
    """The knowledge base of a project. At ``knowledge_bases`` of a project."""

    model = KnowledgeBase
    _api = knowledge_bases_api
    _named = ("knowledge_base", "knowledge_bases")
    _bodies = (
        models.GetKnowledgeBasesListRequestData,
        models.CreateKnowledgeBaseRequestData,
        models.UpdateKnowledgeBasesStatusRequestData,
    )
    editable: Iterable[str] = editable_in(models.UpdateKnowledgeBasesStatusRequestData)

    def list(self, **filters: Unpack[KnowledgeBaseFilters]) -> Pager[KnowledgeBase]:
        """The entries that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetKnowledgeBasesListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateKnowledgeBaseRequestDataFields]) -> KnowledgeBase:
        """Add an entry to the knowledge base."""
        return await self._add(fields)

    async def update_status(self, entry_id: int, status: EntryStatus) -> KnowledgeBase:
        """Change the status, which is all that can be changed."""
        return await self._change(entry_id, {"status": text("status", status)})

    async def update_many(
        self, entry_ids: Iterable[KnowledgeBase | int], status: EntryStatus
    ) -> models.BulkSuccessData:
        """Give up to 100 entries a status; the response names those that failed."""
        return await self._in_bulk("update", entry_ids, status=status)

    async def delete_many(self, entry_ids: Iterable[KnowledgeBase | int]) -> models.BulkSuccessData:
        """Remove up to 100 entries; the response names those that failed."""
        return await self._in_bulk("delete", entry_ids)
