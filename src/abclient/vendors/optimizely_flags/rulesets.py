"""What a flag does in an environment: its rules, their order, and what applies where none of them matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import rulesets as api

from ..._session import Session
from ...errors import InvalidRequestError
from ...resource import Resource
from ._base import ProjectCollection, SessionOf, as_loaded, key_sent
from ._patch import Step, add, is_object, pointer, put, put_fields, put_members, remove, steps_sent, test
from ._rules import EXPERIMENTS, Outcome, RuleChanges, RuleFields, check_shares, rule_sent


class Switches(NamedTuple):
    """Whether a rule runs, which depends on two switches.

    Attributes:
        ruleset: whether the ruleset is on, which is the upper one: see ``Ruleset.enable``.
        rule: whether the rule itself is on, which is the lower one: see ``Ruleset.enable_rule``.
    """

    ruleset: bool
    rule: bool

    @property
    def runs(self) -> bool:
        """Whether both are on."""
        return self.ruleset and self.rule


class Ruleset(Resource["Rulesets"], models.Ruleset):
    """What a flag does in an environment; the generated model describes its attributes.

    A rule runs if two switches are on: that of its ruleset (``enable``), and its own (``enable_rule``). Its methods
    change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "environment_key"

    def switches(self, rule_key: str) -> Switches:
        """Which of the two switches of a rule are on, as far as is known here.

        Raises:
            InvalidRequestError: the ruleset has no such rule.
        """
        return Switches(bool(self.enabled), bool(self._rule(rule_key).enabled))

    async def enable(self) -> Ruleset:
        """Turn the ruleset on, which is the upper of two switches: rules that are on themselves run then."""
        return await self._change(lambda: self._collection.enable(self.environment_key), "enabled", "status")

    async def disable(self) -> Ruleset:
        """Turn the ruleset off, and with it all of its rules, whose own switches stay as they are."""
        return await self._change(lambda: self._collection.disable(self.environment_key), "enabled", "status")

    async def add_rule(self, *, at: int | None = None, **fields: Unpack[RuleFields]) -> Ruleset:
        """Add a rule; it is a draft, and off unless ``enabled`` says otherwise.

        ::

            await ruleset.add_rule(
                key="checkout_test", name="Checkout test", type="a/b", percentage_included=10_000,
                variations={"off": 5_000, "on": 5_000}, metrics=[{...}],
            )

        Args:
            at: its place in the order in which rules are tried, from 0; by default the last.
            **fields: as ``RuleFields`` describes.

        Raises:
            ValueError: shares that are not from 0 to 10000, or do not sum to 10000; nothing was sent.
            InvalidRequestError: the ruleset has a rule with this key; nothing was sent.
        """
        key = fields.get("key")
        rule = rule_sent(fields, f"rule {key!r}", new=True)
        if key in (self.rules or {}):
            raise InvalidRequestError(f"{self._called()} has a rule {key!r} already; update_rule changes it")
        last = len(self.rule_priorities or ())
        if at is not None and not (type(at) is int and 0 <= at <= last):
            raise ValueError(f"at must be from 0 to {last}, not {at!r}")
        place = pointer("rule_priorities", "-" if at is None else at)
        steps = (add(pointer("rules", key), {"enabled": False, **rule}), add(place, key))
        return await self._patched(lambda loaded: steps)

    async def update_rule(self, rule_key: str, /, **fields: Unpack[RuleChanges]) -> Ruleset:
        """Change the given fields of a rule.

        Variations, their shares and lists, such as metrics, replace those that were loaded.

        Raises:
            InvalidRequestError: the ruleset has no such rule; nothing was sent.
            ValueError: shares that are not from 0 to 10000, or do not sum to 10000; nothing was sent.
            ConflictError: others changed, since this ruleset was loaded, what would be replaced; nothing was
                changed. ``refresh`` shows what is there now.
        """
        rule = self._rule(rule_key)
        sent = rule_sent(fields, f"rule {rule_key!r}", new=False)
        if not sent:
            raise ValueError(f"rule {rule_key!r}: there is nothing to change")
        check_shares({**sent}, f"rule {rule_key!r}", is_whole=rule.type in EXPERIMENTS)
        return await self._patched(lambda loaded: _update(_loaded_rule(loaded, rule_key), sent, rule_key))

    async def enable_rule(self, rule_key: str, /) -> Ruleset:
        """Turn a rule on, which is the lower of two switches: it runs if the ruleset is on, too."""
        return await self._switch(rule_key, enabled=True)

    async def disable_rule(self, rule_key: str, /) -> Ruleset:
        """Turn a rule off; the ruleset stays as it is."""
        return await self._switch(rule_key, enabled=False)

    async def conclude_rule(
        self,
        rule_key: str,
        /,
        *,
        deployed_variation_key: str | None = None,
        outcome: Outcome | None = None,
        comment: str | None = None,
    ) -> Ruleset:
        """End an experiment for good, and roll out one of its variations if there is a winner.

        Args:
            rule_key: which rule.
            deployed_variation_key: the variation that its whole audience gets from now on.
            outcome: how it ended: ``positive``, ``negative`` or ``inconclusive``.
            comment: what is to be said of it.
        """
        given: dict[str, Any] = {
            "deployed_variation_key": deployed_variation_key,
            "outcome": outcome,
            "comment": comment,
        }
        fields = {name: value for name, value in given.items() if value is not None}
        return await self.update_rule(rule_key, status="concluded", **fields)

    async def archive_rule(self, rule_key: str, /) -> Ruleset:
        """Hide a rule, which must be off."""
        return await self.update_rule(rule_key, archived=True)

    async def remove_rule(self, rule_key: str, /) -> Ruleset:
        """Remove a rule, and its place in the order; the vendor wants it to be off."""
        self._rule(rule_key)

        def steps(loaded: dict[str, Any]) -> Iterator[models.PatchRequestBody]:
            yield remove(pointer("rules", rule_key))
            order: list[str] = loaded.get("rule_priorities") or []
            if rule_key in order:
                place = pointer("rule_priorities", order.index(rule_key))
                yield from (test(place, rule_key), remove(place))  # another one may have moved there

        return await self._patched(steps)

    async def reorder(self, rule_keys: Iterable[str], /) -> Ruleset:
        """Change the order in which rules are tried; the first that matches decides.

        Raises:
            ValueError: these are not the keys of all rules in the order, each once; nothing was sent.
            ConflictError: others changed the order since this ruleset was loaded; nothing was changed.
        """
        order = [] if isinstance(rule_keys, str) else [*rule_keys]
        if sorted(map(str, order)) != sorted(self.rule_priorities or ()):
            raise ValueError(f"{self._called()} has the rules {', '.join(self.rule_priorities or ())}: name each once")
        return await self._patched(lambda loaded: put(loaded, "rule_priorities", order, ""))

    async def set_default_variation(self, variation_key: str, /) -> Ruleset:
        """Change what visitors get whom no rule matches."""
        key_sent("variation_key", variation_key)
        return await self._patched(lambda loaded: put(loaded, "default_variation_key", variation_key, ""))

    async def patch(self, steps: Sequence[Step]) -> Ruleset:
        """Apply a JSON patch, all steps or none; its paths begin inside of the ruleset: ``/rules/checkout_test/name``.

        Raises:
            BadRequestError: a step leads where nothing is, adds what exists, or makes what the vendor does not allow;
                nothing was changed.
            ConflictError: a ``test`` fails, or the state of the flag or a rule forbids it; nothing was changed.
            TypeError: ``steps`` is a single one, or one of them is not a step.
        """
        sent = steps_sent(steps)
        return await self._patched(lambda loaded: sent)

    async def _switch(self, rule_key: str, *, enabled: bool) -> Ruleset:
        return await self.update_rule(rule_key, enabled=enabled)

    async def _patched(self, steps: Callable[[dict[str, Any]], Iterable[models.PatchRequestBody]]) -> Ruleset:
        """Apply the steps that are made of what is known of the ruleset when it is this call's turn."""
        return await self._change(lambda: self._collection.patch(self.environment_key, [*steps(as_loaded(self))]))

    def _rule(self, rule_key: str) -> models.RulesetRule:
        rules = self.rules or {}
        if rule_key not in rules:
            raise InvalidRequestError(
                f"{self._called()} has no rule {rule_key!r}; it has {', '.join(rules) or 'none'}; nothing was sent"
            )
        return rules[rule_key]

    def _called(self) -> str:
        return f"the ruleset of flag {self.flag_key!r} in {self.environment_key!r}"


