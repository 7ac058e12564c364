"""A local server that behaves like the vendors: for the README's first command, our tests, and yours.

Start it with ``abclient sandbox`` or ``python -m abclient.sandbox``, from a test with
:class:`abclient.testing.Sandbox`, or in-process with :func:`abclient.sandbox.app.create_app`, which makes an ASGI
application.

The sandbox imports neither the client nor the generated code, so that a mistake in one cannot hide in the other.

Handling of a request: ``entrance.py`` refuses requests from web pages and large bodies, and ``journal.py`` records the
others. ``app.py`` finds the vendor that owns the path, applies an injected fault, and waits for the latency; the
vendor's ``authenticate`` finds the account of the credential, the operation is looked up by path and method, the rate
limit counts it, and its handler responds. Handlers are plain functions that run to their end without a pause; those
that change something run in a transaction, so an exception leaves the world unchanged.

How to add a vendor
    1. Write ``sandbox/<vendor>.py`` (or a package of that name) with one constant, ``VENDOR``, a
       :class:`abclient.sandbox.vendor.Vendor`. It describes what each operation does (``operations``), which part of
       their paths is a client's ``base_url`` (``base``), which credentials are valid (``authenticate``), what an error
       looks like (``error``), which headers announce a rate limit (``limit_headers``), how to fill a world
       (``seed_world``), and what the world then contains (``listing``).
    2. Add it to ``BUILT_IN`` in ``registry.py``, or, from another distribution, name it in an entry point of the group
       ``abclient.sandbox``.

    Handlers take ``(world, call)``. They raise :class:`abclient.sandbox.vendor.RefusedError` to respond with an error,
    read bodies with :class:`abclient.sandbox.fields.Fields`, keep JSON documents in ``world.collection(vendor, kind)``,
    and take their figures from ``statistics.py``. Frequently read responses go through ``world.memo``. Everything in
    ``seed_world`` must come from its ``rng``, so that a seed always makes the same world; what ``listing`` names must
    have results. ``launchdarkly`` is the example to follow.
"""
