"""Appeals against results: lodged in the window, heard by an odd commission, answered."""
