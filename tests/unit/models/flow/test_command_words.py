"""Every write has its word in the history of a case."""

from __future__ import annotations

import pytest

from models.casework.documents.commands import COMMAND as PRINT
from models.dealership.access.log_in import COMMAND as LOG_IN
from models.flow.registry import all_commands
from resources.texts import catalogue

DEMO = ("demo.open_house", "demo.keep_pictures", "demo.tell")
AUDITED = ("system.tick", "store.backup", "store.restore", PRINT, LOG_IN, *DEMO)
"""What is audited without being a registered command."""


@pytest.mark.parametrize("name", [*all_commands(), *AUDITED])
def test_a_command_has_its_chinese_word(name):
    word = catalogue("zh_CN").get(("commands", name), "")
    assert word
    assert not any("a" <= letter.lower() <= "z" for letter in word)


def test_no_word_is_left_of_a_command_that_is_gone():
    words = {msgid for room, msgid in catalogue("zh_CN") if room == "commands"}
    assert words <= {*all_commands(), *AUDITED}
