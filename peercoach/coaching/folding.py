"""One typed word folded, so that wordings look alike that mean alike: case, apostrophes, text-speak, slips, drawn-out letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from peercoach.coaching.spelling import spelt
from peercoach.coaching.textspeak import TEXT_SPEAK

DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
APOSTROPHES = str.maketrans("", "", "'’‘`´")

SAME = {
    "b": "be", "wana": "want to", "dye": "do you", "dyou": "do you", "cya": "see you", "iz": "is", "wiht": "with", "ta": "thanks",
    "gonnae": "going to", "wanty": "want to", "naw": "no", "nae": "no", "auld": "old", "hame": "home", "hale": "whole",
    "yersel": "yourself", "jist": "just", "tae": "to", "fae": "from", "wid": "would", "cannit": "cant", "dee": "do", "divvent": "dont",
    "wasny": "wasnt", "ov": "of", "ave": "have", "wen": "when", "ope": "hope", "me": "me", "sum": "some", "sumtimes": "sometimes",
    "youre": "your", "ure": "your", "yr": "your", "yer": "your", "ya": "you", "ye": "you", "yous": "you", "ure'": "your", "thay": "they",
    "cannot": "cant", "wan2": "wanna", "summat": "something", "smth": "something", "sumthing": "something", "nowt": "nothing",
    "owt": "anything", "mi": "my", "ma": "my", "wi": "with", "wiv": "with", "aint": "isnt", "innit": "isnt", "init": "isnt",
    "dat": "that", "dis": "this", "da": "the", "dem": "them", "tings": "things", "ting": "thing", "nuffin": "nothing",
    "suttin": "something", "soz": "sorry", "sori": "sorry", "sry": "sorry", "sorri": "sorry", "cuz": "because", "coz": "because",
    "cos": "because", "bcos": "because", "bc": "because", "cus": "because", "no1": "nobody", "noone": "nobody", "any1": "anyone",
    "some1": "someone", "every1": "everyone", "luv": "love", "lov": "love", "wot": "what", "wat": "what", "wut": "what",
    "whats": "whats", "wats": "whats", "wots": "whats", "hows": "hows", "hw": "how", "hav": "have", "av": "have", "hve": "have",
    "cud": "could", "shud": "should", "wud": "would", "wuld": "would", "abt": "about", "bout": "about", "aboot": "about",
    "doon": "down", "oot": "out", "noo": "now", "tho": "though", "thru": "through", "w": "with", "n": "and", "nd": "and", "an": "an",
    "gonna": "going to", "gunna": "going to", "gona": "going to", "wanna": "want to", "gotta": "got to", "dunno": "dont know",
    "tryna": "trying to", "lemme": "let me", "gimme": "give me", "kinda": "kind of", "sorta": "sort of", "outta": "out of",
    "shoulda": "should have", "coulda": "could have", "woulda": "would have", "shouldve": "should have", "couldve": "could have",
    "wouldve": "would have", "mustve": "must have", "imma": "im going to", "hafta": "have to", "needa": "need to",
    "mum": "mum", "mam": "mum", "mom": "mum", "mommy": "mum", "mummy": "mum", "alot": "lot", "tomoz": "tomorrow",
    "2nite": "tonight", "2night": "tonight", "2day": "today", "tonite": "tonight", "thx": "thanks", "ty": "thanks", "thankyou": "thank you",
    "alrite": "alright", "awright": "alright", "alryt": "alright", "ok": "ok", "okay": "ok", "oki": "ok", "k": "ok", "kk": "ok",
    "ppl": "people", "peeps": "people", "bday": "birthday", "y": "why", "r": "are", "u": "you", "ur": "your", "urs": "yours", "im": "im",
    "urself": "yourself", "yourselves": "yourself", "yaself": "yourself", "tht": "that", "thts": "thats", "das": "thats", "dats": "thats",
    "bin": "been", "bn": "been", "jus": "just", "jst": "just", "dnt": "dont", "dont": "dont", "dinnae": "dont", "cannae": "cant",
    "didnae": "didnt", "wasnae": "wasnt", "isnae": "isnt", "wouldnae": "wouldnt", "naebody": "nobody",
    "pls": "please", "plz": "please", "plse": "please", "msg": "message", "msgs": "messages", "mesage": "message", "txt": "text",
    "rlly": "really", "rly": "really", "realy": "really", "v": "very", "def": "definitely", "deffo": "definitely", "probs": "probably",
    "prolly": "probably", "obvs": "obviously", "tbf": "tbf", "rn": "now", "atm": "now", "hapened": "happened", "gr8": "great",
    "m8": "mate", "m8s": "mates", "b4": "before", "l8r": "later", "4": "4", "2": "2", "fam": "mate", "bruv": "mate", "bro": "mate", "blud": "mate",
    "cuddles": "hugs", "feelin": "feeling", "tellin": "telling", "talkin": "talking", "goin": "going", "doin": "doing", "bein": "being",
    "havin": "having", "nothin": "nothing", "somethin": "something", "tryin": "trying", "listenin": "listening", "hearin": "hearing",
    "sittin": "sitting", "sayin": "saying", "thinkin": "thinking", "happenin": "happening", "gettin": "getting", "makin": "making",
    "comin": "coming", "lookin": "looking", "askin": "asking", "strugglin": "struggling", "carryin": "carrying", "waitin": "waiting",
}  # fmt: skip
"""Spellings that are the same word to a scorer. Over the shared text-speak table, where they part."""


LEFT_OUT, DETAIL = "XX", ("00",)
"""Where a detail was left out because it can hurt, and how it is read. Kisses are "xx"."""


@lru_cache(maxsize=50_000)
def fold(raw: str) -> tuple[str, ...]:
    """The folded form of one typed word: one word, or several where text-speak stands for several."""
    if raw == LEFT_OUT:
        return DETAIL
    word = _bare(raw)
    if word in SAME or word in TEXT_SPEAK:
        return plain(raw)
    return plain(spelt(word))


def plain(raw: str) -> tuple[str, ...]:
    """The folded form of a typed word with its slips left in."""
    word = _bare(raw)
    known = SAME.get(word)
    if known is None:
        known = TEXT_SPEAK.get(word, word)
        known = SAME.get(known, known)
    return tuple(known.split()) or (word,)


def _bare(raw: str) -> str:
    word = raw.lower().translate(APOSTROPHES)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()
    return DRAWN_OUT.sub(r"\1", word)
