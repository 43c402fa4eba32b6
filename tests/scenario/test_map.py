"""`peercoach scenario map`: the branches as a tree, as a Mermaid flowchart and as a drawing."""

from __future__ import annotations

import random
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from peercoach.cli.main import main
from peercoach.keep.library import Library, library_folder
from peercoach.scenario.format import END, ChooseStep, NoteStep, Option, Person, Scenario
from peercoach.scenario.map import Map, draw
from peercoach.terminal.map_layout import Edge, lay_out
from peercoach.terminal.map_mermaid import mermaid
from peercoach.terminal.map_svg import svg
from peercoach.terminal.map_tree import PLAIN, tree
from peercoach.terminal.words import cells
from tests.scenario.texts import EVERY_STEP, scenario

THEN = """\
    then:
      - if: {falls-into: [minimising, judging]}
        chat: "ash: ok bye"
        goto: gone
      - if: strong
        chat: "ash: hi"
      - else:
        chat: "ash: hm"
"""
BRANCHING = (
    """\
peercoach: 1
title: Where to, Ash?
about: Ways part and meet again.
for: member
level: 1
people:
  ash: {age: 17}
steps:
  - chat: |
      ash: hi
      * kit joined
  - reply: Say hi to Ash.
    id: hello
    to: ash
    goto: on
    rubric: [{skill: hear}]
    examples:
      - strong: hi ash, glad you said that
"""
    + THEN
    + """\
  - chat: |
      * ash left
    id: gone
    goto: later
  - choose: Ash is still here. What now?
    id: on
    options:
      - say: ask how it was
        band: strong
        because: It is open.
      - say: "[wait]"
        band: developing
        because: It may be enough.
  - later: A week on
    id: later
  - note: Last words.
    id: lost
"""
)
ROUND = BRANCHING.replace("    id: later\n", "    id: later\n    goto: on\n")
HOSTILE = """\
peercoach: 1
title: "</title><script>alert(1)</script> & \\e[2J\\u202e \\uffff"
about: Odd labels.
for: member
level: 1
people:
  ash: {age: 17}
steps:
  - choose: "]]> --> \\"x\\" <b> #quot; `y`"
    id: ask
    options:
      - say: "\\"]; click s1 href \\"javascript:x\\" | <img src=x> %% 💔"
        band: strong
        because: No.
        goto: end
      - say: "end; style s1 fill:red"
        band: developing
        because: No.
        goto: ask
      - say: go on
        band: developing
        because: No.
  - note: subgraph end
"""


def mapped(text: str) -> Map:
    return draw(scenario(text))


def drawn(whole: Map) -> ET.Element:
    return ET.fromstring("\n".join(svg(whole)))  # noqa: S314  # our own drawing


def words(drawing: ET.Element) -> list[str]:
    """Every line of text in a drawing, in order."""
    return [element.text or "" for element in drawing.iter("{http://www.w3.org/2000/svg}text")]


def at_random(rolls: random.Random, most: int) -> Scenario:
    """A scenario whose steps lead anywhere."""
    ids = [f"s{number}" for number in range(rolls.randint(1, most))]
    anywhere = ["", END, *ids]

    def options() -> tuple[Option, ...]:
        return tuple(Option(f"go {n}", "strong", "Why not.", goto=rolls.choice(anywhere)) for n in range(rolls.randint(2, 4)))

    steps = tuple(
        ChooseStep(id=name, choose="Where to?", options=options())
        if rolls.random() < 0.5
        else NoteStep(id=name, note="Go on.", goto=rolls.choice(anywhere))
        for name in ids
    )
    return Scenario(id="x", title="x", about="x", audience="member", level=1, people=(Person("ash"),), steps=steps)


# ---- the tree


def test_each_way_is_set_in_until_all_meet_again() -> None:
    assert list(tree(mapped(BRANCHING), 80)) == [
        "Where to, Ash?",
        "6 steps; parts at hello",
        "",
        "[chat-1] 2 lines, ash: hi",
        "[hello] reply: Say hi to Ash.",
        "├─ if it falls into minimising or judging",
        "│  [gone] chat: 1 line, * ash left",
        "│  -> later",
        "└─ if strong; else",
        "   [on] choose: Ash is still here. What now?",
        "      2 options, one way on",
        "   -> later",
        "[later] later: A week on",
        "[lost] note: Last words.",
        "-> end",
    ]


def test_plain_characters_and_forty_columns() -> None:
    lines = list(tree(mapped(BRANCHING), 40, PLAIN))
    assert all(cells(line) <= 40 and line.replace("…", "").isascii() for line in lines)
    assert "|- if it falls into minimising or" in lines
    assert "`- if strong; else" in lines


def test_what_leads_back_and_never_ends_is_told_where_it_turns() -> None:
    lines = list(tree(mapped(ROUND), 80))
    assert "│  -> back to later (no way to the end)" in lines


def test_what_nothing_leads_to_stands_apart() -> None:
    lines = list(tree(mapped(BRANCHING.replace("    id: later\n", "    id: later\n    goto: end\n")), 80))
    assert lines[-3:] == ["Nothing leads here:", "[lost] note: Last words.", "-> end"]


def test_one_way_is_a_plain_list() -> None:
    lines = list(tree(mapped(EVERY_STEP), 80))
    assert lines[1] == "8 steps; parts at choose-3, reply-4"
    assert "├─ option 1 (strong): hi sol -> help" in lines or "├─ option 1 (strong): hi sol" in lines


def test_every_step_is_told_once_wherever_it_leads() -> None:
    rolls = random.Random(7)  # noqa: S311  # plays, not secrets
    for _ in range(150):
        whole = draw(at_random(rolls, 14))
        lines = list(tree(whole, 60))
        told = [name for line in lines for name in re.findall(r"\[(s\d+)\]", line)]
        assert sorted(told) == sorted(stop.id for stop in whole.stops)
        assert all(cells(line) <= 60 for line in lines)


