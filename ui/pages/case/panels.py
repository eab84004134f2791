"""Which panel shows which stage of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .registration_panel import RegistrationPanel

if TYPE_CHECKING:
    from .stage_panel import StagePanel

PANELS: dict[str, type[StagePanel]] = {panel.stage: panel for panel in (RegistrationPanel,)}
