"""Where each field of the registration stands, its Alt letter, and long lists as segments."""

from __future__ import annotations

LETTERS = {
    "phone": "P",
    "customer_name": "N",
    "relation": "R",
    "plate_no": "C",
    "odometer_km": "K",
    "vehicle_where": "W",
    "channel": "Q",
    "object_kind": "D",
    "story": "S",
    "mood": "E",
    "level": "L",
    "promised_at": "A",
    "owner": "O",
    "injured": "J",
}
SEGMENTS = {"relation": 3, "channel": 6, "object_kind": 6}
CALLER = (
    ("phone", "customer_name", "relation"),
    ("plate_no", "odometer_km", "vehicle_where"),
)
WHAT = (("channel",), ("object_kind",), ("story",))
WEIGHT = (("mood",), ("level",), ("promised_at", "owner"), ("injured",))
RARE = (
    ("vin", "model", "invoice_date"),
    ("happened_at", "happened_place"),
    ("vehicle_place", "home_dealer"),
    ("source", "source_no", "anonymous"),
    ("customer_kind", "contact_person", "address"),
    ("employee", "repair_order_no", "subject"),
    ("symptom", "part", "replaced_parts"),
    ("used_how", "recent_use"),
    ("production_date", "batch_no"),
    ("key_points",),
)
