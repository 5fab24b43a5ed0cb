-- SHOP-301: the mailing service has the addresses of readers without an account since June, the others
-- are consents in crm. Keeping a copy of addresses that nobody uses is a liability, not a backup.

DROP TABLE newsletter_signup;
