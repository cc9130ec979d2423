"""Texts kept by what they are made from, within a room."""

from __future__ import annotations

import random
import threading

from django.utils.safestring import SafeString

from academic.remembering import Remembered, key_of


def test_a_text_is_made_once() -> None:
    kept, asked = Remembered(10_000), list[str]()

    def make() -> SafeString:
        asked.append("made")
        return SafeString("té<x>\ud800t")  # with half of a pair, as text from elsewhere may have it

    first, second = kept.get(key_of("a"), make), kept.get(key_of("a"), make)
    assert (first, second, asked) == ("té<x>\ud800t", "té<x>\ud800t", ["made"])
    assert isinstance(second, SafeString)
    assert kept.get(key_of("b"), lambda: SafeString("other")) == "other"


def test_keys_are_those_of_the_parts_not_of_the_parts_together() -> None:
    assert len({key_of("a", "b"), key_of("ab"), key_of("a", "b", ""), key_of("b", "a")}) == 4
    assert key_of("a", "b") == key_of("a", "b")
    key_of("\ud800")


def test_what_was_kept_first_makes_room() -> None:
    kept = Remembered(3_500)
    texts = {name: SafeString(name * 1_000) for name in "abcd"}
    for name in "abcd":
        kept.get(key_of(name), lambda name=name: texts[name])  # type: ignore[misc]
    again = {name: kept.get(key_of(name), lambda: SafeString("gone")) for name in "bcd"}
    assert again == {name: texts[name] for name in "bcd"}
    assert kept.get(key_of("a"), lambda: SafeString("gone")) == "gone"


def test_whatever_is_written_over_what_is_kept_stays_whole() -> None:
    chance, kept = random.Random(3), Remembered(5_000)  # noqa: S311 the same every time
    found = 0
    for number in range(5_000):
        name = str(chance.randrange(60))
        text = SafeString(f"<{name}>" + name * chance.randrange(0, 500))

        def make(text: SafeString = text) -> SafeString:
            return text

        given = kept.get(key_of(name), make)
        found += given != text
        assert given == text or (given.startswith(f"<{name}>") and set(given[len(name) + 2 :]) <= set(name)), number
    assert found > 500  # kept ones, not made ones


def test_a_text_larger_than_the_room_is_given_and_not_kept() -> None:
    kept = Remembered(4_096)
    assert len(kept.get(key_of("a"), lambda: SafeString("x" * 5_000))) == 5_000
    assert kept.get(key_of("a"), lambda: SafeString("y")) == "y"


def test_threads_may_ask_for_the_same_at_once() -> None:
    kept, given = Remembered(2_000), list[str]()

    def ask(number: int) -> None:
        given.extend(kept.get(key_of(str(n % 7)), lambda n=n: SafeString(str(n % 7) * 400)) for n in range(number, 700))  # type: ignore[misc]

    threads = [threading.Thread(target=ask, args=[number]) for number in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {text for text in given if len(set(text)) != 1 or len(text) != 400} == set()
    assert len(given) == sum(700 - number for number in range(7))
