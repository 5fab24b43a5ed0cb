-- SHOP-340: paying with the phone. For us it is one more word.

ALTER TYPE payment_method ADD VALUE 'wallet';
