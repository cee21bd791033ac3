"""Three pictures of one check, as plain data: the cards a stranger sees, how the pieces join, before and after."""

from privacy_check.pictures.in_words import PictureInWords, in_words
from privacy_check.pictures.nouns import Look, Pictures
from privacy_check.pictures.picture import pictures
from privacy_check.pictures.told import cards_told, change_told, joins_told

__all__ = ["Look", "PictureInWords", "Pictures", "cards_told", "change_told", "in_words", "joins_told", "pictures"]
