// What a diagram shows, as a file. Loaded when it is asked for.
(function () {
  "use strict";
  function save(name, type, text) { window.annals.save(name, new Blob([text], { type: type })); }
  function alone(svg) {
    var copy = svg.cloneNode(true), probe = window.annals.el("i"), style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    document.body.append(probe);
    function v(name) { probe.style.color = "var(--" + name + ")"; return getComputedStyle(probe).color; }
    var rules = "svg{background:" + v("sheet") + ";font:12px ui-monospace,Menlo,'DejaVu Sans Mono',Consolas,monospace}text{fill:" + v("ink") + "}.er-box>rect{rx:5px}.er-type,.er-chip{text-anchor:end}.er-frame{fill:" + v("sheet") + ";stroke:" + v("line") + "}.er-head{height:28px;fill:" + v("faint") + "}.er-name,.er-area-name{font-weight:600}.er-type,.er-more{fill:" + v("soft") + ";font-size:11px}.er-chip{fill:" + v("link") + ";font-size:11px}.er-key{fill:" + v("soft") + ";font-size:10px}.er-null{font-style:italic}.er-edge path{fill:none;stroke:" + v("soft") + "}.er-edge path:not(:last-child){stroke-dasharray:4 3}.er-dot{stroke:" + v("soft") + ";stroke-width:4;stroke-linecap:round}.er-area{fill:none;stroke:" + v("line") + "}.er-focus .er-frame{stroke:" + v("link") + ";stroke-width:2}.off,.absent,.part .er-dot{display:none}";
    ["added", "changed", "removed"].forEach(s => { rules += ".er-" + s + ">.er-frame{stroke:" + v(s) + ";stroke-width:2}.er-" + s + ">.er-head,.er-mark.er-" + s + "{fill:" + v(s + "-ground") + "}text.er-" + s + "{fill:" + v(s) + "}.er-edge.er-" + s + " path{stroke:" + v(s) + "}"; });
    var box = svg.getAttribute("viewBox").split(" ");
    probe.remove(); style.textContent = rules; copy.prepend(style); copy.setAttribute("width", box[2]); copy.setAttribute("height", box[3]);
    copy.querySelectorAll(".er-area-name").forEach(t => { t.removeAttribute("style"); t.removeAttribute("transform"); t.setAttribute("x", 2); t.setAttribute("y", -11); t.textContent = t.dataset.name || t.textContent; });
    copy.querySelectorAll(".er-flow").forEach(flow => flow.remove());
    copy.querySelectorAll("a[href]").forEach(a => a.setAttribute("href", new URL(a.getAttribute("href"), location.href).href));
    return new XMLSerializer().serializeToString(copy);
  }
  function at(states) { var last = states[states.length - 1]; return last.length > 1 ? last : null; }
  function q(name) { return '"' + name.replace(/\\/g, "\\\\").replace(/"/g, '\\"') + '"'; }
  function dotted(name) { return name.replace(/("(?:[^"]|"")+"|[^.]+)(\.|$)/g, (m, n, dot) => q(n[0] === '"' ? n.slice(1, -1).replace(/""/g, '"') : n) + dot); }
  function tables(names) {
    return window.annalsHistory.relations.filter(r => { var now = at(r[2]); return now && names[now[1]]; }).map(r => {
      var t = { name: at(r[2])[1], columns: [], keys: [], refs: [] };
      r[3].forEach(part => {
        var now = at(part[1]); if (!now) return;
        if (part[0] === "c") t.columns.push(now); else if (part[0] === "p") t.keys = now[2].split(", "); else if (part[0] === "f" && names[now[3]]) t.refs.push(now);
      });
      return t;
    });
  }
  function dbml(list) {
    var out = "", refs = "";
    list.forEach(t => {
      out += "Table " + dotted(t.name) + " {\n";
      t.columns.forEach(c => {
        var more = []; if (t.keys.length === 1 && t.keys[0] === c[1]) more.push("pk"); if (c[3]) more.push("not null"); if (c[4]) more.push("default: `" + c[4].replace(/`/g, "'") + "`");
        out += "  " + q(c[1]) + " " + q(c[2]) + (more.length ? " [" + more.join(", ") + "]" : "") + "\n";
      });
      if (t.keys.length > 1) out += "\n  indexes {\n    (" + t.keys.map(q).join(", ") + ") [pk]\n  }\n";
      out += "}\n\n";
      t.refs.forEach(f => {
        function side(table, columns) { var c = columns.split(", "); return dotted(table) + "." + (c.length > 1 ? "(" + c.map(q).join(", ") + ")" : q(c[0])); }
        var act = /on delete ([A-Z ]+?)(?: not validated)?$/.exec(f[5]);
        refs += "Ref " + q(f[1]) + ": " + side(t.name, f[2]) + " > " + side(f[3], f[4]) + (act ? " [delete: " + act[1].toLowerCase() + "]" : "") + "\n";
      });
    });
    return out + refs;
  }
  function mermaid(list) {
    var out = "erDiagram\n";
    function safe(text) { return text.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "") || "x"; }
    list.forEach(t => {
      var foreign = { __proto__: null }; t.refs.forEach(f => { f[2].split(", ").forEach(c => foreign[c] = 1); });
      out += "  " + safe(t.name) + "[" + q(t.name).replace(/\\"/g, "'") + "] {\n";
      t.columns.forEach(c => { var k = []; if (t.keys.indexOf(c[1]) >= 0) k.push("PK"); if (foreign[c[1]]) k.push("FK"); out += "    " + safe(c[2]) + " " + safe(c[1]) + (k.length ? " " + k.join(", ") : "") + "\n"; });
      out += "  }\n";
    });
    list.forEach(t => { t.refs.forEach(f => { out += "  " + safe(f[3]) + " ||--o{ " + safe(t.name) + " : " + q(f[2]) + "\n"; }); });
    return out;
  }
  window.annalsExport = (diagram, kind) => {
    if (kind === "SVG") return save(".svg", "image/svg+xml", alone(diagram.svg));
    if (kind === "PNG") {
      var image = new Image(), text = alone(diagram.svg);
      image.onload = () => {
        var sheet = document.createElement("canvas"), k = Math.min(2, 8000 / Math.max(image.width, image.height));
        sheet.width = image.width * k; sheet.height = image.height * k;
        sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
        sheet.toBlob(blob => window.annals.save(".png", blob));
      };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
      return;
    }
    diagram.load(document.documentElement.dataset.root + "assets/history-data.js", () => {
      var names = { __proto__: null }; diagram.boxes.forEach(box => { if (!box.off) names[box.name] = 1; });
      var list = tables(names);
      if (kind === "DBML") save(".dbml", "text/plain", dbml(list)); else save(".mmd", "text/plain", mermaid(list));
    });
  };
})();
