"""Words for a result: what landed, one thing to try, careful, and what a retry changed.

Every phrasing comes from a detector's file. Which one is chosen by a checksum of the reply, so the same reply is always
told the same; `used` holds what a run has already said, so that it isn't said twice.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from peercoach.coaching.detector import QUOTED
from peercoach.coaching.detectors import BY_ID
from peercoach.coaching.moment import Mark, Moment, Next, Pitfall, PointLine, Result, Rubric, SkillLine, Span

FIRST = ("hear", "notice", "welcome", "safety", "ask")
"""What is worth trying first where several things are missing: hearing comes before everything."""

HEAVY = (
    "unsafe-detail",
    "judging",
    "minimising",
    "promising",
    "brush-off",
    "one-to-one",
    "diagnosing",
    "pressuring",
    "calling-out",
)
EVERYWHERE = ("hear", "reflect", "ask", "share", "include")
"""What is worth telling even where nobody looked for it."""


class Landed(NamedTuple):
    """Something the reply did: the skill or point, the learner's own words ("" when `say` holds them), and a sentence."""

    about: str
    quote: str
    say: str


class Careful(NamedTuple):
    """A pitfall that showed: its id, the learner's own words ("" when `say` holds them), and a sentence about it."""

    about: str
    quote: str
    say: str


class Feedback(NamedTuple):
    """What the learner is told after a reply. `changed` is empty on a first try."""

    landed: tuple[Landed, ...] = ()
    next: Next = Next("", "")
    careful: tuple[Careful, ...] = ()
    changed: tuple[str, ...] = ()
    hint: str = ""
    """On a retry, the step's next hint that has not been shown."""

    def said(self) -> tuple[str, ...]:
        """Every sentence, so that a run can avoid saying it again."""
        return (*(line.say for line in self.landed), self.next.say, *(line.say for line in self.careful))


def feedback(  # noqa: PLR0913  # all that is known of a try, the last three by name
    reply: str,
    result: Result,
    moment: Moment,
    rubric: Rubric,
    *,
    before: Result | None = None,
    used: Collection[str] = (),
) -> Feedback:
    """Put a result into words. `before` is the try before this one; `used` what this run has already said."""
    del moment
    telling = _worth_telling(result, rubric)
    landed = tuple(line for mark in telling for line in _landed(reply, mark, rubric, used))
    careful = tuple(_careful(reply, pitfall, used) for pitfall in sorted(result.pitfalls, key=_lightness)[:2])
    untold = (mark for mark in result.skills if mark.say and mark.level != "met" and mark not in telling)
    careful += tuple(Careful(mark.id, "", mark.say) for mark in untold)
    following = result.next if result.next.say not in used else next_step(reply, result, rubric, used)
    return Feedback(landed, following, careful, _changed(before, result, rubric) if before else ())


def with_next(reply: str, result: Result, rubric: Rubric) -> Result:
    """The result with its one next thing."""
    return result._replace(next=next_step(reply, result, rubric))


def next_step(reply: str, result: Result, rubric: Rubric, used: Collection[str] = ()) -> Next:
    """The one thing to try: a heavy pitfall first, then hearing before anything else, then what weighs most.

    `about` and `say` are empty when there is nothing to add.
    """
    told = {pitfall.id for pitfall in result.pitfalls}
    heavy = next((name for name in HEAVY if name in told), None)
    if heavy:
        return Next(heavy, pick(BY_ID[heavy].missed, reply, heavy, used))
    lines = [line for line in rubric.lines if not line.optional and result.level(_id(line)) != "met"]
    lines.sort(key=lambda line: (result.level(_id(line)) == "partly", _place(line), -line.weight))
    for line in lines:
        if isinstance(line, SkillLine):
            detector = BY_ID[line.skill]
            words = detector.partly if result.level(line.skill) == "partly" else detector.missed
            return Next(line.skill, _filled(pick(words, reply, line.skill, used), _quote(reply, result, line.skill)))
    light = next((pitfall.id for pitfall in result.pitfalls), None)
    if light:
        return Next(light, pick(BY_ID[light].missed, reply, light, used))
    for line in lines:
        if isinstance(line, PointLine) and line.says:
            return Next(line.point, f"Something that {line.says} would fit here too.")
    return Next("", "")


def pick(phrasings: Sequence[str], reply: str, name: str, used: Collection[str] = ()) -> str:
    """One phrasing, by a checksum of the reply and the name; the next one along where it was used before."""
    if not phrasings:
        return ""
    start = zlib.crc32(f"{name}\n{reply}".encode("utf-8", "surrogatepass"))
    order = [phrasings[(start + step) % len(phrasings)] for step in range(len(phrasings))]
    return next((phrasing for phrasing in order if phrasing not in used), order[0])


def _id(line: SkillLine | PointLine) -> str:
    return line.skill if isinstance(line, SkillLine) else line.point


