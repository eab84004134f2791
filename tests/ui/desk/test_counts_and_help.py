"""Counters beside the pages, and the help of every page."""

from __future__ import annotations

import pytest

from models.outlook.today.entry import APPROVAL, DUE_TODAY, OVERDUE, SILENCE, TASK, Waiting
from resources import VERSION
from resources.texts import Message, Texts
from ui.desk.counts import counts_of
from ui.desk.help import KEYS, help_text
from ui.window.navigation import Count


def line(kind: str, *, late: bool = False) -> Waiting:
    text = Message("today", "A time limit ends.")
    return Waiting(kind, 0, late, "KS-2026-000001", 1, "GENERAL", "陈女士", "", text, "")


def test_each_page_counts_what_waits_there_and_what_is_late() -> None:
    found = [line(OVERDUE, late=True), line(DUE_TODAY), line(SILENCE, late=True)]
    found += [line(TASK, late=True), line(TASK), line(APPROVAL)]
    assert counts_of(found) == {
        "today": Count(3, 2),
        "tasks": Count(2, 1),
        "approvals": Count(1, 0),
    }
    assert counts_of([]) == {}


@pytest.mark.parametrize("page", ["today", "cases", "approvals", "tasks", "follow_ups", "settings"])
def test_every_page_has_help(texts: Texts, page: str) -> None:
    assert "快捷键" in help_text(texts, page)


def test_the_sheet_names_the_keys(texts: Texts) -> None:
    sheet = help_text(texts, KEYS)
    assert "Ctrl+N　登记新投诉" in sheet
    assert "Ctrl+2　投诉" in sheet
    assert sheet.endswith(f"客诉通 {VERSION} 版")
