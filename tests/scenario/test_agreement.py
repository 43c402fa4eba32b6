"""Agreement is counted fairly, kappa is told only where it means something, and a rubric line is tested or it isn't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.cli.rows import aligned, ranges
from peercoach.coaching.moment import BANDS, Band
from peercoach.scenario.agreement import FEWEST, Agreement, quadratic_kappa, settled
from peercoach.scenario.examples import Claim, Outcome
from peercoach.scenario.proof import Changes, Proof, prove
from tests.scenario.texts import TWO_POINTS, broken, scenario


def outcome(said: str, told: Band, *claims: Claim, number: int = 1) -> Outcome:
    expected = tuple(band for band in BANDS if band in said.split(" or "))
    differed = () if told in expected and all(claim.agrees for claim in claims) else ("differs",)
    return Outcome("back", number, 10 + number, expected, told, 50, differed, claims)


def agreement(*pairs: tuple[str, Band]) -> Agreement:
    return Agreement(tuple(outcome(said, told, number=number) for number, (said, told) in enumerate(pairs, 1)))


def names(group: tuple[Outcome, ...]) -> list[str]:
    return [one.name for one in group]


def test_generous_and_harsh_are_told_apart() -> None:
    found = agreement(("strong", "strong"), ("needs-work", "developing"), ("strong", "developing"), ("harmful", "strong"))
    assert names(found.too_generous) == ["back/example-2", "back/example-4"]
    assert names(found.too_harsh) == ["back/example-3"]
    assert (found.bands.same, found.bands.of, found.bands.per_cent) == (1, 4, 25)


@pytest.mark.parametrize("told", ["strong", "developing"])
def test_two_bands_agree_with_either(told: Band) -> None:
    found = agreement(("strong or developing", told))
    assert found.bands.per_cent == 100
    assert (found.too_generous, found.too_harsh) == ((), ())
    assert settled(found.outcomes[0]) == told


def test_two_bands_lean_as_the_nearer_one_does() -> None:
    found = agreement(("strong or developing", "needs-work"), ("needs-work or harmful", "strong"))
    assert names(found.too_harsh) == ["back/example-1"]
    assert names(found.too_generous) == ["back/example-2"]
    assert [settled(one) for one in found.outcomes] == ["developing", "needs-work"]


def test_per_cent_is_a_hundred_only_when_all_agree_and_nothing_where_nothing_was_said() -> None:
    found = agreement(*[("strong", "strong")] * 299, ("strong", "harmful"))
    assert found.bands.per_cent == 99
    assert found.claims("shows").per_cent is None


def test_what_was_said_is_counted_by_kind() -> None:
    claims = (
        Claim("shows", "hear", agrees=True),
        Claim("shows", "ask", agrees=False),
        Claim("falls-into", "fixing", agrees=True),
    )
    found = Agreement((outcome("strong", "strong", *claims),))
    assert (found.claims("shows").same, found.claims("shows").of) == (1, 2)
    assert (found.claims("falls-into").same, found.claims("falls-into").of) == (1, 1)
    assert (found.whole.same, found.bands.same) == (0, 1)


def test_kappa_is_not_told_of_too_few_or_of_one_band() -> None:
    few = agreement(*[("strong", "strong"), ("harmful", "harmful")] * 4)
    assert (few.kappa, few.no_kappa) == (None, f"too few to tell: it takes {FEWEST} or more")
    same = agreement(*[("strong", "strong")] * 9, ("strong", "developing"))
    assert (same.kappa, same.no_kappa) == (None, "can't be told: they were all given the same band")
    assert agreement().kappa is None


def test_kappa_is_one_for_full_agreement_and_nought_for_a_scorer_that_always_says_the_same() -> None:
    assert agreement(*[("strong", "strong"), ("needs-work", "needs-work")] * 5).kappa == 1
    assert agreement(*[("strong", "developing"), ("needs-work", "developing")] * 5).kappa == 0


def test_two_bands_off_count_four_times_one() -> None:
    """Seen, times how many replies there are, over what chance would give: each pair of bands by how often it would meet."""
    fair: list[tuple[Band, Band]] = [("strong", "strong"), ("developing", "developing"), ("needs-work", "needs-work")] * 2
    near = quadratic_kappa([*fair, ("strong", "developing")])
    far = quadratic_kappa([*fair, ("strong", "needs-work")])
    assert near == pytest.approx(1 - 7 * 1 / (3 * 3 * 1 + 3 * 2 * 4 + 2 * 2 * 1 + 2 * 2 * 1 + 2 * 2 * 4 + 2 * 3 * 1))
    assert far == pytest.approx(1 - 7 * 4 / (3 * 2 * 1 + 3 * 3 * 4 + 2 * 2 * 1 + 2 * 3 * 1 + 2 * 2 * 4 + 2 * 2 * 1))
    assert quadratic_kappa([("strong", "strong")]) is None


@given(st.lists(st.tuples(st.sampled_from(BANDS), st.sampled_from(BANDS)), min_size=1, max_size=30))
def test_kappa_never_passes_one_and_does_not_mind_who_is_who(pairs: list[tuple[Band, Band]]) -> None:
    kappa = quadratic_kappa(pairs)
    swapped = quadratic_kappa([(other, one) for one, other in pairs])
    assert (kappa is None) == (swapped is None)
    if kappa is not None:
        assert -1.0000001 <= kappa <= 1
        assert kappa == pytest.approx(swapped)


def proofs(text: str) -> dict[str, Proof]:
    return {proof.line: proof for proof in prove(scenario(text))}


def test_a_line_says_which_examples_come_out_otherwise_without_it() -> None:
    day = proofs(TWO_POINTS)["day"]
    assert (day.step_id, day.weight, day.optional) == ("back", 1, False)
    assert day.shown == (1, 2)
    assert day.left_out == Changes(band=(2,))
    assert set(day.turned.band) == {1, 2, 3}
    assert day.tested == (1, 2, 3)
    assert not day.changes_nothing


def test_a_line_that_no_example_tells_from_the_rest_changes_nothing() -> None:
    text = broken("      - developing: that induction\n        shows: [day]\n        misses: [alone]\n", "", TWO_POINTS)
    assert [proof.changes_nothing for proof in prove(scenario(text))] == [True, True]


def test_a_line_that_nobody_speaks_of_and_no_band_hangs_on_is_not_tested() -> None:
    extra = "      - point: tea\n        says: offers tea\n        any: [biscuit*]\n        optional: true\n    examples:"
    heavy = TWO_POINTS.replace("        says: picks", "        weight: 5\n        says: picks")
    tea = proofs(broken("    examples:", extra, heavy))["tea"]
    assert tea.tested == ()
    assert (tea.optional, tea.shown) == (True, ())


def test_the_only_line_cannot_be_left_out() -> None:
    text = broken("      - point: alone\n        says: picks up being alone\n        any: [nobody]\n", "", TWO_POINTS)
    text = text.replace("[day, alone]", "[day]").replace("        misses: [alone]\n", "")
    only = proofs(text)["day"]
    assert only.left_out is None
    assert not only.changes_nothing
    assert only.turned


def test_a_skill_can_be_left_out_and_turned_round_too() -> None:
    found = {proof.line: proof for proof in prove(scenario())}
    assert list(found) == ["notice", "hear", "induction"]
    assert found["notice"].weight == 2
    assert 1 in found["notice"].tested


def test_a_step_without_a_rubric_has_nothing_to_prove() -> None:
    text = broken(TWO_POINTS[TWO_POINTS.index("    rubric:") : TWO_POINTS.index("    examples:")], "", TWO_POINTS)
    text = text.replace("  - reply: Go back to Ash.", "  - signpost: Ash wants company.\n    need: one-to-one")
    text = text.replace("        shows: [day, alone]\n", "").replace("        shows: [day]\n        misses: [alone]\n", "")
    assert prove(scenario(text.replace("        misses: [day, alone]\n", ""))) == ()


def test_numbers_in_a_row_are_told_by_their_ends() -> None:
    assert ranges([1, 2, 3, 5, 6, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9]) == "1-3, 5, 6, 9"
    assert ranges([2, 4, 7], [2, 4, 7]) == "2-7"
    assert ranges([], [1]) == ""


def test_columns_are_drawn_only_where_they_fit() -> None:
    assert aligned([("a", "bb"), ("ccc", "d")], 9, 2) == ["  a    bb", "  ccc  d"]
    assert aligned([("a", "bb"), ("ccc", "d")], 8, 2) is None
