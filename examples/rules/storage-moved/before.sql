-- server: 15
-- superuser
CREATE ACCESS METHOD archive TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE orders (id bigint PRIMARY KEY);
