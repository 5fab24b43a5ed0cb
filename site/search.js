// Search: the index is a script that is loaded at the first use, so it works from file://, too.
(function () {
  "use strict";
  var root = document.documentElement.dataset.root, button = document.querySelector(".search-open"), dialog, input, list, none, entries, chosen = 0, hits = [];
  button.hidden = false;
  function el(name, attributes, text) {
    var node = document.createElement(name);
    for (var key in attributes || {}) node.setAttribute(key, attributes[key]);
    if (text !== undefined) node.textContent = text;
    return node;
  }
  function plain(text) { return text.toLowerCase().replace(/[\s_.\-]+/g, " ").trim(); }
  var weight = { table: 0, view: 1, "materialized view": 1, "enum": 2, routine: 2, column: 3, value: 4, release: 4, migration: 5, rule: 7 };
  function build() {
    entries = [];
    window.annalsIndex.forEach(function (e) {
      entries.push({ kind: e[0], name: e[1], text: plain(e[1]), path: e[2], note: e[3], more: plain(e[3]) });
      (e[4] || []).forEach(function (part) {
        var kind = e[0] === "enum" ? "value" : "column";
        entries.push({ kind: kind, name: e[1] + "." + part[0], text: plain(part[0]), path: e[2] + "#" + (part[1] || "col-" + part[0]), note: part[2] || "", more: plain(e[1] + " " + (part[2] || "")) });
      });
    });
  }
  function load(then) {
    if (entries) return then();
    var script = el("script", { src: root + "assets/search-data.js" });
    script.onload = function () { build(); then(); };
    script.onerror = function () { none.textContent = "The search index could not be loaded."; none.hidden = false; };
    document.head.append(script);
  }
  // one swap, slip, gap or surplus letter
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    var i = 0; while (i < a.length && i < b.length && a[i] === b[i]) i++;
    var x = a.slice(i), y = b.slice(i);
    return x === y || x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }
  function score(entry, q, words) {
    var text = entry.text, s = -1;
    if (text === q) s = 0;
    else if (text.startsWith(q)) s = 10;
    else if ((" " + text).indexOf(" " + q) >= 0) s = 20;
    else if (text.indexOf(q) >= 0 || text.replace(/ /g, "").indexOf(q.replace(/ /g, "")) >= 0) s = 30;
    else if (words.length > 1 && words.every(function (w) { return text.indexOf(w) >= 0 || entry.more.indexOf(w) >= 0; })) s = 40;
    else if (q.length > 2 && entry.more.indexOf(q) >= 0) s = 60;
    return s < 0 ? s : s + (weight[entry.kind] || 3) + Math.min(text.length, 40) / 100;
  }
  function find(query) {
    var q = plain(query), words = q.split(" "), found = [];
    if (!q) return [];
    entries.forEach(function (e) { var s = score(e, q, words); if (s >= 0) found.push([s, e]); });
    if (!found.length && q.length > 3) entries.forEach(function (e) {
      if (near(e.text, q) || e.text.split(" ").some(function (w) { return w.length > 3 && near(w, q); }) || (words.length > 1 && words.every(function (w) { return e.text.split(" ").some(function (t) { return t === w || near(t, w); }); }))) found.push([80 + (weight[e.kind] || 3), e]);
    });
    found.sort(function (a, b) { return a[0] - b[0] || (a[1].name < b[1].name ? -1 : 1); });
    return found.slice(0, 40).map(function (f) { return f[1]; });
  }
  function show() {
    hits = find(input.value); chosen = 0; list.textContent = "";
    hits.forEach(function (hit, i) {
      var a = el("a", { role: "option", id: "hit-" + i, "aria-selected": i === 0, href: root + hit.path, tabindex: "-1" });
      a.append(el("span", { "class": "hit-kind" }, hit.kind), el("code", {}, hit.name));
      if (hit.note) a.append(el("span", { "class": "hit-note" }, hit.note));
      list.append(a);
    });
    none.hidden = !!hits.length || !input.value; none.textContent = "Nothing of that name. Try a part of it.";
    input.setAttribute("aria-activedescendant", hits.length ? "hit-0" : "");
  }
  function choose(step) {
    if (!hits.length) return;
    list.children[chosen].setAttribute("aria-selected", "false");
    chosen = (chosen + step + hits.length) % hits.length;
    list.children[chosen].setAttribute("aria-selected", "true");
    list.children[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", "hit-" + chosen);
  }
  function open() {
    if (!dialog) {
      dialog = el("dialog", { "aria-label": "Search" });
      var box = el("div", { "class": "search-box" });
      input = el("input", { type: "search", placeholder: "Tables, columns, migrations, releases, rules …", "aria-label": "Search", role: "combobox", "aria-expanded": "true", "aria-controls": "hits", autocomplete: "off" });
      list = el("div", { "class": "hits", id: "hits", role: "listbox", "aria-label": "Results" }); none = el("p", { "class": "search-none", role: "status" }); none.hidden = true;
      box.append(input); dialog.append(box, list, none, el("p", { "class": "search-help" }, "↑ ↓ to choose, Enter to go, Esc to close"));
      document.body.append(dialog);
      input.addEventListener("input", function () { load(show); });
      input.addEventListener("keydown", function (event) {
        if (event.key === "ArrowDown") { choose(1); event.preventDefault(); }
        if (event.key === "ArrowUp") { choose(-1); event.preventDefault(); }
        if (event.key === "Enter" && hits[chosen]) {
          var to = root + hits[chosen].path;
          if (event.ctrlKey || event.metaKey) window.open(to); else { dialog.close(); location.href = to; }
        }
      });
      dialog.addEventListener("click", function (event) { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
    }
    dialog.showModal(); input.select(); load(show);
  }
  button.addEventListener("click", open);
  addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) { event.preventDefault(); open(); }
  });
  var query = new URLSearchParams(location.search).get("q");
  if (query) { open(); input.value = query; load(show); }
})();
