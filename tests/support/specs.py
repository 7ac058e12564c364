"""A small valid spec, and changes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import generate as generate_script

TINY = """\
openapi: 3.0.3
info:
  title: Tiny
  version: "1"
  description: A spec with one of each.
servers:
  - url: https://api.example.com/v1
paths:
  /things:
    get:
      operationId: listThings
      tags: [Things]
      description: All things.
      parameters:
        - name: page
          in: query
          description: Which page, from 1.
          schema: {type: integer}
        - name: kind
          in: query
          description: Kinds to include.
          schema: {type: array, items: {type: string}}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/ThingPage"}
        "404": {$ref: "#/components/responses/NotFound"}
    post:
      operationId: createThing
      tags: [Things]
      description: A new thing.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/ThingCreate"}
      responses:
        "201":
          description: The thing.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
  /things/{thing_id}:
    parameters:
      - $ref: "#/components/parameters/ThingId"
    get:
      operationId: getThing
      tags: [Things]
      description: One thing, once it is ready.
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
        "202":
          description: Not ready yet.
    put:
      operationId: replaceThing
      tags: [Things]
      description: Write a thing as it was read.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Tag"}
      responses:
        "204":
          description: Done.
  /things.csv:
    get:
      operationId: exportThings
      tags: [Things]
      description: All things as text.
      responses:
        "200":
          description: The text.
          content:
            text/csv:
              schema: {type: string}
components:
  parameters:
    ThingId:
      name: thing_id
      in: path
      required: true
      description: The thing's id.
      schema: {type: integer, format: int64}
  responses:
    NotFound:
      description: No such thing.
      content:
        application/json:
          schema: {$ref: "#/components/schemas/ErrorRep"}
  schemas:
    ErrorRep:
      type: object
      description: An error.
      properties:
        message:
          type: string
          description: What is wrong.
    ThingPage:
      type: object
      description: A page of things.
      x-items: things
      properties:
        things:
          type: array
          description: The things.
          items: {$ref: "#/components/schemas/Thing"}
    Thing:
      type: object
      description: A thing.
      required: [id]
      properties:
        id:
          type: integer
          description: Its id.
        status:
          type: string
          enum: [running, paused]
          description: What it does.
        created:
          type: string
          format: date-time
          description: Since when it is.
        seen:
          type: integer
          x-wire: epoch-seconds
          description: When it was last seen.
        score:
          type: string
          x-wire: numeric-string
          description: How good it is.
        conditions:
          type: string
          x-wire: json-string
          description: For whom it is.
        tags:
          type: array
          description: Its tags.
          items: {$ref: "#/components/schemas/Tag"}
        parts:
          type: object
          description: Things inside, by name.
          additionalProperties: {$ref: "#/components/schemas/Thing"}
    Tag:
      type: object
      description: A word about a thing; read and sent.
      properties:
        word:
          type: string
          description: The word.
        since:
          type: string
          format: date
          description: Since when.
    ThingCreate:
      type: object
      description: A thing to be.
      required: [status]
      properties:
        status:
          type: string
          enum: [running, paused]
          description: What it shall do.
        until:
          type: string
          format: date-time
          nullable: true
          description: When it shall end.
        seen:
          type: integer
          x-wire: epoch-seconds
          description: When it was last seen.
        score:
          type: string
          x-wire: numeric-string
          description: How good it is.
        conditions:
          type: string
          x-wire: json-string
          nullable: true
          description: For whom it is.
        tags:
          type: array
          description: Its tags.
          items: {$ref: "#/components/schemas/Tag"}
"""


def changed(old: str, new: str, spec: str = TINY) -> str:
    """A spec with the first occurrence of ``old`` replaced; fails if there is none."""
    assert old in spec, old
    return spec.replace(old, new, 1)


def write(directory: Path, text: str = TINY, name: str = "tiny.yaml") -> Path:
    """Write a spec into a directory."""
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def generate(directory: Path, text: str = TINY) -> str:
    """Generate the package ``tiny`` of a spec, and make it importable.

    Returns:
        The name of the package that holds it, with the runtime beside it: ``<name>.tiny.models``.
    """
    package = directory / f"generated_{directory.name.replace('-', '_')}"
    assert generate_script.main([str(write(directory, text)), "--output", str(package)]) == 0
    sys.path.insert(0, str(directory))
    return package.name
