"""The parts of the agreement panel: where it stands, its form, terms, signatures and versions."""
