ALTER SEQUENCE order_number OWNED BY orders.id;
