"""Paths through a directed graph: a start and each node's successors come in; what is reached, in order, and circles go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paths:
    """``order`` holds every node that is reached, each before those that follow it, circles aside. Each of ``circles``
    lists the nodes of one circle; its last leads back to its first."""

    order: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    @property
    def backward(self) -> frozenset[tuple[str, str]]:
        """The steps that close a circle."""
        return frozenset((circle[-1], circle[0]) for circle in self.circles)


def explore(start: str, following: Mapping[str, tuple[str, ...]]) -> Paths:
    """Walk depth first. ``following`` gives the successors of a node; successors that are no key of it are passed over.

    Takes time in proportion to nodes and edges, and no recursion.
    """
    if start not in following:
        return Paths((), ())
    finished: list[str] = []
    done: set[str] = set()
    circles: list[tuple[str, ...]] = []
    trail: dict[str, Iterator[str]] = {start: iter(following[start])}  # the path walked, in its order
    while trail:
        here = next(reversed(trail))
        onward = next((node for node in trail[here] if node in following and node not in done), None)
        if onward is None:
            done.add(here)
            finished.append(here)
            del trail[here]
        elif onward in trail:
            walked = list(trail)
            circles.append(tuple(walked[walked.index(onward) :]))
        else:
            trail[onward] = iter(following[onward])
    return Paths(tuple(reversed(finished)), tuple(dict.fromkeys(circles)))


def before_end(ends: frozenset[str], following: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The nodes from which one of ``ends`` can be reached, the ends included."""
    leading: dict[str, list[str]] = {}
    for node, successors in following.items():
        for successor in successors:
            leading.setdefault(successor, []).append(node)
    found, waiting = set(ends), list(ends)
    while waiting:
        for node in leading.get(waiting.pop(), ()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return frozenset(found)
