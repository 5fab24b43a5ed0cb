-- How many copies the shop may promise: what lies in all bins, less what is ordered and not yet packed.
-- Never negative: what the customer sees is "0", the hall sorts out the rest.
-- Plain SQL, so that the planner can look inside. (Ewa)

CREATE OR REPLACE FUNCTION available_quantity(wanted_book_id integer) RETURNS integer
    LANGUAGE sql STABLE AS
$$
    SELECT greatest(0,
        coalesce((SELECT sum(s.quantity) FROM warehouse.stock_item s WHERE s.book_id = wanted_book_id), 0)
        - coalesce((SELECT sum(l.quantity)
                    FROM public.order_line l
                    JOIN public.customer_order o ON o.id = l.order_id
                    WHERE l.book_id = wanted_book_id AND o.status IN ('new', 'paid')), 0)
    )::integer
$$;

COMMENT ON FUNCTION available_quantity(integer) IS 'Copies of a book that can be promised to a customer right now.';
