-- SHOP-312: the auditor asked who can read which conversation, and "everybody with the password" was
-- not the answer he wanted. Agents see what is theirs and what is nobody's yet; the messages follow
-- their ticket. The application itself owns the tables and is not bound by the policies.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_support') THEN
        CREATE ROLE shop_support NOLOGIN;
    END IF;
END
$$;

GRANT USAGE ON SCHEMA crm TO shop_support;
GRANT SELECT, UPDATE (assigned_to, closed_at) ON crm.support_ticket TO shop_support;
GRANT SELECT, INSERT ON crm.ticket_message TO shop_support;

ALTER TABLE crm.support_ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY support_ticket_mine_or_free ON crm.support_ticket
    FOR ALL TO shop_support
    USING (assigned_to IS NULL OR assigned_to = current_user)
    WITH CHECK (assigned_to = current_user);

ALTER TABLE crm.ticket_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY ticket_message_follows_ticket ON crm.ticket_message
    FOR ALL TO shop_support
    USING (EXISTS (SELECT FROM crm.support_ticket t WHERE t.id = ticket_id));

COMMENT ON POLICY support_ticket_mine_or_free ON crm.support_ticket IS
    'An agent sees own tickets and free ones, and can only take them for herself.';