def _place(line: SkillLine | PointLine) -> int:
    name = _id(line)
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _lightness(pitfall: Pitfall) -> int:
    """0 for the heaviest pitfall: what there is to try next is about one that was told."""
    return HEAVY.index(pitfall.id) if pitfall.id in HEAVY else len(HEAVY)


def _worth_telling(result: Result, rubric: Rubric) -> list[Mark]:
    """What was looked for and shown, met before partly, then whatever else was met; four at most."""
    wanted = [_id(line) for line in rubric.lines]
    shown = [mark for mark in (*result.skills, *result.points) if mark.level != "missed"]
    asked = [mark for mark in shown if mark.id in wanted]
    extra = [mark for mark in shown if mark.id not in wanted and mark.level == "met" and mark.id in EVERYWHERE]
    asked.sort(key=lambda mark: (mark.level != "met", wanted.index(mark.id)))
    spoilt = [span for pitfall in result.pitfalls if pitfall.id in HEAVY for span in pitfall.evidence]
    return [mark for mark in (*asked, *extra) if not _inside(mark.evidence, spoilt)][:4]


def _inside(evidence: Sequence[Span], spoilt: Sequence[Span]) -> bool:
    """Whether all the words that earned something stand in what could hurt: they are not praised and warned about at once."""
    return bool(evidence) and all(any(a <= start and end <= b for a, b in spoilt) for start, end in evidence)


def _landed(reply: str, mark: Mark, rubric: Rubric, used: Collection[str]) -> Iterator[Landed]:
    """What a mark has to tell, and after it what there is to tell of just this reply."""
    quote = _words(reply, mark)
    line = next((line for line in rubric.lines if isinstance(line, PointLine) and line.point == mark.id), None)
    if line:
        yield Landed(mark.id, quote, f"That {line.says}." if line.says else "That picks up what matters here.")
        return
    detector = BY_ID[mark.id]
    if mark.level == "partly":
        yield Landed(mark.id, quote, f"A start on this: {_title(mark.id, rubric)}. {mark.say}".rstrip())
        return
    say = pick(detector.met, reply, mark.id, used)
    yield Landed(mark.id, "" if "{quote}" in say else quote, _filled(say, quote))
    if mark.say:
        yield Landed(mark.id, "", mark.say)


def _careful(reply: str, pitfall: Pitfall, used: Collection[str]) -> Careful:
    quote = _words(reply, pitfall)
    phrasings = BY_ID[pitfall.id].careful
    if pitfall.id == "unsafe-detail":  # a detail that can hurt is not said back
        say = pick([phrasing for phrasing in phrasings if "{quote}" not in phrasing], reply, pitfall.id, used)
        return Careful(pitfall.id, "", say)
    say = pick(phrasings, reply, pitfall.id, used)
    return Careful(pitfall.id, "" if "{quote}" in say else quote, _filled(say, quote))


def _quote(reply: str, result: Result, name: str) -> str:
    return next((_words(reply, mark) for mark in result.skills if mark.id == name), "")


def _words(reply: str, told: Mark | Pitfall) -> str:
    """The learner's own words that a line is about, no more than are said back at once, cut with an ellipsis."""
    spans = told.core or told.evidence
    if not spans:
        return ""
    start, end = spans[0]
    words = reply[start:end].split()
    return " ".join(words[:QUOTED]) + ("…" if len(words) > QUOTED else "")


def _filled(say: str, quote: str) -> str:
    return say.replace("{quote}", quote) if quote else re.sub("“?{quote}”?", "what you wrote", say)


def _title(name: str, rubric: Rubric) -> str:
    """What a skill or point is called in the middle of a sentence."""
    if name in BY_ID:
        return BY_ID[name].title[0].lower() + BY_ID[name].title[1:]
    says = next((line.says for line in rubric.lines if isinstance(line, PointLine) and line.point == name), "")
    return f"it {says}" if says else "what matters here"


def _changed(before: Result, now: Result, rubric: Rubric) -> tuple[str, ...]:
    """What a retry changed, in plain sentences: what is new, what is clearer, what has gone."""
    lines = []
    order = {"missed": 0, "partly": 1, "met": 2}
    telling = {*map(_id, rubric.lines), *EVERYWHERE}
    every = (*now.skills, *now.points, *before.skills, *before.points)
    names = dict.fromkeys(mark.id for mark in every if mark.id in telling)
    for name in names:
        was, is_ = before.level(name), now.level(name)
        title = _title(name, rubric)
        if order[is_] > order[was]:
            lines.append(f"New this time: {title}." if was == "missed" else f"Clearer this time: {title}.")
        elif order[is_] < order[was]:
            lines.append(f"There was more of this the time before: {title}.")
    old, new = {p.id for p in before.pitfalls}, {p.id for p in now.pitfalls}
    lines += [f"Gone now: {BY_ID[p.id].title.lower()}." for p in before.pitfalls if p.id not in new]
    lines += [f"New, and worth a look: {BY_ID[p.id].title.lower()}." for p in now.pitfalls if p.id not in old]
    return tuple(lines) or ("Much the same as before, in other words.",)
