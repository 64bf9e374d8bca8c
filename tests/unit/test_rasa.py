"""Rasa's replies as the messages a shopper gets."""

from __future__ import annotations

from bot.rasa import drafts


def test_cards_join_the_words_before_them() -> None:
    found = drafts([{"text": "Here:"}, {"custom": {"cards": [1]}}, {"text": "And more"}])
    assert [(d.text, d.content) for d in found] == [("Here:", {"cards": [1]}), ("And more", {})]


def test_buttons_become_quick_replies_and_empty_replies_vanish() -> None:
    found = drafts([{"text": "?", "buttons": [{"title": "A", "payload": "/a"}]}, {"text": " "}])
    assert len(found) == 1
    assert found[0].content == {"quick_replies": [{"title": "A", "payload": "/a"}]}
