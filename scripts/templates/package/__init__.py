"""The generated clients: one package per API, made from ``specs/`` by ``scripts/generate.py``. Never edit them."""
