import json
import math
from datetime import date

import pytest

from orders import pages, sample_data
from orders.model import Status


def test_writes_compact_json_in_the_order_of_the_keys():
    assert pages.to_json({"b": [1, 2.5, None], "a": {"x": True, "y": []}}) == '{"b":[1,2.5,null],"a":{"x":true,"y":[]}}'


def test_keeps_letters_beyond_ascii_and_escapes_only_what_it_must():
    assert pages.to_json({"name": 'Café "Zürich" \\ 麺\n\x01'}) == '{"name":"Café \\"Zürich\\" \\\\ 麺\\n\\u0001"}'


def test_writes_dates_and_enumerations_as_text():
    assert pages.to_json([date(2026, 3, 4), Status.OPEN]) == '["2026-03-04","open"]'


def test_keys_that_are_not_text_become_text():
    assert pages.to_json({1: "a", None: "b", False: "c"}) == '{"1":"a","null":"b","false":"c"}'


@pytest.mark.parametrize("value", ["", 0, None, [], {}])
def test_a_page_may_be_any_value(value):
    assert pages.to_json(value) == json.dumps(value)


def test_a_number_that_json_does_not_know_is_written_as_python_does():
    assert pages.to_json([math.inf, math.nan]) == "[Infinity,NaN]"


def test_refuses_what_it_cannot_write():
    with pytest.raises(TypeError, match="cannot be written as JSON: set"):
        pages.to_json({"a": [1, {2}]})


def test_refuses_a_page_that_holds_itself():
    page = []
    page.append(page)

    with pytest.raises(ValueError, match="Circular reference detected"):
        pages.to_json(page)


def test_every_order_reads_back():
    orders = sample_data.of_seed(3).orders[:50]
    read = json.loads(pages.to_json(pages.order_list(orders)))["orders"]

    assert [order["id"] for order in read] == [order.id for order in orders]
    assert [order["placed"] for order in read] == [order.placed.isoformat() for order in orders]
    assert [[line["net_cents"] for line in order["lines"]] for order in read] == [
        [line.net_cents for line in order.lines] for order in orders
    ]
