"""Token buckets: how many requests a key or an address may send, at once and in the long run."""

import ipaddress
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

_MOST = 10_000
"""Callers remembered; the one that was quiet longest is forgotten first."""


@dataclass
class Rates:
    """A bucket for each caller: `burst` requests at once, filled again with `rate` a second."""

    rate: float
    burst: int
    _buckets: "OrderedDict[str, tuple[float, float]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, caller: str) -> float:
        """0 if the caller may go on, else the seconds until it may."""
        now = time.monotonic()
        with self._lock:
            left, then = self._buckets.pop(caller, (float(self.burst), now))
            left = min(float(self.burst), left + (now - then) * self.rate)
            allowed = left >= 1.0
            self._buckets[caller] = (left - allowed, now)
            if len(self._buckets) > _MOST:
                self._buckets.popitem(last=False)
        return 0.0 if allowed else (1.0 - left) / self.rate


def neighbourhood(address: str) -> str:
    """An address as one caller: of IPv6 the /64 that a single customer is given."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if ip.version == 4:
        return str(ip)
    return str(ip.ipv4_mapped or ipaddress.ip_network((ip, 64), strict=False))  # a proxy may tell of IPv4 as ::ffff:…
