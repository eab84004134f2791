"""Fields of the registration form, in the order a conversation runs."""

from __future__ import annotations

from functools import partial

from models.kernel.fields import FieldSpec, Kind

_spec = partial(FieldSpec, "intake")

CUSTOMER_FIELDS = (
    _spec("phone", "Phone", Kind.PHONE, personal=True),
    _spec("customer_name", "Name", max_length=100, personal=True, searchable=True),
    _spec("customer_kind", "Person or company", Kind.CHOICE, codes="customer_kind"),
    _spec("contact_person", "Contact person", max_length=100, personal=True),
    _spec("relation", "Caller is", Kind.CHOICE, codes="relation"),
    _spec("address", "Address", personal=True),
    _spec("anonymous", "Does not want to give a name", Kind.FLAG),
)
VEHICLE_FIELDS = (
    _spec("plate_no", "Plate", Kind.PLATE, personal=True),
    _spec("vin", "VIN", Kind.VIN, personal=True),
    _spec("model", "Model", max_length=100),
    _spec("odometer_km", "Mileage", Kind.INTEGER, minimum=0, maximum=2_000_000, note="km"),
    _spec("invoice_date", "Bought on", Kind.DATE, past=True),
    _spec("vehicle_where", "Vehicle is", Kind.CHOICE, codes="vehicle_where"),
    _spec("vehicle_place", "Where exactly", searchable=True),
    _spec("home_dealer", "Bought from", note="When it was not us."),
)
STORY_FIELDS = (
    _spec("channel", "Channel", Kind.CHOICE, required=True, codes="channel"),
    _spec("source", "Source", Kind.CHOICE, codes="source"),
    _spec("source_no", "Their reference number", max_length=60, searchable=True),
    _spec("object_kind", "Object", Kind.CHOICE, required=True, codes="complaint_object"),
    _spec("subject", "In one line", max_length=80, note="Empty: the beginning of the story."),
    _spec(
        "story",
        "What happened",
        Kind.LONG_TEXT,
        required=True,
        max_length=20_000,
        searchable=True,
    ),
    _spec("happened_at", "When it happened", Kind.MOMENT, past=True),
    _spec("happened_place", "Where it happened", searchable=True),
    _spec("injured", "Somebody is hurt, or the car cannot be parked safely", Kind.FLAG),
    _spec("mood", "Mood", Kind.INTEGER, minimum=1, maximum=5),
    _spec("level", "Level", Kind.CHOICE, codes="level"),
    _spec("promised_at", "Answer promised by", Kind.MOMENT),
    _spec("owner", "Responsible", Kind.PERSON),
)
DETAIL_FIELDS = (
    _spec("symptom", "Symptom", searchable=True),
    _spec("used_how", "State and use when it happened"),
    _spec("recent_use", "Recent use and earlier makes"),
    _spec("part", "System or part at fault", searchable=True),
    _spec("replaced_parts", "Parts replaced before"),
    _spec("production_date", "Made on", Kind.DATE, past=True),
    _spec("batch_no", "Batch number", max_length=60),
    _spec("employee", "Employee complained about", max_length=100, personal=True),
    _spec("repair_order_no", "Repair order", max_length=60, searchable=True),
    _spec("key_points", "Key points while listening", Kind.LONG_TEXT, max_length=5000),
)
READ_BACK_FIELDS = (
    _spec(
        "read_back_text",
        "Read back to the customer",
        Kind.LONG_TEXT,
        required=True,
        max_length=5000,
        searchable=True,
    ),
    _spec("focus", "Focus of the complaint", required=True, searchable=True),
    _spec("explicit_problem", "Problem as stated", Kind.LONG_TEXT, max_length=2000),
    _spec("hidden_problem", "Problem behind it", Kind.LONG_TEXT, max_length=2000),
    _spec("read_back_confirmed", "The customer confirmed it", Kind.FLAG),
    _spec("confirmed_by", "Confirmed by", max_length=100, personal=True),
)

REGISTER_FIELDS = (*CUSTOMER_FIELDS, *VEHICLE_FIELDS, *STORY_FIELDS, *DETAIL_FIELDS)
INTAKE_FIELDS = (*REGISTER_FIELDS, *READ_BACK_FIELDS)
EDITABLE_IN = frozenset({"DRAFT", "RECEIVED", "ACKNOWLEDGED", "ASSESSED"})
