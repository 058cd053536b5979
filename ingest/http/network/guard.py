"""Which addresses may be dialled: the public web, and what ``fetch.allow_private`` adds.

The check is made on the address that is dialled, after every encoding (decimal, octal, hex, IPv6
forms) has been undone by the resolver and after DNS has answered: a name cannot lie.
"""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# IANA special-purpose registries, beyond what Python's is_global knows in every version we support,
# and one public address that is private to each Azure machine.
_REFUSED: tuple[Network, ...] = tuple(
    ipaddress.ip_network(n)
    for n in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001:2::/48", "2001:10::/28",
        "2001:20::/28", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8",
    )
)  # fmt: skip
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_LOCAL_NAMES = ("localhost", "local", "internal", "localdomain", "home.arpa")


@dataclass(frozen=True, slots=True)
class Allowed:
    """Exceptions to the rule that only the public web is asked."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Allowed":
        """From the setting: hosts, addresses or networks (CIDR), mixed."""
        networks: list[Network] = []
        hosts: set[str] = set()
        for entry in entries:
            try:
                networks.append(ipaddress.ip_network(entry.strip("[]"), strict=False))
            except ValueError:
                hosts.add(entry.lower().rstrip("."))
        return cls(tuple(networks), frozenset(hosts))

    def admits(self, host: str, address: Address | None = None) -> bool:
        """True if the host by name, or the address, is an exception."""
        if host.lower().rstrip(".") in self.hosts:
            return True
        return address is not None and any(address in n for n in self.networks if n.version == address.version)


def is_public(address: Address) -> bool:
    """True if an address is on the public web. IPv6 forms that carry an IPv4 address are judged by that one too.

    NAT64 by that one alone: where there is only IPv6, every old host on the web has such an address (RFC 6052).
    """
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if any(address in n for n in _REFUSED if n.version == address.version):
        return False
    inner = embedded(address)
    return inner is None or is_public(inner)


def embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, compatible, NAT64, 6to4 or Teredo."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64 or address in _COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def literal(host: str) -> Address | None:
    """The address that a host *is*, in any form a resolver takes (``0x7f.1``, ``2130706433``, ``[::1]``), or None."""
    bare = host.strip("[]").rstrip(".")
    try:
        return ipaddress.ip_address(bare)
    except ValueError:
        pass
    try:  # inet_aton takes decimal, octal and hex in one to four parts, as getaddrinfo does
        return ipaddress.IPv4Address(socket.inet_aton(bare)) if bare.isascii() and " " not in bare else None
    except (OSError, ValueError):
        return None


def refusal(host: str, address: Address, allowed: Allowed) -> str | None:
    """Why an address must not be dialled for a host, or None."""
    plain: Address = address
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        plain = address.ipv4_mapped
    if allowed.admits(host, plain) or is_public(plain):
        return None
    return f"{host} is {address}, not on the public web; fetch.allow_private can list it"


def refusal_by_name(host: str, allowed: Allowed) -> str | None:
    """The weaker check for use behind a proxy, which resolves names itself: literal addresses and local names."""
    address = literal(host)
    if address is not None:
        return refusal(host, address, allowed)
    name = host.lower().rstrip(".")
    local = name in _LOCAL_NAMES or name.endswith(tuple("." + n for n in _LOCAL_NAMES)) or "." not in name
    if local and not allowed.admits(host):
        return f"{host} is a local name; fetch.allow_private can list it"
    return None
