"""Invented people, copies of them and strangers, to measure how copies are told: `python -m tests.lookalikes`."""
