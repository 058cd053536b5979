import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.http.network import guard
from ingest.http.network.guard import Allowed, embedded, is_public, literal, refusal, refusal_by_name

NOTHING = Allowed()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_the_public_web(address):
    assert refusal("name.example", ipaddress.ip_address(address), NOTHING) is not None


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("127.0.0.0", "127.255.255.255"),
        ("169.254.0.0", "169.254.255.255"), ("192.0.2.0", "192.0.2.255"), ("192.168.0.0", "192.168.255.255"),
        ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("::", "::1"), ("::1", "::1"),
        ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("168.63.129.16", "168.63.129.16"), ("192.31.196.0", "192.31.196.255"), ("192.52.193.0", "192.52.193.255"),
        ("192.88.99.0", "192.88.99.255"), ("192.175.48.0", "192.175.48.255"), ("100.64.0.0", "100.127.255.255"),
        ("192.0.0.0", "192.0.0.255"), ("198.18.0.0", "198.19.255.255"), ("224.0.0.0", "255.255.255.255"),
        ("172.16.0.0", "172.31.255.255"), ("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"), ("100::", "100::ffff"),
        ("100:0:0:1::", "100:0:0:1:ffff:ffff:ffff:ffff"), ("2001:2::", "2001:2:0:ffff:ffff:ffff:ffff:ffff"),
        ("2001:10::", "2001:1f:ffff:ffff:ffff:ffff:ffff:ffff"), ("2001:20::", "2001:2f:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"), ("5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("fe80::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ],
)  # fmt: skip
def test_reserved_ranges_are_refused_from_their_first_address_to_their_last(first, last):
    """By the IANA registries of special purpose addresses, and by our own table: what Python takes for global differs
    from version to version."""
    for address in (ipaddress.ip_address(first), ipaddress.ip_address(last)):
        assert not is_public(address)
        assert any(address in n for n in guard._REFUSED if n.version == address.version), address


@pytest.mark.parametrize(
    "address",
    [
        "168.63.129.15", "168.63.129.17", "192.31.195.255", "192.31.197.0", "192.52.192.255", "192.52.194.0",
        "192.88.98.255", "192.88.100.0", "192.175.47.255", "192.175.49.0", "100.63.255.255", "100.128.0.0", "223.255.255.255",
        "172.15.255.255", "172.32.0.0", "198.17.255.255", "198.20.0.0", "11.0.0.0", "9.255.255.255",
    ],
)  # fmt: skip
def test_and_not_one_address_further(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "93.184.216.34",
        "2606:4700::1111",
        "2a00:1450:4007::200e",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_addresses_that_are(address):
    assert refusal("name.example", ipaddress.ip_address(address), NOTHING) is None


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_ipv6_form(inner):
    n = int(inner)
    forms = [
        ipaddress.IPv6Address((0xFFFF << 32) | n),
        ipaddress.IPv6Address((0x64FF9B << 96) | n),
        ipaddress.IPv6Address((0x2002 << 112) | (n << 80)),
    ]
    for form in forms:
        assert embedded(form) == inner
        if not is_public(inner):
            assert refusal("x", form, NOTHING) is not None, form


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("127.0.1", "127.0.0.1"), ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"), ("017700000001", "127.0.0.1"),
        ("0", "0.0.0.0"), ("[::1]", "::1"), ("::1", "::1"), ("127.0.0.1.", "127.0.0.1"), ("3232235521", "192.168.0.1"),
        ("0xa9fea9fe", "169.254.169.254"),
    ],
)  # fmt: skip
def test_every_written_form_of_an_address_is_recognised(host, address):
    assert literal(host) == ipaddress.ip_address(address)


@pytest.mark.parametrize(
    "host", ["news.example", "1.2.3.4.example", "0x7g.1", "", "1 2", "localhost", "127.0.0.1.nip.io"]
)
def test_names_are_not_addresses(host):
    assert literal(host) is None


@given(st.text(max_size=40))
def test_literal_never_fails(host):
    literal(host)


@pytest.mark.parametrize(
    ("entries", "host", "address"),
    [
        (["127.0.0.0/8"], "x", "127.3.2.1"),
        (["10.1.2.3"], "x", "10.1.2.3"),
        (["intranet.example"], "Intranet.Example.", "10.0.0.1"),
        (["[::1]"], "x", "::1"),
        (["127.0.0.1"], "x", "::ffff:127.0.0.1"),
        (["fd00::/8"], "x", "fd12::1"),
    ],
)
def test_exceptions(entries, host, address):
    assert refusal(host, ipaddress.ip_address(address), Allowed.of(entries)) is None


def test_an_exception_is_no_wider_than_it_says():
    allowed = Allowed.of(["127.0.0.1", "intranet.example"])
    assert refusal("x", ipaddress.ip_address("127.0.0.2"), allowed) is not None
    assert refusal("not-intranet.example", ipaddress.ip_address("10.0.0.1"), allowed) is not None
    assert refusal("a.intranet.example", ipaddress.ip_address("10.0.0.1"), allowed) is not None


@pytest.mark.parametrize(
    "host", ["localhost", "db", "printer.local", "a.internal", "127.1", "0x7f.1", "[::1]", "LOCALHOST."]
)
def test_behind_a_proxy_literal_and_local_names_are_refused(host):
    assert refusal_by_name(host, NOTHING) is not None


@pytest.mark.parametrize("host", ["news.example", "8.8.8.8", "www.bbc.co.uk"])
def test_behind_a_proxy_public_names_pass(host):
    assert refusal_by_name(host, NOTHING) is None
    assert refusal_by_name("localhost", Allowed.of(["localhost"])) is None
