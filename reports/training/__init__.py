"""The papers of a training session: plan, notes, sheets, answers, cards, and a deck of slides."""
