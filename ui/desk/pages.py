"""Which pages the window has, in the order of the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.approvals_page import ApprovalsPage
from ui.pages.case.case_page import CasePage
from ui.pages.cases_page import CasesPage
from ui.pages.customers_page import CustomersPage
from ui.pages.follow_ups_page import FollowUpsPage
from ui.pages.register.register_page import RegisterPage
from ui.pages.settings.settings_page import SettingsPage
from ui.pages.tasks_page import TasksPage
from ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from ui.pages.page import Page

NAVIGATED: tuple[type[Page], ...] = (
    TodayPage,
    CasesPage,
    ApprovalsPage,
    TasksPage,
    FollowUpsPage,
    SettingsPage,
)
OPENED: tuple[type[Page], ...] = (RegisterPage, CasePage, CustomersPage)
ENTRY_OF = {"register": "cases", "case": "cases", "customers": "cases"}
"""The navigation entry a page without one of its own belongs to."""
