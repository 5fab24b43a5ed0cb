COMMENT ON TABLE orders IS 'What customers have bought.';
