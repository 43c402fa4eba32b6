"""Signs that tell whose words of risk are, and of when. All are matched on folded text, and every gap in them is bounded."""

from __future__ import annotations

import re


def _any(*lines: str) -> re.Pattern[str]:
    return re.compile("|".join(lines))


def _opening(*lines: str) -> re.Pattern[str]:
    """Any of these where a word opens, with the blank before it: an expression that starts with a blank skips from word to word."""
    return re.compile(f" (?:{'|'.join(lines)})")


_PEOPLE = (
    "he|she|they|someone|somebody|dad|mum|stepdad|parents|brother|sister|uncle|aunt|cousin|grandad|nan|boyfriend|girlfriend|partner"
    "|husband|wife|ex|friend|friends|mate|mates|people|person|child|kid|kids|member|members|who|everyone|lots|loads|students|patients|men|women|man|woman"
    "|flatmate|housemate|roommate|colleague|manager|neighbour|landlord|lad|girl|guy|boy|bloke|son|daughter|niece|nephew|classmate|pal|tutor|teacher|client"
)
_THINGS = (
    "phone|phones|battery|laptop|wifi|car|plant|plants|dog|cat|hamster|rabbit|fish|tv|telly|computer|tablet|controller|flowers|bee|bees"
    "|character|show|film|song|book|essay|shift|lecture|bus|train|week|term|year|summer|uni|college|work|coursework|boiler|boss|printer|app|game|season"
)

SUBJECT = re.compile(
    rf"\b(?:(?P<me>i|me|my|myself|mine)|(?P<other>you|your|yourself|we|his|her|him|them|their|whoever|anyone|nobody|those|many"
    rf"|samaritans|childline|beat|humans|{_PEOPLE}|{_THINGS}))\b"
)
"""Who is spoken of: the speaker, or somebody or something else."""
OBJECT = _any(
    r"\b(?:thank|thanks|love|miss|to|for|with|at|of|bye|goodbye|tell|hate|see|told|than|leave|hurt|need|bother|from|makes?|made|like|without"
    r"|around|about) (?:you|them|him|her|everyone|people|all|nobody|anyone)\b(?! (?:do|are|want|feel|would|can|will|have|were|did|might|could|need|wish|not|who|having|under|with|going|thinking|that))",
    r"\bif (?:everyone|nobody)\b",
)
"""People who are not the one speaking or acting: "thank you", "without him"."""
GENERIC = re.compile(
    r"(?:\b(?:it|that|this|what|there) (?:is|was|can be|feels|does|takes|sounds)(?: \w+){0,3} (?:to|of|when|if|like)|\bok to|\bnormal to|\bsounds? like"
    r"|\bwhat it is like(?: to)?|\b(?:easiest|quickest|best|right|only|one|another) way|\bfeelings? of|\btalk(?:ing)? about|\bphrase|\bwords?|\bknow what|\byou|\b(?:less|more|not so much|rather than|instead of)(?: (?:like|about|of|than))?|\b(?:for|to|of|with) (?:anyone|people|those|someone|everyone|folk)(?: \w+){0,3}|\b(?:direct|talk|ask|asking|talking)(?: \w+){0,3} about) $"
)
"""Before a phrase that is about anyone: "it's ok to", "what it's like to"."""
GERUND = re.compile(r"(?:not )?\w+ing\b")
GERUND_AFTER = re.compile(
    r" (?:(?!i |my |me )\w+ ){0,6}(?:is|does not|do not|can|must|sounds|makes|has|are|was|takes|will)\b(?! all i)"
)
"""After a phrase that is the subject of its sentence: "thinking about it doesn't make you..."."""

