"""The page of one case: head, stage strip, one panel a stage, side panel."""
