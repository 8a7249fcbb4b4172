"""Bad input of every kind, for every operation that the API's document has."""

from itertools import chain

import corpus
from gauntlets import Gauntlet
from operations import Operation


def test_bodies_that_are_wrong_as_a_whole(gauntlet: Gauntlet, api: list[Operation]) -> None:
    gauntlet.run(chain.from_iterable(map(corpus.bad_bodies, api)))


def test_every_field_of_every_json_body(gauntlet: Gauntlet, api: list[Operation]) -> None:
    gauntlet.run(chain.from_iterable(map(corpus.bad_fields, api)))


def test_every_field_of_every_form(gauntlet: Gauntlet, api: list[Operation]) -> None:
    gauntlet.run(chain.from_iterable(map(corpus.bad_form_fields, api)))


def test_every_query_parameter(gauntlet: Gauntlet, api: list[Operation]) -> None:
    gauntlet.run(chain.from_iterable(map(corpus.bad_queries, api)))


def test_every_header(gauntlet: Gauntlet, api: list[Operation]) -> None:
    gauntlet.run(chain.from_iterable(map(corpus.bad_headers, api)))