REPORTED = re.compile(
    rf"\b(?:{_PEOPLE}|you|ash)(?: \w+){{0,2}} (?:say|says|said|saying|told|tells|tell|typed|wrote|write|texts?|messaged|texted|posted|thinks?|felt"
    r"|feels?|goes|went|means|hears?|put|admitted|confided|mentioned)(?: me| us| his| her| him| mum| that| like| to me| it| about| how| something| things| ,)*"
    r"(?: \w+){0,2} $"
    rf"|\b(?:when|if|because) (?:you|{_PEOPLE}) (?:\w+ ){{1,4}}$"
    r"|\b(?:the|that|your) (?:line|bit|part|message|thought|voice|words?|phrase|sentence|post) (?:\w+ ){0,3}$"
    r"|\bread(?:ing)? (?:your )?$|\b(?:something|things|stuff|anything|lines?) like ,? ?\"? ?$|\b(?:do not|never|not|you could|could|try) (?:say|write|type|ask|put)(?:ing)? (?:\w+ ){0,2}$"
    r"|(?P<echo>\b(?:it is|is it|is|more|that|so|kind of) (?:more |kind of )?(?:a |an |the |that )?(?:like|as in)(?: a| an| the)? ,? ?$|(?<=\. )like ,? ?$)"
)
"""Before a phrase that somebody else said, or that is held up as a reflection (`echo`, which needs a question or a "you")."""
I_SAID = re.compile(
    r"\bi(?: \w+){0,3} (?:say|said|saying|tell|told|think|feel|felt|admit|mean|swear|type|write|know|was)(?: \w+){0,3} $"
)

DENIED = re.compile(
    r"\b(?:not|never|without|nor|no longer|stopped|neither|hardly)"
    r"(?: (?:i|am|think|thinking|feel|feeling|that|going|go|to|want|wanting|like|mean|saying|ever|have|had|having|been|be|a|because|planning|plan"
    r"|trying|about|in|any|the|would|of|danger|or|do|will|get|getting|being|all|as if|mean that|actual|hurt|hurting|myself))*,? $"
)
"""Before a phrase that is denied."""
NO_DENIAL = re.compile(
    r"\b(?:not|never) (?:stop(?:ped)?|help|dunno|lie|lying|joking|kidding|sure|bother|care|deny|just|only|wait|go|going to lie|believe|tell|told|ok|alright"
    r"|fine|here|eat|sleep|breathe|safe|take|cope|sure if|think of anything|talk|know|coping|get through|do anything|keep)\b|\bdunno\b|\bwhy not\b|\bif not\b|\bmind not\b"
)
"""What looks like a denial and is none: "can't stop", "don't know"."""

MADE = re.compile(r"\bma(?:ke|kes|de|king) me (?:\w+ )?$")
"""Before what some thing makes one want: of a small thing it is a figure of speech."""

CLEAR = _opening(
    r"not (?:feeling |feel |a |in any |\w+ )?(?:suicidal|in danger|danger|unsafe|selfharm|at risk|in crisis|a crisis|depressed)\b"
)
"""Said outright: not at risk."""

SUPPOSED = re.compile(
    rf"\b(?:if (?:you|anyone|somebody|{_PEOPLE}) (?:\w+ )?|imagine (?:if )?|in case (?:you|{_PEOPLE}) |unless |wonder if (?:you|{_PEOPLE}) )(?:\w+ ){{0,2}}$"
    rf"|\b(?:not|no) (?:\w+ )?(?:speech|lecture|telling off|talk) (?:\w+ )?$"
    r"|\b(?:it|that|this) (?:ever |does |starts |might |could )?(?:turns? )?(?:into|becomes?) $"
)
"""Before a phrase that is only supposed or refused: "if you", "if it turns into", "no speech about"."""

