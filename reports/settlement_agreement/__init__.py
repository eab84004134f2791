"""The settlement agreement (客户投诉处理和解协议书): what was agreed, ready to be signed twice."""

from __future__ import annotations

from reports.settlement_agreement.story import sheet, story

__all__ = ["sheet", "story"]
