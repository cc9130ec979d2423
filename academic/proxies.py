"""Whose word about a client counts: proxies named in TRUSTED_PROXIES, and the peer of a Unix socket."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import lru_cache


class TrustedProxies:
    """Tells whether an address is one of these proxies. The peer of a Unix socket has no address; only a proxy on this
    machine can be one, so it is trusted."""

    def __init__(self, proxies: Iterable[str]) -> None:
        self._networks = [ipaddress.ip_network(proxy, strict=False) for proxy in proxies]
        self.trusts = lru_cache(maxsize=256)(self._trusts)

    def _trusts(self, address: str) -> bool:
        if not address:
            return True
        try:
            return any(ipaddress.ip_address(address) in network for network in self._networks)
        except ValueError:
            return False
