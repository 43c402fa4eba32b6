"""Common words that are never taken for a slip of another word: `sorry` is not a `worry` with a slip in it.

Only words of four letters and more matter here. Words that people really do mix up (their and there, quite and quiet,
loose and lose, breath and breathe) are left out, so that the slip is forgiven.
"""

from __future__ import annotations

_WORDS = """
able ache ached aches added after again ages agree ahead alive allow alone along aloud alright anger angle angry another
apart area around aside awake aware away awful back badly baked baking barely basic batch batter beach bear beard beast beat
been beer began begin being belief below bend best better betting bigger biked bill billed birth bitter black blame bland
blank bleak bless blessed blind block blood blown blue board boarder boast boat body bold bond bone border bored born boss
both bother bought bound bowl brain brave bread break brick bride brief bright bring bringing broke brother brought brown
brush build built bunch burn burst busy butter cake call called calling calls calm came camp care cared cares caring case
cash catch caught cause centre chain chair chance change charge charm chase cheap cheat check cheer chest chew chief child
chill choice choose chose clash class clean clear clever climb close closed closer cloth cloud clown coach coast coat code
coin cold come comes coming conduct cook cool cope coped copy cost could count course court cover crash crazy cream crew
cried cries crime crisp cross crossed crowd crown cruel crying curl cuts cutting daft daily dance dare daring dark date
dating dawn days dead deal dealt dear death debt deep desk died diet dirt dirty dish done door doubt dozen drag drama drank
draw drawn dream dress dressed drew dried drink drive drop drove drunk duty dying each earlier early earn ears ease easier
east easy eaten eating edge eight either else empty ended enjoy enough entire equal error even event ever every evil exact
exam exist extra eyes face faced faces facing fact fail failed failing fails faint fair fairly faith fake fall falling falls
false fancy fast fate fault favour fear fears feed feeds feel feeling feels fees feet fell felt fence field fifth fight fill
filled filling final find finds fine fined fire firm first fish fishing five flag flash flat flight float flood floor flow
fold folk follow fond food fool foot force forget forgot form forth forty found four frame free fresh friend front fruit
full fully funny gain game gang gate gave gear getting ghost gift girl give given gives giving glad glass glow goal goes
going gone good grab grace grade grain grand grant grass grave gray great green greet grew grey grief grim grip gross ground
group grow grown growth guess guessed guest guide guilt guilty habit hair half hall hand handle hands hang hanging happy
hard harder hardly harm harsh hate hated hater hates hating have head heal health heap hear heard hearing hears heart heat
heavy held hell help hence here hero hers hide high hiked hill hint hire hits hitting hold holds hole holy home hope hoped
hopes hoping hopping horse host hotel hour hours house huge human hung hungry hunt hurry hurt hurts idea ideal idle image
industry inner into issue item jump just keen keep keeps kept kick kill killed kind kinder kinds king kissing knee knew
knife knock know known knows lack lady laid land lane large last late later latter laugh layer lazy lead leads lean leap
learn learnt least leave leaves left legal lemon less lets letter letting level lied lies life lift light liked likes limit
line lined lines link list listen lists litter lived lives living load local lock lone lonely long longer longing look
looking looks lots loud love loved lovely lover loves loving lower luck lucky lunch made mail mailed mailing main major make
makes making manage many march mark marks marry match mate mates math matter meal mean means meant meet meets mental mess
metal might mile milk mind minds mine mined minor minus miss missed misses missing mistake mixed mode money month mood moon
moral more most mother motor mouse mouth move moved moves movie moving much muscle music must nailed name named names nasty
near nearing neat neck need needs never news next nice nicer nicest night nights nine noise none north nose note notes
nothing notice novel nurse obvious ocean offer often okay older once ones only onto open order other others ought ours outer
over pace pack page paid pain pains paint pair panel panic pants paper park part parts party pass paste path pause peace
peak phase phone photo piano pick picked piece pile pink pint pitch place plain plan plane planet plant plate play played
plays please plenty plot plus point poor porch port pose post posts pound pour power praise pray press pretty price pride
prime print prior prize produce product proof proper proud prove proved pull pulled pulling pure push putting quick quit
race rage rain raise raised range rate rather rating reach react read reads ready real reality really reason reduced refer
relax reply rest resting rice rich ride right ring ringing rise risk river road rock role roll rolled room root rope rough
round route royal rude ruin ruins rule running rural rush sadly safe safer said sailed sailing sale salt same sand save
saved says scale scar scare scared scary scene school score scream screen search seat second secret seed seek seem seems
seen self sell send sends sense sent serve setting seven shade shadow shake shall shame shape share shared sharing sharp
sheep sheet shelf shell shift shine ship shirt shock shoe shoes shoot shop shore short shot should shout shouts show showed
shower shown shows shut sick side sides sight sign silent silly since sing singing sink sister site sitting size skill skin
skip sleep slept slight slip slow slower small smart smell smile smiled smoke snap snow social soft sold solid solo solve
some song soon sore sorry sort sorts soul sound sounds soup south space spare speak speed spell spend spent spike spin
spirit spite split spoke sport spot spread spring staff stage stair stake stand star stare stared staring starring start
started state stated stay stayed stays steal steam steel steep step stick sticky stiff still stock stole stone stood stool
stop stopped store storm story stove strange stream street strength stress strict string strip stroke strong struck study
stuff style such sugar suit suite summer sunny super sure swear sweat sweep sweet swim swing sword system table take taken
takes taking tale talk talked talking talks tall tank tape task taste tasting teach team tear tearing tears teen tell tells
tend tense term terms test testing tests text texting texts than thank thanks that thats theme then these thick thin thing
things think thinks third this those though thought threat three threw throat through throw thrown tide tied tight till time
times tire tired title today told tone tongue took tool tooth topic torn total touch tough tour tower town track trade trail
train trait trap trash travel treat tree trial trick tried tries trip truck true truly trunk trust truth trying turn turned
turns twice twin type ugly uncle under unless until upper upset urge used user uses using usual valid value vast very video
view visit voice vote wafer wage wait waiting waits wake walk walked walking walks wall wander want wanted wants warm warn
warned wash washing waste wasted watch water wave weak wear wearing weary week weeks weigh weight weird well went were west
whale what whats wheat wheel when where which while whine white whole whose wide wider wife wild will wind wine wing winner
winter wipe wire wise wish wishing with within without woke woman women wonder wont wood word words wore work worked works
world worn worry worse worst worth would wound wrap wreck write writes writing written wrong wrote yard year years yell
yellow young yours youth zero
"""

COMMON_WORDS: frozenset[str] = frozenset(_WORDS.split())
