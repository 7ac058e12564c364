"""Builds the one module in C; everything else is in pyproject.toml."""

from setuptools import Extension, setup

SOURCES = [f"src/abclient_speedups/{name}.c" for name in ("_plan", "_read", "_reader")]

setup(
    ext_modules=[Extension("abclient_speedups._reader", SOURCES, depends=["src/abclient_speedups/_reader.h"])],
)
