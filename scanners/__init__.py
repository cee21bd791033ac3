"""Everything that touches the world outside: browser, network, saved pages, archives, the pretend network."""
