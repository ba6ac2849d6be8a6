"""Schema dd-1.0, defence diplomacy: closed lists, the record that leaves, the wire form that the model fills."""
