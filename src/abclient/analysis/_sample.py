"""What was measured of one variation, as counts and sums: all that the comparisons need, and what of it is refused."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from attrs import frozen

from ..results import ResultRow
from ._arguments import count, number

SampleKind: TypeAlias = Literal["conversion", "value"]

# A variance from sums loses as many digits as it is smaller than the squares; below this share fewer than six are left.
_SMALLEST_SPREAD = 1e-10


@frozen(kw_only=True)
class Sample:
    """What was measured of the units of one variation, for one metric.

    Made by ``of_conversions``, ``of_sums``, ``of_moments``, ``of_ratio`` or ``of_row``, which refuse what cannot be.
    Samples of other units of the same variation are added by ``+``. Units are what was randomized, each counted once:
    the sum of daily counts is not such a sample where visitors return.

    Attributes:
        units: how many visitors, users or other units there were; units without an event count too.
        mean: the rate of conversion, or the mean of the metric per unit.
        variance: of the metric from unit to unit, not of the mean: ``p * (1 - p)`` of conversions, else with
            ``units - 1`` below the line.
        conversions: how many units converted; None for a metric that is not yes or no.
    """

    units: int
    mean: float
    variance: float
    conversions: int | None = None

    def __attrs_post_init__(self) -> None:
        if not (self.units > 0 and _in_range(abs(self.mean), 1) and _in_range(self.variance, 2)):
            raise ValueError(f"a mean of {self.mean!r} with a variance of {self.variance!r} cannot be computed with")
        if self.conversions is not None and not 0 <= self.conversions <= self.units:
            raise ValueError(f"conversions is {self.conversions}, not between 0 and {self.units}")

    @classmethod
    def of_conversions(cls, *, units: int, conversions: int) -> Sample:
        """A metric that is yes or no for each unit.

        Must not be used for counts of events: a unit may have several, so they are values.

        Raises:
            ValueError: a count is missing, negative or not whole; there are no units, or fewer than conversions.
        """
        units, conversions = count(units, "units"), count(conversions, "conversions")
        if not units:
            raise ValueError("units is 0: nothing was measured")
        if conversions > units:
            raise ValueError(
                f"conversions is {conversions}, more than the {units} units; if a unit may have several, they "
                "are values: of_sums"
            )
        rate = conversions / units
        return cls(units=units, mean=rate, variance=rate * (1 - rate), conversions=conversions)

    @classmethod
    def of_sums(cls, *, units: int, total: float, squares: float) -> Sample:
        """A metric with a value for each unit, from the sum of the values and the sum of their squares.

        ``variance = (squares - total**2 / units) / (units - 1)``. Whole numbers are computed with exactly; of floats
        the variance is the small difference of large numbers, and refused where fewer than six digits would be left.

        Raises:
            ValueError: something is missing, negative or NaN; there are fewer than two units; the sums cannot be of
                the same values, or are too inexact for a variance.
        """
        units = _several(units)
        mean, rounded = number(total, "total") / units, number(squares, "squares")
        exact = hasattr(total, "__index__") and hasattr(squares, "__index__")
        spread = float(units * int(squares) - int(total) ** 2) if exact else units * rounded - float(total) ** 2
        return cls(units=units, mean=mean, variance=_variance(units, spread, rounded, exact=exact))

    @classmethod
    def of_moments(cls, *, units: int, mean: float, variance: float) -> Sample:
        """A metric with a value for each unit, from its mean and its sample variance, as SQL's ``VAR_SAMP``.

        To be preferred to ``of_sums``, as it loses no digits. Must not be given the variance of the mean, which is
        smaller by the number of units, nor a mean that a vendor has shrunk or adjusted.

        Raises:
            ValueError: something is missing, negative or NaN, or there are fewer than two units.
        """
        units, mean, variance = _several(units), number(mean, "mean"), number(variance, "variance")
        if variance < 0:
            raise ValueError(f"variance is {variance!r}: a variance is never negative")
        return cls(units=units, mean=mean, variance=variance)

    @classmethod
    def of_ratio(
        cls,
        *,
        units: int,
        total: float,
        squares: float,
        base_total: float,
        base_squares: float,
        products: float,
    ) -> Sample:
        """A ratio of two metrics, such as revenue per order, by the delta method.

        The mean is ``R = total / base_total``, the variance ``(v_y - 2 R c + R**2 v_x) / (base_total / units)**2`` with
        the variances of numerator and denominator and their covariance (Deng, Knoblich, Lu: Applying the Delta Method
        in Metric Analytics, KDD 2018). Without the products there is no covariance, and no test is right: sessions,
        orders or events are not what was randomized.

        Args:
            units: what was randomized.
            total: the sum of the numerator over units.
            squares: the sum of its squares.
            base_total: the sum of the denominator over units.
            base_squares: the sum of its squares.
            products: the sum over units of numerator times denominator.

        Raises:
            ValueError: as ``of_sums``; the denominator is not positive, or the products cannot be.
        """
        above = cls.of_sums(units=units, total=total, squares=squares)
        below = cls.of_sums(units=units, total=base_total, squares=base_squares)
        if below.mean <= 0:
            raise ValueError(f"base_total is {base_total!r}: a ratio needs a positive denominator")
        units = above.units
        covariance = (number(products, "products") - units * above.mean * below.mean) / (units - 1)
        if covariance**2 > above.variance * below.variance * (1 + 1e-6):
            raise ValueError("products, squares and base_squares cannot be sums over the same units")
        ratio = above.mean / below.mean
        spread = above.variance - 2 * ratio * covariance + ratio**2 * below.variance
        return cls(units=units, mean=ratio, variance=max(spread, 0.0) / below.mean**2)

    @classmethod
    def of_row(cls, row: ResultRow) -> Sample:
        """The counts of a row of results: of a conversion metric, or of any that ``rows_from_counts`` made.

        Raises:
            ValueError: the row has no counts, or is a vendor's of another kind of metric, whose means and variances may
                be of a model and not of the units.
        """
        if not isinstance(row, ResultRow):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"row is a {type(row).__name__}, not a result row")
        if row.metric_kind != "conversion" and row.edition == "counts":
            mean, variance = number(row.mean, "mean"), number(row.variance, "variance")
            return cls.of_moments(units=count(row.units, "units"), mean=mean, variance=variance)
        if row.metric_kind != "conversion":
            raise ValueError(f"the metric is of the kind {row.metric_kind}, whose variance vendors do not give")
        return cls.of_conversions(units=count(row.units, "units"), conversions=count(row.conversions, "conversions"))

    @property
    def kind(self) -> SampleKind:
        """Whether units convert or not, or have values."""
        return "value" if self.conversions is None else "conversion"

    def __add__(self, other: Sample) -> Sample:
        """Both together, where no unit is in both (Chan, Golub, LeVeque 1979, which loses no digits)."""
        if not isinstance(other, Sample):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            return NotImplemented
        if self.kind != other.kind:
            raise ValueError(f"a {self.kind} and a {other.kind} are not samples of one metric")
        if self.conversions is not None and other.conversions is not None:
            return Sample.of_conversions(
                units=self.units + other.units, conversions=self.conversions + other.conversions
            )
        units, apart = self.units + other.units, other.mean - self.mean
        within = self.variance * (self.units - 1) + other.variance * (other.units - 1)
        between = apart**2 * self.units * other.units / units
        mean = self.mean + apart * other.units / units
        return Sample(units=units, mean=mean, variance=(within + between) / (units - 1))

    def __str__(self) -> str:
        """The counts, as people write them."""
        if self.conversions is None:
            return f"{self.mean:.6g} a unit, {self.units:,} units"
        return f"{self.mean:.4%}, {self.conversions:,} of {self.units:,}"


def _in_range(figure: float, power: int) -> bool:
    """Whether a mean, or a variance with the power of 2, is such that no product of several overflows."""
    return figure == 0 or 10.0 ** (-40 * power) <= figure <= 10.0 ** (40 * power)


def _several(units: Any) -> int:
    units = count(units, "units")
    if units < 2:
        raise ValueError(f"units is {units}: the values of fewer than two have no variance")
    return int(units)


def _variance(units: int, spread: float, squares: float, *, exact: bool) -> float:
    """The variance of values of which ``units * squares - total**2`` is given."""
    rounding = 0.0 if exact else _SMALLEST_SPREAD * units * squares
    if squares < 0 or spread < -rounding:
        raise ValueError(f"total and squares cannot be of the same {units} values: squares is below total**2 / units")
    if spread < rounding:
        raise ValueError(
            "total and squares are too inexact: the variance is lost in the digits that floats have. Give whole "
            "numbers, or mean and variance: of_moments"
        )
    return spread / units / (units - 1)
