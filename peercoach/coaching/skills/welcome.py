"""Welcome a newcomer: greets a newcomer and gives them an easy way in."""

from __future__ import annotations

from peercoach.coaching.detector import MISSED, Detector, Told
from peercoach.coaching.weighing import Weighing

CLEAR = 0.5
"""The margin from which nothing else has to speak for it."""
GREETING = frozenset(
    "hi hiya hey hello heya ayup alright welcome yo evening morning good to the chat group here new 👋 x xx nice lovely meet you see in and"
    " so ay hallo sup".split()
)
MORE = 5
"""Words beside these from which a sure welcome is more than a greeting."""
SAYS_SO = ("welcome", "welcome:way", "welcome~")
"""Phrases of which one is in nearly every welcome."""


def judge(weighing: Weighing) -> Told:
    """By margin; a bare greeting with no way in is partly."""
    told = weighing.levelled("welcome")
    if told.level != "missed" and weighing.best("welcome") < CLEAR and not any(weighing.has(name) for name in SAYS_SO):
        return MISSED
    if told.level == "met" and not (weighing.has("welcome") or weighing.has("welcome:way") or _goes_on(weighing, told)):
        return Told("partly", told.evidence, "a greeting; a way in would finish it")
    return told


def _goes_on(weighing: Weighing, told: Told) -> bool:
    """Whether a sure welcome has more in it than a greeting: a way in comes in countless wordings."""
    return weighing.best("welcome") >= CLEAR and weighing.besides(told, GREETING) >= MORE


DETECTOR = Detector(
    id="welcome",
    kind="skill",
    title="Welcome a newcomer",
    summary="Greets a newcomer and gives them an easy way in.",
    why="The first minutes decide whether somebody stays. A hello to them, and one easy way in, is enough; nobody has to share anything on the first night.",
    judge=judge,
    phrases=(
        "glad|pleased|happy|chuffed you|your __ here|came|joined|found|made_it|popped_in|landed",
        "nice|lovely|good|great to meet|see|have you|a_new",
        "nice|lovely|good|great|glad that we|your|you have|got|came|here|are you|here|along|with",
        "welcome to|aboard|in|along|ash",
        "your very|most|so? welcome !to_it",
        "you can just|always? read|lurk|listen|sit|watch|hang|be",
        "no pressure to|at_all|here",
        "no rush|need|pressure to talk|share|say|speak|type|post",
        "dont need|have to say|talk|share|speak|type|join|post",
        "lurk|lurking|lurkers|reading|listening is|are|its|totally|allowed|fine|ok|welcome|counts|loved",
        "jump|chip|join|pop|dive in when|whenever|any|with|if|and|or",
        "ask me|us|away|anything|whoever|the_mods",
        "make|get yourself|comfy at_home|comfy|comfortable",
        "come in|on_in|sit|join",
        "pull up a? chair|seat",
        "nobody|noone|we|no1 bite|bites|judges|minds|dont_bite|here_bites|in_here_bites",
        "most|lots|loads|half|everyone of us|people|ppl __ lurk|lurked|quiet|nervous|shy|scared|first",
        "first time|night|one is|are|can|always|here|on",
    ),
    soft=(
        "welcome",
        "hi|hiya|hey|hello|heya|ayup|alright @name",
        "new here|face|name|to_this",
        "say|post|type|share as much|little|whatever",
        "take your time",
        "whenever your|you ready|comfy|like|fancy|want|feel",
        "stick|hang|sit about|around|with",
    ),
    off=(
        "your welcome",
        "welcome to the? club",
        "please read the? guidelines|rules|pinned",
        "read the? guidelines|rules|pinned",
    ),
    finds=(
        "hiya moss, glad you found us. you can just read along till you feel like typing",
        "Hello, and welcome. Nobody has to share anything on their first night, so make yourself at home.",
        "heyy welcom in 😊 no pressure 2 talk, lurkers r loved here",
        "ey up, good to have you. pull up a chair, we're only nattering about telly",
        "hello new friend, i am happy you come here. you can only listen, it is ok",
        "hi! new here? jump in whenever",
        "Welcome. Quiet is fine.",
        "Hi Moss, I'm Jay, one of the mods tonight. Chat can go fast so don't worry about keeping up, and ask me anything.",
        "aw yay someone new! i only lurked for my first month so no rush to say owt",
        "nice to meet you moss, we're on about worst flatmates if you want to chip in",
        "alright moss mate, nobody bites in here. stick around as long as you fancy",
    ),
    ignores=(
        "you're welcome, any time",
        "i didn't feel welcome at my new school at all",
        "my tutor said 'welcome to the real world' and laughed",
        "welcome to the club lol, everyone's broke",
        "please read the rules and the pinned post before posting",
        "glad the exam's over tbh, it was rank",
        "nobody said hi to me when i joined so good luck",
        "you're not welcome here if you talk like that",
        "that's a welcome change from last week",
        "i'm so happy for you, you got in!",
        "is the new season any good, i've not started it",
    ),
    met=(
        "“{quote}” makes it plain that there's room for them, which a newcomer often isn't sure of.",
        "Coming in new can be nerve-racking, and your “{quote}” probably took some of that away.",
        "They didn't have to earn a place here; “{quote}” gave them one straight away.",
        "A newcomer looks for signs of being wanted. In “{quote}” they have one.",
        "Someone spoke to them, and kindly. “{quote}” may be what they remember of their first visit.",
        "It's easier to stay somewhere after reading “{quote}”, even for a person who only wants to look around.",
        "When you said “{quote}”, the door got a little lighter to push.",
        "You spoke to them before they had to speak, and that can decide whether somebody new stays.",
    ),
    partly=(
        "There's the start of a welcome here. One easy way in might make it simpler for them to stay.",
        "“{quote}” is friendly. Perhaps add what they can do next, even if that's only reading along?",
        "It could go further if they also knew that nobody expects them to talk yet.",
        "So far, so kind; something small about how chat works here might help them settle.",
        "A newcomer can take heart from “{quote}”, and may still wonder what happens now. Could you tell them one thing?",
        "Half of a welcome is the hello, and the other half is something to join in with. Which one could use a bit more?",
        "You've opened the door a little. What would have helped you on a first visit?",
        "With “{quote}” they've been met at the door; knowing who to ask might help them come in.",
    ),
    missed=(
        "It might help to greet them first, so they know that somebody saw them come in.",
        "What if you let them know that reading along without talking is fine here?",
        "You could give them one easy thing to join in with, like whatever the chat is about right now.",
        "Think back to being new somewhere. What would you have liked to hear?",
        "They may be wondering whether they're allowed to be here. Could you show them that they are?",
        "Using their name, and sounding pleased they came, might settle some of their nerves.",
        "Perhaps take the pressure off: new people often think they have to tell their story straight away.",
        "One practical pointer, such as who the moderators are, could help somebody new feel less lost.",
    ),
)
