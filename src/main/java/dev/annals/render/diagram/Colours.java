package dev.annals.render.diagram;

/** The colours of a picture that stands alone: those of the site's sheet, written out. */
final class Colours {

  static final String STANDALONE =
      """
      svg{--sheet:#fff;--ink:#1e2423;--soft:#59635f;--line:#dfddd7;--faint:#f1efea;--link:#17605a;\
      font:12px ui-monospace,Menlo,"DejaVu Sans Mono",Consolas,monospace;background:var(--sheet)}\
      @media(prefers-color-scheme:dark){svg{--sheet:#1a1f1e;--ink:#e7e9e6;--soft:#a3ada8;\
      --line:#333b39;--faint:#20272a;--link:#7cc7bd}}\
      text{fill:var(--ink)}.er-box>rect{rx:5px}.er-box>:first-child{fill:var(--sheet);stroke:var(--line)}\
      .er-box>.er-head{fill:var(--faint);height:28px}.er-type,.er-chip{text-anchor:end}\
      .er-name,.er-area-name{font-weight:600}.er-type,.er-more{fill:var(--soft);font-size:11px}\
      .er-chip{fill:var(--link);font-size:11px}.er-key{fill:var(--soft);font-size:10px}\
      .er-null{font-style:italic}.er-edge path{fill:none;stroke:var(--soft)}\
      .er-edge path:not(:last-child){stroke-dasharray:4 3}\
      .er-dot{stroke:var(--soft);stroke-width:4;stroke-linecap:round}\
      .er-area{fill:none;stroke:var(--line);stroke-dasharray:2 3}\
      .er-focus>:first-child{stroke:var(--link);stroke-width:2}""";

  private Colours() {}
}
