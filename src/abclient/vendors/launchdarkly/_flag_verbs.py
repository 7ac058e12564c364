"""The verbs of flags: every kind of instruction that the vendor documents for flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ._arguments import listed
from ._patches import given, instruction


class FlagVerbs:
    """Each verb is one instruction of a semantic patch, in one environment where it takes an ``environment_key``.

    ``patch`` sends several, which take effect all together or not at all.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        async def _apply(self, one: Mapping[str, Any], *environment_key: str) -> Self: ...

    async def turn_on(self, environment_key: str) -> Self:
        """Turn it on."""
        return await self._apply(instruction("turnFlagOn"), environment_key)

    async def turn_off(self, environment_key: str) -> Self:
        """Turn it off: all contexts get the off variation."""
        return await self._apply(instruction("turnFlagOff"), environment_key)

    async def update_off_variation(self, environment_key: str, variation_id: str) -> Self:
        """Choose what is served while it is off."""
        return await self._apply(instruction("updateOffVariation", variationId=variation_id), environment_key)

    async def update_fallthrough(
        self,
        environment_key: str,
        *,
        variation_id: str | None = None,
        rollout_weights: Mapping[str, int] | None = None,
        rollout_bucket_by: str | None = None,
        rollout_context_kind: str | None = None,
    ) -> Self:
        """Choose the variation that the default rule serves, or the shares of several by their ids."""
        return await self._apply(
            instruction(
                "updateFallthroughVariationOrRollout",
                **given(
                    variationId=variation_id,
                    rolloutWeights=rollout_weights,
                    rolloutBucketBy=rollout_bucket_by,
                    rolloutContextKind=rollout_context_kind,
                ),
            ),
            environment_key,
        )

    async def add_rule(
        self,
        environment_key: str,
        clauses: Sequence[Mapping[str, Any]],
        *,
        variation_id: str | None = None,
        rollout_weights: Mapping[str, int] | None = None,
        before_rule_id: str | None = None,
        rollout_bucket_by: str | None = None,
        rollout_context_kind: str | None = None,
    ) -> Self:
        """Add a targeting rule, before another one or at the end."""
        return await self._apply(
            instruction(
                "addRule",
                clauses=listed("clauses", clauses),
                **given(
                    variationId=variation_id,
                    rolloutWeights=rollout_weights,
                    beforeRuleId=before_rule_id,
                    rolloutBucketBy=rollout_bucket_by,
                    rolloutContextKind=rollout_context_kind,
                ),
            ),
            environment_key,
        )

    async def remove_rule(self, environment_key: str, rule_id: str) -> Self:
        """Remove a targeting rule."""
        return await self._apply(instruction("removeRule", ruleId=rule_id), environment_key)

    async def reorder_rules(self, environment_key: str, rule_ids: Sequence[str]) -> Self:
        """Put all targeting rules in a new order."""
        return await self._apply(instruction("reorderRules", ruleIds=listed("rule_ids", rule_ids)), environment_key)

    async def replace_rules(self, environment_key: str, rules: Sequence[Mapping[str, Any]]) -> Self:
        """Replace all targeting rules."""
        return await self._apply(instruction("replaceRules", rules=listed("rules", rules)), environment_key)

    async def update_rule(
        self,
        environment_key: str,
        rule_id: str,
        *,
        variation_id: str | None = None,
        rollout_weights: Mapping[str, int] | None = None,
        rollout_bucket_by: str | None = None,
        rollout_context_kind: str | None = None,
    ) -> Self:
        """Choose the variation that a rule serves, or the shares of several by their ids."""
        return await self._apply(
            instruction(
                "updateRuleVariationOrRollout",
                ruleId=rule_id,
                **given(
                    variationId=variation_id,
                    rolloutWeights=rollout_weights,
                    rolloutBucketBy=rollout_bucket_by,
                    rolloutContextKind=rollout_context_kind,
                ),
            ),
            environment_key,
        )

    async def describe_rule(self, environment_key: str, rule_id: str, description: str) -> Self:
        """Give a rule another description."""
        return await self._apply(
            instruction("updateRuleDescription", ruleId=rule_id, description=description), environment_key
        )

    async def track_rule(self, environment_key: str, rule_id: str, track_events: bool) -> Self:
        """Choose whether a rule sends full events."""
        return await self._apply(
            instruction("updateRuleTrackEvents", ruleId=rule_id, trackEvents=track_events), environment_key
        )

    async def add_clauses(self, environment_key: str, rule_id: str, clauses: Sequence[Mapping[str, Any]]) -> Self:
        """Add conditions to a rule."""
        return await self._apply(
            instruction("addClauses", ruleId=rule_id, clauses=listed("clauses", clauses)), environment_key
        )

    async def remove_clauses(self, environment_key: str, rule_id: str, clause_ids: Sequence[str]) -> Self:
        """Remove conditions of a rule."""
        return await self._apply(
            instruction("removeClauses", ruleId=rule_id, clauseIds=listed("clause_ids", clause_ids)), environment_key
        )

    async def update_clause(
        self, environment_key: str, rule_id: str, clause_id: str, clause: Mapping[str, Any]
    ) -> Self:
        """Replace a condition of a rule."""
        return await self._apply(
            instruction("updateClause", ruleId=rule_id, clauseId=clause_id, clause=clause), environment_key
        )

    async def add_values_to_clause(
        self, environment_key: str, rule_id: str, clause_id: str, values: Sequence[Any]
    ) -> Self:
        """Add values to a condition of a rule."""
        return await self._apply(
            instruction("addValuesToClause", ruleId=rule_id, clauseId=clause_id, values=listed("values", values)),
            environment_key,
        )

    async def remove_values_from_clause(
        self, environment_key: str, rule_id: str, clause_id: str, values: Sequence[Any]
    ) -> Self:
        """Remove values of a condition of a rule."""
        return await self._apply(
            instruction("removeValuesFromClause", ruleId=rule_id, clauseId=clause_id, values=listed("values", values)),
            environment_key,
        )

    async def add_targets(
        self, environment_key: str, variation_id: str, values: Sequence[str], *, context_kind: str | None = None
    ) -> Self:
        """Serve a variation to contexts, by their keys."""
        return await self._apply(
            instruction("addTargets", variationId=variation_id, values=values, **given(contextKind=context_kind)),
            environment_key,
        )

    async def remove_targets(
        self, environment_key: str, variation_id: str, values: Sequence[str], *, context_kind: str | None = None
    ) -> Self:
        """No longer serve a variation to contexts by their keys."""
        return await self._apply(
            instruction("removeTargets", variationId=variation_id, values=values, **given(contextKind=context_kind)),
            environment_key,
        )

    async def replace_targets(self, environment_key: str, targets: Sequence[Mapping[str, Any]]) -> Self:
        """Replace all contexts that are served a variation by their keys."""
        return await self._apply(instruction("replaceTargets", targets=listed("targets", targets)), environment_key)

    async def clear_targets(self, environment_key: str, variation_id: str) -> Self:
        """No longer serve a variation to any context by its key."""
        return await self._apply(instruction("clearTargets", variationId=variation_id), environment_key)

    async def add_user_targets(self, environment_key: str, variation_id: str, values: Sequence[str]) -> Self:
        """Serve a variation to users, by their keys."""
        return await self._apply(
            instruction("addUserTargets", variationId=variation_id, values=listed("values", values)), environment_key
        )

    async def remove_user_targets(self, environment_key: str, variation_id: str, values: Sequence[str]) -> Self:
        """No longer serve a variation to users by their keys."""
        return await self._apply(
            instruction("removeUserTargets", variationId=variation_id, values=listed("values", values)), environment_key
        )

    async def replace_user_targets(self, environment_key: str, targets: Sequence[Mapping[str, Any]]) -> Self:
        """Replace all users that are served a variation by their keys; there must be a target for each variation."""
        return await self._apply(instruction("replaceUserTargets", targets=listed("targets", targets)), environment_key)

    async def clear_user_targets(self, environment_key: str, variation_id: str) -> Self:
        """No longer serve a variation to any user by its key."""
        return await self._apply(instruction("clearUserTargets", variationId=variation_id), environment_key)

    async def add_prerequisite(self, environment_key: str, key: str, variation_id: str) -> Self:
        """Require that another flag serves a variation first."""
        return await self._apply(instruction("addPrerequisite", key=key, variationId=variation_id), environment_key)

    async def update_prerequisite(self, environment_key: str, key: str, variation_id: str) -> Self:
        """Require another variation of a flag that is required already."""
        return await self._apply(instruction("updatePrerequisite", key=key, variationId=variation_id), environment_key)

    async def remove_prerequisite(self, environment_key: str, key: str) -> Self:
        """No longer require another flag."""
        return await self._apply(instruction("removePrerequisite", key=key), environment_key)

    async def replace_prerequisites(self, environment_key: str, prerequisites: Sequence[Mapping[str, Any]]) -> Self:
        """Replace all flags that are required."""
        return await self._apply(
            instruction("replacePrerequisites", prerequisites=listed("prerequisites", prerequisites)), environment_key
        )

    async def track_events(self, environment_key: str, track_events: bool) -> Self:
        """Choose whether it sends full events."""
        return await self._apply(instruction("updateTrackEvents", trackEvents=track_events), environment_key)

    async def track_fallthrough(self, environment_key: str, track_events: bool) -> Self:
        """Choose whether the default rule sends full events."""
        return await self._apply(instruction("updateTrackEventsFallthrough", trackEvents=track_events), environment_key)

    async def add_variation(self, value: Any, *, name: str | None = None, description: str | None = None) -> Self:
        """Add a variation."""
        one = instruction("addVariation", **given(name=name, description=description))
        return await self._apply({**one, "value": value})

    async def update_variation(
        self, variation_id: str, *, value: Any = None, name: str | None = None, description: str | None = None
    ) -> Self:
        """Change a variation."""
        return await self._apply(
            {
                **instruction("updateVariation", variationId=variation_id, **given(name=name, description=description)),
                **given(value=value),
            }
        )

    async def remove_variation(self, variation_id: str) -> Self:
        """Remove a variation that nothing serves."""
        return await self._apply(instruction("removeVariation", variationId=variation_id))

    async def update_defaults(self, *, on_variation_value: Any = None, off_variation_value: Any = None) -> Self:
        """Choose what new environments start with, by the values of variations."""
        return await self._apply(
            {
                **instruction("updateDefaultVariation"),
                **given(onVariationValue=on_variation_value, offVariationValue=off_variation_value),
            }
        )

    async def add_tags(self, values: Sequence[str]) -> Self:
        """Add tags."""
        return await self._apply(instruction("addTags", values=listed("values", values)))

    async def remove_tags(self, values: Sequence[str]) -> Self:
        """Remove tags."""
        return await self._apply(instruction("removeTags", values=listed("values", values)))

    async def make_permanent(self) -> Self:
        """Mark it as one that stays."""
        return await self._apply(instruction("makeFlagPermanent"))

    async def make_temporary(self) -> Self:
        """Mark it as one that is to go again."""
        return await self._apply(instruction("makeFlagTemporary"))

    async def add_custom_property(self, key: str, name: str, values: Sequence[str]) -> Self:
        """Add values of a custom property."""
        return await self._apply(
            instruction("addCustomProperties", key=key, name=name, values=listed("values", values))
        )

    async def remove_custom_property(self, key: str, values: Sequence[str]) -> Self:
        """Remove values of a custom property."""
        return await self._apply(instruction("removeCustomProperties", key=key, values=listed("values", values)))

    async def replace_custom_property(self, key: str, name: str, values: Sequence[str]) -> Self:
        """Replace all values of a custom property."""
        return await self._apply(
            instruction("replaceCustomProperties", key=key, name=name, values=listed("values", values))
        )

    async def enable_client_side(self, value: Literal["usingMobileKey", "usingEnvironmentId"]) -> Self:
        """Let client-side SDKs of a kind see it."""
        return await self._apply(instruction("turnOnClientSideAvailability", value=value))

    async def disable_client_side(self, value: Literal["usingMobileKey", "usingEnvironmentId"]) -> Self:
        """Hide it from client-side SDKs of a kind."""
        return await self._apply(instruction("turnOffClientSideAvailability", value=value))

    async def rename(self, value: str) -> Self:
        """Give it another name; the key stays."""
        return await self._apply(instruction("updateName", value=value))

    async def describe(self, value: str) -> Self:
        """Give it another description."""
        return await self._apply(instruction("updateDescription", value=value))

    async def assign_member(self, value: str) -> Self:
        """Let a member look after it, by id."""
        return await self._apply(instruction("updateMaintainerMember", value=value))

    async def assign_team(self, value: str) -> Self:
        """Let a team look after it, by key."""
        return await self._apply(instruction("updateMaintainerTeam", value=value))

    async def remove_maintainer(self) -> Self:
        """Leave it without a maintainer."""
        return await self._apply(instruction("removeMaintainer"))

    async def archive(self) -> Self:
        """Archive it in all environments."""
        return await self._apply(instruction("archiveFlag"))

    async def restore(self) -> Self:
        """Undo ``archive``."""
        return await self._apply(instruction("restoreFlag"))

    async def deprecate(self) -> Self:
        """Mark it as deprecated; it still works."""
        return await self._apply(instruction("deprecateFlag"))

    async def restore_deprecated(self) -> Self:
        """Undo ``deprecate``."""
        return await self._apply(instruction("restoreDeprecatedFlag"))
