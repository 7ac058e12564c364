"""What a project of the world has besides experiments: goals, audiences, dimensions, a targeting list."""

from __future__ import annotations

from datetime import datetime
from random import Random

from ..world import Document, World
from . import store
from .audiences import new_audience
from .dimensions import new_dimension
from .goals import CLICK, CUSTOM_EVENT, ENGAGEMENT, PAGEVIEW, REVENUE, new_goal
from .projects import new_project
from .targeting_lists import new_targeting_list

_SHOP = "http://www.example.com/shop"
_GOALS: tuple[Document, ...] = (
    {"title": "Engagement", "goal_type": ENGAGEMENT},
    {
        "title": "Add to cart clicks",
        "goal_type": CLICK,
        "selector": "div.cart > button",
        "target_to_experiments": True,
    },
    {
        "title": "Shop link clicks",
        "goal_type": CLICK,
        "selector": "a.shop",
        "target_to_experiments": False,
        "target_urls": [_SHOP],
        "target_url_match_types": [3],
    },
    {"title": "Sign-ups", "goal_type": CUSTOM_EVENT, "event": "sign_up", "description": "An account was opened."},
    {
        "title": "Order confirmations seen",
        "goal_type": PAGEVIEW,
        "urls": [f"{_SHOP}/thanks", f"{_SHOP}/thank-you"],
        "url_match_types": [1, 4],
    },
    {"title": "Total revenue", "goal_type": REVENUE},
    {
        "title": "Former menu clicks",
        "goal_type": CLICK,
        "selector": "#menu a",
        "target_to_experiments": True,
        "is_editable": False,
    },
    {
        "title": "Summer sale seen",
        "goal_type": PAGEVIEW,
        "urls": [f"{_SHOP}/summer"],
        "url_match_types": [3],
        "archived": True,
    },
)
_AUDIENCES: tuple[Document, ...] = (
    {"name": "Chrome users", "conditions": '["and", {"type":"browser", "value":"gc"}]', "segmentation": True},
    {
        "name": "Newsletter readers",
        "description": "People who came by a link in the newsletter",
        "conditions": '["or", {"type":"query", "name":"utm_campaign", "match_type":"exact", "value":"newsletter"}, '
        '["not", {"type":"visitor", "value":"new"}]]',
        "segmentation": True,
    },
    {"name": "Phones", "conditions": '["and", {"type":"device", "value":"mobile"}]', "segmentation": True},
    {"name": "Invited testers", "segmentation": True, "archived": True},
)
_DIMENSIONS: tuple[Document, ...] = (
    {"name": "Plan", "client_api_name": "plan", "description": "What the visitor pays for"},
    {"name": "Favorite department", "client_api_name": "department"},
)


def add_assets(world: World, rng: Random, name: str, created: datetime) -> Document:
    """Add a project with everything but goals and experiments."""
    stamp = store.stamp(created)
    project = new_project(world, stamp)
    project |= {
        "project_name": name,
        "code_revision": rng.randint(10, 900),
        "js_file_size": rng.randint(15_000, 90_000),
        "ip_filter": None,
    }
    store.keep(world, "project", project)
    for audience in _AUDIENCES:
        store.keep(world, "audience", new_audience(world, project["id"], stamp) | audience)
    for dimension in _DIMENSIONS:
        store.keep(world, "dimension", new_dimension(world, project["id"], stamp) | dimension)
    uploaded = {"name": f"{name}_customers", "list_type": 2, "key_fields": "customer"}
    store.keep(world, "targeting_list", new_targeting_list(world, project["id"]) | uploaded)
    return project


def new_goals(world: World, project: Document, created: datetime) -> list[Document]:
    """The goals of a project, yet to be attached to experiments and stored."""
    return [new_goal(world, project["id"], store.stamp(created)) | goal for goal in _GOALS]
