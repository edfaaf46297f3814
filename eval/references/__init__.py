"""How well a reference is laid against a catalogue's record: sound ones passed, wrong ones flagged."""
