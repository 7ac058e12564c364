"""A made-up vendor whose document has what today's documents have: unions, files, and bodies of several kinds."""

from __future__ import annotations

LIBRARY = """\
openapi: 3.0.3
info:
  title: Library
  version: "1"
  description: Books, and what may stand in their fields.
servers:
  - url: https://library.example.com/v1
  - url: https://eu.library.example.com/v1
paths:
  /books/{book_id}:
    parameters:
      - $ref: "#/components/parameters/BookId"
    get:
      operationId: getBook
      tags: [Books]
      description: One book.
      responses:
        "200":
          description: The book.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Book"}
    put:
      operationId: replaceBook
      tags: [Books]
      description: Write a book.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/BookUpdate"}
      responses:
        "204":
          description: Done.
    patch:
      operationId: patchBook
      tags: [Books]
      description: Change a book, step by step.
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: array, items: {$ref: "#/components/schemas/Step"}}
          application/json; domain-model=steps:
            schema: {$ref: "#/components/schemas/Steps"}
          application/merge-patch+json:
            schema: {$ref: "#/components/schemas/BookUpdate"}
      responses:
        "200":
          description: The book.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Book"}
  /books/search:
    post:
      operationId: searchBooks
      tags: [Books]
      description: Find books.
      x-reads: true
      requestBody:
        required: false
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Search"}
      responses:
        "200":
          description: What was found.
          content:
            application/vnd.library+json:
              schema: {$ref: "#/components/schemas/BookPage"}
  /books/{book_id}/scan:
    parameters:
      - $ref: "#/components/parameters/BookId"
    get:
      operationId: getScan
      tags: [Scans]
      description: All pages.
      parameters:
        - name: pages
          in: query
          description: Which of them.
          explode: false
          schema: {type: array, items: {type: integer}}
        - name: after
          in: query
          description: Made after.
          schema: {type: integer, x-wire: epoch-milliseconds}
        - name: X-Before
          in: header
          description: Made before.
          schema: {type: integer, x-wire: epoch-seconds}
      responses:
        "200":
          description: The pages.
          content:
            application/zip:
              schema: {type: string, format: binary}
    post:
      operationId: uploadScan
      tags: [Scans]
      description: Upload pages.
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {$ref: "#/components/schemas/ScanUpload"}
      responses:
        "204":
          description: Done.
    put:
      operationId: replaceScan
      tags: [Scans]
      description: Replace all pages.
      requestBody:
        required: true
        content:
          application/zip:
            schema: {type: string, format: binary}
      responses:
        "204":
          description: Done.
  /marks:
    post:
      operationId: saveMark
      tags: [Marks]
      description: A new mark, or another text for one.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/MarkInput"}
      responses:
        "204":
          description: Done.
  /books/{book_id}/note:
    parameters:
      - $ref: "#/components/parameters/BookId"
    put:
      operationId: writeNote
      tags: [Scans]
      description: Write a note.
      requestBody:
        required: true
        content:
          text/plain:
            schema: {type: string}
      responses:
        "204":
          description: Done.
components:
  parameters:
    BookId:
      name: book_id
      in: path
      required: true
      description: The book's id.
      schema: {type: integer}
  schemas:
    Book:
      type: object
      description: A book.
      required: [id]
      properties:
        id:
          type: integer
          description: Its id.
        author: {$ref: "#/components/schemas/AuthorOrId"}
        related:
          type: array
          description: Similar books.
          items: {$ref: "#/components/schemas/BookOrId"}
        editions:
          type: object
          description: Other editions, by year.
          additionalProperties: {$ref: "#/components/schemas/BookOrId"}
        price:
          description: A number, or a word such as free.
          oneOf: [{type: number}, {type: string, enum: [free]}]
        prices:
          type: array
          description: Numbers and words.
          items: {$ref: "#/components/schemas/NumberOrWord"}
        rule: {$ref: "#/components/schemas/LendingRule"}
        rules:
          type: array
          description: All rules.
          items: {$ref: "#/components/schemas/LendingRule"}
        shelf: {$ref: "#/components/schemas/Shelf"}
        allow_list:
          type: object
          description: Who may read it; the class is not called BookAllowList, as another schema is.
          additionalProperties: {type: string}
        created:
          type: integer
          x-wire: epoch-milliseconds
          description: Since when it is.
        cover:
          type: string
          x-wire: base64
          description: A small picture.
    Author:
      type: object
      description: Who wrote it.
      properties:
        name:
          type: string
          description: The name.
        books:
          type: array
          description: What else.
          items: {$ref: "#/components/schemas/Book"}
    AuthorOrId:
      description: The id, or the author if expanded.
      nullable: true
      oneOf: [{type: integer}, {$ref: "#/components/schemas/Author"}]
    BookOrId:
      description: The id, or the book if expanded.
      oneOf: [{type: integer}, {type: string}, {$ref: "#/components/schemas/Book"}]
    NumberOrWord:
      description: A number or a word.
      oneOf: [{type: integer}, {type: string}]
    LendingRule:
      description: To whom it is lent.
      oneOf: [{$ref: "#/components/schemas/AgeRule"}, {$ref: "#/components/schemas/PlaceRule"}]
      discriminator:
        propertyName: kind
        mapping:
          age: "#/components/schemas/AgeRule"
          child: "#/components/schemas/AgeRule"
          place: "#/components/schemas/PlaceRule"
    AgeRule:
      type: object
      description: By age.
      properties:
        kind: {type: string, description: age or child.}
        from_age: {type: integer, description: The least age.}
    PlaceRule:
      type: object
      description: By place.
      properties:
        kind: {type: string, description: place.}
        rules:
          type: array
          description: Rules within it.
          items: {$ref: "#/components/schemas/LendingRule"}
    Shelf:
      type: object
      description: Where it stands.
      nullable: true
      properties:
        row: {type: integer, description: The row.}
        books:
          type: array
          description: What stands there.
          items: {$ref: "#/components/schemas/Book"}
    BookAllowList:
      type: object
      description: A list of its own.
      nullable: true
      properties:
        names: {type: array, description: The names., items: {type: string}}
    BookPage:
      type: object
      description: Some books.
      x-items: books
      properties:
        books:
          type: array
          description: The books.
          items: {$ref: "#/components/schemas/Book"}
    Search:
      type: object
      description: What to find.
      properties:
        text: {type: string, description: Words.}
    Step:
      type: object
      description: A change.
      properties:
        op: {type: string, description: What to do.}
    Steps:
      type: object
      description: Changes with a reason.
      properties:
        comment: {type: string, description: The reason.}
    ScanUpload:
      type: object
      description: Pages to add.
      required: [cover]
      properties:
        cover: {type: string, format: binary, description: The first page.}
        pages: {type: array, description: The others., items: {type: string, format: binary}}
        title: {type: string, description: What it is.}
        made: {type: string, format: date-time, description: When.}
        public: {type: boolean, description: Whether all may see it.}
        order: {type: array, description: Their numbers., items: {type: integer}}
        step: {$ref: "#/components/schemas/Step"}
    BookUpdate:
      type: object
      description: What to write.
      properties:
        author: {$ref: "#/components/schemas/AuthorUpdateOrId"}
        rule: {$ref: "#/components/schemas/LendingRuleUpdate"}
        price:
          description: A number, or a word.
          nullable: true
          oneOf: [{type: integer}, {type: string}]
        shelf: {$ref: "#/components/schemas/ShelfUpdate"}
        allow_list: {$ref: "#/components/schemas/BookAllowList"}
        created:
          type: integer
          nullable: true
          x-wire: epoch-milliseconds
          description: Since when it is.
        cover:
          type: string
          x-wire: base64
          description: A small picture.
    MarkInput:
      type: object
      description: A mark in a book.
      required: [books]
      properties:
        _id: {type: string, readOnly: true, x-python-name: id, description: Which mark.}
        text: {type: string, x-required-on-create: true, description: What it says.}
        color: {type: string, nullable: true, enum: [red, blue], x-default: red, description: Its color.}
        made: {type: string, format: date-time, readOnly: true, description: Since when it is.}
        books: {type: array, description: In which books., items: {$ref: "#/components/schemas/AuthorUpdateOrId"}}
        steps:
          type: object
          description: What to do, by name.
          additionalProperties: {$ref: "#/components/schemas/Step"}
    AuthorUpdate:
      type: object
      description: A new author.
      properties:
        name: {type: string, description: The name.}
    AuthorUpdateOrId:
      description: The id, or a new author.
      oneOf: [{type: integer}, {$ref: "#/components/schemas/AuthorUpdate"}]
    AgeRuleUpdate:
      type: object
      description: By age.
      required: [kind]
      properties:
        kind: {type: string, enum: [age, child], description: Which of them.}
        from_age: {type: integer, description: The least age.}
    PlaceRuleUpdate:
      type: object
      description: By place.
      required: [kind]
      properties:
        kind: {type: string, enum: [place], description: Its kind.}
    LendingRuleUpdate:
      description: To whom it is lent.
      oneOf: [{$ref: "#/components/schemas/AgeRuleUpdate"}, {$ref: "#/components/schemas/PlaceRuleUpdate"}]
      discriminator:
        propertyName: kind
        mapping:
          age: "#/components/schemas/AgeRuleUpdate"
          child: "#/components/schemas/AgeRuleUpdate"
          place: "#/components/schemas/PlaceRuleUpdate"
    ShelfUpdate:
      type: object
      description: Where it shall stand; null takes it away.
      nullable: true
      properties:
        row: {type: integer, description: The row.}
"""

