"""What is entered about accounts, authority and absences."""

from __future__ import annotations

from models.kernel.fields import FieldSpec, Kind

FORM = "access.account"

_LOGIN = FieldSpec(
    FORM,
    "login",
    "Login",
    required=True,
    max_length=60,
    note="Letters, digits, dot, hyphen and underscore; it cannot be changed later.",
)
_PASSWORD = FieldSpec(
    FORM,
    "password",
    "Password",
    required=True,
    max_length=200,
    note="At least 8 characters.",
    secret=True,
)
_PERSON = (
    FieldSpec(FORM, "name", "Name", required=True, max_length=60),
    FieldSpec(FORM, "role", "Role", Kind.CHOICE, required=True, codes="role"),
    FieldSpec(FORM, "department", "Department", Kind.DEPARTMENT, codes="department"),
    FieldSpec(FORM, "title", "Title", max_length=60),
    FieldSpec(FORM, "phone", "Telephone", Kind.PHONE),
)

ACCOUNT_FIELDS = (
    _LOGIN,
    *_PERSON,
    _PASSWORD,
    FieldSpec(FORM, "must_change", "Must choose a new password", Kind.FLAG),
)
CHANGE_FIELDS = (_LOGIN, *_PERSON)
PASSWORD_FIELDS = (
    _LOGIN,
    _PASSWORD,
    FieldSpec(FORM, "must_change", "Must choose a new password", Kind.FLAG),
)
OWN_PASSWORD_FIELDS = (
    FieldSpec("access.own", "old_password", "Present password", required=True, secret=True),
    FieldSpec("access.own", "password", "New password", required=True, max_length=200, secret=True),
)
LOGIN_FIELDS = (_LOGIN,)

FIRST_ADMINISTRATOR_FIELDS = (
    FieldSpec("access.first", "admin_login", "Administrator's login", required=True, max_length=60),
    FieldSpec("access.first", "admin_name", "Administrator's name", required=True, max_length=60),
    FieldSpec(
        "access.first",
        "admin_password",
        "Password",
        required=True,
        max_length=200,
        note="At least 8 characters.",
        secret=True,
    ),
)

AUTHORITY_FIELDS = (
    FieldSpec("access.authority", "role", "Role", Kind.CHOICE, required=True, codes="role"),
    FieldSpec(
        "access.authority",
        "limit_fen",
        "May grant per case up to",
        Kind.MONEY,
        required=True,
        minimum=0,
    ),
)

ABSENCE_FIELDS = (
    FieldSpec("access.absence", "login", "Absent", Kind.PERSON, required=True),
    FieldSpec("access.absence", "first_day", "From", Kind.DATE, required=True),
    FieldSpec("access.absence", "last_day", "Until", Kind.DATE, required=True),
    FieldSpec("access.absence", "deputy", "Deputy", Kind.PERSON, required=True),
)
ABSENCE_ID = (FieldSpec("access.absence", "id", "Record", Kind.INTEGER, required=True, minimum=1),)
