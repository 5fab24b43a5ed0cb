// Diagrams as a tool: pan, zoom, fit, a small map, find, hide, isolate, move tables, share, export. Without it they are pictures with links.
(function () {
  "use strict";
  var el = window.annals.el, on = window.annals.on, button = window.annals.button, decode = window.annals.decode;
  var html = document.documentElement, root = html.dataset.root, NS = "http://www.w3.org/2000/svg";
  var loaded = {};
  window.annalsPicture = svg => { window.annalsPicture.last = svg; };
  /** Runs a script of the site once; hands on the picture that it brought, if it did. */
  function load(src, then) {
    if (src in loaded) return then(loaded[src]);
    window.annals.script(src, () => { loaded[src] = window.annalsPicture.last; window.annalsPicture.last = ""; then(loaded[src]); });
  }
  function place(node) { return node.getBoundingClientRect(); }
  function set(node, name, value) { node.setAttribute(name, value); }
  function parse(text) { return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true); }
  function shift(node) { var m = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(node.getAttribute("transform") || ""); return m ? [+m[1], +m[2]] : [0, 0]; }

  /** Says of the parts of a box what the picture leaves out, because it is the same in all. */
  function unfold(box) {
    if (!box.dataset.table) box.dataset.table = box.querySelector(".er-name").textContent;
    box.classList.add("er-box"); box.firstChild.classList.add("er-frame");
    [["rect:nth-child(2):not([class])", "er-head"], [".ek", "er-key", 10], [".et", "er-type"], ["text:not([class]), .er-null", "er-col", 36], [".er-name", "er-name", 10, 18]].forEach(kind => {
      box.querySelectorAll(kind[0]).forEach(text => {
        text.classList.add(kind[1]); text.classList.remove("ek", "et");
        ["x", "y"].forEach((a, i) => { if (kind[2 + i] && !text.hasAttribute(a)) set(text, a, kind[2 + i]); });
      });
    });
  }

  function Diagram(figure) {
    var self = this, canvas = figure.querySelector(".canvas"), tools = el("div", { class: "tools", role: "toolbar", "aria-label": "Diagram" });
    var whole = figure.dataset.diagram === "all", large = "large" in figure.dataset, svg, areas = [], boxes, byName, edges, chips, width, height, scale = 1, only = "", chosen = "", hidden = { __proto__: null }, far = false, flow, map, frame, panel, moves = {};
    self.figure = figure; self.tools = tools; self.canvas = canvas; self.load = load; self.view = "";

    self.show = picture => {
      if (picture) { svg = parse(picture); canvas.replaceChildren(svg); }
      wire(); scale = 1; overview(); mark();
      var drawn = line(), focus = byName[drawn ? drawn.dataset.from : chosen];
      if (focus && far) zoom(0.75);
      focus = focus || boxes.filter(box => box.node.classList.contains("er-focus"))[0];
      if (focus) reveal(focus);
      else if (!far) begin();
    };
    /** What was only sketched, with all that it has. */
    function draw() {
      if (asleep) { canvas.innerHTML = asleep; asleep = ""; wire(); caption(); }
    }
    function wire() {
      svg = canvas.querySelector("svg");
      var size = svg.getAttribute("viewBox").split(" ");
      svg.whole = size.map(Number); width = +size[2]; height = +size[3]; also.of = null;
      svg.querySelectorAll("a, .er-box").forEach(unfold);
      svg.querySelectorAll("g[data-ends]").forEach(edge => edge.classList.add("er-edge"));
      byName = { __proto__: null };
      boxes = [...svg.querySelectorAll(".er-box")].map((node, i) => {
        var group = shift(node.parentNode), own = shift(node), rect = node.querySelector(".er-frame");
        own = node.home = node.home || own;
        var box = { node: node, name: node.dataset.table, lane: 12 + i % 4 * 7, home: own, group: group, x: group[0] + own[0], y: group[1] + own[1], w: +rect.getAttribute("width"), h: +rect.getAttribute("height") };
        byName[box.name] = box;
        on(node, "pointerenter", () => { if (!from) light(box.name); });
        on(node, "pointerleave", () => light(""));
        on(node, "focus", () => light(box.name));
        on(node, "blur", () => light(""));
        return box;
      });
      areas = [...svg.querySelectorAll(".er-area")].map(rect => {
        var name = rect.parentNode.querySelector(".er-area-name"), at = shift(rect.parentNode), whole = name.dataset.name || (name.dataset.name = name.textContent);
        var area = { group: rect.parentNode, rect: rect, text: name, name: whole, note: "", x: at[0] + +rect.getAttribute("x"), y: at[1] + +rect.getAttribute("y"), w: +rect.getAttribute("width"), h: +rect.getAttribute("height") };
        rect.parentNode.append(name);
        if (!name.wired) {
          name.wired = true; set(name, "role", "button");
          on(rect, "click", () => enter(area));
          on(name, "click", () => enter(area));
          on(name, "keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); enter(area, true); } });
        }
        return area;
      });
      edges = [].slice.call(svg.querySelectorAll(".er-edge"));
      // what is in another area is a name at a column
      function name(text) { return (text.querySelector("title") || text).textContent.replace("\u2192 ", ""); }
      var called = { __proto__: null }; chips = [];
      boxes.forEach(box => { var own = box.node.querySelector(".er-name"); if (own) called[name(own)] = box; });
      boxes.forEach(box => box.node.querySelectorAll(".er-chip").forEach(chip => { var to = called[name(chip)]; if (to) chips.push([box, to, chip]); }));
      edges.forEach(edge => {
        edge.ends = edge.dataset.from ? [byName[edge.dataset.from], byName[edge.dataset.to]] : edge.dataset.ends.split(" ").map(i => boxes[i]);
        edge.dataset.from = edge.ends[0].name; edge.dataset.to = edge.ends[1].name;
      });
      self.svg = svg; self.boxes = boxes; self.edges = edges; self.areas = areas;
      far = svg.classList.contains("far"); lay(moved());
    }

    /** All of it, or as little smaller than life as can be read; of many areas a map. */
    function overview() {
      var across = power => areas.reduce((sum, area) => sum + Math.pow(area.w, power), 1); // the wider an area, the more it counts
      var all = fits(), map = areas.length > 3 && all < 0.4;
      zoom(Math.max(all, large ? 100 * across(1) / across(2) : map ? 0 : whole ? 0.6 : 0.75));
    }

    // from far away areas are what can be read: their names keep their size, and lead into them
    function caption() {
      far = areas.length > 1 && scale < 0.3; if (!far) draw();
      svg.classList.toggle("far", far);
      areas.forEach(area => {
        var t = area.text, left = +area.rect.getAttribute("x"), top = +area.rect.getAttribute("y"), label = area.name + (area.note ? " " + area.note : "");
        if (!far) {
          ["tabindex", "aria-label", "transform"].forEach(a => t.removeAttribute(a));
          t.textContent = area.name; set(t, "x", 2); set(t, "y", top + 19); t.style.fontSize = scale < 0.9 ? Math.min(23, 13 / scale) + "px" : "";
          return;
        }
        var x = left + area.w / 2, y = top + area.h / 2, as = written(label, area.w * scale, area.h * scale), size = as.size / scale;
        // a name may be wider than its area, and is not cut at the edge of the sheet
        var start = svg.whole[0] + left - area.x, half = as.turned ? 0 : Math.max(...as.lines.map(line => line.length)) * size * 0.31;
        x = Math.max(start + half, Math.min(x, start + svg.whole[2] - half));
        t.replaceChildren(); t.style.fontSize = size + "px"; set(t, "tabindex", 0); set(t, "aria-label", "Area " + label);
        if (as.turned) set(t, "transform", "rotate(-90 " + x + " " + y + ")"); else t.removeAttribute("transform");
        as.lines.forEach((line, i) => {
          var span = document.createElementNS(NS, "tspan"); span.textContent = line; t.append(span);
          set(span, "x", x); set(span, "y", y + size * (1.15 * (i - (as.lines.length - 1) / 2) + 0.35));
        });
      });
    }
    /** A name as it fits into an area: in lines, smaller, turned; cut where there is no other way. */
    function written(label, wide, tall) {
      var found = null, parts = label.match(/[^\s_.\-]*[\s_.\-]*/g), room;
      [12, 10].some(size => {
        var lines = [""], fits = true; room = Math.floor(wide / size / 0.62);
        parts.forEach(part => {
          if (part.trim().length > room) fits = false;
          if ((lines[lines.length - 1] + part).trim().length <= room) lines[lines.length - 1] += part; else lines.push(part);
        });
        if (fits && lines.length * size * 1.15 <= tall) found = { size: size, lines: lines };
        return found;
      });
      if (found) return found;
      if (wide >= 12 && label.length <= tall / 6.2) return { size: 10, lines: [label], turned: true };
      return { size: 10, lines: [label.length > room + 4 ? label.slice(0, Math.max(2, room - 1)) + "\u2026" : label] };
    }
    self.label = caption;
    function enter(area, focus) {
      if (!far || dragged) return;
      zoom(Math.max(0.5, Math.min(1, canvas.clientWidth / (area.w + 40), canvas.clientHeight / (area.h + 40))));
      var sheet = svg.getAttribute("viewBox").split(" ");
      canvas.scrollLeft = (area.x - sheet[0] - 10) * scale; canvas.scrollTop = (area.y - sheet[1] - 10) * scale;
      var first = focus && areas.filter(a => a.name === area.name)[0].group.querySelector(".er-box:not(.off)"); if (first) first.focus({ preventScroll: true });
    }

    /** Zooms about a point of the window, which stays where it is; about the middle where none is named. */
    function zoom(to, x, y) {
      var room = place(canvas), was = place(svg), before = scale;
      if (x === undefined) { x = room.left + canvas.clientWidth / 2; y = room.top + canvas.clientHeight / 2; }
      scale = Math.min(3, Math.max(0.02, to));
      set(svg, "width", width * scale); set(svg, "height", height * scale);
      caption();
      var now = place(svg);
      canvas.scrollLeft += now.left + (x - was.left) * scale / before - x; canvas.scrollTop += now.top + (y - was.top) * scale / before - y; mini();
    }
    function fits() {
      var room = canvas.clientWidth - 32, tall = Math.max(canvas.clientHeight, innerHeight * 0.5) - 32;
      return room > 0 ? Math.min(1, room / width, tall / height) : 1;
    }
    function fit() { zoom(fits()); }
    self.fit = fit;

    function neighbours(name) {
      var near = { __proto__: null }; near[name] = 1;
      edges.forEach(edge => {
        if (edge.classList.contains("absent")) return;
        if (edge.dataset.from === name) near[edge.dataset.to] = 1;
        if (edge.dataset.to === name) near[edge.dataset.from] = 1;
      });
      return near;
    }
    /** What is looked at among its neighbours: what was chosen, or else what is pointed at. */
    function light(name) {
      var lit = line(), near = { __proto__: null };
      if (byName[chosen]) name = chosen;
      svg.classList.toggle("dim", !!(lit || name));
      svg.querySelectorAll(".join").forEach(text => text.classList.remove("join")); svg.querySelectorAll(".er-flow").forEach(old => old.remove());
      if (lit) near[lit.dataset.from] = near[lit.dataset.to] = 1; else if (name) near = neighbours(name); else return;
      svg.append(flow = document.createElementNS(NS, "g")); set(flow, "class", "er-flow");
      edges.forEach(edge => {
        var on = lit ? edge === lit : edge.dataset.from === name || edge.dataset.to === name;
        edge.classList.toggle("near", on);
        if (!on || / (off|absent)( |$)/.test(edge.getAttribute("class"))) return;
        var at = rows(edge); join(edge.ends[0], at[0]); join(edge.ends[1], at[1]);
        run("M" + drawing(edge).split("M")[1], edge.parentNode.getAttribute("transform"));
      });
      // what is in another area is a name in the box: while it is looked at, a line leads there
      chips.forEach(link => {
        var from = link[0], to = link[1];
        if (lit || from.off || to.off || (from.name !== name && to.name !== name)) return;
        var y = from.y + +link[2].getAttribute("y") - 4, right = to.x + to.w / 2 > from.x + from.w / 2, x = right ? from.x + from.w : from.x, end = right ? to.x : to.x + to.w, bend = (right ? 1 : -1) * Math.max(40, Math.abs(end - x) / 2);
        near[from.name] = near[to.name] = 1; join(from, y - from.y);
        run("M" + end + " " + (to.y + 14) + "C" + (end - bend) + " " + (to.y + 14) + " " + (x + bend) + " " + y + " " + x + " " + y, "", "er-far");
      });
      boxes.forEach(box => box.node.classList.toggle("near", near[box.name] === 1));
      flow.classList.toggle("many", flow.childElementCount > 60);
    }
    /** Dots that go along a line, from what refers to what is referred to. */
    function run(d, by, as) {
      [as, "er-dots"].forEach(kind => { if (kind) { var path = document.createElementNS(NS, "path"); set(path, "d", d); set(path, "transform", by || ""); set(path, "class", kind); flow.append(path); } });
    }
    /** The column of a box that a line comes to. */
    function join(box, y) {
      box.node.querySelectorAll(".er-col, .er-key").forEach(text => { if (Math.abs(text.getAttribute("y") - 4 - y) < 9) text.classList.add("join"); });
    }
    function drawing(edge) { return [...edge.querySelectorAll("path")].map(path => path.getAttribute("d")).join(""); }
    /** Where a line meets its tables, from their tops: the one that refers, and the other. */
    function rows(edge, home) {
      var parts = drawing(edge).split("M"), foot = parts[2].split(/(?=[a-z ])/), ends = edge.ends.map(box => home ? box.home[1] : box.y - box.group[1]);
      return [+foot[1] + (foot[2][0] === "v" ? 4 : 5) - ends[0], +parts[1].split(/[ HVC]/)[1] - ends[1]];
    }
    function key(edge) { return edge.dataset.from + "." + edge.textContent; }
    /** The line that was chosen, if it was one. */
    function line() { return chosen && !byName[chosen] && edges.filter(edge => key(edge) === chosen)[0]; }
    function mark() {
      boxes.forEach(box => { var is = box.name === chosen; box.node.classList.toggle("chosen", is); if (is) set(box.node, "aria-current", true); else box.node.removeAttribute("aria-current"); });
      light("");
    }
    self.mark = mark;
    function choose(what) { chosen = what; mark(); remember(); var edge = line(); said.textContent = edge ? words(edge) : what ? what + " and its neighbours stay lit" : ""; }
    function words(edge) { return edge.textContent + ": " + edge.dataset.from + " refers to " + edge.dataset.to; }
    /** Goes through the lines of a table. */
    function next(name, step) {
      var own = edges.filter(edge => !/ (off|absent)( |$)/.test(edge.getAttribute("class")) && (edge.dataset.from === name || edge.dataset.to === name)), at = own.indexOf(line());
      if (!own.length) { said.textContent = name + " has no lines"; return; }
      at = (at < 0 && step < 0 ? own.length - 1 : at + step + own.length) % own.length;
      choose(key(own[at])); said.textContent = "Line " + (at + 1) + " of " + own.length + ", " + said.textContent;
    }
    /** To the table at the other end of the line that was chosen. */
    function other(name) {
      var edge = line(); if (!edge) return;
      var box = byName[edge.dataset.from === name ? edge.dataset.to : edge.dataset.from];
      reveal(box); box.node.focus({ preventScroll: true });
    }
    /** The line at a place, or a hair's breadth beside it: for a moment lines are as wide as a fingertip. */
    function lineAt(x, y) {
      var found = null;
      svg.classList.add("pick");
      [2, 10].some(wide => { svg.style.setProperty("--wide", wide + "px"); var hit = document.elementFromPoint(x, y); found = hit && hit.closest(".er-edge"); return found; });
      svg.classList.remove("pick"); svg.style.removeProperty("--wide");
      return found;
    }

    /** How far tables were moved in this picture; every picture has its own. */
    function moved() { return moves[self.view] = moves[self.view] || { __proto__: null }; }
    /** Puts all tables to where they were moved, and what was not moved to where it was drawn. */
    function lay(by) {
      boxes.forEach(box => { if (box.moved || by[box.name]) put(box, by[box.name]); });
      edges.forEach(route); filter();
    }
    function put(box, by) {
      var at = [box.home[0] + (by ? by[0] : 0), box.home[1] + (by ? by[1] : 0)];
      box.moved = !!by; box.x = box.group[0] + at[0]; box.y = box.group[1] + at[1];
      set(box.node, "transform", "translate(" + at.join(" ") + ")");
      // above the others, with the focus that it had
      if (by && box.node.nextElementSibling) { var had = document.activeElement; box.node.parentNode.append(box.node); had.focus({ preventScroll: true }); }
    }
    /** A line follows its tables: out of a side, along a street, and into a side, with the foot that it had. */
    function route(edge) {
      var child = edge.ends[0], parent = edge.ends[1], away = child.moved || parent.moved;
      if (!away && !edge.drawn) return;
      var paths = edge.querySelectorAll("path");
      if (!away) { paths.forEach((path, i) => set(path, "d", edge.drawn[i])); edge.drawn = 0; return; }
      if (!edge.drawn) {
        edge.drawn = [...paths].map(path => path.getAttribute("d"));
        edge.bar = /v8$/.test(edge.drawn.join("")); edge.rows = rows(edge, 1);
      }
      var dx = parent.group[0], dy = parent.group[1], left = parent.x - dx, right = left + parent.w, start = child.x - dx, end = start + child.w;
      var y1 = parent.y - dy + edge.rows[1], y2 = child.y - dy + edge.rows[0], x1 = right, x2 = end, lane = parent.lane, street = Math.max(right, end) + 12 + lane; away = 1;
      if (start - right > 23) { x2 = start; street = right + Math.min(lane, start - right - 12); away = -1; }
      else if (left - end > 23) { x1 = left; street = left - Math.min(lane, left - end - 12); }
      else if (Math.abs(left - start) < Math.abs(right - end)) { x1 = left; x2 = start; street = Math.min(left, start) - 12 - lane; away = -1; }
      var d = ["M" + x1 + " " + y1 + "H" + street + "V" + y2 + "H" + x2, edge.bar ? "M" + (x2 + away * 7) + " " + (y2 - 4) + "v8" : "M" + x2 + " " + (y2 - 5) + "l" + away * 9 + " 5 " + -away * 9 + " 5"];
      if (paths.length === 1) d = [d.join("")];
      paths.forEach((path, i) => set(path, "d", d[i]));
    }
    /** Moves a table, while it is held. */
    function move(box, x, y) {
      var by = [Math.round(x), Math.round(y)];
      if (by[0] || by[1]) moved()[box.name] = by; else delete moved()[box.name];
      put(box, moved()[box.name]);
      edges.forEach(edge => { if (edge.ends.indexOf(box) >= 0) route(edge); });
    }
    function walk(box, way) {
      var by = moved()[box.name] || [0, 0];
      move(box, by[0] + way[0], by[1] + way[1]); drop(box); box.node.scrollIntoView({ block: "nearest", inline: "nearest" });
      by = moved()[box.name]; said.textContent = box.name + (by ? " moved by " + by[0] + ", " + by[1] : " is where it was drawn");
    }
    /** The sheet takes in what was moved, and nothing jumps. */
    function drop(box) {
      var was = place(box.node), now;
      filter(); now = place(box.node);
      canvas.scrollLeft += now.left - was.left; canvas.scrollTop += now.top - was.top; remember();
    }
    /** The picture as it was drawn, as text: all of it, and nothing moved. */
    self.drawn = () => { lay({ __proto__: null }); set(svg, "viewBox", svg.whole.join(" ")); var text = new XMLSerializer().serializeToString(svg); lay(moved()); return text; };

    /** Hides what is not wanted, and cuts the sheet to what is left, or widens it for what was moved. */
    function filter() {
      var near = only && byName[only] ? neighbours(only) : null, left = 1e9, top = 1e9, right = -1e9, bottom = -1e9, any = false, shifted = false;
      boxes.forEach(box => {
        box.off = !!hidden[box.name] || (near && !near[box.name]);
        any = any || box.off; box.node.classList.toggle("off", box.off);
        shifted = shifted || box.moved;
        if (!box.off) { left = Math.min(left, box.x); top = Math.min(top, box.y); right = Math.max(right, box.x + box.w); bottom = Math.max(bottom, box.y + box.h); }
      });
      edges.forEach(edge => {
        var a = byName[edge.dataset.from], b = byName[edge.dataset.to];
        edge.classList.toggle("off", !a || !b || a.off || b.off);
      });
      svg.classList.toggle("part", !!(any || shifted));
      var sheet = svg.whole;
      if ((any || shifted) && right > left) {
        left -= 40; top -= 40; right += 40; bottom += 40;
        if (!any) { left = Math.min(left, sheet[0]); top = Math.min(top, sheet[1]); right = Math.max(right, sheet[0] + sheet[2]); bottom = Math.max(bottom, sheet[1] + sheet[3]); }
        sheet = [left, top, right - left, bottom - top];
      }
      width = sheet[2]; height = sheet[3];
      set(svg, "viewBox", sheet.join(" "));
      set(svg, "width", width * scale); set(svg, "height", height * scale);
      if (also.of !== only) beside();
      reset.hidden = !any; back.hidden = !shifted; if (map) map.of = null;
      if (panel) panel.querySelectorAll("input[type=checkbox]").forEach(box => box.checked = byName[box.value] && !byName[box.value].off);
      mini();
    }
    /** What a table that is shown with its neighbours alone is joined to besides, in other areas above all: lines do not lead there. */
    function beside() {
      also.of = only; also.hidden = true;
      if (byName[only] && !self.at) load(root + "assets/relations-data.js", () => {
        var data = window.annalsRelations, at = data.findIndex(t => t[0] === only);
        if (at < 0) return;
        var others = data.filter((t, i) => i !== at && !(byName[t[0]] && !byName[t[0]].off) && (t[2].some(key => key[0] === at) || data[at][2].some(key => key[0] === i)));
        also.replaceChildren("Outside of this view " + only + " is joined to:"); also.hidden = !others.length;
        others.slice(0, 40).forEach((t, i) => {
          var link = el("a", { href: root + (t[1] || "tables/public." + t[0] + ".html") }, t[0]);
          if (byName[t[0]]) on(link, "click", e => { e.preventDefault(); isolate(t[0]); byName[t[0]].node.focus({ preventScroll: true }); });
          also.append(i ? ", " : " ", link);
        });
        if (others[40]) also.append(" and " + (others.length - 40) + " more");
      });
    }
    function isolate(name) { only = name; hidden = { __proto__: null }; filter(); fit(); remember(); }
    function hide(name) { hidden[name] = 1; if (name === chosen) choose(""); filter(); remember(); canvas.focus({ preventScroll: true }); }
    function all() { only = ""; hidden = { __proto__: null }; filter(); fit(); remember(); }

    /** What is shown, in the address, so that it can be shared. */
    function remember() {
      if (!whole) return;
      var parts = [];
      if (self.detail) parts.push("show=" + self.detail);
      if (only) parts.push("only=" + encodeURIComponent(only));
      if (chosen) parts.push("select=" + encodeURIComponent(chosen));
      var gone = Object.keys(hidden); if (gone.length) parts.push("hide=" + gone.map(encodeURIComponent).join(","));
      if (self.at) parts.push("at=" + encodeURIComponent(self.at));
      var by = moved(), away = Object.keys(by); if (away.length) parts.push("move=" + away.map(name => encodeURIComponent(name) + ":" + by[name].join(":")).join(","));
      try { history.replaceState(null, "", parts.length ? "#?" + parts.join("&") : location.pathname.replace(/.*\//, "")); } catch (e) { /* too often at once for some browsers */ }
    }
    self.remember = remember;
    self.wanted = {};
    if (whole && location.hash.indexOf("#?") === 0) location.hash.slice(2).split("&").forEach(part => { var p = part.split("="); self.wanted[p[0]] = p[1] || ""; });
    only = decode(self.wanted.only || ""); chosen = decode(self.wanted.select || "");
    (self.wanted.hide || "").split(",").map(decode).forEach(name => { if (name) hidden[name] = 1; });
    self.view = !self.wanted.at || large ? self.wanted.show || "" : "time";
    (self.wanted.move || "").split(",").forEach(part => { var p = part.split(":"), name = decode(p[0]); if (name && (+p[1] || +p[2])) moved()[name] = [+p[1] || 0, +p[2] || 0]; });
    self.view = "";

    // a small map of a large sheet
    function mini() {
      if (!svg) return;
      var large = boxes.length > 12 && (width * scale > canvas.clientWidth * 1.4 || height * scale > canvas.clientHeight * 1.6);
      if (!map && !large) return;
      if (!map) {
        map = document.createElementNS(NS, "svg"); set(map, "class", "minimap"); set(map, "aria-hidden", "true");
        on(map, "pointerdown", e => { map.setPointerCapture(e.pointerId); go(e); });
        on(map, "pointermove", e => { if (e.buttons) go(e); });
        stage.append(map);
      }
      map.classList.toggle("off", !large);
      if (!large) return;
      if (map.of !== svg || map.sheet !== svg.getAttribute("viewBox")) {
        map.of = svg; map.sheet = svg.getAttribute("viewBox"); set(map, "viewBox", map.sheet);
        var d = ""; boxes.forEach(box => { if (!box.off) d += "M" + box.x + " " + box.y + "h" + box.w + "v" + box.h + "h-" + box.w + "z"; });
        map.replaceChildren(); var path = document.createElementNS(NS, "path"); set(path, "d", d); frame = document.createElementNS(NS, "rect"); map.append(path, frame);
        set(map, "width", Math.min(180, 130 * width / height)); set(map, "height", Math.min(130, 180 * height / width));
      }
      var at = map.sheet.split(" ");
      set(frame, "x", +at[0] + canvas.scrollLeft / scale); set(frame, "y", +at[1] + canvas.scrollTop / scale);
      set(frame, "width", canvas.clientWidth / scale); set(frame, "height", canvas.clientHeight / scale);
    }
    function go(e) {
      var r = place(map);
      canvas.scrollLeft = (e.clientX - r.left) / r.width * width * scale - canvas.clientWidth / 2;
      canvas.scrollTop = (e.clientY - r.top) / r.height * height * scale - canvas.clientHeight / 2;
    }
    on(canvas, "scroll", mini, { passive: true });

    // a picture whose corner is empty begins at its first table
    function begin() {
      var sheet = svg.getAttribute("viewBox").split(" "), right = canvas.clientWidth / scale, bottom = Math.min(canvas.clientHeight, innerHeight / 2) / scale;
      function far(box) { return box.x - sheet[0] + box.y - sheet[1]; }
      if (boxes.some(box => box.x - sheet[0] + box.w <= right && box.y - sheet[1] + box.h / 2 <= bottom)) return;
      var first = boxes.slice().sort((a, b) => far(a) - far(b))[0];
      if (first) { canvas.scrollLeft = (first.x - sheet[0]) * scale - 16; canvas.scrollTop = (first.y - sheet[1]) * scale - 16; }
    }
    self.reveal = name => { var box = byName[name]; if (box) { if (scale < 0.5) zoom(0.75); reveal(box); box.node.focus({ preventScroll: true }); } return !!box; };
    function reveal(box) {
      var sheet = svg.getAttribute("viewBox").split(" ");
      canvas.scrollLeft = (box.x - sheet[0] + box.w / 2) * scale - canvas.clientWidth / 2;
      canvas.scrollTop = (box.y - sheet[1] + box.h / 2) * scale - canvas.clientHeight / 2;
    }
    function plain(text) { return text.toLowerCase().replace(/[\s_.\-]+/g, "_"); }

    // every table in words: find, go there, hide, isolate
    function openPanel() {
      if (!panel) {
        panel = el("div", { class: "panel", role: "region", "aria-label": "Tables of the diagram" });
        var label = el("label", {}, "Find a table or column "), input = el("input", { type: "search", autocomplete: "off" }), count = el("p", { class: "meta", role: "status" }), list = el("ul"), found = [], turn = 0;
        label.append(input); panel.append(label, count, list);
        boxes.slice().sort((a, b) => a.name < b.name ? -1 : 1).forEach(box => {
          var li = el("li"), check = el("input", { type: "checkbox", value: box.name, "aria-label": "Show " + box.name }), name = el("button", { type: "button", class: "plainly", title: "Show it" }), alone = el("button", { type: "button", "aria-label": "Only " + box.name + " and its neighbours" }, "only");
          check.checked = !box.off; box.name.split(/(?<=[_.])/).forEach((part, i) => name.append(i ? el("wbr") : "", part));
          on(check, "change", () => { if (check.checked) { delete hidden[box.name]; only = ""; } else hidden[box.name] = 1; filter(); remember(); });
          on(name, "click", () => self.reveal(box.name));
          on(alone, "click", () => isolate(box.name));
          li.append(check, name, alone); li.dataset.text = plain(box.name + " " + [...box.node.querySelectorAll(".er-col")].map(c => c.textContent).join(" ")); list.append(li);
        });
        on(input, "input", () => {
          var q = plain(input.value.trim()); found = []; turn = 0;
          [].forEach.call(list.children, li => li.hidden = q && li.dataset.text.indexOf(q) < 0);
          boxes.forEach(box => {
            var hit = q && !box.off && plain(box.name + " " + box.node.textContent).indexOf(q) >= 0;
            box.node.classList.toggle("found", !!hit); if (hit) found.push(box);
          });
          count.textContent = q ? found.length + " found" : "";
          if (found.length) { if (far) zoom(0.75); reveal(found[0]); }
        });
        on(input, "keydown", e => {
          if (e.key === "Enter" && found.length) { e.preventDefault(); var box = found[turn++ % found.length]; reveal(box); choose(box.name); }
          if (e.key === "Escape") { e.stopPropagation(); closePanel(); }
        });
        figure.querySelector(".stage").append(panel);
      }
      panel.hidden = false; set(tables, "aria-expanded", "true"); panel.querySelector("input").focus(); mini();
    }
    function closePanel() { panel.hidden = true; set(tables, "aria-expanded", "false"); tables.focus(); boxes.forEach(b => b.node.classList.remove("found")); }

    var stage = el("div", { class: "stage" }); canvas.replaceWith(stage); stage.append(canvas);
    var tables = button("Tables", "Find, hide and isolate tables", () => { if (panel && !panel.hidden) closePanel(); else openPanel(); }), reset = button("Show all", "Show all tables again", all), back = button("Put back", "Put tables back to where they were drawn", () => { moves[self.view] = { __proto__: null }; lay({ __proto__: null }); remember(); });
    set(tables, "aria-expanded", "false"); reset.hidden = true;
    // on a telephone, where fingers do it, what changes the size is in the menu: there is room for one line
    var phone = innerWidth < 480, more = el("details", { class: "menu-box" }), items = el("div"), sizes = phone ? items : tools; more.append(el("summary", {}, phone ? "More" : "Export"), items);
    sizes.append(button("+", "Larger", () => zoom(scale * 1.25)), button("\u2212", "Smaller", () => { zoom(scale / 1.25); }), button("Fit", "Fit to the window", fit), button("1:1", "True size", () => zoom(1)));
    tools.append(reset, back);
    if (figure.querySelectorAll(".as-list li").length > 8 || whole) tools.append(tables);
    ["SVG", "PNG", "Mermaid", "DBML"].forEach(kind => {
      items.append(button(kind, "Save as " + kind, () => { load(root + "assets/diagram-export.js", () => window.annalsExport(self, kind)); }));
    });
    on(items, "click", () => more.open = false); tools.append(more);
    if (figure.requestFullscreen) {
      sizes.append(button("Full screen", "Fill the screen, or leave it", () => { if (document.fullscreenElement) document.exitFullscreen(); else figure.requestFullscreen(); }));
      on(figure, "fullscreenchange", () => { if (document.fullscreenElement) overview(); mini(); });
    }
    var said = el("p", { class: "unseen", role: "status" }), also = el("p", { class: "also", role: "status", hidden: "" });
    figure.prepend(tools, said, also);

    canvas.classList.add("grab");
    // the mouse takes a table along, or the sheet; a finger takes a table that it has been on for a moment
    var from = null, held = null, dragged = false, finger = 0, press;
    function release() {
      if (from && held && dragged) drop(held);
      if (finger > 1) light("");
      clearTimeout(press); from = null; finger = 0; canvas.classList.remove("grabbing");
    }
    on(canvas, "pointerdown", e => {
      release(); dragged = false;
      if (e.button || !svg) return;
      held = far ? null : boxes.filter(box => box.node.contains(e.target))[0];
      if (e.pointerType !== "mouse") {
        if (!held || !e.isPrimary) return;
        finger = 1; press = setTimeout(() => { finger = 2; light(held.name); }, 400);
      }
      from = [e.clientX, e.clientY, canvas.scrollLeft, canvas.scrollTop].concat(held && moved()[held.name] || [0, 0]);
    });
    on(canvas, "contextmenu", e => { if (finger > 1) e.preventDefault(); });
    addEventListener("pointermove", e => {
      if (!from) return;
      var x = e.clientX - from[0], y = e.clientY - from[1];
      if (finger === 1) { if (Math.abs(x) + Math.abs(y) > 9) release(); return; }
      if (Math.abs(x) + Math.abs(y) > 4) { dragged = true; canvas.classList.add("grabbing"); }
      if (!held) { canvas.scrollLeft = from[2] - x; canvas.scrollTop = from[3] - y; return; }
      if (!dragged) return;
      // the sheet comes along where a table is held to its edge
      var room = place(canvas);
      canvas.scrollLeft += e.clientX < room.left + 30 ? -12 : e.clientX > room.right - 30 ? 12 : 0;
      canvas.scrollTop += e.clientY < room.top + 30 ? -12 : e.clientY > room.bottom - 30 ? 12 : 0;
      move(held, from[4] + (x + canvas.scrollLeft - from[2]) / scale, from[5] + (y + canvas.scrollTop - from[3]) / scale);
    });
    ["pointerup", "pointercancel"].forEach(kind => addEventListener(kind, release));
    on(canvas, "dragstart", e => e.preventDefault());
    // a click on a table's name opens it; beside the name, or on a line, it chooses, and the second one opens
    on(canvas, "click", e => {
      if (dragged) { e.preventDefault(); e.stopPropagation(); dragged = false; return; }
      if (!svg || !e.detail || far || e.ctrlKey || e.metaKey || e.shiftKey) return;
      var box = e.target.closest(".er-box"), edge = box ? null : lineAt(e.clientX, e.clientY), what = box ? box.dataset.table : edge ? key(edge) : "";
      if (box && (what === chosen || e.target.closest("a .er-name"))) return;
      if (box) e.preventDefault();
      if (what !== chosen) choose(what);
    }, true);
    on(canvas, "keydown", e => {
      var box = e.target.closest && e.target.closest(".er-box"), way = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] }[e.key];
      if (e.altKey && way && box) { walk(byName[box.dataset.table], way); e.preventDefault(); }
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.key === "+" || e.key === "=") zoom(scale * 1.25);
      else if (e.key === "-") zoom(scale / 1.25);
      else if (e.key === "0") fit();
      else if (e.key === "i" && box) isolate(box.dataset.table);
      else if (e.key === "x" && box) hide(box.dataset.table);
      else if (/^l$/i.test(e.key) && box) next(box.dataset.table, e.key === "l" ? 1 : -1);
      else if (e.key === "o" && box) other(box.dataset.table);
      else if (e.key === "s" && box) choose(box.dataset.table === chosen ? "" : box.dataset.table);
      else if (e.key === "Escape" && !chosen && (only || Object.keys(hidden).length)) all();
      else return;
      e.preventDefault();
    });
    on(figure, "keydown", e => { if (e.key === "Escape" && chosen) choose(""); });
    on(canvas, "wheel", e => {
      if (!e.ctrlKey && !e.metaKey) return;
      e.preventDefault(); zoom(scale * (e.deltaY < 0 ? 1.1 : 0.9), e.clientX, e.clientY);
    }, { passive: false });
    // one finger scrolls as it does everywhere, and takes the page along at the end of the sheet; two zoom and shift
    var pinch = null;
    function fingers(t) { return { x: (t[0].clientX + t[1].clientX) / 2, y: (t[0].clientY + t[1].clientY) / 2, apart: Math.hypot(t[0].clientX - t[1].clientX, t[0].clientY - t[1].clientY) || 1 }; }
    ["touchstart", "touchend", "touchcancel"].forEach(kind => {
      on(canvas, kind, e => pinch = e.touches.length === 2 ? fingers(e.touches) : null, { passive: true });
    });
    on(canvas, "touchmove", e => {
      if (finger > 1) e.preventDefault();
      if (!pinch || e.touches.length !== 2) return;
      var now = fingers(e.touches); e.preventDefault();
      canvas.scrollLeft -= now.x - pinch.x; canvas.scrollTop -= now.y - pinch.y;
      zoom(scale * now.apart / pinch.apart, now.x, now.y); pinch = now;
    }, { passive: false });

    if (whole && !large) {
      var label = el("label", { class: "pick" }, "Show "), pick = el("select");
      [["", "as drawn"], ["names", "names"], ["keys", "keys"], ["all", "all columns"], ["areas", "areas"]].forEach(o => { pick.append(el("option", { value: o[0] }, o[1])); });
      var drawn = new XMLSerializer().serializeToString(canvas.querySelector("svg"));
      self.pick = detail => {
        if (!/^(|names|keys|all|areas)$/.test(detail)) return;
        self.detail = self.view = detail; pick.value = detail;
        if (!detail) self.show(drawn); else load(root + "pictures/all-" + detail + ".js", self.show);
        remember();
      };
      on(pick, "change", () => { if (self.untime) self.untime(); self.pick(pick.value); });
      label.append(pick); tools.prepend(label);
    }
    // a large picture is in the page as text; a map needs no more of it than frames and names
    var asleep = canvas.querySelector("noscript");
    if (asleep) {
      asleep = asleep.textContent; if (location.hash) { canvas.innerHTML = asleep; asleep = ""; }
      else canvas.innerHTML = asleep.replace("=er", "='er far'").replace(/<g data-ends.*?<\/g>|<path class=er-dot.*?>|<rect width=\d+ \/>|<text (?!class=er-(area-)?name).*?<\/text>/gs, "").replace(/><rect ([^>]*)><text class=er-name>(.*?)<\/text>/g, (all, size, name) => ' data-table="' + name.replace(/"/g, "&quot;") + '"><rect ' + size + ">");
      on(tools, "click", draw, true);
    }
    if (canvas.querySelector("svg")) self.show(); else load(figure.dataset.src, self.show);
    if (whole) {
      if (self.wanted.show) self.pick(self.wanted.show);
      var time = button("Time", "Turn back to earlier releases", () => { load(root + "assets/diagram-time.js", () => window.annalsTime(self, time)); });
      if (+figure.dataset.releases > 1) { tools.prepend(time); if (self.wanted.at) time.click(); }
    }
    figure.diagram = self;
  }

  var figures = document.querySelectorAll("[data-diagram]");
  var watch = window.IntersectionObserver && new IntersectionObserver(seen => {
    seen.forEach(s => { if (s.isIntersecting) { watch.unobserve(s.target); new Diagram(s.target); } });
  }, { rootMargin: "400px" });
  // what is two steps away, once somebody asks
  document.querySelectorAll("[data-near]").forEach(place => {
    var fold = place.closest("details"), done = false;
    function open() {
      if (done || !fold.open) return;
      done = true;
      load(root + "assets/relations-data.js", () => { load(root + "assets/diagram-near.js", () => { var figure = window.annalsNear(place, root); if (figure) new Diagram(figure); }); });
    }
    on(fold, "toggle", open); open();
  });
  figures.forEach(figure => {
    if (figure.dataset.src && watch) watch.observe(figure); else if (figure.dataset.src || figure.querySelector("svg,noscript")) new Diagram(figure);
  });
})();
