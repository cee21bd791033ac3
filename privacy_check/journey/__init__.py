"""One person's sitting, without a screen: what was chosen, which page comes next, and what each page says.

The app, the plain dialogue and the trainer's desk only render it, so that they cannot differ. `sitting.py` holds
the whole, `accounts.py` and `decisions.py` its parts, `flow.py` the order of the pages, `views/` what they say.
"""
