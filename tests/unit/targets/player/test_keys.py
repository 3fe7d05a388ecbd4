"""Short keys: stable, ASCII, of one width, all different."""

from __future__ import annotations

from builders.targets.player.keys import short_keys


def test_a_key_does_not_depend_on_what_else_is_there() -> None:
    alone = short_keys(["empathy.q-desk"], width=4)
    among = short_keys([*(f"empathy.q-{number}" for number in range(100)), "empathy.q-desk"], width=4)
    assert among["empathy.q-desk"] == alone["empathy.q-desk"]


def test_keys_are_all_different_even_when_they_meet() -> None:
    keys = short_keys([f"id-{number}" for number in range(1500)], width=2)
    assert len(set(keys.values())) == 1500
    assert all(len(key) == 2 and key.isalnum() and key.isascii() for key in keys.values())


def test_keys_are_what_they_have_always_been() -> None:
    """Learners' records hold these: if this fails, every saved progress is lost."""
    assert short_keys(["start", "empathy.q-barriers"], width=4) == {"start": "SqaS", "empathy.q-barriers": "5YWK"}
