CREATE TABLE form (
  id bigint PRIMARY KEY,
  la text, lb text, lc text, ld text, le text, lf text, lg text, lh text, li text, lj text,
  ma text, mb text, mc text, md text, me text, mf text, mg text, mh text, mi text, mj text,
  na text, nb text, nc text, nd text, ne text, nf text, ng text, nh text, ni text, nj text,
  oa text, ob text, oc text, od text, oe text, of text, og text, oh text, oi text, oj text,
  pa text, pb text, pc text, pd text, pe text, pf text, pg text, ph text, pi text, pj text
);
