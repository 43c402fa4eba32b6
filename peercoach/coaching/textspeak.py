"""How people type in chat, and the plain words it stands for: the one table, for patterns and for reading replies.

Keys and values are folded as `words.fold` folds (lower case, no apostrophes); a value of several words has spaces between.
Spellings that only lack an apostrophe (`dont`, `im`) are not here: they stay as they are. Nor is anything that would
more often be a word of its own (`4` in "4 hours", `no` for "know").
"""

from __future__ import annotations

TEXT_SPEAK: dict[str, str] = {
    # you, me and small words
    "u": "you", "yu": "you", "ya": "you", "yah": "you", "youu": "you", "yew": "you", "ur": "your", "yr": "your",
    "yrs": "years", "urs": "yours", "yer": "your", "urself": "yourself", "yaself": "yourself", "yourselfs": "yourselves",
    "urselves": "yourselves", "meself": "myself", "mesen": "myself", "r": "are", "n": "and", "nd": "and", "teh": "the",
    "dem": "them", "dey": "they", "ther": "there", "wiv": "with", "wid": "with", "wif": "with", "w": "with",
    "bcuz": "because", "bcos": "because", "bcoz": "because", "bc": "because", "becuz": "because", "becos": "because",
    "becoz": "because", "cuz": "because", "coz": "because", "cos": "because", "cus": "because", "cause": "because",
    "bcs": "because", "tho": "though", "altho": "although", "thru": "through", "thro": "through", "til": "until",
    "till": "until", "fr": "for real", "abt": "about", "bout": "about", "b4": "before", "bfore": "before", "betw": "between",
    "btwn": "between", "rn": "right now", "atm": "at the moment", "y": "why", "wot": "what", "wat": "what", "wut": "what",
    "wht": "what", "wha": "what", "hu": "who", "wen": "when", "wer": "where", "wich": "which", "vs": "against",
    "jus": "just", "jst": "just", "js": "just", "mor": "more", "eva": "ever", "neva": "never", "nvr": "never",
    # yes, no, all right
    "ye": "yes", "yeh": "yes", "yea": "yes", "yeah": "yes", "yep": "yes", "yup": "yes", "yh": "yes", "yas": "yes",
    "aye": "yes", "yass": "yes", "nah": "no", "na": "no", "nope": "no", "naw": "no", "nay": "no", "k": "ok", "kk": "ok",
    "okay": "ok", "okey": "ok", "oki": "ok", "okie": "ok", "okk": "ok", "okayy": "ok", "aight": "all right",
    "ight": "all right", "alrite": "all right", "alright": "all right", "alryt": "all right", "aite": "all right",
    "orite": "all right", "np": "no problem", "nw": "no worries", "dw": "dont worry", "nvm": "never mind", "nm": "not much",
    "nbd": "no big deal",
    # short forms of verbs
    "wanna": "want to", "wana": "want to", "gonna": "going to", "gunna": "going to", "gona": "going to", "gna": "going to",
    "gon": "going to", "gotta": "got to", "gota": "got to", "hafta": "have to", "hav": "have", "hve": "have", "av": "have",
    "ave": "have", "iv": "ive", "dunno": "dont know", "dno": "dont know", "dunnoo": "dont know", "gimme": "give me",
    "lemme": "let me", "kinda": "kind of", "kinnda": "kind of", "sorta": "sort of", "coulda": "could have",
    "shoulda": "should have", "woulda": "would have", "mighta": "might have", "musta": "must have", "outta": "out of",
    "lotta": "lot of", "cmon": "come on", "innit": "isnt it", "aint": "isnt", "lookin": "looking", "feelin": "feeling",
    "goin": "going", "doin": "doing", "talkin": "talking", "tryin": "trying", "gettin": "getting", "nothin": "nothing",
    "nuffin": "nothing", "nuthin": "nothing", "nufin": "nothing", "somethin": "something", "sumthin": "something",
    "sumthing": "something", "suttin": "something", "sumat": "something", "summat": "something", "smth": "something",
    "sth": "something", "smthn": "something", "anythin": "anything", "owt": "anything", "nowt": "nothing",
    "everythin": "everything", "evrything": "everything", "hapnd": "happened", "kno": "know", "knw": "know", "luv": "love",
    "luvs": "loves", "fink": "think", "thnk": "think", "tink": "think", "finks": "thinks", "shud": "should",
    "shld": "should", "cud": "could", "cld": "could", "wud": "would", "wld": "would", "plz": "please", "pls": "please",
    "plse": "please", "pleez": "please", "plss": "please", "tlk": "talk", "tlkin": "talking", "msg": "message",
    "msgs": "messages", "mssg": "message", "msgd": "messaged", "txt": "text", "txts": "texts", "txted": "texted",
    "cn": "can", "cnt": "cant", "dnt": "dont", "wnt": "want", "gt": "got", "gud": "good", "gd": "good", "gr8": "great",
    "gr8t": "great", "bk": "back", "bin": "been", "bn": "been", "wk": "week", "wks": "weeks", "wkend": "weekend",
    # feelings, thanks, sorry, hello, goodbye
    "ty": "thank you", "tysm": "thank you so much", "tyvm": "thank you very much", "tyy": "thank you", "thx": "thanks",
    "thnx": "thanks", "tnx": "thanks", "thanx": "thanks", "fanks": "thanks", "thankyou": "thank you", "cheers": "thanks",
    "ta": "thanks", "soz": "sorry", "sos": "sorry", "sry": "sorry", "srry": "sorry", "sozz": "sorry", "soreh": "sorry",
    "yw": "youre welcome", "wb": "welcome back", "ily": "i love you", "ilysm": "i love you so much", "ilu": "i love you",
    "imy": "i miss you", "hru": "how are you", "hbu": "how about you", "wbu": "what about you", "wby": "what about you",
    "hbt": "how about", "wuu2": "what you up to", "wyd": "what are you doing", "wdym": "what do you mean", "sup": "whats up",
    "wassup": "whats up", "wsup": "whats up", "wys": "what you saying", "gn": "good night", "nite": "night", "nyt": "night",
    "tonite": "tonight", "2nite": "tonight", "2night": "tonight", "tnite": "tonight", "gm": "good morning",
    "mornin": "morning", "evenin": "evening", "brb": "be right back", "gtg": "got to go", "g2g": "got to go",
    "ttyl": "talk to you later", "ttys": "talk to you soon", "cya": "see you", "cu": "see you", "l8r": "later", "l8": "late",
    "laters": "later", "m8": "mate", "m8s": "mates", "h8": "hate", "w8": "wait", "hiya": "hi", "heya": "hi", "hai": "hi",
    "hii": "hi", "ey": "hey", "heyy": "hey", "helo": "hello", "ello": "hello", "elo": "hello", "bby": "baby", "bb": "baby",
    "gf": "girlfriend", "bf": "boyfriend", "bff": "best friend", "bffs": "best friends", "bestie": "best friend",
    "sis": "sister", "mam": "mum", "mom": "mum",
    # how sure, how much
    "tbh": "to be honest", "tbf": "to be fair", "ngl": "not going to lie", "imo": "in my opinion",
    "imho": "in my humble opinion", "idk": "i dont know", "idek": "i dont even know", "idc": "i dont care",
    "idm": "i dont mind", "ik": "i know", "ikr": "i know right", "iirc": "if i remember correctly",
    "iykwim": "if you know what i mean", "iyk": "if you know", "afaik": "as far as i know", "obvs": "obviously",
    "obv": "obviously", "obvi": "obviously", "defo": "definitely", "deffo": "definitely", "def": "definitely",
    "deffs": "definitely", "definately": "definitely", "defs": "definitely", "probs": "probably", "prob": "probably",
    "prolly": "probably", "probly": "probably", "propa": "proper", "actualy": "actually", "acc": "actually",
    "actly": "actually", "rly": "really", "rlly": "really", "realy": "really", "relly": "really", "rele": "really",
    "v": "very", "vry": "very", "sm": "so much", "alot": "a lot", "aload": "a load", "totes": "totally", "esp": "especially",
    "espesh": "especially", "mebbe": "maybe", "mayb": "maybe", "mabe": "maybe", "prhps": "perhaps", "perf": "perfect",
    "sumtimes": "sometimes", "sometimez": "sometimes", "evry": "every", "evryone": "everyone", "every1": "everyone",
    "some1": "someone", "sum1": "someone", "any1": "anyone", "no1": "no one", "noone": "no one", "ne1": "anyone",
    "sumone": "someone", "sum": "some", "ppl": "people", "peeps": "people", "ppls": "peoples", "pple": "people",
    "peepz": "people", "lil": "little", "lmk": "let me know", "hmu": "hit me up", "jk": "just kidding", "btw": "by the way",
    "fyi": "for your information", "asap": "as soon as possible", "ofc": "of course", "omg": "oh my god",
    "omfg": "oh my god", "omw": "on my way", "irl": "in real life", "tmi": "too much information", "ffs": "for fucks sake",
    "wtf": "what the fuck", "wth": "what the hell", "wtaf": "what the actual fuck", "af": "as fuck",
    "smh": "shaking my head", "fml": "fuck my life", "iktf": "i know the feeling", "ikwym": "i know what you mean",
    "istg": "i swear to god", "icl": "i cant lie", "icba": "i cant be arsed", "cba": "cant be arsed", "deets": "details",
    "pic": "picture", "pics": "pictures", "convo": "conversation", "convos": "conversations", "info": "information",
    "fave": "favourite", "fav": "favourite", "favs": "favourites", "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow",
    "2moro": "tomorrow", "2morrow": "tomorrow", "2mrw": "tomorrow", "tomoz": "tomorrow", "tomos": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "2day": "today", "tday": "today",
    "yday": "yesterday", "yest": "yesterday",
    # time and numbers
    "hr": "hour", "hrs": "hours", "hrz": "hours", "min": "minute", "mins": "minutes", "sec": "second", "secs": "seconds",
    "mth": "month", "mths": "months", "mnth": "month", "mnths": "months", "tue": "tuesday", "tues": "tuesday",
    "weds": "wednesday", "thurs": "thursday", "thur": "thursday", "fri": "friday", "bday": "birthday", "xmas": "christmas",
    "crimbo": "christmas", "hols": "holidays", "arvo": "afternoon", "morn": "morning", "nites": "nights", "1st": "first",
    "2nd": "second", "3rd": "third", "2x": "twice",
    # school, work, places, people who help
    "uni": "university", "coll": "college", "clg": "college", "skl": "school", "skool": "school", "sch": "school",
    "sixthform": "sixth form", "hw": "homework", "hmwk": "homework", "cw": "coursework", "dept": "department",
    "accom": "accommodation", "appt": "appointment", "apt": "appointment", "appts": "appointments", "drs": "doctors",
    "dr": "doctor", "hosp": "hospital", "meds": "medication", "ae": "accident and emergency", "mod": "moderator",
    "mods": "moderators", "gc": "group chat", "pm": "private message", "dm": "direct message", "dms": "direct messages",
    "pms": "private messages", "insta": "instagram", "fb": "facebook", "snap": "snapchat", "mh": "mental health",
    "sh": "self harm", "kms": "kill myself", "kys": "kill yourself", "od": "overdose",
    "ptsd": "post traumatic stress disorder",
    # run together or written apart
    "aswell": "as well", "eachother": "each other", "incase": "in case", "infact": "in fact", "atleast": "at least",
    "everytime": "every time", "anymore": "any more", "alittle": "a little", "abit": "a bit", "ofcourse": "of course",
    "upto": "up to", "nevermind": "never mind", "goodnight": "good night", "goodmorning": "good morning",
    "inabit": "in a bit", "iknow": "i know",
}  # fmt: skip

ALSO: dict[str, tuple[str, ...]] = {
    "ur": ("youre",), "yr": ("year",), "yer": ("youre",), "ya": ("yes",), "ye": ("you",), "y": ("yes",),
    "aint": ("arent", "wasnt"), "prob": ("problem",), "acc": ("account",), "min": ("moment",), "sec": ("moment",),
    "cause": ("cos",), "bc": ("before",), "mh": ("mental",), "ngl": ("honestly",), "tbh": ("honestly",),
    "deffo": ("definite",), "owt": ("something",),
}  # fmt: skip
"""Second readings, where one short form stands for several words. Single words only."""
