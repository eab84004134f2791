"""The whole business without a screen: a complaint from the first call to the closed case."""
