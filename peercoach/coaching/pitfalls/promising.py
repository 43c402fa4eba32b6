"""Promising what you can't keep: promises secrecy, rescue or an outcome."""

from __future__ import annotations

from peercoach.coaching.detector import Detector, Told
from peercoach.coaching.weighing import Weighing


def judge(weighing: Weighing) -> Told:
    """By margin. Secrecy is told apart, because a kept secret can hurt and a rosy forecast rarely does."""
    told = weighing.levelled("promising")
    secret = weighing.reading.hits.get("promising:secrecy", [])
    if secret:
        return Told("met", (*told.evidence, *weighing.reading.spans(secret)) if told.level == "missed" else told.evidence, "secrecy")
    return told


DETECTOR = Detector(
    id="promising",
    kind="pitfall",
    title="Promising what you can't keep",
    summary="Promises secrecy, rescue or an outcome.",
    why="A promise you can't keep costs trust when it breaks, and a kept secret can cost more. Say what is true: you're here, and you'll listen.",
    judge=judge,
    groups=(
        (
            "secrecy",
            (
                "i|ill|we|well wont|wouldnt|will_never|never|would_never tell|say|breathe|repeat|pass|grass|report|snitch|mention __ anyone|anybody|a_soul|nobody|no_one|word|mods|mod|on_you|it|this|them",
                "i|ill|we wont|will_never|would_never tell|breathe|say a|anyone|anybody|any|nobody|no_one|the|them|on",
                "wont|never|not tell|telling|say|breathe|get|involve anyone|anybody|a_soul|a_word|a_thing|nothing|nobody|the_mods|a_mod|mods",
                "swear i|ill|to wont|not|keep|never",
                "promise|promised|swear i|not|to wont|to|not|keep tell|say|get|it|this|secret",
                "stays|stay|keep|keeping|kept it? between us|me|you|this_chat|ourselves",
                "between you|us|me and|two",
                "just between|among us|you|me|ourselves",
                "our little? secret",
                "your secret|secrets is|are|s safe",
                "secret|secrets safe|is_safe|are_safe with",
                "secret|it|this|that safe with me",
                "keep it|this|that|your a? secret|quiet|private|to_myself|secrets",
                "they|it|calm|childline|samaritans|papyrus|shout|helplines|counsellors|teachers cant|can_never|wont|never|are_not_allowed_to|arent_allowed_to|dont ever? tell|report|pass|involve|say __ anyone|anybody|anything|it|on|nobody|your",
                "nobody|no_one will|has|needs|ever|is ever|to|going|gonna? know|find",
                "mods|they|nobody|no_one dont|doesnt|wont have|need to? know|find",
                "wont|not show|let __ see|know",
                "dont let __ see|know|find i",
            ),
        ),
    ),
    phrases=(
        "i|ill|we|well promise|swear|guarantee|pinky|vow|wont|wouldnt|will_never|never|would_never you|u|it|that|not|to|ill|i|youll|things|we|its|your|tell|say|breathe|let|breathe",
        "promise|promises|promising it|things|you|youll|ill|not|i|its|that|we|nothing|everything|ull",
        "wont|never|not|wouldnt|didnt tell|telling|say|breathe|repeat|let|pass|grass|report|snitch|share anyone|anybody|a|any|it|on|nobody|the|no|to|them|mods|you|what",
        "stays|stay|keep|keeping|between|kept between|secret|here|it|this|that|us|quiet|with|private us|me|you|here|secret|just|two|quiet|between|to_myself",
        "keep it|this|that|your between|secret|quiet|to|a|private|secrets",
        "your secret|secrets is|are|safe|with",
        "our secret|little",
        "secret safe|s|with",
        "safe with me",
        "between us|you|me",
        "they|it|calm|childline|samaritans|papyrus|shout|helpline|helplines|nobody|noone|no_one|counsellors|nothing cant|wont|never|dont|will_never|are_not|has_to|needs_to|can_ever|have_to|is_totally|is_completely|ever tell|report|involve|pass|say|do|know|leave|anyone|get|trace|find|confidential",
        "nobody|noone|no_one|nothing|no1 will|has|needs|ever|has_to|needs_to|is_gonna ever|to|know|find|hurt|bad|happen",
        "you|youll|ull|it|itll|things|everything|hell|shell|theyll|it'll|thingsll will|gonna|going_to|is_gonna|defo|definitely|deffo|be|get|feel|totally|meet|find|pass|smash|ace|make|come|look|sort|calm|forgive|always|love be|get|pass|feel|smash|better|fine|ok|okay|alright|make|find|grand|through|your|work|sorted|perfect|loads|someone|it|right|great|amazing|easier|brilliant|come_round|round",
        "it|things|everything|life|all gets|get|will_get|does_get|always_gets|works|turns|will_be|will_work|is_going_to|is_gonna|will better|easier|out|fine|ok|okay|be|alright|get|work|pass|improve",
        "it|that|this will pass|never|all|get|help|work|go_away|sort",
        "gets better|easier",
        "be fine|okay|alright|ok|grand|reyt|sound",
        "everythings|everything|itll|things going|gonna|will|be to? be|fine|ok",
        "youre|your|you going|gonna|will|got to? be|get|pass|smash|love|make|fine|ok|nothing",
        "theyll|they|mods|doctors|gp|counsellor|childline|samaritans|shout|papyrus|the_team will|ll|can|fix|sort|always|make|know|love|definitely|totally fix|sort|help|make|always|believe|answer|understand|you|it",
        "well get|fix|sort|make you|this|it|that",
        "ill|i|we always|never|will_always|make_sure|will_never|fix|protect|save|be_there|be_here|sort|get_you|keep_you|look_after|wont_let __",
        "wont|never|not let|leave|give anything|you|anyone|up|nothing|him|them",
        "i can|ill fix|save|sort|help|make",
        "trust me|you",
        "happily ever",
        "no doubt",
        "definitely|deffo|defo|def|100 get|be|pass|find|happen|work|better|make|smash",
        "for sure|certain",
    ),
    soft=(
        "promise|swear",
        "secret|secrets",
        "always",
        "better",
        "fine",
        "never",
    ),
    off=(
        "dont|cant|wont|not|never|didnt|no keep|promise|do|make|making|gonna|say|saying|one promise|secrets|secret|anything|that|it|promises|itll|its",
        "cant|wont|not|dont promise|keep|say|guarantee",
        "not gonna|going|saying|here to? promise|say|tell|pretend",
        "i promise|swear im|were|we|this|i|that_was|youre|your reading|here|not|listening|isnt|wont_bite|dont_bite|arent|didnt",
        "hope it|things|that|you|your|tomorrow",
        "i|really|do hope",
        "might|may|can|could|sometimes get|be|feel",
        "no promises",
        "promise you|that made|he|she|to|me|her|him",
        "made you promise|swear",
        "whether|if|when|until|till it|things|you gets|get|feel|are",
        "never said|told|have",
        "cant tell|say you",
        "feels like|as it|nothing|its|youll",
        "made|make|asked me|you|him|u promise|swear",
    ),
)
