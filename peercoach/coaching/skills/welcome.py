"""Welcome a newcomer: greets a newcomer and gives them an easy way in."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin; a bare greeting with no way in is partly."""
    told = weighing.levelled("welcome")
    if told.level == "met" and not (weighing.has("welcome") or weighing.has("welcome:way")):
        return Told("partly", told.evidence, "a greeting; a way in would finish it")
    return told


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
)
