"""Plots of result rows, as figures of Plotly: to look at in a notebook, to restyle, or to write as a page.

::

    from abclient import plot

    figure = plot.forest(rows)
    figure.show()
    plot.write_html(figure, "forest.html")

Functions take rows, or tables of Arrow, pandas and Polars with their columns. What cannot be plotted in one picture,
such as differences in several units, is refused with the reason. Every figure has a text that says the same in words:
``plot.text_of(figure)``.

Needs the extra ``plot``, which installs Plotly and SciPy. Does not depend on any vendor.
"""

from ._figure import text_of
from ._forest import forest
from ._page import write_html
from ._portfolio import portfolio
from ._time import over_time, probability_over_time
from ._traffic import traffic

__all__ = ["forest", "over_time", "portfolio", "probability_over_time", "text_of", "traffic", "write_html"]
