"""Every detector against its own examples: what it must find, what it must ignore, and the words it coaches with."""

from __future__ import annotations

import pkgutil
import re

import pytest

from peercoach.coaching import pitfalls, skills
from peercoach.coaching.detector import QUOTED, Detector, Sample, Told
from peercoach.coaching.detectors import BY_ID
from peercoach.coaching.moment import LEVELS, Message, Moment
from peercoach.coaching.score import weigh
from peercoach.coaching.vocabulary import PITFALLS, SKILLS

KNOWN_MISSES: dict[tuple[str, str], str] = {
    (
        "welcome",
        "Hi Moss, I'm Jay, one of the mods tonight. Chat can go fast so don't worry about keeping up, and ask me anything.",
    ): "under the bar: the learnt layer has not met enough like it",
    (
        "notice",
        "just catchin up and i dinnae want to skip past yours bee, hours cut wi rent due is a proper worry",
    ): "under the bar: the learnt layer has not met enough like it",
    (
        "hear",
        "he never once said it sounded tough or that he was sorry",
    ): "`sorry` is heard as stock kindness, though somebody else was to say it and did not",
    (
        "reflect",
        "eleven months of being told nearly. maybe it wears you down, to hope every time",
    ): "its phrases decide, and read it otherwise",
    (
        "share",
        "i've never been through anything like that so i won't pretend",
    ): "partly, as `i` without a way back, though it is negated",
    (
        "include",
        "bet ash isnt the only one. what do yous do when the house goes quiet?",
    ): "under the bar: the learnt layer has not met enough like it",
    ("safety", "i think 999 is the name of that new show"): "the number alone is a start, whatever is said of it",
    (
        "own-words",
        "four mile in that rain? ye must've been drookit, get the kettle on",
    ): "its phrases decide, and read it otherwise",
    (
        "own-words",
        "I am so sorry to hear that. If you need anything, we are always here for you.",
    ): "over the bar: it shares its words with what does it",
    ("fixing", "maybe try yoga? worked for me"): "under the bar: the learnt layer has not met enough like it",
    ("fixing", "jus tel ur mum n get it ova w"): "its phrases decide, and read it otherwise",
    ("judging", "why would anyone blame you for that"): "over the bar: it shares its words with what does it",
    (
        "interrogating",
        "where r u? whos with u? wot happened exactly",
    ): "under the bar: the learnt layer has not met enough like it",
    ("interrogating", "did u eat. did u sleep. did u take ur meds"): "under the bar: the learnt layer has not met enough like it",
    ("brush-off", "Sorry, we do not discuss this in chat."): "`sorry` is heard as stock kindness, and that excuses a brush-off",
    (
        "calling-out",
        "jo you said in here earlier that flatmates were hard, fancy telling tia about it? no worries if not",
    ): "over the bar: it shares its words with what does it",
}
"""Example lines that are not met today, each with its reason. One that comes to be met has to be taken out: the tests say so."""
MOST_KNOWN = 20

FEWEST_EXAMPLES, FEWEST_PHRASINGS, LONGEST = 8, 6, 35
"""Of each kind a detector; phrasings a level; words a phrasing, with the learner's own words in it."""

SCOLDING = re.compile(
    r"\b(?:wrong|incorrect|mistake|bad|badly|fail\w*|poor|score|must|should have|shouldn't|have to do|not allowed|obviously"
    r"|unfortunately|clearly you|you failed|you forgot)\b|!",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(?:empath\w+|validat\w+|reflective|rubric|disclos\w+|paraphras\w+|detect\w*|invalidat\w+|therapeutic)\b", re.IGNORECASE
)


def told(detector: Detector, example: str | Sample) -> Told:
    """What the detector says of one of its examples, in the moment the example gives."""
    sample = Sample(example) if isinstance(example, str) else example
    messages = (Message(sample.to, sample.said),) if sample.said else ()
    return weigh(sample.text, Moment(messages, (sample.to,), (), sample.age)).told[detector.id]


def lines(kind: str) -> list:
    """Every example line of every detector, to be read in a test's name; what is known to be missed is expected to fail."""
    found = []
    for detector in BY_ID.values():
        for example in getattr(detector, kind):
            text = example if isinstance(example, str) else example.text
            reason = KNOWN_MISSES.get((detector.id, text))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            found.append(pytest.param(detector, example, id=f"{detector.id}: {text}"[:80], marks=marks))
    return found


