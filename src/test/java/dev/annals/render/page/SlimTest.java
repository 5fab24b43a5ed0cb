package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlimTest {

  @Test
  void whatIsSaidStays() {
    assertEquals(
        """
        var a=b+ -c,d={e:"x = ( y )",f:'it\\'s, so'};var r=/ = [(/] /.exec("a , b"),g=(a+1)/2/b;\
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
  void aScriptsOwnNamesAreShort() {
    assertEquals(
        """
        (function(){"use strict";var g=window.first,k=2,a,d=/first|list/.exec("first list");\
        function e(a,b){return b?a:{list:a,k:k,both,made(){return a}}}
        var both=[a,...d,x.a.list],made;d.forEach((c,i)=>{document.title=e(c,i).list+g(c=>c||b)})
        for(var h in x)try{e(h)}catch(f){f.first=0}})()
        """,
        Slim.of(
            "a.js",
            """
            (function () {
              "use strict";
              var first = window.first, k = 2, a, found = /first|list/.exec("first list");
              function list(a, b) { return b ? a : { list: a, k: k, both, made() { return a } } }
              var both = [a, ...found, x.a.list], made;
              found.forEach((item, i) => { document.title = list(item, i).list + first(item => item || b) })
              for (var key in x) try { list(key) } catch (error) { error.first = 0 }
            })()
            """));
  }

  @Test
  void aScriptThatIsUnclearKeepsItsNames() {
    String script = "function f(){var long=1;return`${long}`}\n";
    assertEquals(script, Slim.of("a.js", script));
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
