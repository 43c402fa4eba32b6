"""How people write, folded to one plain form, so that the rules of `care` need only one way of saying each thing.

Every value is lower case, in full words ("im" is "i am", "wanna" is "want to"). Words people use to get past filters
("unalive", "sewerslide") are folded to what they stand for.
"""

from __future__ import annotations

from functools import cache

from peercoach.coaching.textspeak import TEXT_SPEAK

_PLAIN = """
im i am|i'm i am|i’m i am|iam i am|ima i am going to|imma i am going to|i'ma i am going to|ahm i am
ive i have|i've i have|iv i have|id i would|il i will|i'l i will|i'd i would|ill i will|i'll i will
iwant i want|idont i do not|icant i can not|ineed i need|ihate i hate|ifeel i feel|ijust i just|iwanna i want to|iwill i will
wanna want to|wana want to|wna want to|wanto want to|wantae want to|wnna want to|whant want|wnat want|wan want|wantto want to|waant want|wannt want
gonna going to|gunna going to|gona going to|gon going to|gonnae going to|gunnae going to|finna going to|goin going|boutta about to
dont do not|don't do not|dnt do not|dont' do not|don do not|dinnae do not|dunnae do not|didnae did not|doesnt does not|doesn't does not
cant can not|can't can not|cnt can not|cannot can not|cannae can not|carnt can not|cna can|couldnt could not|couldn't could not
wont will not|won't will not|willnt will not|wouldnt would not|wouldn't would not|shouldnt should not|shouldn't should not
isnt is not|isn't is not|wasnt was not|wasn't was not|werent were not|weren't were not|arent are not|aren't are not
havent have not|haven't have not|havnt have not|hasnt has not|hasn't has not|hadnt had not|hadn't had not
didnt did not|didn't did not|aint am not|ain't am not|amnt am not|mustnt must not|neednt need not|musnt must not
u you|ya you|yous you|youse you|ye you|yall you|y'all you|r are|ur your|yr your|yer your|yours your|urs your|youre you are|you're you are
youve you have|you've you have|youd you would|you'd you would|youll you will|you'll you will|urself yourself|uself yourself
he's he is|hes he is|she's she is|shes she is|they're they are|theyre they are|theyve they have|they've they have|we're we are
he'll he will|she'll she will|they'll they will|theyll they will|he'd he would|she'd she would|they'd they would|theyd they would
it's it is|its it is|itll it will|it'll it will|that's that is|thats that is|there's there is|theres there is|what's what is|whats what is
who's who is|whos who is|wats what is|wat what|wots what is|everythings everything is|everything's everything is|nothings nothing is
lifes life is|life's life is|somethings something is|someones someone is|someone's someone is|nobodys nobody is|heads head is
dads dad is|dad's dad is|mums mum is|mum's mum is|stepdads stepdad is|stepdad's stepdad is|boyfriends boyfriend is|boyfriend's boyfriend is
brothers brother is|brother's brother is|partners partner is|partner's partner is|uncles uncle is|uncle's uncle is
parent's parents|mam mum|mom mum|mother mum|mummy mum|mama mum|moms mum is|mams mum is|father dad|daddy dad|da dad|papa dad
bf boyfriend|gf girlfriend|bro brother|sis sister|hubby husband|gran nan|granny nan|grandma nan|grandpa grandad|step-dad stepdad
2 to|4 for|b be|n and|nd and|woz was|wuz was|wos was|dis this|dat that|da the|de the|wiv with|wid with|w with|dae do|tae to
doin doing|bein being|livin living|feelin feeling|thinkin thinking|killin killing|endin ending|hurtin hurting|cuttin cutting|tryin trying|tryna trying to|tryina trying to|daein doing|daeing doing|gaun going|wouldnae would not|isnae is not|amnae am not|wasnae was not|hasnae has not|havenae have not|shouldnae should not|couldnae could not|nuttin nothing|hingin hanging|greetin crying|heid head|deid dead|cannot can not
strugglin struggling|talkin talking|fightin fighting|hidin hiding|drinkin drinking|eatin eating|usin using|wakin waking|goin going
no1 nobody|noone nobody|no-one nobody|anybody anyone|any1 anyone|every1 everyone|everybody everyone|som1 someone|some1 someone
somebody someone|sum1 someone|evry1 everyone|ppl people|peeps people|alot lot|abt about|bout about|bc because|cos because|coz because|cuz because
cus because|cause because|becuz because|becos because|idk dunno|dno dunno|idek dunno|idc i do not care|ffs .|k ok|okay ok|oki ok
tmrw tomorrow|tmr tomorrow|tmw tomorrow|tomoz tomorrow|tomo tomorrow|2moro tomorrow|2morrow tomorrow|2mrw tomorrow|tomorow tomorrow
2nite tonight|tonite tonight|2night tonight|tnite tonight|tonigt tonight|2day today|2nyt tonight|tn tonight|rn now|atm now|asap now
nomore anymore|nemore anymore|cba can not be bothered|smth something|smthn something|sth something|sumthing something
h8 hate|hte hate|luv love|wen when|wot what|fink think|thnk think|tink think|fought fought|fort thought|thort thought|wif with|dis this|dose does
mysef myself|maself myself|mahself myself|meself myself|mysen myself|masel myself|misself myself|mesself myself|myslf myself|miself myself|mysefl myself|myslef myself|misen myself|agen again|tonit tonight|tonyt tonight|2nit tonight|2nyte tonight|tonigh tonight|toniht tonight|dun done|wiv with|wivout without|sed said|thorts thoughts|nuffink nothing|nuthing nothing|nothin nothing|sumthin something|evrything everything|evrythin everything|evryone everyone|wudnt would not|cudnt could not|shudnt should not|wud would|cud could|shud should|lyk like|lik like|wot what|wots what is|dats that is|deres there is|wen when|wiff with|rong wrong|hurtz hurts|hurst hurts|skin skin|mums mum is|parentz parents|allways always|cryin crying|shakin shaking|bleedin bleeding|scard scared|scaird scared|alon alone|alown alone|lonly lonely|helpp help|plees please|pleese please|kant can not|caint can not|wannabe want to be|gonnae going to|gunnae going to|gotta got to|wishin wishing|hopin hoping|hearin hearing|seein seeing|screamin screaming|shoutin shouting|hittin hitting|touchin touching|sleepin sleeping|eatin eating|agian again|thot thought|woke woke
killmyself kill myself|kms kms|kmslf kms|kmself kms|ctb kms|unalived unalive|unalivin unaliving|unalving unaliving|unalve unalive
unaliveing unaliving|self-unalive unalive|kermit commit|canny can not|nae not|mair anymore|masel myself|missen myself|ere here|kil kill|kll kill|killme kill me|killin killing
sewerslide suicide|sewerslidal suicidal|suey suicidal|sooey suicidal|suislide suicide|sewicide suicide|suicde suicide|sewer-slide suicide|sooicide suicide|sui suicidal
suicidle suicidal|suicidel suicidal|suicial suicidal|suicidial suicidal|soocidal suicidal|suicided suicide|s-word suicide
shhh hush|shhhh hush|shhhhh hush|s/h selfharm|s.h selfharm|selfharming selfharm|selfharmed selfharmed|self-harm selfharm|self-harming selfharm|self-harmed selfharmed
self-harms selfharm|selfharms selfharm|sh sh|sh'd selfharmed|sh'ing selfharm|od overdose|od'd overdose|oded overdose|od'ed overdose|overdosed overdose
overdosing overdose|o.d overdose|ed eatingdisorder|e.d eatingdisorder|ana eatingdisorder|anorexia eatingdisorder|bulimia eatingdisorder|meds tablets|pills tablets|pill tablets
medication tablets|tabs tablets|paras tablets|paracetamol tablets|medicine tablets|capsules tablets|b4 before|gd good|gr8 great|lonley lonely|loney lonely
bye bye|byee bye|byebye bye|cya bye|goodbyes goodbyes|gdbye goodbye|gbye goodbye|hrut hurt|hert hurt|hurted hurt|wrost worst
tierd tired|tyred tired|lifee life|lyf life|lyfe life|sux sucks|scard scared|skared scared|frightened scared|terrified scared|afraid scared|petrified scared
hospitalised hospital|therapist therapist|counsellor therapist|depress depressed|exsist exist|exhist exist|extist exist|piont point|poin point
nowere nowhere|ded dead|deid dead|deth death|diying dying|dieing dying|diein dying|dyin dying|dei die|dye dye
xmas christmas|howay .|wanting wanting|whatsapp whatsapp|burdon burden|burdan burden|burdn burden|alrite alright|alreet alright|rite right|kope cope
practicing practising|practise practice|skool school|skl school|uni uni|frm from|thru through|bcs because|shes she is|myn mine|hse house|gaff house|gaf house
"""

