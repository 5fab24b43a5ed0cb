ALTER COLLATION no_case RENAME TO case_insensitive;
