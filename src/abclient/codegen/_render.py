"""The package of one spec, written into a directory; formatting it is the next step.

The generator is used as a library, because its command line cannot hand data to templates. It parses the spec, refuses
what it cannot do, finds names and writes files; what stands in them comes from the _plan_* modules.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any, cast

import openapi_python_client
from attrs import frozen
from openapi_python_client import Project, strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from ._smoke import CallPlan, plan_calls
from .plan._fields import FieldsPlan, plan_fields
from .plan._models import ModelPlan, plan_models
from .plan._operations import OperationPlan, plan_operations
from .plan._types import WIRE_CODECS
from .spec._document import Json, SpecError
from .spec._model import Spec

GENERATOR = "0.29.1"

_NO_TEST = "__test__ = False  # pytest takes modules of such a name for tests\n"
TEMPLATES = Path(__file__).parent / "templates"

REPLACED = {
    "endpoint_init.py.jinja": "c1837a037fdbbd85b5dc1d49f58bd80a672fe4496cfaaf84d3b91927027b56da",
    "endpoint_module.py.jinja": "c1b2628053eb4875ba59566baa5ae907666f9cbfafa308d93f970a4404b7cd52",
    "model.py.jinja": "fd1c79680d51c06cfbb89809ad123750ba9add98b688036c04cabbf1f8ba40a0",
    "models_init.py.jinja": "4f64a3d6e1b15a561be5573c1b7702eb928c0e4fa6b67107d20e57a74c44d51a",
    "package_init.py.jinja": "ac15907e32dc39bd9b83ea6f2002fb87514f2182b97f88231b5a9c47321f6210",
}
"""SHA-256 of the upstream text behind each of our templates: when it changes, ours wants a look."""

ADDED = ("fields.py.jinja", "smoke.py.jinja")
"""Our templates of what upstream does not make."""

_CODECS = [f"{direction}_{codec}" for _, codec in WIRE_CODECS.values() for direction in ("from", "to")]
WIRE_FUNCTIONS = ", ".join(["to_date", "to_datetime", *_CODECS])
"""What templates import from ``_wire``; what a module does not use is dropped afterwards."""

TEST = "test_smoke.py"
"""The test of a package that stands alone, inside it."""

# The generator always writes these; they are its httpx client, and a types.py that shadows the standard library's.
UNWANTED = ("client.py", "errors.py", "types.py")


@frozen
class Plans:
    """What the templates see: plans by class or module name, the module of each class, and of each operation."""

    models: dict[str, ModelPlan]
    fields: list[FieldsPlan]
    operations: dict[str, OperationPlan]
    modules: dict[str, str]
    tags: dict[str, str]
    calls: list[CallPlan]


def check_generator() -> None:
    """Refuse another generator than the one the templates were written for.

    Raises:
        SpecError: the installed version, or the text of a template that ours replace, is another.
    """
    installed = version("openapi-python-client")
    if installed != GENERATOR:
        raise SpecError(f"openapi-python-client {GENERATOR} is needed, {installed} is installed")
    upstream = Path(openapi_python_client.__file__).parent / "templates"
    for name, expected in REPLACED.items():
        if hashlib.sha256((upstream / name).read_bytes()).hexdigest() != expected:
            raise SpecError(f"the generator's own {name} changed: compare it with ours, then note its new SHA-256")


def render(path: Path, spec: Spec, directory: Path, *, alone: bool = False) -> None:
    """Write the package of a spec into a directory that does not exist yet.

    Args:
        path: the spec's file, which messages name.
        spec: what was read from it.
        directory: of the package.
        alone: whether it stands elsewhere than beside the runtime, which it then imports from ``abclient_api``, and
            with a marker and a test of its own.

    Raises:
        SpecError: the spec cannot be used; names what the generator says.
    """
    check_generator()
    project, plans = _project(path, spec, directory, alone)
    with redirect_stdout(StringIO()):  # it prints where it writes
        refused = project.build()
    _refuse(path, refused)
    for plan in plans.fields:
        text = project.env.get_template("fields.py.jinja").render(plan=plan)
        (directory / "models" / f"{plan.module}.py").write_text(text, encoding="utf-8")
    for name in UNWANTED:
        (directory / name).unlink()
    (directory / "openapi.json").write_text(spec.text, encoding="utf-8")
    if alone:
        (directory / "py.typed").touch()
        for module in [*directory.rglob("test_*.py"), *directory.rglob("*_test.py")]:
            module.write_text(f"{module.read_text(encoding='utf-8')}\n\n{_NO_TEST}", encoding="utf-8")
        test = project.env.get_template("smoke.py.jinja").render(plans=plans)
        (directory / TEST).write_text(test, encoding="utf-8")


def _refuse(path: Path, errors: Sequence[GeneratorError]) -> None:
    # The generator calls them warnings, and leaves out what they are about.
    if errors:
        raise SpecError("\n".join(f"{path}: {error.header} {error.detail or ''}".rstrip() for error in errors))


def skeleton(spec: Spec) -> dict[str, Json]:
    """What the generator has to know: the names of schemas and operations. What they hold comes from our plans.

    It would refuse what it has no names or types for, and rename what it finds odd, although none of that is printed.
    """
    paths: dict[str, Json] = {}
    for one in spec.operations:
        placeholders = [
            {"name": parameter.name, "in": "path", "required": True, "schema": {"type": "string"}}
            for parameter in one.parameters
            if parameter.location == "path"
        ]
        paths.setdefault(one.path, {})[one.method.lower()] = {
            "operationId": one.name,
            "tags": [one.tag],
            "parameters": placeholders,
            "responses": {"200": {"description": ""}},
        }
    schemas: dict[str, Json] = {name: {"type": "object"} for name, schema in spec.schemas.items() if schema.is_model}
    return {
        "openapi": "3.0.3",
        "info": {"title": spec.title, "version": ""},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _project(path: Path, spec: Spec, directory: Path, alone: bool) -> tuple[Project, Plans]:
    config = Config.from_sources(
        ConfigFile(post_hooks=[], field_prefix="", literal_enums=True),
        MetaType.NONE,
        document_source="",
        file_encoding="utf-8",
        overwrite=False,
        output_path=directory,
    )
    data = GeneratorData.from_dict(skeleton(spec), config=config)
    if isinstance(data, GeneratorError):
        raise SpecError(f"{path}: {data.header}: {data.detail}")
    _refuse(
        path,
        [*data.errors, *(error for tag in data.endpoint_collections_by_tag.values() for error in tag.parse_errors)],
    )
    try:
        plans = Plans(plan_models(spec), plan_fields(spec), plan_operations(spec), {}, {}, [])
    except SpecError as exc:
        raise SpecError(f"{path}: {exc}") from exc
    # Maps, free-form objects and enums are types in annotations, not classes with modules of their own.
    data.models = [model for model in data.models if model.class_info.name in plans.models]
    data.enums = []
    plans.modules.update({model.class_info.name: model.class_info.module_name for model in data.models})
    plans.modules.update({one.name: one.module for one in plans.fields})
    for tag, collection in data.endpoint_collections_by_tag.items():
        plans.tags.update({str(strings.PythonIdentifier(one.name, "")): str(tag) for one in collection.endpoints})
    plans.calls.extend(plan_calls(spec, plans.operations, plans.tags) if alone else ())
    project = Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    names: dict[str, Any] = {
        "plans": plans,
        "wire_functions": WIRE_FUNCTIONS,
        "title": spec.title,
        "servers": spec.servers,
        "headers": spec.headers,
        "runtime": "abclient_api." if alone else "",
    }
    cast("dict[str, Any]", project.env.globals).update(names)
    return project, plans
