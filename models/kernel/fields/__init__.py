"""Field declarations and the checks of what people type (VIN, plate, phone, money, dates)."""

from .spec import FieldSpec, Kind

__all__ = ["FieldSpec", "Kind"]
