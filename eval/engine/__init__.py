"""How well quotations are found in any amount of text: sampled, changed, put to the engine, judged."""
