"""Settling what is kept and what is offered, from inside the app. `peercoach data settings` does the same from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from peercoach.keep.progress import Store
from peercoach.terminal.ask import Asker, Choice
from peercoach.terminal.screen import Screen
from peercoach.terminal.session import Room
from peercoach.terminal.settings_view import ASKING, EASE_OFF, EITHER_IS_FINE, KEEP_TEXTS, WAYS
from peercoach.terminal.words import BLANK, Block, Para, para, quiet


def ask_about_words(screen: Screen, ask: Asker, store: Store, routes: Callable[[], tuple[Block, ...]]) -> None:
    """Ask what becomes of what they write, unless that was settled before. Passing over it settles on dropping it."""
    if not store.keeping or store.setting("keep_texts"):
        return
    while True:
        screen.show(BLANK)
        given = ask.pick(ASKING, tuple(Choice(key, label) for key, label in WAYS))
        if given.word == "help-now":
            screen.show(BLANK, *routes())
        elif given.word in ("?", "hint"):
            screen.show(quiet(EITHER_IS_FINE))
        else:
            break
    if given.word != "stop":
        store.keep_words(keep=given.text == "keep")
        screen.show(quiet(KEEP_TEXTS[given.text == "keep"]))


def settle(room: Room) -> Room:
    """Show what is settled, and change what they pick, until they go back. The room as it is offered from now on."""
    while True:
        room.screen.show(BLANK, *_told(room), BLANK)
        given = room.ask.pick("What would you change?", _choices(room))
        if given.word == "help-now":
            room.screen.show(BLANK, *room.routes())
        elif given.word in ("?", "hint"):
            room.screen.show(quiet(EITHER_IS_FINE))
        elif given.text in ("texts", "ease"):
            room = _changed(room, given.text)
        else:
            return room


def _told(room: Room) -> tuple[Para, ...]:
    store = room.store
    words = KEEP_TEXTS[store.keeps_words] if store else "Nothing is kept this time, as you asked."
    return (para(words), para(EASE_OFF[room.eased]))


def _choices(room: Room) -> tuple[Choice, ...]:
    """What can be changed, each saying what picking it does."""
    store = room.store
    ease = Choice("ease", "offer every subject" if room.eased else "leave hard subjects out")
    back = Choice("back", "nothing, go back")
    if store is None:
        return (ease, back)
    return (Choice("texts", "drop what I write" if store.keeps_words else "keep what I write"), ease, back)


def _changed(room: Room, what: str) -> Room:
    store = room.store
    if what == "texts":
        if store:
            store.keep_words(keep=not store.keeps_words)
        return room
    if store:
        store.ease_off(on=not room.eased)
    return replace(room, eased=not room.eased)
