-- SHOP-220: support moves out of a shared mailbox, and consent out of a spreadsheet.
-- Consent is kept per purpose with both dates: "did she agree on 3 May?" must have an answer.
-- Newsletter readers who have an account become consents here. The others stay where they are until
-- the mailing service has taken them over.

CREATE SCHEMA crm;
COMMENT ON SCHEMA crm IS 'What we know of customers beyond their orders: consent and conversations.';

CREATE TABLE crm.consent (
    customer_id  integer NOT NULL REFERENCES public.customer (id) ON DELETE CASCADE,
    purpose      varchar(30) NOT NULL,
    granted_at   timestamptz NOT NULL,
    withdrawn_at timestamptz,
    source       varchar(30) NOT NULL,
    PRIMARY KEY (customer_id, purpose, granted_at),
    CONSTRAINT consent_purpose_check CHECK (purpose IN ('newsletter', 'review_reminder', 'survey')),
    CONSTRAINT consent_withdrawn_later CHECK (withdrawn_at >= granted_at)
);
CREATE UNIQUE INDEX consent_one_open_idx ON crm.consent (customer_id, purpose) WHERE withdrawn_at IS NULL;

CREATE TABLE crm.support_ticket (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES public.customer (id) ON DELETE RESTRICT,
    order_id    integer REFERENCES public.customer_order (id) ON DELETE SET NULL,
    subject     varchar(200) NOT NULL,
    assigned_to name,
    opened_at   timestamptz NOT NULL DEFAULT now(),
    closed_at   timestamptz
);
CREATE INDEX support_ticket_customer_id_idx ON crm.support_ticket (customer_id);
CREATE INDEX support_ticket_order_id_idx ON crm.support_ticket (order_id);
CREATE INDEX support_ticket_open_idx ON crm.support_ticket (opened_at) WHERE closed_at IS NULL;

CREATE TABLE crm.ticket_message (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id     bigint NOT NULL REFERENCES crm.support_ticket (id) ON DELETE CASCADE,
    from_customer boolean NOT NULL,
    body          text NOT NULL,
    attachments   jsonb NOT NULL DEFAULT '[]',
    sent_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ticket_message_attachments_list CHECK (jsonb_typeof(attachments) = 'array')
);
CREATE INDEX ticket_message_ticket_id_idx ON crm.ticket_message (ticket_id, sent_at);

INSERT INTO crm.consent (customer_id, purpose, granted_at, source)
SELECT c.id, 'newsletter', n.confirmed_at, n.source
FROM newsletter_signup n
JOIN customer c ON c.email = n.mail::citext
WHERE n.confirmed_at IS NOT NULL AND c.deleted_at IS NULL;

COMMENT ON TABLE crm.consent IS 'What a customer agreed to, from when, until when. Rows are never deleted.';
COMMENT ON COLUMN crm.consent.source IS 'Where the box was ticked: footer, checkout, account, phone.';
COMMENT ON COLUMN crm.consent.withdrawn_at IS 'Null while the consent stands.';
COMMENT ON TABLE crm.support_ticket IS 'One conversation about one problem.';
COMMENT ON COLUMN crm.support_ticket.assigned_to IS 'Database login of the agent. Null: up for grabs.';
COMMENT ON COLUMN crm.ticket_message.attachments IS 'List of objects {"name", "bytes", "key"}; the files lie elsewhere.';
COMMENT ON COLUMN crm.consent.purpose IS 'What for: newsletter, review_reminder, survey.';
COMMENT ON COLUMN crm.support_ticket.order_id IS 'The order it is about, if it is about one.';
COMMENT ON COLUMN crm.support_ticket.subject IS 'In the words of the customer.';
COMMENT ON COLUMN crm.ticket_message.from_customer IS 'False: one of us wrote it.';
