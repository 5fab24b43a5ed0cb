CREATE UNIQUE INDEX CONCURRENTLY customer_email ON customer (lower(email));
