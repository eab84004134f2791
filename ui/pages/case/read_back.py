"""The text that is read back to the customer, written from what was registered (B01, B02)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resources.texts import Texts
    from ui.pages.labels import Labels

ROOM = "intake"


def proposed_read_back(
    t: Texts, labels: Labels, facts: Mapping[str, Any], demands: Sequence[Mapping[str, Any]]
) -> str:
    """Return the whole course of events and every demand, ending with the question."""
    lines = [
        _greeting(t, facts),
        _car(t, labels, facts),
        _scene(t, labels, facts),
        str(facts["story"]).strip(),
        _wishes(t, labels, demands),
        t(ROOM, "Is that right, and is anything missing?"),
    ]
    return "\n".join(line for line in lines if line)


def _greeting(t: Texts, facts: Mapping[str, Any]) -> str:
    if not facts["customer_name"]:
        return t(ROOM, "Let me read back what you told me:")
    return t(ROOM, "{name}, let me read back what you told me:", name=facts["customer_name"])


def _car(t: Texts, labels: Labels, facts: Mapping[str, Any]) -> str:
    words = " ".join(filter(None, (labels.plate(facts["plate_no"]), facts["model"])))
    if not words:
        return ""
    if facts["odometer_km"] is None:
        return t(ROOM, "It is about your car {car}.", car=words)
    km = f"{facts['odometer_km']:,}"
    return t(ROOM, "It is about your car {car}, driven {km} km.", car=words, km=km)


def _scene(t: Texts, labels: Labels, facts: Mapping[str, Any]) -> str:
    when = labels.moment(facts["happened_at"]) if facts["happened_at"] else ""
    words = " ".join(filter(None, (when, facts["happened_place"])))
    return t(ROOM, "It happened: {scene}.", scene=words) if words else ""


def _wishes(t: Texts, labels: Labels, demands: Sequence[Mapping[str, Any]]) -> str:
    if not demands:
        return ""
    wishes = [
        " ".join(filter(None, (f"{n}. {row['text']}", _amount(labels, row["amount"]))))
        for n, row in enumerate(demands, 1)
    ]
    return t(ROOM, "You want: {wishes}", wishes="；".join(wishes))


def _amount(labels: Labels, fen: int | None) -> str:
    return "" if fen is None else labels.money(fen)
