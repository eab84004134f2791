"""Analysis: what happened, whether the complaint stands, why, who answers for it, how grave."""
