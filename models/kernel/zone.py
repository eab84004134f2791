"""Between the stored moment (milliseconds UTC) and the wall clock of the dealership."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DEFAULT_ZONE = ZoneInfo("Asia/Shanghai")

MILLISECOND = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_time(moment: int, zone: ZoneInfo = DEFAULT_ZONE) -> datetime:
    """Return the local time of a stored moment."""
    return (_EPOCH + moment * MILLISECOND).astimezone(zone)


def moment_of(time: datetime, zone: ZoneInfo = DEFAULT_ZONE) -> int:
    """Return the stored moment of a time; one without a zone is local."""
    aware = time if time.tzinfo else time.replace(tzinfo=zone)
    return (aware - _EPOCH) // MILLISECOND
