CREATE DOMAIN channel AS text DEFAULT 'shop';
