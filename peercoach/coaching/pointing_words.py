"""How a reply words it when it points to a service: how to reach it, why it fits, whose choice it is, what is said of its hours.

The tables are in the language of `phrases`, found in one pass over a reply that names a service. They weigh nothing else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from peercoach.coaching.moment import Span
from peercoach.coaching.phrases import Index, compile_phrase
from peercoach.coaching.text import Text

NEGATORS = frozenset("not dont doesnt didnt isnt arent wont wouldnt cant couldnt shouldnt never nor without".split())
UNLESS = frozenset(("why", "if"))
"""After one of these, "not" doesn't take a name back."""
BETWEEN = frozenset(
    "to the a ring call text try bother with use go recommend even suggest for about really trust like at on rung tried".split()
)
"""What may stand between "don't" and a name that it takes back."""
_CHANNEL = ("text", "texts", "type", "typed", "typing")
_REACH = 12
"""More words than any phrase here covers."""

_TABLES = {
    "how": (
        "website|webchat|online|link|app|email|texting|typing|inbox|text|texts|type|typed",
        "a|their|there|on|by site|chat|number|text",
        "the site|website|number|form|link",
        "do|does|have|has|got|run|runs|theres|via _ chat|chats|helpline|phoneline|line|number|site|text",
        "chat|text|call|ring|phone|type or|and chat|text|call|ring|phone|type|email",
        "chat|message|write to? them|online",
        "pm|dm|message the? team|staff|mods",
        "web|live|private chat|message",
        "sign|pop|fill up|it|in",
        "on the? phone",
        "pick a thread",
    ),
    "why": (
        "any|all|whatever|every|through|right time|hour|hours|night|nights|day|evening|evenings|age|ages|through",
        "day|all and|or|the night|time",
        "24|247",
        "open|awake|weekdays|evenings",
        "up|on|there now|all|until",
        "until|from 1*|2*|3*|4*|5*|6*|7*|8*|9*|midnight|midday|late|then",
        "never|doesnt|dont shut|shuts|close|closes",
        "always on|open|there|about",
        "just|only|all for|about you|this|that|exactly|people|lads|young|uni|students|grief|lgbt|under",
        "just|only you",
        "one|a|real person|counsellor|volunteer|human|voice",
        "one|1 to|2|on one|1",
        "one_to_one|121",
        "no|without|instead_of|neednt|dont_have_to|dont_need_to|not_have_to|no_need_to _ talking|talk|speaking|speak|ringing|ring|phone|say|saying|voice|calling|call|explaining|explain",
        "less explaining|to_explain",
        "its|is|be|thats|all|just|only typing|texting|text|texts|writing|words",
        "under|over|until|to|any_age_under your? 1*|2*|3*",
        "your age",
        "age limit",
        "upper|no age",
        "young people|someone",
        "people|someone your age",
        "free|anonymous|confidential|private",
        "doesnt|not come|show|shows up|on",
        "no account|lecture|lectures|judgement",
        "know|knows|get|gets|understand|understands|hear|heard|deal|deals|talk|talks|speak|speaks|help|helps|listen|listens|specialise|meant|made|used|trained|lost|happened _ this|that|it|stuff|about|with|without|exact|people|food|grief|lads|thing|things|anything|you|who|whos|someone|somebody|sort|sorts|to|just|same",
        "they|only|its|people|who just? listen|listens|get_it|understand",
        "wont|dont|doesnt|never|not _ judge|judges|judging|lecture|panic|freak|mind|shocked|push|tell|rush|turn|care|flinch|hear|wake|know",
        "for|good|great|does|do|about|know|with|to exactly|just|only? this|that|exactly|uni|people|lads|young|bereaved|anyone|someone|students|what_to|worried|lgbt",
        "lgbt|muslim|volunteers|peers|moderated|modded|bereaved|grief",
        "got|helped|made|for|with|kind me",
        "was kind|sound|lovely",
        "not|isnt|doesnt_have_to_be only|just? for? an|a? emergency|emergencies|crisis|state",
        "postcode|local",
        "near|round you",
        "one|line|this for here|wales|scotland|northern_ireland|your|under",
        "staff|team|they do? read|answer|sort|look",
        "read by",
        "thats what theyre for",
        "loads about",
        "have|has|got loads|lots",
        "a whole? bit",
        "nobody gets|hears|sees|knows|has|needs",
        "people|someone|somebody answer|answers|reply|replies",
        "stay|stays|still|keep up|awake",
        "for|with any|ordinary|everyday|big|small|all _ worry|worries|stuff|things|problem|problems",
        "easy|easier to start|say|do|talk|type",
        "for getting|sorting",
        "quietly",
    ),
    "others": (
        "citizens|citz advice|adv",
        "food bank|banks",
        "foodbank|foodbanks|alanon|alateen|mermaids|stonewall|stepchange",
        "al anon",
        "talking therapies|therapy",
        "student|students union",
        "victim support",
        "womens aid",
        "stalking|families|family|carers|bullying|gambling|debt|grief|muslim|parents helpline|line",
        "text|texting|listening lines|ones",
    ),
    "choice": (
        "if|when|whenever|unless you|youd|your|it|its|that|thats|thatd|theres|talking|talkings|ringing|typing|texts|texting|phones|voice|things|anyone|ud",
        "only if",
        "in case",
        "in your own",
        "up to you",
        "up2u|whenever|whichever|fancy|could|might|maybe|perhaps|tempted",
        "your call|choice|pick|decision|shout",
        "yours to",
        "you choose|decide|pick",
        "no|zero pressure|rush|worries|harm|obligation|bother|need",
        "would it|you|that",
        "want|wanting to try|do|ring|call|text|have|see it|them|that|now",
        "worth a|an|one|having|trying|knowing",
        "see what|how|if|whether|it",
        "not be? your thing",
        "or not|never",
        "an? option",
        "dont|dnt have|hav to|2",
        "feel free|like_it",
        "either way",
        "when your? ready",
        "have a look|nosy|think|nose",
    ),
    "left": (
        "if|when|whenever you|youd|it|ud",
        "only if",
        "whenever|whichever|up2u",
        "up to you",
        "your call|choice|pick|decision",
        "in your own",
        "yours to",
        "you choose|decide|pick",
        "no|zero pressure|rush|obligation|harm",
        "or not|never",
        "see what|how|if|whether",
        "dont have to",
        "might not be your",
        "not your thing",
    ),
    "push": (
        "you|youve really? need|have|should|must|ought|got|gotta to? tell|ring|call|text|go|get|speak|talk|phone|contact|message|see|use|try",
        "gotta|better ring|call|text|go|speak",
        "had better",
    ),
    "order": ("^ text|ring|call|phone|contact|message|dial|use the?", "^ go|get|speak|give to|on|them the?"),
    "later": (
        "tomorrow|later|weekdays|evenings|daytime|daytimes|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
        "monday|tuesday|tues|wednesday|thursday|friday|saturday|sunday",
        "in the morning|evening|daytime|day|afternoon",
        "this evening|afternoon",
        "next week",
        "after school|tea|college|work|uni|your",
        "when they open|reopen|re",
        "open|opens|reopen|reopens again? at|from|back? 1*|2*|3*|4*|5*|6*|7*|8*|9*|ten|nine|eight|noon",
        "at|from 1*|2*|3*|4*|5*|6*|7*|8*|9* in|this|tomorrow|on",
        "1|2|3|4|5|6|7|8|9|10|11|3pm|4pm|5pm|6pm|7am|8am|9am|10am am|pm? to|until 1*|2*|3*|4*|5*|6*|7*|8*|9*|midnight",
        "website|site|page|link|org|email",
    ),
    "now": (
        "on|open|there|up|awake|about|available|listen|you|down|here|go|them for? you? right? now",
        "all night",
        "on|there|them tonight",
        "right now",
        "still on|open|up",
    ),
    "always": (
        "24|247",
        "all night|hours",
        "open|on|there|awake|available|free all day",
        "round|around the clock",
        "any time|hour",
        "anytime",
        "whatever time",
        "right through",
        "through the night",
        "day and|or night",
        "never shut|shuts|close|closes",
        "always open|there|on|about|awake",
        "until morning",
    ),
    "limit": (
        "until|under|over|to|for|at only|just? your? 1*|2*|3*",
        "too old|young",
        "for|a kids|adults",
        "wont|dont|doesnt take",
        "stop|stops at",
    ),
    "shut": (
        "shut|shuts|closed|closes|finished",
        "not|isnt|arent|doesnt|dont open|on",
        "off until",
    ),
    "poor": (
        "rubbish|useless|crap|shit|awful|terrible|pointless",
        "waste of time",
        "hung up",
        "never answer|answered|pick|picked|reply|replied",
        "didnt help",
        "no help|use",
        "wouldnt|dont bother",
    ),
    "passed": (
        "volunteer|volunteers|volunteered|volunteering|work|works|worked|working|train|trains|trained|training|job _ for|at|with the?",
        "fundraise|fundraised|fundraising|raised|raising|ran|run|runs|running|donate|donated|donates _ for|to the?",
    ),
}  # fmt: skip
"""What is said of a service, or around it, and the phrases that say it."""


