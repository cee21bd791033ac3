"""The pretend social network: invented people and platforms, a server, and what to expect."""

from scanners.demo.cast import Cast, usual_cast
from scanners.demo.held import Shortfall, held_to
from scanners.demo.network import PretendNetwork
from scanners.demo.persona import Persona, personas
from scanners.demo.places import PLATFORMS

__all__ = ["PLATFORMS", "Cast", "Persona", "PretendNetwork", "Shortfall", "held_to", "persona", "personas"]


def persona(name: str) -> Persona:
    """The person who comes with the program, by id, letter or first name. Raises UsageError when there is none."""
    return usual_cast().person(name)
