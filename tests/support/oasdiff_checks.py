"""The checks of oasdiff (August 2026, 509 of them) by their ids and levels, and what each is here.

A line is the level (E error, W warning, I information), ids with alternatives in braces, and after "=" our kinds; or,
after "-", why there is none, by a letter:

- d: the dialect of specs/README.md does not have it, and normalising a document takes it away
- h: generated code does not read headers of responses
- i: nothing that a caller of generated code sees: a version number, a date, a name in the document
- o: at most one of the two of ``readOnly`` and ``writeOnly`` has a meaning in the dialect
- l: a limit of all that is read at once, which nothing in generated code knows
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

TABLE = """
E api-removed-without-deprecation = operation-removed
E api-path-removed-without-deprecation = operation-removed
E api-{,path-}removed-before-sunset = operation-removed
I api-{,path-}removed-with-deprecation = operation-removed
E webhook-removed - d
I webhook-added - d
I endpoint-added = operation-added
I endpoint-deprecated{,-with-sunset} = operation-deprecated
I endpoint-reactivated = operation-undeprecated
I api-operation-id-{added,removed} = operation-renamed
I api-tag-{added,removed} = operation-tag-changed
I api-schema-removed = schema-removed
I api-{,global-}security-{added,removed} = security-changed
I api-{,global-}security-scope-{added,removed} = security-changed
I api-security-component-{added,removed} = security-changed
I api-security-component-type-changed = security-changed
I api-security-component-oauth-scope-{added,removed,changed} - i
I api-security-component-oauth-{token-url,url}-changed - i
I api-{major-version-not-bumped,version-not-bumped,version-decreased} - i
E api-{deprecated-sunset-missing,deprecated-sunset-parse,path-sunset-parse,invalid-stability-level} - i
E api-{stability-decreased,sunset-date-changed-too-small,sunset-date-too-small} - i
I api-stability-increased - i
E sunset-deleted - i
E new-required-request-parameter = required-parameter-added
E new-required-request-default-parameter-to-existing-path = required-parameter-added
E new-request-path-parameter = required-parameter-added
I new-optional-request-{default-parameter-to-existing-path,parameter} = parameter-added
E new-required-request-property{,-with-default} = required-request-property-added
I new-optional-request-property = request-property-added
E new-required-request-header-property - d
E request-header-property-became-{enum,required} - d
W request-parameter-removed = parameter-removed
E request-parameter-removed-before-sunset = parameter-removed
I request-parameter-removed-with-deprecation = parameter-removed
E request-parameter-became-required = parameter-became-required
I request-parameter-became-optional = parameter-became-optional
E request-parameter-became-not-nullable - d
I request-parameter-became-nullable - d
E request-parameter-became-enum = parameter-became-enum
E request-parameter-enum-value-removed = parameter-value-removed parameter-value-renamed
I request-parameter-enum-value-added = parameter-value-added
E request-parameter-x-extensible-enum-value-removed - d
E request-parameter-type-changed = parameter-type-changed
I request-parameter-type-generalized = parameter-type-widened parameter-type-compatible parameter-became-free
E request-parameter-list-of-types-narrowed = parameter-type-changed
I request-parameter-list-of-types-widened = parameter-type-widened
E request-parameter-default-value-{added,changed,removed} = parameter-default-changed
I request-parameter-{deprecated,reactivated} = parameter-deprecated parameter-undeprecated
E request-parameter-{deprecated-sunset-missing,sunset-date-changed-too-small,sunset-date-too-small} - i
E request-parameter-{sunset-deleted,sunset-parse} - i
E request-parameter-property-{became-not-nullable,enum-value-removed,list-of-types-narrowed,type-specialized} - d
I request-parameter-property-{became-nullable,enum-value-added,list-of-types-widened,type-generalized} - d
W request-parameter-property-type-changed - d
E request-body-added-required = required-body-added
I request-body-added-optional = body-added
E request-body-removed = body-removed
E request-body-became-required = body-became-required
I request-body-became-optional = body-became-optional
E request-body-{became-enum,became-not-nullable,type-changed} = body-type-changed
E request-body-{enum-value-removed,list-of-types-narrowed} = body-type-changed
I request-body-{became-nullable,type-generalized,list-of-types-widened} = body-type-widened
I request-body-type-compatible = body-type-compatible
E request-body-media-type-removed = body-content-type-changed
I request-body-media-type-added = body-content-type-changed
E request-body-media-type-schema-added = body-type-changed
I request-body-media-type-schema-removed = body-type-changed
E request-property-became-required{,-with-default} = request-property-became-required
I request-property-became-optional = request-property-became-optional
E request-property-became-not-nullable = request-property-became-not-nullable
I request-property-became-nullable = request-property-became-nullable
W request-property-removed = request-property-removed request-property-renamed
E request-property-became-enum = request-property-became-enum
E request-property-enum-value-removed = request-property-value-removed request-property-value-renamed
I request-property-enum-value-added = request-property-value-added
E request-property-x-extensible-enum-value-removed - d
I request-read-only-property-enum-value-removed = response-property-value-removed
E request-property-type-changed = request-property-type-changed
I request-property-type-{generalized,compatible} = request-property-type-widened request-property-type-compatible
E request-property-list-of-types-narrowed = request-property-type-changed
I request-property-list-of-types-widened = request-property-type-widened
I request-property-{deprecated,deprecated-with-sunset} = request-property-deprecated
I request-property-reactivated = request-property-undeprecated
I request-{optional,required}-property-became-read-only = request-property-became-read-only
I request-{optional,required}-property-became-not-read-only = request-property-became-writable
I request-{optional,required}-property-became-{,not-}write-only - o
W response-optional-property-removed = response-property-removed response-property-renamed
E response-required-property-removed = response-property-removed response-property-renamed
I response-{optional,required}-property-added = response-property-added
I response-{optional,required}-write-only-property-{added,removed} - o
I response-optional-property-became-{,not-}{read,write}-only - o
I response-required-property-became-{,not-}read-only - o
I response-required-property-became-write-only - o
W response-required-property-became-not-write-only - o
I response-write-only-property-{became-optional,became-required,enum-value-added} - o
E response-property-became-optional = response-property-became-optional
I response-property-became-required = response-property-became-required
E response-property-became-nullable = response-property-became-nullable
I response-property-became-not-nullable = response-property-became-not-nullable
W response-property-enum-value-added = response-property-value-added
I response-property-enum-value-removed = response-property-value-removed response-property-value-renamed
E response-property-{type-changed,type-generalized,list-of-types-widened} = response-property-type-changed
I response-property-{type-specialized,list-of-types-narrowed} = response-property-type-narrowed
I response-property-type-compatible = response-property-type-compatible
I response-property-{deprecated,deprecated-with-sunset} = response-property-deprecated
I response-property-reactivated = response-property-undeprecated
E response-body-{became-nullable,type-changed,type-generalized,list-of-types-widened} = response-type-changed
I response-body-{became-not-nullable,type-specialized,list-of-types-narrowed} = response-type-narrowed
I response-body-type-compatible = response-type-compatible
I response-body-media-type-schema-added = response-type-changed
W response-body-media-type-schema-removed = response-type-changed
E response-media-type-{removed,name-generalized} = response-content-type-changed
I response-media-type-{added,name-changed,name-specialized} = response-content-type-changed
I response-mediatype-enum-value-removed = response-type-narrowed
I response-{success,non-success}-status-added = response-status-added
E response-success-status-removed = response-status-removed
I response-non-success-status-removed = response-status-removed
E required-response-header-removed - h
W optional-response-header-removed - h
I response-header-{added,became-not-nullable,type-compatible,type-specialized} - h
E response-header-{became-nullable,became-optional,type-changed,type-generalized} - h
E request-parameter-{,exclusive-}max-decreased = parameter-limits-changed
I request-parameter-{,exclusive-}max-increased = parameter-limits-changed
W request-parameter-{,exclusive-}{max,min}-set = parameter-limits-changed
E request-parameter-{,exclusive-}min-increased = parameter-limits-changed
I request-parameter-{,exclusive-}min-decreased = parameter-limits-changed
E request-parameter-{max-items,max-length}-decreased = parameter-limits-changed
I request-parameter-{max-items,max-length}-increased = parameter-limits-changed
E request-parameter-{min-items,min-length}-increased = parameter-limits-changed
I request-parameter-{min-items,min-length}-decreased = parameter-limits-changed
W request-parameter-{max-length,min-items}-set = parameter-limits-changed
E request-parameter-pattern-added = parameter-limits-changed
W request-parameter-pattern-changed = parameter-limits-changed
I request-parameter-pattern-{generalized,removed} = parameter-limits-changed
E request-body-{,exclusive-}max-decreased = body-limits-changed
I request-body-{,exclusive-}max-increased = body-limits-changed
W request-body-{,exclusive-}{max,min}-set = body-limits-changed
E request-body-{,exclusive-}min-increased = body-limits-changed
I request-body-{,exclusive-}min-decreased = body-limits-changed
E request-body-max-length-decreased = body-limits-changed
I request-body-max-length-increased = body-limits-changed
E request-body-{min-items,min-length}-increased = body-limits-changed
I request-body-min-length-decreased = body-limits-changed
W request-body-{max-length,min-items}-set = body-limits-changed
E request-property-{,exclusive-}max-decreased = request-property-limits-changed
I request-property-{,exclusive-}max-increased = request-property-limits-changed
W request-property-{,exclusive-}{max,min}-set = request-property-limits-changed
E request-property-{,exclusive-}min-increased = request-property-limits-changed
I request-property-{,exclusive-}min-decreased = request-property-limits-changed
E request-property-max-length-decreased = request-property-limits-changed
I request-property-max-length-increased = request-property-limits-changed
E request-property-{min-items,min-length}-increased = request-property-limits-changed
I request-property-min-length-decreased = request-property-limits-changed
W request-property-{max-length,min-items}-set = request-property-limits-changed
E request-property-pattern-added = request-property-limits-changed
W request-property-pattern-changed = request-property-limits-changed
I request-property-pattern-{generalized,removed} = request-property-limits-changed
I request-read-only-property-{max,exclusive-max,max-length}-decreased = response-property-limits-changed
I request-read-only-property-{min,exclusive-min}-increased = response-property-limits-changed
E response-property-{,exclusive-}max-increased = response-property-limits-changed
E response-property-{,exclusive-}min-decreased = response-property-limits-changed
E response-property-max-length-{increased,unset} = response-property-limits-changed
E response-property-{min-items-decreased,min-items-unset,min-length-decreased} = response-property-limits-changed
I response-property-pattern-{added,changed,removed} = response-property-limits-changed
E response-body-{,exclusive-}max-increased - l
E response-body-{,exclusive-}min-decreased - l
E response-body-max-length-{increased,unset} - l
E response-body-{min-items-decreased,min-items-unset,min-length-decreased} - l
I request-property-default-value-{added,changed,removed} = request-property-default-changed
I response-property-default-value-{added,changed,removed} = response-property-default-changed
I {request,response}-body-default-value-{added,changed,removed} - d
E request-property-const-{added,changed} = request-property-became-enum request-property-value-removed
I request-property-const-removed = request-property-became-free
I response-property-const-added = response-property-became-enum
E response-property-const-changed = response-property-value-removed response-property-value-added
E response-property-const-removed = response-property-became-free
E request-body-const-{added,changed} = body-type-changed
I request-body-const-removed = body-type-widened
I response-body-const-added = response-type-narrowed response-type-compatible
E response-body-const-{changed,removed} = response-type-compatible response-type-changed
I request-property-one-of-added = request-property-type-widened
E request-property-one-of-removed = request-property-type-changed
E response-property-one-of-added = response-property-type-changed
I response-property-one-of-removed = response-property-type-narrowed
I request-body-one-of-added = body-type-widened
E request-body-one-of-removed = body-type-changed
E response-body-one-of-added = response-type-changed
I response-body-one-of-removed = response-type-narrowed
E {request,response}-body-wrapped-in-one-of - d
I {request,response}-property-discriminator-mapping-changed = discriminator-changed
I {request,response}-property-discriminator-property-name-changed = discriminator-changed
I request-property-discriminator-mapping-added = request-property-type-widened
I request-property-discriminator-mapping-deleted = request-property-type-changed
I response-property-discriminator-mapping-added = response-property-type-changed
I response-property-discriminator-mapping-deleted = response-property-type-narrowed
I {request,response}-property-discriminator-{added,removed} - d
I {request,response}-body-discriminator-{added,removed,property-name-changed} - d
I {request,response}-body-discriminator-mapping-{added,changed,deleted} - d
E request-{body,property}-all-of-added - d
W request-{body,property}-all-of-removed - d
I request-{body,property}-all-of-{added,removed}-annotation-only - d
I response-{body,property}-all-of-{added,removed}{,-annotation-only} - d
I request-{body,property}-any-of-added - d
E request-{body,property}-any-of-removed - d
I response-{body,property}-any-of-{added,removed} - d
E request-{body,property}-{contains,dependent-schema,content-schema,property-names,pattern-property}-added - d
I request-{body,property}-{contains,dependent-schema,content-schema,property-names,pattern-property}-removed - d
I response-{body,property}-{contains,dependent-schema,content-schema,property-names,pattern-property}-added - d
E response-{body,property}-{contains,dependent-schema,content-schema,property-names,pattern-property}-removed - d
E request-{body,property}-{if,then,else,unevaluated-items,unevaluated-properties}-added - d
I request-{body,property}-{if,then,else,unevaluated-items,unevaluated-properties}-removed - d
I response-{body,property}-{if,then,else,unevaluated-items,unevaluated-properties}-added - d
E response-{body,property}-{if,then,else,unevaluated-items,unevaluated-properties}-removed - d
E request-{body,property}-dependent-required-{added,changed} - d
I request-{body,property}-dependent-required-removed - d
I response-{body,property}-dependent-required-added - d
E response-{body,property}-dependent-required-{changed,removed} - d
I request-{body,property}-prefix-items-added - d
E request-{body,property}-prefix-items-removed - d
E response-{body,property}-prefix-items-added - d
I response-{body,property}-prefix-items-removed - d
E {request,response}-{body,property}-content-{encoding,media-type}-changed - d
E request-{body,property}-max-contains-decreased - d
I request-{body,property}-max-contains-increased - d
E request-{body,property}-min-contains-increased - d
I request-{body,property}-min-contains-decreased - d
E response-{body,property}-max-contains-increased - d
I response-{body,property}-max-contains-decreased - d
E response-{body,property}-min-contains-decreased - d
I response-{body,property}-min-contains-increased - d
E {request,response}-property-{stability-decreased,sunset-date-too-small} - i
I {request,response}-property-stability-increased - i
E {request,response}-property-deprecated-sunset-{invalid,missing} - i
"""


def checks() -> Iterator[tuple[str, str, Sequence[str]]]:
    """Each check: its level, its id, and our kinds, or a single letter that says why there are none."""
    for line in TABLE.strip().splitlines():
        level, pattern, _, *kinds = line.split()
        parts = re.split(r"\{([^}]*)\}", pattern)
        options = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
        for words in product(*options):
            yield level, "".join(words), kinds
