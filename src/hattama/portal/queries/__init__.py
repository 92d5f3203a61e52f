"""What people see first: reads over all rooms."""
