"""The pretend social network: invented people and platforms, a server, and what to expect."""

from scanners.demo.held import Shortfall, held_to
from scanners.demo.network import PretendNetwork
from scanners.demo.persona import Persona, persona, personas
from scanners.demo.places import PLATFORMS

__all__ = ["PLATFORMS", "Persona", "PretendNetwork", "Shortfall", "held_to", "persona", "personas"]
