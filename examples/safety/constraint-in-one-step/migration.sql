SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice
  ADD CONSTRAINT invoice_total_positive CHECK (total > 0),
  ADD CONSTRAINT invoice_customer_fk FOREIGN KEY (customer_id) REFERENCES customer;