def _loaded_rule(ruleset: dict[str, Any], rule_key: str) -> dict[str, Any]:
    rules: dict[str, dict[str, Any]] = ruleset.get("rules") or {}
    return rules.get(rule_key) or {}


def _update(loaded: dict[str, Any], sent: dict[str, Any], rule_key: str) -> Iterator[models.PatchRequestBody]:
    """The steps that give a rule these fields; of what it has by key, they change what is another one."""
    path = pointer("rules", rule_key)
    for name, value in sent.items():
        known: Any = loaded.get(name)
        made: list[models.PatchRequestBody] = []
        if is_object(known) and is_object(value):
            made += (put_fields if name == "group_rule" else put_members)(known, value, path + pointer(name))
        yield from made or put(loaded, name, value, path)


class Rulesets(ProjectCollection[Ruleset, str]):
    """What a flag does in each environment. Made by ``Project.rulesets`` and ``Flag.rulesets``."""

    model = Ruleset
    editable: Iterable[str] = ("default_variation_key", "rule_priorities", "rules")

    def __init__(self, session: Session, project_id: int, session_of: SessionOf, flag_key: str) -> None:
        super().__init__(session, project_id, session_of)
        self.flag_key = flag_key

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.fetch_ruleset.request(self.project_id, self.flag_key, item_id)

    async def enable(self, environment_key: str) -> Ruleset:
        """Turn the flag on in an environment: the upper of two switches; see ``Ruleset.enable``."""
        return await self.one(api.enable_ruleset.request(self.project_id, self.flag_key, environment_key))

    async def disable(self, environment_key: str) -> Ruleset:
        """Turn the flag off in an environment, and with it all of its rules there."""
        return await self.one(api.disable_ruleset.request(self.project_id, self.flag_key, environment_key))

    async def patch(self, environment_key: str, steps: Sequence[Step]) -> Ruleset:
        """Apply a JSON patch, all steps or none; see ``Ruleset.patch``."""
        body = steps_sent(steps)
        return await self.one(api.update_ruleset.request(self.project_id, self.flag_key, environment_key, body=body))

    async def _save(self, item: Ruleset, changes: dict[str, Any]) -> Ruleset:
        for key, rule in (item.rules or {}).items() if "rules" in changes else ():
            whole = rule.type in EXPERIMENTS
            check_shares(rule.to_dict(), f"rule {key!r}", is_whole=whole)
        return await self._saved(item, changes, "", lambda steps: self.patch(item.environment_key, steps))
