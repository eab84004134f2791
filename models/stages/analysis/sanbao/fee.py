"""The usage fee of art. 27 and what a returned car is worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from models.kernel.checked import BadValue, shown
from resources.texts import Message

from .law import FEE_COEFFICIENT_MOST

if TYPE_CHECKING:
    from .facts import Car

_PER_KM = 1000
_MOST = Decimal(FEE_COEFFICIENT_MOST) / 1000
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Fee:
    """Price x km / 1,000 x n in fen; ``capped`` when the certificate names a larger n."""

    price: int
    km: int
    n: Decimal
    capped: bool
    amount: int

    @property
    def returned(self) -> int:
        """What is paid back for the car: its price less the fee, before the items of art. 26."""
        return self.price - self.amount


def usage_fee(car: Car) -> Fee | None:
    """Return the fee at the present mileage; None while price, mileage or n is not known."""
    if car.purchase_price is None or car.odometer_km is None or not car.coefficient_n:
        return None
    told = coefficient(car.coefficient_n)
    n = min(told, _MOST)
    exact = Decimal(car.purchase_price) * car.odometer_km / _PER_KM * n
    amount = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    return Fee(
        car.purchase_price, car.odometer_km, n, told > _MOST, min(amount, car.purchase_price)
    )


def coefficient(typed: str) -> Decimal:
    """Return n as a number from ``0.005`` or ``0.5%``; refuses what is neither."""
    text = typed.strip().replace("％", "%")
    try:
        value = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        value = Decimal(-1)
    if text.endswith("%"):
        value /= _PERCENT
    if not value.is_finite() or not 0 < value < 1:
        raise BadValue(
            Message(
                "sanbao",
                "{value} is no usage fee coefficient; write it as on the certificate, such as "
                "0.5% or 0.005.",
                value=shown(typed),
            )
        )
    return value


def fee_lacks(car: Car) -> list[Message]:
    """Return what the fee still needs."""
    needed = (
        (Message("sanbao", "the purchase price with tax"), car.purchase_price is not None),
        (Message("sanbao", "the mileage"), car.odometer_km is not None),
        (Message("sanbao", "the coefficient n on the certificate"), bool(car.coefficient_n)),
    )
    return [text for text, known in needed if not known]
