"""The counting rules of art. 24: both sides of each number, excluded time, three-valued facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.stages.analysis.sanbao.facts import Problem, Repair
from tests.unit.models.stages.analysis.sanbao.cars import (
    BRAKE,
    ENGINE,
    RATTLE,
    after,
    car,
    line,
    on,
    opinion,
    stay,
    verdict,
)

SAFETY, ASSEMBLY, PART = "SB-24-1-SAFETY", "SB-24-2-ASSEMBLY", "SB-24-3-SAMEPART"
DAYS, FIFTH = "SB-24-4A-30DAYS", "SB-24-4B-5TH-REPAIR"
MET, NEAR, NOT_MET, MISSING = "MET", "NEAR", "NOT_MET", "FACT_MISSING"


def stays(count: int, problem: Problem = RATTLE, *, hours: int | None = 5) -> list[Repair]:
    return [stay(f"W{no}", after(30 + no * 20), problem, hours=hours) for no in range(1, count + 1)]


@pytest.mark.parametrize(("count", "wanted"), [(3, NOT_MET), (4, NEAR), (5, MET)])
def test_the_same_problem_is_repaired_more_than_four_times(count: int, wanted: str) -> None:
    """Art. 24(1)(四): the fourth repair is near, the fifth fulfils it."""
    found = line(FIFTH, *stays(count))
    assert (found.verdict, found.numbers["count"]) == (wanted, count)
    assert found.orders == tuple(f"W{no}" for no in range(1, count + 1))


def test_spelling_makes_no_other_problem_and_another_problem_does_not_count() -> None:
    other = replace(RATTLE, name="漏水")
    spelt = replace(RATTLE, name=" 异 响")
    assert verdict(FIFTH, *stays(4), stay("W9", after(300), spelt)) == MET
    assert verdict(FIFTH, *stays(4), stay("W9", after(300), other)) == NEAR


def test_an_order_with_two_problems_counts_each_once_and_its_time_once() -> None:
    """Art. 40: one stay is one single repair time."""
    both = [stay(f"W{no}", after(no * 20), RATTLE, ENGINE, hours=48) for no in range(1, 6)]
    assert line(FIFTH, *both).numbers["count"] == 5
    assert line(DAYS, *both).numbers["days"] == 10


@pytest.mark.parametrize(
    ("hours", "wanted", "days"),
    [(576, NOT_MET, 24), (577, NEAR, 25), (720, NEAR, 30), (721, MET, 31)],
)
def test_more_than_thirty_days_of_repair(hours: int, wanted: str, days: int) -> None:
    """Art. 24(1)(四): 30 days are not enough, 31 are."""
    found = line(DAYS, stay("W1", after(100), RATTLE, hours=hours))
    assert (found.verdict, found.numbers["days"]) == (wanted, days)


def test_the_days_of_single_repairs_are_rounded_each() -> None:
    """Art. 40: ten stays of 73 hours are ten times 4 days."""
    found = line(DAYS, *stays(10, hours=73))
    assert (found.verdict, found.numbers["days"]) == (MET, 40)


def test_excluded_time_does_not_count_among_the_thirty_days() -> None:
    """Art. 24, third paragraph: transport of special parts and of the battery, way of a rescue."""
    long = stay("W1", after(100), RATTLE, hours=31 * 24, excluded_hours=24)
    assert line(DAYS, long).verdict == NEAR
    assert line("SB-21-COURTESY-CAR", long).numbers["days"] == 31, "art. 21 excludes nothing"


def test_both_ways_of_rounding_excluded_time_are_shown() -> None:
    found = line(DAYS, stay("W1", after(100), RATTLE, hours=31 * 24, excluded_hours=3))
    assert found.numbers == {"days": 31, "days_rounded_first": 30, "limit": 30}
    assert found.verdict == MET
    assert any("30 days" in str(note) for note in found.notes)


def test_an_open_order_counts_up_to_now_and_is_named() -> None:
    found = line(DAYS, stay("W1", after(100), RATTLE, hours=None), now=on(after(131)))
    assert (found.verdict, found.numbers["days"]) == (MET, 31)
    assert "W1" in str(found.notes[0])


def test_an_order_nobody_judged_leaves_open_what_it_could_decide() -> None:
    known = stays(4)
    unknown = Repair("W9", on(after(300)), on(after(301)), 1000)
    assert verdict(FIFTH, *known, unknown) == MISSING
    assert verdict(FIFTH, *known[:3], unknown) == NOT_MET
    assert verdict(DAYS, *known, unknown) == NOT_MET, "not even with it are there 31 days"


def test_no_quality_problem_no_repair() -> None:
    care = replace(RATTLE, quality=False)
    assert verdict(FIFTH, *stays(5, care)) == NOT_MET
    assert verdict(DAYS, stay("W1", after(10), care, hours=900)) == NOT_MET


@pytest.mark.parametrize(
    ("day", "km", "wanted"),
    [(730, 50_000, MET), (731, 50_000, MET), (732, 50_000, NEAR), (730, 50_001, NEAR)],
)
def test_only_repairs_within_two_years_and_fifty_thousand_count(
    day: int, km: int, wanted: str
) -> None:
    """Art. 18: the day the repair was agreed on decides; 2028 is a leap year."""
    assert verdict(FIFTH, *stays(4), stay("W5", after(day), RATTLE, km=km)) == wanted


def safety(no: str, day: int, *, gone: bool | None = True, **more: object) -> Repair:
    return stay(no, after(day), replace(BRAKE, eliminated=gone, **more))


def test_a_serious_safety_fault_that_is_still_there_after_two_repairs() -> None:
    """Art. 24(1)(一)."""
    assert verdict(SAFETY, safety("W1", 100)) == NEAR
    assert verdict(SAFETY, safety("W1", 100), safety("W2", 120, gone=False)) == MET
    assert verdict(SAFETY, safety("W1", 100), safety("W2", 120)) == NEAR
    assert verdict(SAFETY, safety("W1", 100), safety("W2", 120, gone=None)) == MISSING


def test_another_serious_safety_fault_after_two_repairs() -> None:
    """Art. 24(1)(一): different safety faults add up, a new one fulfils it without repair."""
    first, second = safety("W1", 100), safety("W2", 120, name="转向失灵")
    new = replace(BRAKE, name="燃油泄漏", at=on(after(140)), odometer_km=4_000)
    assert verdict(SAFETY, first, second) == NEAR
    assert verdict(SAFETY, first, second, problems=(new,), now=on(after(141))) == MET


def test_a_repair_that_is_not_done_is_no_repair_carried_out() -> None:
    begun = stay("W2", after(120), BRAKE, hours=None)
    assert verdict(SAFETY, safety("W1", 100), begun) == NEAR


def test_two_safety_faults_of_one_order_are_one_repair() -> None:
    other = replace(BRAKE, name="转向失灵")
    assert line(SAFETY, stay("W1", after(100), BRAKE, other)).numbers["count"] == 1


WHOLE = replace(ENGINE, replacement="assembly", part_kind="other_part", part="", eliminated=False)
GEARBOX = replace(WHOLE, name="变速器", system="transmission")


def test_the_same_assembly_replaced_twice_and_still_not_usable() -> None:
    """Art. 24(1)(二)."""
    one, two = stay("W1", after(50), WHOLE), stay("W2", after(90), WHOLE)
    assert verdict(ASSEMBLY, one) == NEAR
    assert verdict(ASSEMBLY, one, two) == MET
    works = stay("W2", after(90), replace(WHOLE, eliminated=True))
    assert verdict(ASSEMBLY, one, works) == NEAR
    assert verdict(ASSEMBLY, one, works, stay("W3", after(99), ENGINE)) == MET
    unknown = stay("W2", after(90), replace(WHOLE, eliminated=None))
    assert verdict(ASSEMBLY, one, unknown) == MISSING


def test_different_assemblies_are_left_to_a_person() -> None:
    found = line(ASSEMBLY, stay("W1", after(50), WHOLE), stay("W2", after(90), GEARBOX))
    assert (found.verdict, found.orders) == (NEAR, ("W1", "W2"))
    assert "2 different assemblies" in str(found.notes[0])


def test_the_same_main_part_replaced_twice() -> None:
    """Art. 24(1)(三)."""
    bad = replace(ENGINE, eliminated=False)
    one, two = stay("W1", after(50), bad), stay("W2", after(90), bad)
    assert verdict(PART, one, two) == MET
    assert verdict(PART, one, stay("W2", after(90), replace(bad, part="活塞"))) == NEAR
    wear = replace(bad, part_kind="wear_part")
    assert verdict(PART, one, stay("W2", after(90), wear)) == NEAR
    assert verdict(PART, one, stay("W2", after(90), replace(bad, part=""))) == MISSING


def test_a_part_inside_a_replaced_assembly_counts_only_as_the_assembly() -> None:
    """Art. 24, second paragraph."""
    bad = replace(ENGINE, eliminated=False)
    whole = stay("W2", after(90), WHOLE, bad)
    assert line(PART, stay("W1", after(50), bad), whole).numbers["count"] == 1
    assert line(ASSEMBLY, whole).numbers["count"] == 1


def test_an_exemption_stands_beside_the_verdict_of_its_own_problem_only() -> None:
    """Art. 32: it frees from the damage its ground caused, not from an unrelated defect."""
    own = replace(RATTLE, exemption="modified")
    found = opinion(stay("W1", after(30), own), stay("W2", after(50), BRAKE))
    by_rule = {one.rule.id: one for one in found.rules}
    assert by_rule["SB-19-FREE-REPAIR"].verdict == MET
    assert by_rule["SB-19-FREE-REPAIR"].exemptions == ("modified",)
    assert by_rule["SB-23-RETURN-60D-3000KM"].exemptions == ()


def test_papers_that_nobody_has_seen_are_named() -> None:
    """Art. 22-24: invoice and certificate; a lost certificate is reissued free (art. 14)."""
    bare = car(has_invoice=None, has_certificate=False)
    assert line(FIFTH, *stays(5), of=bare).papers == ("invoice", "certificate")
    assert line("SB-19-FREE-REPAIR", *stays(1), of=bare).papers == ("certificate",)
    assert line(FIFTH, *stays(5)).papers == ()


def test_orders_that_overlap_in_time_are_doubtful() -> None:
    found = opinion(stay("W1", after(30), RATTLE, hours=99), stay("W2", after(31), RATTLE))
    assert "W1 and W2 overlap" in str(found.warnings[0])
