"""Appeals against results: lodged in time, heard by an odd commission, answered."""
