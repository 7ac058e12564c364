"""Documents as vendors publish them, with what the dialect of the specs does not have."""

from __future__ import annotations

MUSEUM = """\
openapi: 3.1.0
info: {title: Museum, version: 2024-01-01}
servers: [{url: "https://{region}.example.com/v1/", variables: {region: {default: eu}}}]
webhooks: {}
security: [{key: []}]
paths:
  /rooms:
    parameters: [{$ref: "#/components/parameters/Limit"}]
    get:
      tags: [Rooms, Public]
      parameters:
        - {name: "filter[name]", in: query, schema: {type: [string, "null"]}}
        - {name: opened, in: query, style: deepObject, schema: {type: object, properties: {gte: {type: integer}}}}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                properties:
                  rooms: {type: array, items: {$ref: "#/components/schemas/room"}}
                  next: {type: string}
        default: {$ref: "#/components/responses/Error"}
    post:
      operationId: rooms/create
      requestBody: {$ref: "#/components/requestBodies/Room"}
      responses:
        "201": {description: Made., content: {application/json: {schema: {$ref: "#/components/schemas/room"}}}}
  /rooms/{id}/picture:
    put:
      operationId: class
      tags: [2 pictures]
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {picture: {type: string, format: binary}, title: {type: string}}}
      responses: {"204": {description: Done.}}
    get:
      operationId: get-picture
      responses: {"200": {description: It., content: {image/png: {schema: {type: string, format: binary}}}}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 50, default: 10}}
  requestBodies:
    Room: {content: {application/json: {schema: {$ref: "#/components/schemas/room"}}}}
  responses:
    Error: {description: No., content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
  schemas:
    Problem: {type: object, properties: {message: {type: string}}}
    room:
      description: A room.
      allOf:
        - {$ref: "#/components/schemas/Place"}
        - type: object
          required: [id, on]
          properties:
            id: {type: string, format: uuid, readOnly: true}
            kind: {enum: ["on", "off", null]}
            wall: {anyOf: [{$ref: "#/components/schemas/Place"}, {type: "null"}]}
            parts: {type: array, items: {$ref: "parts.yaml#/Part"}}
            keeper: {oneOf: [{type: string}, {$ref: "#/components/schemas/Keeper"}]}
            shows:
              type: object
              additionalProperties: {oneOf: [{$ref: "#/components/schemas/Film"}, {$ref: "#/components/schemas/Talk"}]}
            inside: {$ref: "#/components/schemas/room"}
            anything: true
            list: {type: array, items: {}}
            "+1": {type: integer}
    Place: {type: object, properties: {x: {type: number}, y: {type: number}}}
    Keeper:
      type: object
      properties: {name: {type: string}, rooms: {type: array, items: {$ref: "#/components/schemas/room"}}}
    Film: {type: object, properties: {kind: {const: film}, minutes: {type: integer}}}
    Talk: {type: object, properties: {kind: {const: talk}, speaker: {type: string}}}
"""
"""OpenAPI 3.1, with a reference to another file, ``parts.yaml``."""

SWAGGER = """\
swagger: "2.0"
info: {title: Old, version: "1"}
host: old.example.com
basePath: /api
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: header, name: X-Key}
  login:
    {type: oauth2, flow: accessCode, authorizationUrl: "https://a.example.com", tokenUrl: "https://t.example.com"}
parameters:
  Size: {name: size, in: query, type: integer, default: 5}
  Pet: {name: pet, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}
responses:
  Pets: {description: Many., schema: {type: array, items: {$ref: "#/definitions/Pet"}}}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {$ref: "#/parameters/Size"}
        - {name: tags, in: query, type: array, items: {type: string}}
        - {name: kinds, in: query, type: array, collectionFormat: multi, items: {type: string}}
        - {name: colors, in: query, type: array, collectionFormat: pipes, items: {type: string}}
      responses: {200: {$ref: "#/responses/Pets"}}
    post:
      operationId: addPet
      parameters: [{$ref: "#/parameters/Pet"}]
      responses: {201: {description: Made., schema: {$ref: "#/definitions/Pet"}}, default: {description: No.}}
  /pets/{id}/picture:
    parameters: [{name: id, in: path, required: true, type: integer}]
    put:
      operationId: putPicture
      consumes: [multipart/form-data]
      parameters: [{name: picture, in: formData, type: file, required: true}, {name: note, in: formData, type: string}]
      responses: {204: {description: Done.}}
    get:
      operationId: getPicture
      produces: [image/png]
      responses: {200: {description: It., schema: {type: file}}}
    delete:
      operationId: deletePicture
      parameters: [{name: why, in: formData, type: string}]
      responses: {204: {description: Done.}}
definitions:
  Pet: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string, x-nullable: true}}}
"""
"""Swagger 2.0."""
