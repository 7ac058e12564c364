"""Optimizely Classic (REST v1), as its API behaves."""

from __future__ import annotations

import re
import uuid
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response

from ..limits import silent
from ..vendor import Handler, Operation, RefusedError, Vendor, account_with, json_response
from . import audiences, dimensions, experiments, goals, projects, results, schedules, targeting_lists, variations
from .answers import deleting, listing, reading
from .seeding import listing as world_listing
from .seeding import seed_world
from .store import NAME

_PREFIX = "/experiment/v1/"


class _SlashOptional(Operation):
    """An operation whose path may end in a slash: the vendor's documents show both, and its clients differ."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(f"{super().pattern.pattern}/?")


def authenticate(request: Request, accounts: int) -> int:
    """A legacy token stands in ``Token``, an OAuth token in ``Authorization``; nowhere else is it looked for."""
    token = request.headers.get("token")
    if token is None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            token = None
    if not token:
        raise RefusedError(401, "Authentication Failed")
    account = account_with(token, accounts)
    if not account:
        raise RefusedError(403, "The token is invalid or revoked")
    return account


def error(status: int, message: str) -> Response:
    """An error body. The vendor documents none, so callers should go by the status."""
    return json_response({"message": message, "status": status, "uuid": str(uuid.uuid4())}, status)


def _operation(name: str, method: str, path: str, handle: Handler) -> Operation:
    return _SlashOptional(name, method, _PREFIX + path, handle)


_PROJECTS = (
    _operation("listProjects", "GET", "projects", projects.list_projects),
    _operation("createProject", "POST", "projects", projects.create_project),
    _operation("getProject", "GET", "projects/{project_id}", reading("project")),
    _operation("updateProject", "PUT", "projects/{project_id}", projects.update_project),
)
_EXPERIMENT = "experiments/{experiment_id}"
_EXPERIMENTS = (
    _operation("getExperiment", "GET", _EXPERIMENT, reading("experiment")),
    _operation("getExperimentResults", "GET", f"{_EXPERIMENT}/results", results.get_results),
    _operation("getExperimentStats", "GET", f"{_EXPERIMENT}/stats", results.get_stats),
    _operation("listExperiments", "GET", "projects/{project_id}/experiments", listing("experiment")),
    _operation("createExperiment", "POST", "projects/{project_id}/experiments", experiments.create_experiment),
    _operation("updateExperiment", "PUT", _EXPERIMENT, experiments.update_experiment),
    _operation("deleteExperiment", "DELETE", _EXPERIMENT, experiments.delete_experiment),
)
_SCHEDULES = (
    _operation("listSchedules", "GET", f"{_EXPERIMENT}/schedules", listing("schedule")),
    _operation("createSchedule", "POST", f"{_EXPERIMENT}/schedules", schedules.create_schedule),
    _operation("getSchedule", "GET", "schedules/{schedule_id}", reading("schedule")),
    _operation("updateSchedule", "PUT", "schedules/{schedule_id}", schedules.update_schedule),
    _operation("deleteSchedule", "DELETE", "schedules/{schedule_id}", deleting("schedule")),
)
_VARIATIONS = (
    _operation("listVariations", "GET", f"{_EXPERIMENT}/variations", listing("variation")),
    _operation("createVariation", "POST", f"{_EXPERIMENT}/variations", variations.create_variation),
    _operation("getVariation", "GET", "variations/{variation_id}", reading("variation")),
    _operation("updateVariation", "PUT", "variations/{variation_id}", variations.update_variation),
    _operation("deleteVariation", "DELETE", "variations/{variation_id}", variations.delete_variation),
)
_GOALS = (
    _operation("listGoals", "GET", "projects/{project_id}/goals", listing("goal")),
    _operation("createGoal", "POST", "projects/{project_id}/goals", goals.create_goal),
    _operation("getGoal", "GET", "goals/{goal_id}", reading("goal")),
    _operation("updateGoal", "PUT", "goals/{goal_id}", goals.update_goal),
    _operation("deleteGoal", "DELETE", "goals/{goal_id}", goals.delete_goal),
)
_AUDIENCES = (
    _operation("listAudiences", "GET", "projects/{project_id}/audiences", listing("audience")),
    _operation("createAudience", "POST", "projects/{project_id}/audiences", audiences.create_audience),
    _operation("getAudience", "GET", "audiences/{audience_id}", reading("audience")),
    _operation("updateAudience", "PUT", "audiences/{audience_id}", audiences.update_audience),
)
_DIMENSIONS = (
    _operation("listDimensions", "GET", "projects/{project_id}/dimensions", listing("dimension")),
    _operation("createDimension", "POST", "projects/{project_id}/dimensions", dimensions.create_dimension),
    _operation("getDimension", "GET", "dimensions/{dimension_id}", reading("dimension")),
    _operation("updateDimension", "PUT", "dimensions/{dimension_id}", dimensions.update_dimension),
    _operation("deleteDimension", "DELETE", "dimensions/{dimension_id}", deleting("dimension")),
)
_LIST = "targeting_lists/{targeting_list_id}"
_LISTS = "projects/{project_id}/targeting_lists"
_TARGETING_LISTS = (
    _operation("listTargetingLists", "GET", _LISTS, listing("targeting_list")),
    _operation("createTargetingList", "POST", _LISTS, targeting_lists.create_targeting_list),
    _operation("getTargetingList", "GET", _LIST, reading("targeting_list")),
    _operation("updateTargetingList", "PUT", _LIST, targeting_lists.update_targeting_list),
    _operation("deleteTargetingList", "DELETE", _LIST, deleting("targeting_list")),
)

VENDOR = Vendor(
    name=NAME,
    base=_PREFIX.rstrip("/"),
    alias=_PREFIX,
    operations=(
        *_EXPERIMENTS,
        *_PROJECTS,
        *_SCHEDULES,
        *_VARIATIONS,
        *_GOALS,
        *_AUDIENCES,
        *_DIMENSIONS,
        *_TARGETING_LISTS,
    ),
    authenticate=authenticate,
    error=error,
    limit_headers=silent,
    seed_world=seed_world,
    listing=world_listing,
)