def phrasings() -> list:
    """Every sentence a detector coaches with."""
    return [
        pytest.param(phrasing, id=f"{detector.id} {level} {number}")
        for detector in BY_ID.values()
        for level in ("met", "partly", "missed", "careful")
        for number, phrasing in enumerate(getattr(detector, level), 1)
    ]


@pytest.mark.parametrize(("detector", "example"), lines("finds"))
def test_it_finds(detector: Detector, example: str | Sample) -> None:
    assert told(detector, example).level != "missed"


@pytest.mark.parametrize(("detector", "example"), lines("ignores"))
def test_it_ignores(detector: Detector, example: str | Sample) -> None:
    assert told(detector, example).level == "missed"


def test_few_lines_are_known_to_be_missed_and_each_is_a_line() -> None:
    every = {
        (detector.id, example if isinstance(example, str) else example.text)
        for detector in BY_ID.values()
        for example in (*detector.finds, *detector.ignores)
    }
    assert set(KNOWN_MISSES) <= every
    assert len(KNOWN_MISSES) < MOST_KNOWN


def test_the_vocabulary_the_lists_and_the_folders_hold_the_same() -> None:
    for ids, package in ((SKILLS, skills), (PITFALLS, pitfalls)):
        assert tuple(detector.id for detector in package.DETECTORS) == ids
        assert sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(package.__path__)) == sorted(ids)


@pytest.mark.parametrize("detector", BY_ID.values(), ids=BY_ID)
def test_a_detector_shows_enough_of_what_it_means(detector: Detector) -> None:
    assert len(detector.finds) >= FEWEST_EXAMPLES
    assert len(detector.ignores) >= FEWEST_EXAMPLES
    texts = [example if isinstance(example, str) else example.text for example in (*detector.finds, *detector.ignores)]
    assert len({text.casefold() for text in texts}) == len(texts)


@pytest.mark.parametrize("detector", BY_ID.values(), ids=BY_ID)
def test_a_detector_has_words_for_whatever_it_can_say(detector: Detector) -> None:
    levels = ("met", "partly", "missed") if detector.kind == "skill" else ("careful", "missed")
    for level in levels:
        said = getattr(detector, level)
        assert len(said) >= FEWEST_PHRASINGS, level
        assert len(set(said)) == len(said), level
    assert detector.title
    assert detector.why
    assert detector.summary.endswith(".")


@pytest.mark.parametrize("detector", BY_ID.values(), ids=BY_ID)
def test_a_quote_is_only_asked_for_where_there_is_something_to_quote(detector: Detector) -> None:
    assert not any("{" in phrasing for phrasing in detector.missed)
    for phrasing in (*detector.met, *detector.partly, *detector.careful):
        assert phrasing.count("{") == phrasing.count("“{quote}”") <= 1


@pytest.mark.parametrize("phrasing", phrasings())
def test_a_phrasing_is_short_kind_and_plain(phrasing: str) -> None:
    filled = phrasing.replace("{quote}", " ".join(["word"] * QUOTED))
    assert len(filled.split()) <= LONGEST
    assert not SCOLDING.search(phrasing)
    assert not JARGON.search(phrasing)
    assert phrasing[0].isupper() or phrasing[0] == "“"
    assert phrasing[-1] in ".?"
    assert '"' not in phrasing


def test_no_two_detectors_coach_with_the_same_sentence() -> None:
    every = [p for d in BY_ID.values() for level in ("met", "partly", "missed", "careful") for p in getattr(d, level)]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("detector", BY_ID.values(), ids=BY_ID)
def test_a_detector_says_a_level_and_shows_where(detector: Detector) -> None:
    for example in (*detector.finds, *detector.ignores):
        text = example if isinstance(example, str) else example.text
        said = told(detector, example)
        assert said.level in (LEVELS if detector.kind == "skill" else ("met", "missed"))
        assert bool(said.evidence) == (said.level != "missed")
        assert list(said.evidence) == sorted(said.evidence)
        assert all(0 <= start < end <= len(text) for start, end in said.evidence)