TYPED_USE = '''
"""What type checkers must know of the generated package."""

from collections.abc import Mapping
from typing import Any, Literal, Unpack, assert_type


from library_api.models import AgeRule, Author, Book, BookUpdate, MarkCreateFields, MarkUpdateFields, PlaceRule


async def read(book: Book) -> None:
    assert_type(book.author, int | Author | None)
    assert_type(book.related, list[int | str | Book] | None)
    assert_type(book.price, float | Literal["free"] | str | None)
    assert_type(book.rule, AgeRule | PlaceRule | dict[str, Any] | None)
    assert_type(book.cover, bytes | None)
    BookUpdate(author="5")  # type: ignore[arg-type]  # the mistake under test


def create(**fields: Unpack[MarkCreateFields]) -> None:
    assert_type(fields["text"], str)


def update(mark_id: str, **fields: Unpack[MarkUpdateFields]) -> None:
    assert_type(fields.get("color"), Literal["red", "blue"] | None)


async def write(book: Book, given: Mapping[str, Any]) -> None:
    create(text="a", books=(1, {"name": "b"}), steps={"c": given})
    create(books=[])  # type: ignore[call-arg]  # without a text
    update("1", books=[book], color=None)
    update("1", books=["d"])  # type: ignore[list-item]  # the mistake under test
    update("1", books=[], made=given)  # type: ignore[call-arg]  # the mistake under test
    update("1", books=[], color="green")  # type: ignore[arg-type]  # the mistake under test
'''
