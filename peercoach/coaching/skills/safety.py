"""Take risk seriously: when there is risk: takes it seriously, points to urgent help, gets a moderator, keeps no secret."""

from __future__ import annotations

from peercoach.coaching.detector import Detector
from peercoach.coaching.weighing import by_margin

DETECTOR = Detector(
    id="safety",
    kind="skill",
    title="Take risk seriously",
    summary="When there is risk: takes it seriously, points to urgent help, gets a moderator, keeps no secret.",
    why="When somebody may act, being believed and being met with urgent help come together. You don't have to carry it alone: a moderator, 999, a crisis line.",
    judge=by_margin("safety"),
    phrases=(
        "999|a&e|ane|111",
        "ring|call|phone|dial|get_to|go_to 999|an_ambulance|ambulance|111|a|emergency|them",
        "getting|get|got|fetching|fetch|calling|tagging|pinging|flagging|telling|tell|letting|let|told|asked|grabbing|messaging|messaged|flagged|flag|tagged|pinged|nudged|alerted|alerting|grabbed a|the|an|you|one|our|this|it|to|in|for|another|jay|ro|one_of? mod|mods|moderator|moderators|staff|team|know|to_a_mod",
        "mods|mod|moderator|moderators|@mod|@mods on|coming|knows|know|can|is|are|please|pls|here|look|asap|need|will|now|has|have",
        "worried|scared|concerned|frightened|terrified about|for|by|that|now|right you|u|ur|your|this|what",
        "im|am really|so|very|dead? worried|scared|concerned",
        "are|r|do you|u|ya feel? safe|thinking|planning|going|gonna|about",
        "you|u safe|thinking_of|thinking_about|planning|going_to",
        "safe tonight|now|right|where|at|rn|at_home",
        "keep|keeping|stay|staying|be|get you|yourself|urself|safe safe|now|with",
        "cant|not|wont|dont|never keep|keeping|hold|promise this|that|it|secrets|secret|quiet|one",
        "not|dont a|keep secret|secrets|to_myself|this",
        "tell|wake|go_to|find|get your|someone|somebody|a|mum|an_adult|another|ur mum|dad|adult|nearest|near|with|in|someone|parents|who",
        "is|someone|anyone anyone|someone|somebody|with with|near|there|you|in",
        "ending|end|killing|kill|hurting|hurt|take|taking your|urself|yourself|ur life|own",
        "thinking|thoughts of|about suicide|ending|killing|hurting|dying|it|acting",
        "suicide|suicidal",
        "if you|it|things|tonight might|feel|get|gets|think|cant|act|isnt|are _ act|worse|safe|danger|hurt|strong|louder|close|going|unsafe",
        "in danger|immediate",
        "stay|staying|sitting|sit|sticking|not_going|wait|keep with|here|till|until|anywhere|talking|typing you|us|until|a|the|with|they",
        "not leaving|going|alone",
        "not your fault",
        "take|taking|takes this|that|it|you|what seriously",
        "glad you|u said|told|say|typed|didnt",
        "text themix|shout to",
        "themix|shout to 85258",
        "emergency|crisis|urgent",
    ),
    soft=(
        "safe",
        "mod|mods|moderator",
        "<risk>",
        "crisis",
        "worried",
        "urgent|emergency",
        "someone with|near",
    ),
    off=(
        "not worried",
        "safe travels|journey|space|to_say",
        "youre|your not in danger",
        "mods are|r so|robotic|rubbish",
        "take care",
    ),
)
