package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlimTest {

  @Test
  void whatIsSaidStays() {
    assertEquals(
        """
        var a=b+ -c,d={e:"x = ( y )",f:'it\\'s, so'};var r=/ = [(/] /.exec("a , b"),half=(a+1)/2/b;\
        if(a)return "1 / 2 ; "+ ++b+c++ + -1;try{a()}catch(e){}
        b() // as long as {
        if(a){b()}
        if(a){b();c()}
        function f(){return ";}"}
        c()
        """,
        Slim.of(
            "a.js",
            """
            // why
              var a = b + -c, d = { e: "x = ( y )", f: 'it\\'s, so' };
              /** what */
              var r = / = [(/] /.exec("a , b"), half = (a + 1) / 2 / b;

              if (a) return "1 / 2 ; " + ++b + c++ + -1;
              try { a() } catch (e) { /* shut */ }
              b() // as long as {
              if (a) {
                b()
              }
              if (a) { b(); c(); }
              function f() {
                return ";}";
              }
              c()
            """));
  }

  @Test
  void aStyleSheetIsOneLine() {
    assertEquals(
        "a:hover>b[rel=next]{color:red;margin:0 1px}@media print{a[title=\"a b\"]{color:#000}}\n",
        Slim.of(
            "a.css",
            """
            /* links */
            a:hover > b[rel="next"] { color: red; margin: 0 1px; }
            @media print {
              a[title="a b"] { color: #000; }
            }
            """));
  }
}