FILLERS = frozenset(
    """
    really rly rlly realy reli just jus juss jst literally lit actually honestly honest tbh tbf ngl imo imho fr frfr lowkey highkey basically
    kinda sorta totally completely absolutely fully truly genuinely seriously properly proper fucking fkn fckin fuckin fking
    bloody effing freaking omg please pls plz plss so soo very pretty quite even always constantly sometimes often also maybe
    perhaps probably prob probs defo definitely anyway tho though sincerely simply utterly entirely obviously clearly finally no-cap cap
    init innit x xx xxx xox deadass legit sorry soz wee pure extremely incredibly deeply ever
    """.split(),
)
"""Words that strengthen or soften and change nothing the rules ask about; dropped."""

JOKING = frozenset("lol lool lmao lmfao rofl haha hahaha hahahaha hehe ha 😂 🤣 💀 🙃 😅 😆 😹 ☠ jk kidding joke joking".split())
"""Signs of a joke. They never excuse a plain statement, only figures of speech."""

PAIRS = {
    ("no", "one"): "nobody", ("no", "body"): "nobody", ("any", "one"): "anyone", ("every", "one"): "everyone",
    ("some", "one"): "someone", ("any", "more"): "anymore", ("no", "more"): "anymore", ("my", "self"): "myself", ("kill", "l"): "kill",
    ("me", "self"): "myself", ("right", "now"): "now", ("self", "harm"): "selfharm", ("self", "harming"): "selfharm",
    ("self", "harmed"): "selfharmed", ("self", "harms"): "selfharm", ("sewer", "slide"): "suicide", ("over", "dose"): "overdose",
    ("over", "dosed"): "overdose", ("eating", "disorder"): "eatingdisorder", ("not", "know"): "dunno", ("kind", "of"): "",
    ("sort", "of"): "", ("no", "joke"): "", ("no", "lie"): "", ("no", "cap"): "", ("to", "night"): "tonight", ("to", "day"): "today",
    ("step", "dad"): "stepdad", ("step", "mum"): "stepmum", ("a", "lot"): "lot", ("un", "alive"): "unalive", ("good", "bye"): "goodbye",
    ("un", "aliving"): "unaliving", ("nae", "mair"): "anymore", ("sewer", "slidal"): "suicidal", ("all", "right"): "alright", ("this", "morning"): "today", ("at", "moment"): "now",
}  # fmt: skip
"""Two words that are one."""

