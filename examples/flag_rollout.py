"""A feature with Optimizely Feature Experimentation, from a new flag to a winner that everyone gets.

It makes a flag with a variable and two variations, tests them with an A/B rule in one environment, waits for data,
reads the result, rolls the better one out, and archives the flag. Without a token it uses a local sandbox, and sends
visitors of its own:

    python examples/flag_rollout.py

With ABCLIENT_OPTIMIZELY_FLAGS_TOKEN set it uses that account, in a project and an environment of your choice:

    python examples/flag_rollout.py --project 4678434014625792 --environment development --wait 60
"""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, NamedTuple

import abclient
from abclient.testing import Sandbox
from abclient.vendors.optimizely_flags import Flag, OptimizelyFlags, Project, Rule

VENDOR = "optimizely_flags"
RULE = "amount_test"


class Place(NamedTuple):
    """Where to work: the client's options, and what brings visitors to an experiment; None where they come anyway."""

    options: dict[str, Any]
    visit: Callable[[int], None] | None


async def project_of(client: OptimizelyFlags, wanted: int | None) -> Project:
    """The project that was chosen, or the first that has flags."""
    if wanted is not None:
        return client.project(wanted)
    async for project in client.projects.list():
        if project.is_flags_enabled:
            print(f"Project {project.id}: {project.name}")
            return client.project(project.id)
    raise abclient.InvalidRequestError("the account has no project with flags; --project chooses one")


async def make_flag(project: Project, unique: str) -> Flag:
    """A flag with a variable, and two variations that give it different values."""
    flag = await project.flags.create(
        key=f"discount_{unique}",
        name=f"Discount {unique}",
        description="Made by examples/flag_rollout.py",
        variable_definitions={"amount": {"type": "integer", "default_value": "5"}},
    )
    print(f"Flag {flag.key}, off in {', '.join(flag.environments or {})}")
    for key, amount in (("low", "10"), ("high", "20")):
        variation = await flag.variations.create(
            key=key, name=f"{key.capitalize()} discount", variables={"amount": {"value": amount}}
        )
        print(f"  variation {variation.key}: {amount} percent")
    return flag


async def start_test(client: OptimizelyFlags, project: Project, flag: Flag, environment: str, unique: str) -> Rule:
    """An A/B rule over both variations, for everyone, with both of its switches on."""
    event = await client.events.create_custom(project.id, key=f"ordered_{unique}", name=f"Ordered {unique}")
    ruleset = await flag.ruleset(environment)
    await ruleset.add_rule(
        key=RULE,
        name="Which discount",
        type="a/b",
        percentage_included=10_000,
        variations={"low": 5_000, "high": 5_000},
        metrics=[
            {
                "event_id": event.id,
                "event_type": "custom",
                "aggregator": "unique",
                "scope": "visitor",
                "winning_direction": "increasing",
            }
        ],
    )
    await ruleset.enable_rule(RULE)
    await ruleset.enable()
    switches = ruleset.switches(RULE)
    print(f"Rule {RULE} in {environment}: ruleset on: {switches.ruleset}, rule on: {switches.rule}")
    return await project.rules.find(flag.key, environment, RULE)


async def best_variation(rule: Rule, wait_minutes: float) -> str | None:
    """The key of the variation that did better so far; None as long as nothing was counted."""
    deadline = asyncio.get_running_loop().time() + wait_minutes * 60
    while True:
        results = await rule.results()
        counted = [metric.results for metric in (results.metrics if results else None) or () if metric.results]
        if counted and sum(one.samples or 0 for one in counted[0].values()):
            break
        if asyncio.get_running_loop().time() >= deadline:
            return None
        print("  nothing was counted yet")
        await asyncio.sleep(30)
    for one in counted[0].values():
        significant = one.lift is not None and bool(one.lift.is_significant)
        print(f"  {one.name}: {one.samples} visitors, rate {one.rate}{', significant' if significant else ''}")
    best = max(counted[0].values(), key=lambda one: one.rate or 0.0)
    names = {one.name or key: key for key, one in (rule.variations or {}).items()}
    return names.get(best.name or "")


async def roll_out(rule: Rule, winner: str) -> None:
    """The rule ends, and a delivery gives everyone the winner."""
    await rule.conclude(deployed_variation_key=winner, outcome="positive", comment="By examples/flag_rollout.py")
    ruleset = await rule.ruleset()
    await ruleset.add_rule(
        key="everyone",
        name="Everyone",
        type="targeted_delivery",
        percentage_included=10_000,
        variations={winner: 10_000},
        enabled=True,
        at=0,
    )
    print(f"Rolled out {winner}: {', '.join(ruleset.rule_priorities or ())}")


async def run(options: argparse.Namespace) -> None:
    """All of it, one step after the other."""
    unique = secrets.token_hex(4)
    with where_to_work() as place:
        async with OptimizelyFlags(**place.options) as client:
            project = await project_of(client, options.project)
            flag = await make_flag(project, unique)
            rule = await start_test(client, project, flag, options.environment, unique)
            if place.visit is not None and rule.layer_experiment_id is not None:
                place.visit(rule.layer_experiment_id)
            winner = await best_variation(rule, options.wait)
            if winner is None:
                print("Nothing was counted; the flag stays as it is")
                return
            await roll_out(rule, winner)
            if not options.keep:
                await flag.archive()
                print(f"Archived {flag.key}")


@contextmanager
def where_to_work() -> Generator[Place]:
    """The real account, from the environment, or a sandbox of our own."""
    if os.environ.get("ABCLIENT_OPTIMIZELY_FLAGS_TOKEN"):
        yield Place({}, None)
        return
    with Sandbox(experiments=4) as sandbox:
        print("No ABCLIENT_OPTIMIZELY_FLAGS_TOKEN is set, so this is a local sandbox.")

        def visit(experiment: int) -> None:
            sandbox.add_visitors(VENDOR, experiment, 20_000)

        yield Place(sandbox.client_options(VENDOR), visit)


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description="From a new flag to a winner that everyone gets.")
    parser.add_argument("--project", type=int, help="the project's id; by default the first that has flags")
    parser.add_argument("--environment", default="development", help="default: %(default)s")
    parser.add_argument("--wait", type=float, default=0.0, metavar="MINUTES", help="for data; default: %(default)s")
    parser.add_argument("--keep", action="store_true", help="leave the flag as it is in the end")
    try:
        asyncio.run(run(parser.parse_args()))
    except KeyboardInterrupt:
        return 130
    except abclient.ABClientError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
