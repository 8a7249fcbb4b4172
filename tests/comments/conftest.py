import pytest

from commenting import publish
from people import Person


@pytest.fixture
def post(sari: Person) -> int:
    """A post of Sari's."""
    return publish(sari)
