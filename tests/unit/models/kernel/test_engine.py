"""What database is under a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kernel.engine import engine_of

if TYPE_CHECKING:
    from models.kernel.db import Store


@pytest.mark.windows
def test_a_store_keeps_a_write_ahead_log_and_can_index_texts(store: Store) -> None:
    engine = engine_of(store)
    assert tuple(map(int, engine.version.split("."))) >= (3, 40)
    assert (engine.journal, engine.full_text) == ("wal", True)
