"""Stands in for message boxes and file dialogs: says yes, hands over files, notes every word."""

from __future__ import annotations


class ScriptedAsk:
    """Agrees to everything; ``told`` are the sentences that a person would have had to read."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.asked: list[str] = []
        self.chosen: list[str] = []
        self.words = ""
        self.way = "yes"

    def tell(self, text: str) -> None:
        self.told.append(text)

    def confirm(self, text: str, yes: str, *, no: str = "", danger: bool = False) -> bool:
        self.asked.append(text)
        return True

    def choose(self, text: str, yes: str, no: str) -> str:
        self.asked.append(text)
        return self.way

    def reason(self, text: str, yes: str, *, hint: str = "") -> str:
        self.asked.append(text)
        return self.words

    def files(self, title: str, kinds: str = "") -> list[str]:
        return self.chosen