# ---- Mermaid


def test_a_flowchart_has_each_step_and_each_way() -> None:
    assert list(mermaid(mapped(BRANCHING)))[:3] == [
        "flowchart TD",
        '  s1["chat-1<br/>chat#58; 2 lines, ash#58; hi"]',
        '  s2["hello<br/>reply#58; Say hi to Ash."]',
    ]
    chart = "\n".join(mermaid(mapped(BRANCHING)))
    assert '  s2 -->|"if it falls into minimising or judging"| s3' in chart
    assert '  s2 -->|"if strong<br/>else"| s4' in chart
    assert "  s6 --> finish" in chart


def test_a_label_stays_a_label_in_a_flowchart() -> None:
    allowed = re.compile(r'  (?:s\d+|finish)(?:\[".*"\]|\(\["end"\]\)| -->(?:\|".*"\|)? (?:s\d+|finish))')
    for line in list(mermaid(mapped(HOSTILE)))[1:]:
        assert allowed.fullmatch(line), line
        label = re.sub(r"#\d+;|<br/>", "", line.partition('"')[2].rpartition('"')[0])
        assert not set(label) & set('"#;<>|`[]{}&%\\\x1b\u202e')


# ---- the drawing


def test_a_drawing_names_each_step_and_each_condition() -> None:
    told = words(drawn(mapped(BRANCHING)))
    assert told[0] == "Where to, Ash?"
    assert {"chat-1", "hello", "gone", "on", "later", "lost", "end"} <= set(told)
    assert {"if it falls into minimising or", "judging", "if strong", "else"} <= set(told)


def test_what_is_odd_is_written_in_the_drawing_not_only_coloured() -> None:
    assert "no way to the end" in words(drawn(mapped(ROUND)))
    assert "can't be reached" in words(drawn(mapped(ROUND.replace("goto: on\n  - note", "goto: end\n  - note"))))
    assert "a way leads back to this step" in words(drawn(mapped(HOSTILE)))


def test_a_label_stays_text_in_a_drawing() -> None:
    whole = "\n".join(svg(mapped(HOSTILE)))
    drawing = drawn(mapped(HOSTILE))
    kinds = {element.tag.partition("}")[2] for element in drawing.iter()}
    assert kinds == {"svg", "title", "style", "defs", "marker", "path", "rect", "text", "g"}
    assert "<script>" in words(drawing)[0]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e\uffff]|url\((?!#arrow\))", whole)
    assert {name for element in drawing.iter() for name in element.attrib if name.startswith("on") or "href" in name} == set()


def test_no_box_lies_on_another_and_lines_end_at_theirs() -> None:
    rolls = random.Random(3)  # noqa: S311  # plays, not secrets
    for _ in range(60):
        whole = draw(at_random(rolls, 12))
        names = [*(stop.id for stop in whole.stops), END]
        edges = [Edge(stop.id, to, (80.0, 20.0)) for stop in whole.stops for to in stop.next]
        plan = lay_out(dict.fromkeys(names, (200.0, 50.0)), edges, names)
        places = sorted(plan.centres.values())
        for number, (x, y) in enumerate(places):
            assert all(abs(x - a) >= 200 or abs(y - b) >= 50 for a, b in places[number + 1 :])
            assert 100 <= x <= plan.size[0] - 99
            assert 0 < y < plan.size[1]
        assert [route.edge for route in plan.routes] == [edge for edge in edges if edge.source != edge.target]
        for route in plan.routes:
            assert route.back == (plan.centres[route.edge.source][1] > plan.centres[route.edge.target][1])


def test_every_scenario_that_comes_with_peercoach_can_be_drawn() -> None:
    for entry in Library((library_folder(),)).entries():
        whole = draw(entry.scenario)
        assert {stop.id for stop in whole.stops} <= set(words(drawn(whole)))
        assert all(cells(line) <= 40 for line in tree(whole, 40))


# ---- the command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with a scenario in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hello.yaml").write_text(BRANCHING, encoding="utf-8")
    return tmp_path


def test_the_command_prints_the_tree_and_plain_leaves_the_box_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "map", "hello.yaml"]) == 0
    assert "└─ if strong; else" in capsys.readouterr().out
    assert main(["scenario", "map", str(here / "hello.yaml"), "--plain"]) == 0
    assert capsys.readouterr().out.isascii()


def test_the_command_draws_into_a_file_or_prints(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "map", "hello.yaml", "--svg", "hello.svg"]) == 0
    assert capsys.readouterr().out == "Drawn in hello.svg. Any browser shows it.\n"
    assert main(["scenario", "map", "hello.yaml", "--svg"]) == 0
    assert capsys.readouterr().out == (here / "hello.svg").read_text(encoding="utf-8")
    assert main(["scenario", "map", "--svg", "other.svg", "hello.yaml"]) == 0
    assert (here / "other.svg").read_text(encoding="utf-8") == (here / "hello.svg").read_text(encoding="utf-8")


def test_the_command_prints_a_flowchart(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "map", str(here / "hello.yaml"), "--mermaid"]) == 0
    assert capsys.readouterr().out.splitlines() == list(mermaid(mapped(BRANCHING)))


def test_a_drawing_never_goes_over_a_scenario(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "other.yaml").write_text(BRANCHING, encoding="utf-8")
    assert main(["scenario", "map", "hello.yaml", "--svg", "other.yaml"]) == 2
    assert "Let it end in .svg" in capsys.readouterr().err
    assert (here / "other.yaml").read_text(encoding="utf-8") == BRANCHING
