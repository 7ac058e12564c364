"""The verbs of segments: every kind of instruction that the vendor documents for segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from ._arguments import listed
from ._patches import given, instruction


class SegmentVerbs:
    """Each verb is one instruction of a semantic patch, of one segment.

    ``patch`` sends several, which take effect all together or not at all.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        async def _apply(self, one: Mapping[str, Any]) -> Self: ...

    async def add_tags(self, values: Sequence[str]) -> Self:
        """Add tags."""
        return await self._apply(instruction("addTags", values=listed("values", values)))

    async def remove_tags(self, values: Sequence[str]) -> Self:
        """Remove tags."""
        return await self._apply(instruction("removeTags", values=listed("values", values)))

    async def rename(self, value: str) -> Self:
        """Give it another name; the key stays."""
        return await self._apply(instruction("updateName", value=value))

    async def include(self, context_kind: str, values: Sequence[str]) -> Self:
        """Put contexts into it, by their keys."""
        return await self._apply(
            instruction("addIncludedTargets", contextKind=context_kind, values=listed("values", values))
        )

    async def exclude(self, context_kind: str, values: Sequence[str]) -> Self:
        """Keep contexts out of it, by their keys."""
        return await self._apply(
            instruction("addExcludedTargets", contextKind=context_kind, values=listed("values", values))
        )

    async def remove_included(self, context_kind: str, values: Sequence[str]) -> Self:
        """Undo ``include``."""
        return await self._apply(
            instruction("removeIncludedTargets", contextKind=context_kind, values=listed("values", values))
        )

    async def remove_excluded(self, context_kind: str, values: Sequence[str]) -> Self:
        """Undo ``exclude``."""
        return await self._apply(
            instruction("removeExcludedTargets", contextKind=context_kind, values=listed("values", values))
        )

    async def include_users(self, values: Sequence[str]) -> Self:
        """Put users into it, by their keys."""
        return await self._apply(instruction("addIncludedUsers", values=listed("values", values)))

    async def exclude_users(self, values: Sequence[str]) -> Self:
        """Keep users out of it, by their keys."""
        return await self._apply(instruction("addExcludedUsers", values=listed("values", values)))

    async def remove_included_users(self, values: Sequence[str]) -> Self:
        """Undo ``include_users``."""
        return await self._apply(instruction("removeIncludedUsers", values=listed("values", values)))

    async def remove_excluded_users(self, values: Sequence[str]) -> Self:
        """Undo ``exclude_users``."""
        return await self._apply(instruction("removeExcludedUsers", values=listed("values", values)))

    async def include_in_big(self, values: Sequence[str]) -> Self:
        """Put contexts into a big segment, by their keys."""
        return await self._apply(instruction("addBigSegmentIncludedTargets", values=listed("values", values)))

    async def exclude_from_big(self, values: Sequence[str]) -> Self:
        """Keep contexts out of a big segment, by their keys."""
        return await self._apply(instruction("addBigSegmentExcludedTargets", values=listed("values", values)))

    async def remove_included_from_big(self, values: Sequence[str]) -> Self:
        """Undo ``include_in_big``."""
        return await self._apply(instruction("removeBigSegmentIncludedTargets", values=listed("values", values)))

    async def remove_excluded_from_big(self, values: Sequence[str]) -> Self:
        """Undo ``exclude_from_big``."""
        return await self._apply(instruction("removeBigSegmentExcludedTargets", values=listed("values", values)))

    async def process_import(self, import_id: str) -> Self:
        """Process an import into a big segment."""
        return await self._apply(instruction("processBigSegmentImport", importId=import_id))

    async def add_rule(self, clauses: Sequence[Mapping[str, Any]], *, description: str | None = None) -> Self:
        """Add a rule; contexts that it matches are in the segment."""
        return await self._apply(
            instruction("addRule", clauses=listed("clauses", clauses), **given(description=description))
        )

    async def remove_rule(self, rule_id: str) -> Self:
        """Remove a rule."""
        return await self._apply(instruction("removeRule", ruleId=rule_id))

    async def reorder_rules(self, rule_ids: Sequence[str]) -> Self:
        """Put all rules in a new order."""
        return await self._apply(instruction("reorderRules", ruleIds=listed("rule_ids", rule_ids)))

    async def describe_rule(self, rule_id: str, description: str) -> Self:
        """Give a rule another description."""
        return await self._apply(instruction("updateRuleDescription", ruleId=rule_id, description=description))

    async def update_rule_rollout(self, rule_id: str, weight: str, context_kind: str) -> Self:
        """Choose the share of those that a rule matches, in thousandths of a percent, as text."""
        return await self._apply(
            instruction("updateRuleRolloutAndContextKind", ruleId=rule_id, weight=weight, contextKind=context_kind)
        )

    async def add_clauses(self, rule_id: str, clauses: Sequence[Mapping[str, Any]]) -> Self:
        """Add conditions to a rule."""
        return await self._apply(instruction("addClauses", ruleId=rule_id, clauses=listed("clauses", clauses)))

    async def remove_clauses(self, rule_id: str, clause_ids: Sequence[str]) -> Self:
        """Remove conditions of a rule."""
        return await self._apply(
            instruction("removeClauses", ruleId=rule_id, clauseIds=listed("clause_ids", clause_ids))
        )

    async def update_clause(self, rule_id: str, clause_id: str, clause: Mapping[str, Any]) -> Self:
        """Replace a condition of a rule."""
        return await self._apply(instruction("updateClause", ruleId=rule_id, clauseId=clause_id, clause=clause))

    async def add_values_to_clause(self, rule_id: str, clause_id: str, values: Sequence[Any]) -> Self:
        """Add values to a condition of a rule."""
        return await self._apply(
            instruction("addValuesToClause", ruleId=rule_id, clauseId=clause_id, values=listed("values", values))
        )

    async def remove_values_from_clause(self, rule_id: str, clause_id: str, values: Sequence[Any]) -> Self:
        """Remove values of a condition of a rule."""
        return await self._apply(
            instruction("removeValuesFromClause", ruleId=rule_id, clauseId=clause_id, values=listed("values", values))
        )
