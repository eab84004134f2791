"""What is entered about customers, vehicles, owners, repair orders and hand-overs."""

from __future__ import annotations

from models.kernel.fields import FieldSpec, Kind

_C = "parties.customer"
_V = "parties.vehicle"
_O = "parties.ownership"
_R = "parties.repair_order"
_H = "parties.handover"

CUSTOMER_FIELDS = (
    FieldSpec(_C, "kind", "Person or company", Kind.CHOICE, codes="customer_kind"),
    FieldSpec(_C, "name", "Name", max_length=120, searchable=True, personal=True),
    FieldSpec(_C, "gender", "Gender", Kind.CHOICE, codes="gender"),
    FieldSpec(_C, "phone", "Telephone", Kind.PHONE, searchable=True, personal=True),
    FieldSpec(_C, "phone2", "Second telephone", Kind.PHONE, searchable=True, personal=True),
    FieldSpec(_C, "id_kind", "Kind of identity document", Kind.CHOICE, codes="id_kind"),
    FieldSpec(_C, "id_no", "Number of the identity document", max_length=40, personal=True),
    FieldSpec(_C, "credit_code", "Social credit code", Kind.CREDIT_CODE, searchable=True),
    FieldSpec(
        _C, "contact_person", "Contact person", max_length=60, searchable=True, personal=True
    ),
    FieldSpec(_C, "address", "Address", max_length=200, searchable=True, personal=True),
    FieldSpec(_C, "email", "E-mail", Kind.EMAIL, searchable=True, personal=True),
    FieldSpec(
        _C,
        "home_dealer",
        "Home dealer",
        max_length=120,
        searchable=True,
        note="Where the car was bought or is looked after, when not with us.",
    ),
    FieldSpec(_C, "key_customer", "Key customer", Kind.FLAG),
    FieldSpec(_C, "key_reason", "Why a key customer", max_length=200),
    FieldSpec(
        _C,
        "wants_to_buy",
        "Cars intended to buy",
        Kind.INTEGER,
        minimum=0,
        maximum=999,
    ),
    FieldSpec(_C, "note", "Note", Kind.LONG_TEXT, max_length=2000, searchable=True, personal=True),
)

_ID = "id"
CUSTOMER_ID = FieldSpec(_C, _ID, "Record", Kind.INTEGER, required=True, minimum=1)
VEHICLE_ID = FieldSpec(_V, _ID, "Record", Kind.INTEGER, required=True, minimum=1)
OWNERSHIP_ID = FieldSpec(_O, _ID, "Record", Kind.INTEGER, required=True, minimum=1)
REPAIR_ORDER_ID = FieldSpec(_R, _ID, "Record", Kind.INTEGER, required=True, minimum=1)

KEY_CUSTOMER_FIELDS = (
    CUSTOMER_ID,
    *(s for s in CUSTOMER_FIELDS if s.key in {"key_customer", "key_reason", "wants_to_buy"}),
)

VEHICLE_FIELDS = (
    FieldSpec(_V, "plate_no", "Plate", Kind.PLATE, searchable=True, personal=True),
    FieldSpec(_V, "vin", "VIN", Kind.VIN, searchable=True, personal=True),
    FieldSpec(_V, "brand", "Make", max_length=60, searchable=True),
    FieldSpec(_V, "model", "Model", max_length=80, searchable=True),
    FieldSpec(_V, "spec", "Specification", max_length=120),
    FieldSpec(_V, "engine_no", "Engine or motor number", max_length=40, personal=True),
    FieldSpec(_V, "production_date", "Date of production", Kind.DATE, past=True),
    FieldSpec(_V, "batch_no", "Batch number", max_length=40),
    FieldSpec(_V, "invoice_date", "Date of the purchase invoice", Kind.DATE, past=True),
    FieldSpec(_V, "delivery_date", "Date of delivery", Kind.DATE, past=True),
    FieldSpec(_V, "odometer_km", "Mileage (km)", Kind.INTEGER, minimum=0, maximum=2_000_000),
    FieldSpec(_V, "use_kind", "Use", Kind.CHOICE, codes="use_kind"),
    FieldSpec(_V, "powertrain", "Powertrain", Kind.CHOICE, codes="powertrain"),
    FieldSpec(_V, "sold_by_us", "Sold by us", Kind.FLAG),
    FieldSpec(_V, "note", "Note", Kind.LONG_TEXT, max_length=2000, searchable=True),
)

OWNERSHIP_FIELDS = (
    FieldSpec(_O, "customer", "Customer", Kind.INTEGER, required=True, minimum=1),
    FieldSpec(_O, "vehicle", "Vehicle", Kind.INTEGER, required=True, minimum=1),
    FieldSpec(_O, "relation", "Relation to the vehicle", Kind.CHOICE, codes="relation"),
    FieldSpec(_O, "since", "Since", Kind.DATE, past=True),
    FieldSpec(_O, "until", "Until", Kind.DATE, past=True),
)

OWNED_VEHICLE_FIELDS = (
    *VEHICLE_FIELDS,
    *(spec for spec in OWNERSHIP_FIELDS if spec.key in {"customer", "relation", "since"}),
)

REPAIR_ORDER_FIELDS = (
    FieldSpec(_R, "vehicle", "Vehicle", Kind.INTEGER, required=True, minimum=1),
    FieldSpec(_R, "order_no", "Order number", max_length=40, searchable=True),
    FieldSpec(_R, "confirmed_at", "Repair agreed at", Kind.MOMENT, required=True, past=True),
    FieldSpec(_R, "completed_at", "Repair completed at", Kind.MOMENT, past=True),
    FieldSpec(_R, "odometer_km", "Mileage (km)", Kind.INTEGER, minimum=0, maximum=2_000_000),
    FieldSpec(
        _R,
        "symptom",
        "What the customer reported",
        Kind.LONG_TEXT,
        required=True,
        max_length=2000,
        searchable=True,
    ),
    FieldSpec(_R, "finding", "What was found", Kind.LONG_TEXT, max_length=2000, searchable=True),
    FieldSpec(_R, "work", "Work done", Kind.LONG_TEXT, max_length=2000, searchable=True),
    FieldSpec(_R, "parts", "Parts replaced", Kind.LONG_TEXT, max_length=2000, searchable=True),
    FieldSpec(_R, "paid_fen", "Paid by the customer", Kind.MONEY, minimum=0),
    FieldSpec(_R, "warranty", "Under warranty", Kind.FLAG),
)

HANDOVER_FIELDS = (
    FieldSpec(_H, "vehicle", "Vehicle", Kind.INTEGER, required=True, minimum=1),
    FieldSpec(_H, "handed_over_on", "Handed over on", Kind.DATE, required=True, past=True),
    FieldSpec(_H, "told", "Explained to the buyer", Kind.CHOICES, codes="handover_item"),
    FieldSpec(_H, "told_by", "Explained by", max_length=60),
    FieldSpec(_H, "note", "Note", Kind.LONG_TEXT, max_length=2000),
)

END_OWNERSHIP_FIELDS = (
    OWNERSHIP_ID,
    FieldSpec(_O, "until", "Until", Kind.DATE, required=True, past=True),
)