PAST = _any(
    r"(?<!\bto )(?<!\bwill )(?<!\bcould )(?<!\bwould )(?<!\bnot )\b(?:wanted|was|were|felt|used to|tried|thought|had|did|went|got|hit|hurt|took|cut|drank|stopped|gave|hated|kept|could not|did not|wished|hoped|came"
    r"|ran|attempted|overdose|selfharmed|been|threw|told|said|lost|cried|kicked|evicted|homeless|touched|raped|assaulted|abused|beat|forced|relapsed"
    r"|threatened|controlled|burnt|locked|punched|pushed|grabbed|checked|read|lied)\b"
)
"""Words of a phrase that may be past."""
OVER = _opening(
    r"used to\b",
    r"(?:out of (?:that|there|it)|away from (?:him|her|that|them)|free of (?:him|her|it)|got out|left him|left her)\b(?= (?:for )?(?:\w+ )?(?:\d+|two|three|four|five|six|seven|ten|many|some|a few|couple|ages|years|long)\b)",
    r"(?:two|three|four|five|six|seven|eight|ten|\d+|couple of|few|many|some) (?:years|months) (?:clean|sober|free|out|on|dry|since|past|without|in recovery)\b",
    r"past tense\b|when i (?:was|lived)\b(?! (?:fine|ok))|in year \w+\b|at \d\d [,.]\b",
    r"(?:years?|ages|months|while|winters?|summers?|terms?|decade) (?:ago|back)\b(?! and still)",
    r"back (?:then|when|in (?:year|sixth|college|uni|school|20|the|january|march|april|may|june|july|october|november|february|september))\b",
    r"when i (?:was|lived|were|started|first|moved|had|came)\b(?! (?:fine|ok|alright))",
    r"(?:when|after|since) (?:my \w+|he|she|they) (?:died|passed|left)\b(?! (?:i do not|i want))",
    r"as a (?:kid|child|teen|teenager|student)\b",
    r"(?:in|during|through|all) (?:year \w+|sixth form|college|secondary|primary|first year|second year|20[012]\d|lockdown|freshers|my teens|high school)\b",
    r"last (?:year|winter|summer|spring|autumn|christmas|term|march|april|june|july|january)\b(?! and)",
    r"once\b(?! (?:i am|i have|more|you|and for all))",
    r"back in the day\b|i remember\b|growing up\b|for ages after\b|for a bit (?:at|after|when)\b|for weeks after\b|the year (?:before|my)\b",
    r"(?:passed|got better|did shift|shifted|eased|got easier|does loosen|loosened)\b",
    r"before (?:i (?:got|found|started)|my (?:driving|exam|test|interview))\b",
    r"at (?:1\d|school)\b(?= (?:and|[.,]|but) (?:it|got|i|therapy|a|then|the))",
)
"""Signs that something is over."""
BETTER = _opening(
    r"(?:am|doing|feeling|feel|is|lot|things are) (?:\w+ ){0,2}(?:ok|alright|fine|better|good|safe|calm|recovered|clean|in recovery|through it|past it|stable"
    r"|happy|happier|glad|grateful|different)\b(?! (?:at|if|off|dead|for|when|with|person|enough|without|place|i|to))",
    r"(?:got|getting|have|had|get) (?:\w+ )?(?:help|support|treatment|therapy|out(?= of there)|through it|through that|past it)\b(?! (?:from|is))",
    r"out the other side\b|in recovery\b|recovered\b|still here\b|here i am\b|glad (?:i|it|to)\b|came (?:out of|through)\b|found (?:my feet|help)\b",
    r"(?:therapist|gp|mum|sister|dad|doctor|worker|nurse|brother) (?:knows|helps|is (?:helping|here|coming)|on|tuesday|tomorrow|round)\b",
    r"therapy\b(?! (?:is|does|has) not)|my therapist\b|have not (?:since|for (?:years|ages|a (?:while|long))|in (?:years|ages|months|\w+ years))\b",
    r"these days\b|quieter\b|helped (?:me|a|lot|was)?\b|in a better\b|(?:ok|better|fine|good|safe|different|alright) (?:now|again)\b|three years\b",
    r"not (?:\w+ )?(?:like that|that way) anymore\b|but (?:\w+ )?today is (?:decent|good|ok|better|alright)\b|i got out\b|nothing major\b|(?:it|that) (?:passed|eased|shifted)\b",
    r"right now i am (?:ok|alright|good)\b|(?:managing|manage it|under control|on the mend)\b",
)
"""Signs that the speaker is well enough now."""
NOT_BETTER = re.compile(
    r"\b(?:not|never|no|if i was|wish|said|say|saying|pretend|pretending|like|act|acting|lied|look|seem|smiling|be|want|everyone|they|you|he|she|all|him|her|friend|mate"
    r"|think|thinks|when|if|until|would)(?: \w+){0,2} $"
)
"""Before a sign of being well that is none: "pretend i'm ok", "i'm not ok"."""
RECENT = _opening(
    r"(?:again|lately|recently|tonight|yesterday|earlier|last night|last week|this (?:week|time|evening|month|year)|keeps?|every (?:night|day|time)|comes? back"
    r"|came back|is back|an hour ago|most (?:nights|days)|can not stop|nobody knows|days ago|weeks ago|at the moment|ongoing|these days i (?:want|think))\b",
    r"(?<!ok )(?<!better )(?<!fine )(?<!good )(?<!safe )(?<!calm )(?<!alright )(?<!clean )(?<!different )\b(?:now|today)\b(?! (?:is|was|at uni|and (?:doing|she|he|it is)))",
    r"still\b(?! (?:here|get lonely|have bad days|look|miss|alive and))",
    r"(?:have not|not|never) told\b",
    r"on (?:fri|satur|sun|mon|tues|wednes|thurs)day\b|back and\b",
)
"""Signs that something is still so."""

