"""Private reflection: cards that ask, say why it protects the person, and name the next step.

Headless, and with nowhere to put an answer: no function takes one, so none can be kept, scored or exported.
"""
