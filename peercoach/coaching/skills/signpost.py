"""Point to a service that fits: offers a service that fits the need, says how to reach it or why it fits, leaves the choice with them."""

from __future__ import annotations

from peercoach.coaching.detector import Detector
from peercoach.coaching.weighing import by_margin

DETECTOR = Detector(
    id="signpost",
    kind="skill",
    title="Point to a service that fits",
    summary="Offers a service that fits the need, says how to reach it or why it fits, leaves the choice with them.",
    why="Some needs are for one person with time, not for a group. One service that fits, how to reach it and no push is worth more than a list.",
    judge=by_margin("signpost"),
    phrases=(
        "text themix|shout|ym|the_mix|hello to",
        "themix|shout to 85258",
        "85258|116|88247|0800|0808|1111",
        "call|ring|text|try|contact|phone|use|message|webchat|email|email samaritans|childline|papyrus|shout|calm|crisis_messenger|beat|the_mix|mind|switchboard|mermaids|hopeline|111|nhs_111|the_samaritans|frank|cruse|winstons|them",
        "theres|there_is|theyve|they|you_could|you_can|could|can|try|have|got __ childline|samaritans|papyrus|shout|calm|crisis_messenger|beat|switchboard|mermaids|hopeline|nhs|helpline|webchat|text_line|1|one",
        "childline|samaritans|papyrus|shout|calm|beat|switchboard|mermaids|hopeline|winstons|cruse|mind|galop is|are|do|have|has|r|can|will|might|could|for|on|take|text|webchat|there|free|open",
        "crisis messenger|text|line",
        "open all|24|24/7|now|till|any|round",
        "one to|person one|just",
        "just for you",
        "1|one to|2 1|one",
        "you|u can|could text|ring|call|message|email|chat|webchat|phone|talk_to",
        "if talking|calling|ringing|speaking|you_want|youd|you_fancy",
        "free|anonymous|confidential to|and|on|call",
        "any|all time|hour|night|age|day|hours|of_night",
        "your gp|doctor|gps|tutor|school",
        "helpline|helplines|hotline|webchat|textline",
    ),
    soft=(
        "<service>",
        "<contact>",
        "if you want|fancy|like|need|ever",
        "number|link|website|site|service|services|charity",
        "under 19|25|35",
    ),
    off=(
        "keep|stay|be|feel|felt|feeling|remain|calm|bit calm|and",
        "calm|shout down|at|about|off",
        "beat this|that|it|yourself|them|up",
        "mind you|if|that|is|was|the",
        "frank about",
        "try google|googling|therapy",
        "dont ring|call|text",
    ),
)
