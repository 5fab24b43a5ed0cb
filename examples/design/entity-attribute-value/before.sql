CREATE TABLE product (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE product_attribute (
  product_id bigint NOT NULL REFERENCES product,
  attribute_name text NOT NULL,
  attribute_value text,
  PRIMARY KEY (product_id, attribute_name)
);