SMALL = _opening(
    r"(?:essays?|exams?|homework|mondays|alarm|coursework|shifts?|bus|lectures?|deadlines?|assignments?|maths|revision|traffic|weather|wifi|football|match|game|queue"
    r"|hangover|presentation|projects?|module|printer|zoom|meeting|quiz|song|film|video|show|cat|dog|hat|pizza|hair|gym|leg day|workout|heat|rain|commute|parking|candy"
    r"|biscuits?|laughing|laughter|embarrass\w*|cringe|boredom|hunger|hungry|teacher|my own voice|photo|pic|memes?|accent|timetable|term|driving|landlord|dishes|milk|netflix|tiktok"
    r"|spelling|stats|series|episode|season|sudoku|spreadsheet|excel|9am|mornings|crisps|cake|dress|jeans|hill|reception|crush|haircut|pilates|serve|results day|puppy|weekend"
    r"|vegan|that story|sharing|typos?|seminar|referencing|bibliography|dissertation|group chat|spoilers?|level|telly loud|telly on)\b"
)
"""Small things that people say big words about."""
WHENEVER = _opening(r"(?:if i (?:have to|see|hear)|every time|whenever|when i hear|another|one more|literally|as soon as)\b")
AWAY = _opening(
    r"(?:holiday|covering|cover|back (?:on|at|in|by|later|tomorrow|soon|next)|will be back|brb|but \w+ (?:will|can|is)|ask for|shift|college"
    r"|work (?:at|in|tomorrow|till|until|early)|got work|in the morning|see you (?:all )?(?:then|next|tomorrow|monday|soon|later)|same time|until then|night all|bed|train|dentist|appointment|same time next|on (?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|lovely meeting|for now|say hi)\b"
)
"""Signs that "i won't be here" is only leaving."""

SENDS = _opening(
    r"(?:(?<=\. )|(?<=, )|\b(?:please|and|or|just|now|then|so) )(?:ring|call|phone|dial|text|get to|go to|get yourself to|get someone to ring)"
    r" (?:999|111|\d{3} \d{3}|a e|hospital|samaritans|childline|shout|papyrus|the crisis line)\b",
    r"(?:told|telling|tell|got|pinged|pinging|asked|asking|getting|letting) (?:a|the|our|my) moderator\b|moderators? (?:is |are )?(?:coming|on the way|knows?|about)\b",
    r"if it (?:is |gets |turns ).{0,40}(?:999|111|\d{3} \d{3}|samaritans|shout|childline)\b",
)
"""Somebody is being told where help is, and that it is on its way."""

YOU = _opening(r"(?:you|your|yourself|yourselves|welcome)\b")
YOU_ASIDE = _opening(
    r"(?:thank|thanks|love|telling|tell|told|bother|see|bye|miss|for being|helping) you\b",
    r"you (?:were (?:nice|kind|lovely|good)|know|all|guys|lot|read|want me|will never|can mark|asked|say)\b|(?:how|whatever|what) you (?:want|like|said)\b",
    r"your (?:question|app|score|feedback|practice|hints|program)\b",
    r"(?:wish|told) you (?:were|that)\b",
)
"""A "you" that is nobody in the chat."""
