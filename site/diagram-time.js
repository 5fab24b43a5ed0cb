// The diagram at any release: one layout of all that ever was, on which things come, change and go. Loaded when it is asked for.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root, el = window.annals.el, at = window.annals.at, signs = window.annals.signs;
  function last(states) { for (var i = states.length - 1; i >= 0; i--) if (states[i].length > 1) return states[i]; return []; }
  function tell(things, release) {
    var now = null, was = null;
    things.forEach(states => { now = now || at(states, release); was = was || (release > 0 ? at(states, release - 1) : null); });
    return { now: now, was: was, state: !now ? (was ? "removed" : "absent") : !was ? "added" : was === now ? "" : "changed" };
  }
  function full(text) { var title = text.querySelector("title"); return title ? title.textContent : text.textContent; }
  function mark(node, state) {
    ["added", "changed", "removed"].forEach(s => node.classList.toggle("er-" + s, s === state));
    node.classList.toggle("absent", state === "absent");
  }
  function sign(state) { return signs[state] ? signs[state] + " " : ""; }

  window.annalsTime = (diagram, opener) => {
    var figure = diagram.figure, old = figure.querySelector(".time");
    if (old) return diagram.untime();
    var large = "large" in figure.dataset;
    diagram.load(root + "assets/history-data.js", () => {
      // a large picture is of today: what is gone since stands below it, always at the same place
      if (large) build(); else diagram.load(root + "pictures/all-time.js", svg => { diagram.detail = ""; diagram.view = "time"; diagram.show(svg); build(); });
    });
    function build() {
      var data = window.annalsHistory, touched = { __proto__: null }, count = data.releases.length, byName = { __proto__: null }, drawn = -1, before = large && diagram.drawn().replace(/ style="[^"]*"/g, "");
      function touch(states) { states.forEach(s => { touched[s[0]] = 1; }); }
      data.relations.forEach(r => {
        if (!/table/.test(r[0])) return;
        var name = last(r[2])[1], t = byName[name] = byName[name] || { states: [], columns: { __proto__: null }, keys: { __proto__: null } };
        t.states.push(r[2]); touch(r[2]);
        r[3].forEach(part => {
          touch(part[1]);
          var box = part[0] === "c" ? t.columns : t.keys, n = last(part[1])[1];
          (box[n] = box[n] || []).push(part[1]);
        });
      });
      // what never changed need not be looked at again
      Object.keys(byName).forEach(name => {
        var t = byName[name]; function once(sort) { return Object.keys(sort).every(n => sort[n].length === 1 && sort[n][0].length === 1 && sort[n][0][0][0] === 0); }
        t.dull = t.states.length === 1 && t.states[0].length === 1 && t.states[0][0][0] === 0 && once(t.columns) && once(t.keys);
      });
      if (large) bury();
      function bury() {
        var here = { __proto__: null }, gone, svg = diagram.svg, size = svg.whole, x = 0, y = 0;
        diagram.boxes.forEach(box => here[box.name] = 1);
        gone = Object.keys(byName).filter(name => !here[name]).sort();
        if (!gone.length) return;
        function part(name, attributes, text) { var node = document.createElementNS(svg.namespaceURI, name); for (var key in attributes) node.setAttribute(key, attributes[key]); if (text) node.textContent = text; return node; }
        var tray = part("g", { transform: "translate(12 " + (size[3] + 40) + ")" });
        var area = part("rect", { class: "er-area", x: -10, y: -30, rx: 8 }), across = Math.max(4, Math.ceil(Math.sqrt(gone.length / 3)));
        tray.append(area, part("text", { class: "er-area-name", x: 2, y: -11 }, "gone since"));
        gone.forEach((name, i) => {
          x = i % across * 320; y = Math.floor(i / across) * 44;
          var box = part("g", { class: "er-box", "data-table": name, tabindex: 0, role: "img", "aria-label": name, transform: "translate(" + x + " " + y + ")" });
          box.append(part("rect", { width: 300, height: 28, rx: 5 }), part("text", { class: "er-name", x: 10, y: 18 }, name)); tray.append(box);
        });
        area.setAttribute("width", across * 320); area.setAttribute("height", y + 70);
        svg.append(tray); svg.setAttribute("viewBox", [size[0], size[1], Math.max(size[2], across * 320 + 24), size[3] + y + 100].join(" "));
        diagram.show();
      }
      var player = window.annals.player(count, show, touched), words = el("details", { class: "words" }), list = el("ul");
      words.append(el("summary", {}, "What happened, as a list"), list);
      function show(release) {
        var r = data.releases[release], counts = { added: 0, changed: 0, removed: 0 }, lines = [];
        var states = { __proto__: null };
        Object.keys(byName).sort().forEach(name => {
          var t = byName[name], own = tell(t.states, release), parts = [];
          if (own.state === "" || own.state === "changed") [t.columns, t.keys].forEach(sort => {
            Object.keys(sort).forEach(n => { var p = tell(sort[n], release); if (p.state && p.state !== "absent") parts.push(sign(p.state) + n); });
          });
          if (own.state === "" && parts.length) own.state = "changed";
          states[name] = own;
          if (own.state in counts) { counts[own.state]++; lines.push([own.state, (own.now || own.was)[1], parts, name]); }
        });
        list.replaceChildren();
        lines.slice(0, 500).forEach(l => {
          var li = el("li", { class: l[0] }), name = el("button", { type: "button", class: "plainly", title: "Show it" }, l[1]);
          name.addEventListener("click", () => { player.stop(); diagram.reveal(l[3]); });
          li.append(sign(l[0]), name, " (" + l[0] + ")" + (l[2].length ? ": " + l[2].join(", ") : "")); list.append(li);
        });
        if (lines.length > 500) list.append(el("li", {}, lines.length - 500 + " more, in the release notes"));
        draw(release, states);
        diagram.areas.forEach(area => {
          var sum = { added: 0, changed: 0, removed: 0 };
          area.group.querySelectorAll(".er-box").forEach(node => { var own = states[node.dataset.table]; if (own && own.state in sum) sum[own.state]++; });
          area.note = release ? Object.keys(sum).filter(s => sum[s]).map(s => signs[s] + sum[s]).join(" ") : "";
        });
        diagram.label();
        diagram.at = r[0]; diagram.remember();
        return [r, "schema " + r[2] + ", " + (release ? "tables: " + window.annals.tally(counts) : counts.added + " tables") + ". "];
      }
      function draw(release, states) {
        diagram.boxes.forEach(box => {
          var t = byName[box.name], own = states[box.name]; if (!t || t.dull && release && drawn) return;
          mark(box.node, own.state);
          var title = box.node.querySelector(".er-name"), named = own.now || own.was;
          if (!("drop" in title.dataset)) { var dot = box.name.indexOf(".") + 1; title.dataset.drop = dot && box.name.indexOf(title.firstChild.data.replace(/^[+~\u2212] |\u2026$/g, ""), dot) === dot ? box.name.slice(0, dot) : ""; }
          if (named) title.textContent = sign(own.state) + named[1].slice(named[1].indexOf(title.dataset.drop) ? 0 : title.dataset.drop.length);
          var y = "", state = "";
          box.node.querySelectorAll(".er-key, .er-col, .er-type, .er-chip").forEach(text => {
            if (text.getAttribute("y") !== y) {
              y = text.getAttribute("y"); state = "";
              var row = box.node.querySelector('.er-col[y="' + y + '"]'), name = row && (row.dataset.name || (row.dataset.name = full(row)));
              if (name && t.columns[name]) {
                var p = tell(t.columns[name], release); state = p.state; var as = p.now || p.was;
                row.textContent = sign(own.state === "added" ? "" : state) + (as ? as[1] : name);
              }
            }
            mark(text, own.state === "added" && state === "added" ? "" : state);
          });
        });
        diagram.edges.forEach(edge => {
          var t = byName[edge.dataset.from], title = edge.querySelector("title").textContent, key = t && t.keys[title];
          if (key) mark(edge, tell(key, release).state);
        });
        diagram.svg.classList.add("timed"); diagram.mark(); drawn = release;
      }
      player.bar.append(words); figure.querySelector(".stage").before(player.bar); if (!large && diagram.svg.classList.contains("far")) diagram.fit();
      opener.setAttribute("aria-pressed", "true");
      diagram.untime = () => { player.stop(); player.bar.remove(); opener.setAttribute("aria-pressed", "false"); diagram.at = ""; diagram.untime = null; if (large) diagram.show(before); else diagram.pick(""); diagram.remember(); };
      var wanted = window.annals.decode(diagram.wanted.at || ""), start = count - 1;
      data.releases.forEach((r, i) => { if (r[0] === wanted) start = i; });
      player.go(start);
    }
  };
})();
