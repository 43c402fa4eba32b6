"""What a new scenario file starts with: a small one that works, with notes to its author."""

from __future__ import annotations

TEMPLATE = """\
# A scenario. Lines like this one are notes to you; learners never see them.
# What people say goes under |, so that @names, # and colons need no thought.
peercoach: 1
title: A few words that say what happens
about: One or two sentences. What happens here, and what you practise.
for: member                # member or moderator
level: 1                   # 1 first steps, 2 everyday, 3 hard
content: [loneliness]      # shown before it starts; take it out if nothing is hard here
place: Support chat, Monday 8.10 pm

people:
  sam: {age: 18, about: new here}
  kit: {}

steps:
  - chat: |
      kit: anyone watching the final tonight
      sam: first day at my new college and i ate lunch in the loos
      kit: omg what a goal

  - spot: Whose message has nobody answered?
    answer: sam
    because: Sam said something hard and the talk moved on.

  - reply: Go back to Sam.
    id: back-to-sam
    to: sam
    rubric:
      - skill: notice
      - skill: hear
      - skill: ask
        optional: true       # it can only help
    hints:
      - What did Sam actually say?
    examples:
      - strong: |
          sam i scrolled up and saw yours. lunch on your own on day one sounds so lonely. how are you now?
        shows: [notice, hear, ask]
      - developing: |
          aw sam that sounds really lonely
        shows: [hear]
      - needs-work: |
          sorry chats busy, post it again if you want
        misses: [notice, hear]
    then:
      - if: strong
        chat: |
          sam: thanks, its just nice someone noticed
      - else:
        chat: |
          sam: its fine dont worry
"""
