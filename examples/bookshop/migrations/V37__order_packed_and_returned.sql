-- SHOP-251: "can I still cancel?" depends on whether the parcel is closed, so "packed" comes between
-- paid and shipped, and in that order: the overview sorts by status. "returned" is for the new process.

ALTER TYPE order_status ADD VALUE 'packed' AFTER 'paid';
ALTER TYPE order_status ADD VALUE 'returned';
