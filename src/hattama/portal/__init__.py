"""What people see first: home, Today, the public site."""
