"""Kinds of words, for `care`: one of a kind stands for the others, and of everyday things people say big words."""

from __future__ import annotations

_ROWS = """
thing: ads advert airport alarm album aldi alevel alevels amazon ankle app asda assignment assignments awkward bacon
  badminton bake baking band barbecue basketball battery beard bee bike bins biology birthday biscuit biscuits blockbuster
  boats book books boots bored boredom bowling bread breakfast brew brownie brownies brunch bug burger butter buzzed cake
  camping carpet ceiling cereal chapter character charger chargers charity cheese chemistry chilli chips chocolate choir
  christmas cinema classmates coat coke comfy commute computer concert cooker cooking corrie coursework creeper cricket
  cringe crisps crochet crossword crumpet crumpets cup cuppa curry curtains cute cv cycling daylight deadline deadlines
  deliveroo delivery dentist dinner dishes dissertation donut doughnut dragon drama dress duck dungeon duvet eastenders
  easter ebay eggs email emails embarrassed embarrassing embarrassment emoji ending english episode escalator essay essays
  eurovision examiner excel eyeliner festival fifa film films finale fish flavour football fork fortnite freezer french
  freshers fridge fries fringe game games garden gcse gcses geography german gif gifs gig goal goose gp grass greggs guitar
  gym hair haircut halloween halls hamster hangover haribo hat hayfever heatwave hiccups history hockey holiday homework
  hoodie hoover horse ikea inbox insta instagram interview ironing jeans jigsaw joke jokes juice jumper jungle karaoke kart
  kebab ketchup knackered knees knitting laptop lasagne launderette laundry lava layout league lecture lectures leg lego
  lesson lessons lidl lobby lunch makeup marathon mario marmite match maths mayo meme memes minecraft mock mocks module
  modules monday mondays moth moths movie movies museum mushrooms musical nails netball netflix nintendo noodles nora
  notification notifications novel nuggets onions optician outfit overtime packaging painting pan pancake pancakes panto
  parcel parking parkrun party password pasta payday pe penalties photo photos physics piano pickle pigeon pilates pineapple
  pizza plank plant plants plaster playlist playstation plot podcast pole powerpoint primark printer prom pun puns puppies
  puppy puzzle question questions queue quiz rabbit raid rain raining ref referee refund respawn results revision roadworks
  roast roblox rota rugby salad sale sandwich satnav sauce screen seagull season seat selfie selfies seminar seminars series
  shattered shin shoe shoes show shows sim sims skateboard skates skating skirt sleepy slobs snack snacks snapchat sneezing
  snooze snow sock socks sofa song songs soup spanish speech speeches spider spiders spin spoiler spoilers spot spotify
  spots spreadsheet squash squats squirrel staffroom steps sudoku sugar sunburn sweets swim swimming switch tan taxi teabags
  team teams telly tennis tesco tether thirsty tiktok till timetable toast toe tonsils toothache tour traffic trailer
  trainers trains tram treadmill tube tune tutorial tv typo typos uber uniform update visuals washing wasp wasps weather
  wedding wifi wind xbox yoga yoghurt yogurt youtube zelda zoom
them: he she they him her his them their dad mum stepdad stepmum parents brother sister uncle aunt cousin grandad nan
  boyfriend girlfriend partner husband wife ex friend mate friends mates people someone flatmate housemate family himself
  herself themselves stepbrother stepsister man men woman guy lad lads bloke boy boys girl girls coach teacher tutor boss
  manager carer pastor priest imam neighbour landlord nana grandma grandpa grandfather grandmother godfather niece nephew
  kid kids child children son daughter fella gaffer colleague roommate stranger strangers someone's
when: tonight today tomorrow now soon tuesday wednesday thursday friday saturday sunday morning week weekend weekends nights
  night evening evenings afternoon weeks day days month months yesterday midnight mornings daily nightly
hurt: hit hits hitting kick kicks kicked kicking slap slaps slapped slapping punch punches punched punching push pushed
  pushes shove shoved grab grabbed grabs choke choked throw threw throws throwing smash smashed smashes smashing beat beats
  beating strangled attacked attack rape raped assaulted touched touches touching groped thump thumps thumped wallop
  walloped batter batters battered drag drags dragged yank yanked spit spits spat squeeze squeezed pin pinned pins held
  holding slam slams slammed whip whipped belt belts belted scream screams screamed shout shouts shouted yell yells yelled
  threaten threatens threatened threatening force forced forces forcing violent abusive abuse abused abuses abuser control
  controls controlling controlled molest molested rapes raping stalk stalks stalking stalked blackmail blackmails
  blackmailing blackmailed stab stabbed bite bit bites knock knocked corner cornered corners trap traps
body: arm arms legs wrist wrists thigh thighs skin stomach hand hands face neck chest body throat knuckles knee belly hip
  hips shoulder shoulders ribs foot feet fingers back jaw lip lips eye eyes knuckle tummy sleeves
home: home house flat room bedroom bathroom toilet toilets kitchen door window stairs garage bed floor wardrobe car shed
  street refuge hostel tent bench doorway stairwell streets squat couch landing cupboard bath shower corridor balcony
  doorstep park station bus shelter hallway pillow drawer
low: sad low empty numb hopeless worthless lonely alone miserable broken lost trapped scared ashamed guilty depressed
  anxious exhausted drained useless pathetic unwanted invisible disgusting hollow desperate unlovable struggling overwhelmed
  suffering down rubbish awful horrible terrible dreadful grim bleak gutted heartbroken distraught devastated crushed
  fragile dull grey dark heavy weak ill unwell poorly frightened terrified petrified nervous panicky tense edgy paranoid
  restless dirty filthy rotten hated unloved ignored forgotten rejected abandoned isolated friendless beaten defeated
  helpless powerless pointless meaningless wretched tearful weepy lowest worst worse
death: die died dying dead death kill killing killed suicide suicidal funeral grave unalive unaliving unalived dies deaths
  murder murdered corpse coffin buried burial ashes heaven hell afterlife suicides overdosed passed
harm: cut cuts cutting scars scar scratch scratching burn burnt burning bruise bruises bleed bleeding blood selfharm
  selfharmed harm harming harmed hurt hurting relapse relapsed relapsing urge urges selfharming marks mark wound wounds
  stitches plasters bandage bandages razor blade blades pain hurts pick picking relapses slipped slip scabs bruised bruising
  cutter
stuff: tablets pills drugs drink drinking drank vodka alcohol wine weed ket high drunk wasted stoned using overdose
  swallowed swallow gin rum cider lager beer pint bottle bottles smack heroin crack mdma spice pill gear powder baccy vape
  smoke smoking smoked sniff snort snorting dose doses drug meds medication medicine tablet capsules painkillers gamble
  gambling bet betting hungover blackout sober
end: end ends over finish finished finishing stop stops stopped done last goodbye bye farewell forever gone disappear vanish
  ended stopping quit quitting leave leaving left final finally finality farewells exit out through disappeared vanished
  fade fading
cry: cry crying cried tears sobbing shaking shake panic panicking breathe breathing trembling sob sobs weep weeping bawling
  howling screaming shivers tremble hyperventilating breathless choking heart racing pounding
eat: eat eating eaten eats food meal meals sick purge purging binge bingeing starve starving weigh scales fasting ate tea
  supper hungry hunger starved starves fast fasted restrict restricting restricted binged binges purged purges vomit
  vomiting vomited puke puking chuck chucking weight fat thin skinny size mirror diet bulimia anorexia eatingdisorder
tell: tell told say said saying talk talking know knows knew tells asked ask asking ring rang call called calling phone text
  texted message messaged admit admitted confess confessed speak speaking spoke write wrote written type typed
no: not no never nobody nothing none nowhere without nah barely hardly nor neither
will: can could will would going might may shall about
think: think thinking thought thoughts wonder wondering imagine picture picturing dream daydream head mind brain thinks
  feels feel feeling felt remember remembering minds voices voice imagining obsess obsessed plan plans planning planned
  decide decided decision
live: live living alive life exist existing existence here wake woke waking wakes survive survived surviving survival born
  birth exists
want: want wanting wanted wish hope need like rather ready tempted wants wishes wished hoping hoped needs needing needed
  craving crave itching longing long deserve deserves prefer
safe: safe unsafe danger dangerous trust help 999 ambulance hospital police emergency rescue save saved ambulances doctor
  nurse crisis helpline samaritans childline papyrus mods mod moderator therapist counsellor camhs
"""


def _read() -> dict[str, str]:
    kinds: dict[str, str] = {}
    kind = ""
    for word in _ROWS.split():
        kind = word if word.endswith(":") else kind
        kinds.setdefault(word, f"~{kind[:-1]}")
    return kinds


KINDS = _read()
"""The kind of each folded word that has one, as `~kind`."""
EVERYDAY = frozenset(word for word, kind in KINDS.items() if kind == "~thing")
"""What people say big words about: "this printer will be the death of me". What hurts in earnest is not here."""
THEM = frozenset(word for word, kind in KINDS.items() if kind == "~them")
