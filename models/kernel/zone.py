"""Between the stored moment (milliseconds UTC) and the wall clock of the dealership."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DEFAULT_ZONE = ZoneInfo("Asia/Shanghai")

MILLISECOND = timedelta(milliseconds=1)
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_time(moment: int, zone: ZoneInfo = DEFAULT_ZONE) -> datetime:
    """Return the local time of a stored moment."""
    return (_EPOCH + moment * MILLISECOND).astimezone(zone)


def moment_of(time: datetime, zone: ZoneInfo = DEFAULT_ZONE) -> int:
    """Return the stored moment of a time; one without a zone is local."""
    aware = time if time.tzinfo else time.replace(tzinfo=zone)
    return (aware - _EPOCH) // MILLISECOND


def end_of_day(day: str, zone: ZoneInfo = DEFAULT_ZONE) -> int:
    """Return the last millisecond of an ISO day."""
    start = datetime.fromisoformat(day).replace(tzinfo=zone)
    return moment_of(start + timedelta(days=1)) - 1


def day_of(moment: int, zone: ZoneInfo = DEFAULT_ZONE) -> str:
    """Return the local ISO day of a moment."""
    return local_time(moment, zone).date().isoformat()
