"""What is dialled when a name has several addresses."""

import asyncio
import ipaddress

import httpcore
import pytest

from ingest.http.network.backend import DialRefused, GuardedBackend
from ingest.http.network.guard import Allowed

PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.1"


class Wire:
    """Notes who is dialled; those that are down do not answer."""

    def __init__(self, *down: str) -> None:
        self.down, self.dialled, self.seconds = down, [], []

    async def connect_tcp(self, host, _port, timeout, *_more):
        self.dialled.append(host)
        self.seconds.append(timeout)
        if host in self.down:
            raise httpcore.ConnectError(host)
        return object()


def dial(*addresses: str, allowed=(), down=()):
    async def resolve(_host, _port):
        return [ipaddress.ip_address(a) for a in addresses]

    async def go():
        backend = GuardedBackend(Allowed.of(allowed), resolve)
        backend._network = wire = Wire(*down)
        try:
            await backend.connect_tcp("news.example", 443, 1.0)
        except (DialRefused, httpcore.ConnectError) as e:
            return wire.dialled, e
        finally:
            backend.close()
        return wire.dialled, None

    return asyncio.run(go())


@pytest.mark.parametrize("answer", [(PRIVATE, PUBLIC), (PUBLIC, PRIVATE), ("::1", PRIVATE, PUBLIC, "127.0.0.1")])
def test_of_a_mixed_answer_only_public_addresses_are_dialled(answer):
    assert dial(*answer) == ([PUBLIC], None)


def test_a_private_address_is_not_the_way_out_when_the_public_one_is_down():
    dialled, error = dial(PUBLIC, PRIVATE, down=[PUBLIC])
    assert dialled == [PUBLIC]
    assert isinstance(error, httpcore.ConnectError)


def test_where_no_address_may_be_dialled_none_is_and_the_reason_names_one():
    dialled, error = dial(PRIVATE, "::1")
    assert dialled == []
    assert isinstance(error, DialRefused)
    assert PRIVATE in str(error)
    dialled, error = dial()
    assert (dialled, str(error)) == ([], "news.example has no address")


def test_the_next_is_tried_and_four_at_the_most():
    many = [f"93.184.216.{n}" for n in range(6)]
    assert dial(*many, down=many[:1])[0] == many[:2]
    assert dial(*many, down=many)[0] == many[:4]


def test_an_exception_is_dialled():
    assert dial(PRIVATE, allowed=["10.0.0.0/8"]) == ([PRIVATE], None)


@pytest.mark.parametrize(("whole", "each"), [(2.0, [1.0, 1.0]), (None, [None, None])])
def test_the_addresses_share_the_time(whole, each):
    async def resolve(_host, _port):
        return [ipaddress.ip_address("93.184.216.1"), ipaddress.ip_address("93.184.216.2")]

    async def go():
        backend = GuardedBackend(Allowed(), resolve)
        backend._network = wire = Wire("93.184.216.1")
        await backend.connect_tcp("news.example", 443, whole)
        backend.close()
        return wire.seconds

    assert asyncio.run(go()) == each
