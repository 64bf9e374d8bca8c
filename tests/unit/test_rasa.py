"""Rasa's replies as the messages a shopper gets."""

from __future__ import annotations

from bot.rasa import answer_of


def test_cards_join_the_words_before_them() -> None:
    found = answer_of([{"text": "Here:"}, {"custom": {"cards": [1]}}, {"text": "And more"}]).drafts
    assert [(d.text, d.content) for d in found] == [("Here:", {"cards": [1]}), ("And more", {})]


def test_buttons_become_quick_replies_and_empty_replies_vanish() -> None:
    found = answer_of(
        [{"text": "?", "buttons": [{"title": "A", "payload": "/a"}]}, {"text": " "}]
    ).drafts
    assert len(found) == 1
    assert found[0].content == {"quick_replies": [{"title": "A", "payload": "/a"}]}


def test_the_memory_is_no_message_and_the_words_before_it_stand_alone() -> None:
    answer = answer_of([{"text": "Hello"}, {"custom": {"memory": {"focus": "x"}}}])
    assert [(d.text, d.content) for d in answer.drafts] == [("Hello", {})]
    assert answer.memory == {"focus": "x"}