OTHERS = frozenset(
    "advice adv bank banks foodbank foodbanks anon alanon alateen mermaids stonewall stepchange therapies therapy".split()
)
OTHERS |= frozenset("union support aid helpline line lines ones".split())
"""Words that help which isn't in the directory goes by."""


@cache
def _index() -> Index:
    return Index(compile_phrase(name, phrase) for name, phrases in _TABLES.items() for phrase in phrases)


class Said:
    """The phrases of these tables in a reply, by word."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._hits: dict[str, list[tuple[int, int]]] = {}
        for hit in _index().hits(text):
            self._hits.setdefault(hit.name, []).append((hit.first, hit.last))

    def has(self, name: str, first: int, last: int) -> bool:
        """Whether a phrase of this table lies within words `first` to `last` (half-open)."""
        return any(True for _ in self.spans(name, first, last))

    def spans(self, name: str, first: int, last: int) -> list[tuple[int, int]]:
        """Where the phrases of this table lie within words `first` to `last`."""
        hits = self._hits.get(name, [])
        low = bisect_left(hits, (first, 0))
        high = bisect_left(hits, (last, 0))
        return [hit for hit in hits[low:high] if hit[1] <= last]

    def ends(self, name: str, at: int) -> bool:
        """Whether a phrase of this table stands right before word `at`."""
        return any(last == at for _, last in self.spans(name, max(at - _REACH, 0), at))

    def told_later(self, first: int, last: int) -> bool:
        """Whether it is told when a service opens, or to look at its site, and not that it is there now."""
        return self.has("later", first, last) and not self.has("now", first, last)


class Put(NamedTuple):
    """How it is put: `how` to reach it, `why` it fits, offered as a `choice`, `left` with them in these words, or `pushed`.

    `words` are those beside the names.
    """

    how: bool = False
    why: bool = False
    choice: bool = False
    left: Span | None = None
    pushed: bool = False
    words: int = 0


def put(said: Said, names: Sequence[Span]) -> Put:
    """Read it from the sentences with these names in them and those beside: whose choice it is may be said before or after."""
    text = said.text
    covered = [range(bisect_right(text.ends, start), bisect_left(text.starts, end)) for start, end in names]
    named = {word for each in covered for word in each}
    if not named or not text.sentences:
        return Put(words=len(text.words))
    openings = [sentence.first for sentence in text.sentences]
    first = max(bisect_right(openings, min(named)) - 1, 0)
    last = max(bisect_right(openings, max(named)) - 1, first)
    start, end = openings[first], text.sentences[last].last
    near, far = (text.sentences[min(last + more, len(openings) - 1)].last for more in (1, 2))
    before = openings[max(first - 1, 0)]
    how = [span for span in said.spans("how", start, near) if named.isdisjoint(range(*span))]
    why = [span for span in said.spans("why", start, near) if named.isdisjoint(range(*span))]
    return Put(
        any(not (text.words[a] in _CHANNEL and b in named) for a, b in how),
        bool(why),
        said.has("choice", before, far) or any(sentence.question for sentence in text.sentences[first : last + 1]),
        _clause(text, said.spans("left", before, far)),
        said.has("push", start, end) or any(said.ends("order", each.start) for each in covered),
        len(text.words) - len(named),
    )


def _clause(text: Text, hits: Sequence[tuple[int, int]]) -> Span | None:
    """Where the clause of the last of these stands in what was typed."""
    if not hits:
        return None
    first = hits[-1][0]
    return next(((clause.start, clause.end) for clause in text.clauses if clause.first <= first < clause.last), None)
