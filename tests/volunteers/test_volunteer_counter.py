"""Whatever people do, the number of volunteers is the number of rows, and nobody is in twice."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from campaigning import data_of, start
from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.volunteers.models import Volunteer

CAPACITY, PEOPLE = 2, 4
steps = st.lists(
    st.tuples(st.sampled_from(["join", "leave", "complete"]), st.integers(0, PEOPLE - 1)), max_size=25
)


class Model:
    """What should come of joining, leaving and completing, as plain sets."""

    def __init__(self) -> None:
        self.helping: set[int] = set()
        self.ever: set[int] = set()
        self.completed: set[int] = set()

    def expect(self, verb: str, who: int) -> int:
        """The status that answers a step, which is taken."""
        return {"join": self._join, "leave": self._leave, "complete": self._complete}[verb](who)

    def _join(self, who: int) -> int:
        if who in self.helping:
            return 200
        if len(self.helping) >= CAPACITY:
            return 409
        self.helping.add(who)
        self.ever.add(who)
        return 201

    def _leave(self, who: int) -> int:
        if who not in self.ever:
            return 404
        if who in self.completed:
            return 409
        self.helping.discard(who)
        return 200

    def _complete(self, who: int) -> int:
        if who not in self.ever:
            return 404
        if who not in self.helping:
            return 409
        self.completed.add(who)
        return 200


@pytest.fixture
def people(person: Callable[..., Person]) -> list[Person]:
    return [person(f"relawan{number}") for number in range(PEOPLE)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_the_counter_follows_the_rows(
    app: RuangHijau, people: list[Person], steps: list[tuple[str, int]]
) -> None:
    campaign, model, ids = start(people[0], volunteer_capacity=CAPACITY), Model(), {}
    for verb, who in steps:
        if verb == "complete":
            response = people[0].patch(f"/api/volunteers/{ids.get(who, 999_999)}", {"status": "completed"})
        else:
            response = people[who].post(f"/api/volunteers/{verb}", {"campaign_id": campaign})
        assert response.status_code == model.expect(verb, who), (verb, who, response.json)
        if response.status_code in (200, 201) and verb != "complete":
            assert ids.setdefault(who, response.json["volunteer_id"]) == response.json["volunteer_id"]
        assert data_of(campaign, people[0])["volunteers_count"] == len(model.helping)
    assert _rows(app, campaign) == {people[who].id for who in model.helping}


def _rows(app: RuangHijau, campaign_id: int) -> set[int]:
    with app.runtime.database.transaction(write=False) as session:
        found = session.scalars(select(Volunteer).where(Volunteer.campaign_id == campaign_id))
        return {one.user_id for one in found if one.left_at is None}
