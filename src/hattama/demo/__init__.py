"""A college and a university that do not exist, made by the house's own deeds."""
