ALTER TYPE price RENAME ATTRIBUTE currency TO unit;
