"""Packages of typed requests and models, generated from specifications; needs the extra ``codegen``.

A specification is OpenAPI 3.0.3 in the dialect that ``specs/README.md`` describes. What is generated describes requests
and parses responses, and sends nothing: a client does, with ``client.send``.
"""