STARRED = {
    "s*icide": "suicide", "su*cide": "suicide", "sui*ide": "suicide", "suic*de": "suicide", "suici*e": "suicide", "s*icidal": "suicidal",
    "su*cidal": "suicidal", "suic*dal": "suicidal", "d*e": "die", "di*": "die", "k*ll": "kill", "ki*l": "kill", "k*lling": "killing",
    "k*ll*ng": "killing", "d*ad": "dead", "d**d": "dead", "h*rm": "harm", "c*t": "cut", "c*tting": "cutting", "r*ped": "raped", "ab*se": "abuse",
}  # fmt: skip
"""Words with stars for letters."""

_MISSPELT = """
    suicide suicidal myself tonight tomorrow anymore nobody someone alive living disappear overdose hopeless worthless
    struggling drowning pointless burden goodbye homeless hurting cutting killing ending depressed bleeding nothing
    starving existing breathe abused threatening pretending practice tablets scared
    """


@cache
def folds() -> dict[str, str]:
    """Every spelling that is folded, to its plain form; made on first use."""
    own = dict(entry.split(" ", 1) for row in _PLAIN.strip().splitlines() for entry in row.split("|"))
    table = {raw: " ".join(own.get(word, word) for word in plain.split()) for raw, plain in TEXT_SPEAK.items()} | own
    for word in _MISSPELT.split():
        for slip in _slips(word):
            table.setdefault(slip, word)
    for word in _SHORT:
        for at in range(1, len(word) - 1):
            table.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
    return {raw: plain for raw, plain in table.items() if raw not in _REAL and raw != plain}


_SHORT = "life hurt kill want dead pain help harm".split()
"""Of these only two letters may have changed places: other slips of short words are words themselves."""
_REAL = frozenset(
    "pina some one sacred starring stating staring striving leaving tables tablet prating soared scored cared scare".split()
)
"""Slips of the words above that are words themselves."""


def _slips(word: str) -> set[str]:
    """One letter dropped, doubled or swapped with its neighbour; a vowel changed in longer words. Never the first letter."""
    slips = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    slips |= {word[:at] + word[at] + word[at:] for at in range(1, len(word))}
    slips |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)}
    if len(word) > 6:
        slips |= {word[:at] + new + word[at + 1 :] for at in range(1, len(word)) if word[at] in "aeiou" for new in "aeiou"}
    return slips - {word}
