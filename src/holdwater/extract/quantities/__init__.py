"""Numbers with what they count, and dates: what a text says of how much, and of when. `model` says what is returned."""
