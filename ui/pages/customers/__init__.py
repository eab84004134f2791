"""The parts of the page of customers and vehicles: facts, vehicles, repair orders, complaints."""
