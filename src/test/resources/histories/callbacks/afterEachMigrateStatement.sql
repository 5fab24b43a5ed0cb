INSERT INTO ran (what) SELECT 'statement';
