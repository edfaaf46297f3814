"""How far the predicted chance of a match agrees with what is found where the words are not there."""
