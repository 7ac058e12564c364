"""Optimizely's Full Stack REST tutorial as one script: from an empty account to the results of an experiment.

It creates a project, an attribute, an event, an audience, a feature and an experiment, starts and pauses the
experiment, changes it, and reads its results; ids are passed on automatically. Without a token it uses a local sandbox:

    python examples/optimizely_full_stack.py

With ABCLIENT_OPTIMIZELY_TOKEN set it uses that account:

    python examples/optimizely_full_stack.py --archive
"""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import abclient
from abclient.testing import Sandbox
from abclient.vendors.optimizely import (
    Attribute,
    Audience,
    Event,
    Experiment,
    Feature,
    Optimizely,
    Project,
    by_variation,
    models,
)


async def make_project(optimizely: Optimizely, unique: str) -> Project:
    """A Full Stack project, renamed."""
    project = await optimizely.projects.create(
        name=f"full_stack project {unique}",
        confidence_threshold=0.9,
        description="Made by the Full Stack tutorial",
        platform="custom",
        sdks=["python"],
        status="active",
    )
    print(f"Project {project.id}: {project.name}")
    project.name = f"{project.name}_updated"
    await project.save()
    print(f"  is now called {project.name}")
    return project


async def make_attribute(optimizely: Optimizely, project: Project, unique: str) -> Attribute:
    """An attribute that visitors can be told apart by."""
    attribute = await optimizely.attributes.create(
        project_id=project.id,
        key=f"fs_attribute {unique}",
        name=f"FS attribute {unique}",
        description="A new attribute",
    )
    print(f"Attribute {attribute.id}: {attribute.key}")
    attribute.name = f"{attribute.name} - updated"
    await attribute.save()
    print(f"  is now called {attribute.name}")
    return attribute


async def make_event(optimizely: Optimizely, project: Project, unique: str) -> Event:
    """An event that your own code reports."""
    event = await optimizely.events.create_custom(
        project.id,
        key=f"full_stack_event_{unique}",
        name=f"FS event {unique}",
        category="add_to_cart",
    )
    print(f"Event {event.id}: {event.key}")
    event.description = "A new event_updated"
    await event.save()
    print(f"  is now described as {event.description!r}")
    return event


async def make_audience(optimizely: Optimizely, project: Project, attribute: Attribute) -> Audience:
    """Visitors whose attribute has one of two values; conditions name the attribute by its name, not by its key."""
    values = ("full stack value", "val 2")
    leaves = [["or", {"name": attribute.name, "type": "custom_attribute", "value": value}] for value in values]
    audience = await optimizely.audiences.create(
        project_id=project.id, name="Using a Full Stack attribute", conditions=["and", ["or", *leaves]]
    )
    print(f"Audience {audience.id}: {audience.name}")
    audience.name = f"{audience.name}_updated"
    await audience.save()
    print(f"  is now called {audience.name}")
    return audience


async def make_feature(optimizely: Optimizely, project: Project, audience: Audience, unique: str) -> Feature:
    """A feature with one variable, rolled out to 1 % of the audience and then to 10 %."""
    environment = (await optimizely.environments.list(project.id))[0].key or "production"
    rule = models.RolloutRule(audience_ids=[audience.id], enabled=False, percentage_included=100)
    feature = await optimizely.features.create(
        project_id=project.id,
        key=f"fs_feature_{unique}",
        description="A feature of the tutorial",
        environments={environment: models.FeatureEnvironmentInput(rollout_rules=[rule])},
        variables=[models.FeatureVariableCreate(key=f"fs_variable_{unique}", type="string", default_value="false")],
    )
    print(f"Feature {feature.id}: {feature.key}, off in {environment}")
    for rollout in (feature.environments or {}).values():
        for found in rollout.rollout_rules or ():
            found.enabled, found.percentage_included = True, 1000
    await feature.save()
    print("  is now on, for 10 % of the audience")
    return feature


async def run_experiment(optimizely: Optimizely, project: Project, event: Event, feature: Feature) -> Experiment:
    """A feature test with two variations: started, paused and then changed."""
    metric = models.MetricInput(aggregator="unique", event_id=event.id, scope="visitor", winning_direction="increasing")
    variable = (feature.variables or [])[0]
    variations = [
        models.VariationCreate(
            key=value, weight=5000, feature_enabled=True, variable_values={variable.key or "": value}
        )
        for value in ("control", "treatment")
    ]
    experiment = await optimizely.experiments.create(
        project_id=project.id,
        type="feature",
        feature_id=feature.id,
        key=f"fs_exp_{feature.id}",
        holdback=5000,
        metrics=[metric],
        variations=variations,
    )
    print(f"Experiment {experiment.id}: {experiment.key}, {experiment.status}")
    await experiment.start()
    print(f"  started: {experiment.status}")
    await experiment.pause()
    print(f"  paused: {experiment.status}")
    experiment.description = "The feature in two variations"
    await experiment.save()
    print(f"  is now described as {experiment.description!r}")
    return experiment


async def show_results(experiment: Experiment, output: Path) -> None:
    """Results, results over time, and results as CSV in a file. A young experiment may have none of them yet."""
    results = await experiment.results()
    if results is None:
        print("Results: none yet")
    else:
        for metric in results.metrics or ():
            print(f"Results for {metric.name or metric.event_name}:")
            rows = by_variation(metric)
            for variation in experiment.variations or ():
                if row := rows.get(variation.variation_id or 0):
                    print(f"  {variation.key}: {row.samples} visitors, {row.value} of them did it")
    series = await experiment.timeseries()
    points = [point for metric in (series.metrics if series else None) or () for point in by_variation(metric).values()]
    print(f"Results over time: {sum(len(found.timeseries or ()) for found in points)} points")
    path = await experiment.results_csv().to_file(output)
    print(f"Results as CSV: {'none yet' if path is None else f'{path}, {path.stat().st_size} bytes'}")


async def run(options: argparse.Namespace) -> None:
    """All of it, one step after the other."""
    unique = str(secrets.randbelow(10**13))
    with where_to_work() as (token, url):
        async with Optimizely(token, base_url=url) as optimizely:
            project = await make_project(optimizely, unique)
            attribute = await make_attribute(optimizely, project, unique)
            event = await make_event(optimizely, project, unique)
            audience = await make_audience(optimizely, project, attribute)
            feature = await make_feature(optimizely, project, audience, unique)
            experiment = await run_experiment(optimizely, project, event, feature)
            await show_results(experiment, options.output)
            if options.archive:
                for item in (experiment, feature, event, attribute):
                    await item.archive()
                audience.archived = True
                await audience.save()
                project.status = "archived"
                await project.save()
                print(f"Archived project {project.id} and everything in it")


@contextmanager
def where_to_work() -> Generator[tuple[str | None, str | None]]:
    """Token and URL: the real account's, from the environment, or those of a sandbox of our own."""
    if os.environ.get("ABCLIENT_OPTIMIZELY_TOKEN"):
        yield None, None
    else:
        with Sandbox(experiments=1) as sandbox:
            print("No ABCLIENT_OPTIMIZELY_TOKEN is set, so this is a local sandbox.")
            yield sandbox.token, f"{sandbox.url}/v2"


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description="Optimizely's Full Stack REST tutorial, in one go.")
    parser.add_argument("--output", type=Path, default=Path("results.csv"), help="default: %(default)s")
    parser.add_argument("--archive", action="store_true", help="archive everything at the end")
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
