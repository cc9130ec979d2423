"""Texts kept by what they are made from, within a room."""

from __future__ import annotations

from django.utils.safestring import SafeString

from academic.remembering import Remembered, key_of


def test_a_text_is_made_once() -> None:
    kept, asked = Remembered(10_000), list[str]()

    def make() -> SafeString:
        asked.append("made")
        return SafeString("text")

    assert [kept.get(key_of("a"), make), kept.get(key_of("a"), make)] == ["text", "text"]
    assert asked == ["made"]
    assert kept.get(key_of("b"), lambda: SafeString("other")) == "other"


def test_keys_are_those_of_the_parts_not_of_the_parts_together() -> None:
    assert len({key_of("a", "b"), key_of("ab"), key_of("a", "b", ""), key_of("b", "a")}) == 4
    assert key_of("a", "b") == key_of("a", "b")
    key_of("\ud800")  # half of a pair, as text from elsewhere may have it


def test_what_was_not_asked_for_longest_makes_room() -> None:
    kept = Remembered(3_500)
    texts = {name: SafeString(name * 1_000) for name in "abcd"}
    for name in "abc":
        kept.get(key_of(name), lambda name=name: texts[name])  # type: ignore[misc]
    kept.get(key_of("a"), lambda: SafeString("never"))
    kept.get(key_of("d"), lambda: texts["d"])
    again = {name: kept.get(key_of(name), lambda: SafeString("gone")) for name in "acd"}
    assert again == {name: texts[name] for name in "acd"}
    assert kept.get(key_of("b"), lambda: SafeString("gone")) == "gone"


def test_a_text_larger_than_the_room_is_given_and_not_kept() -> None:
    kept = Remembered(100)
    assert len(kept.get(key_of("a"), lambda: SafeString("x" * 1_000))) == 1_000
    assert kept.get(key_of("a"), lambda: SafeString("y")) == "y"
