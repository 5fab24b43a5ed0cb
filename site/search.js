// Search: names first, then texts, each a script that is loaded at the first use, so it works from file://, too.
(function () {
  "use strict";
  var el = window.annals.el, script = window.annals.script;
  var root = document.documentElement.dataset.root, button = document.querySelector(".search-open"), dialog, input, list, none, near, index, parts, texts = [], chosen = 0, hits = [];
  function plain(text) { return text.toLowerCase().replace(/[\s_.\-]+/g, " ").trim(); }
  var weight = { table: 0, view: 1, "materialized view": 1, "enum": 2, routine: 2, release: 3, column: 4, value: 3, migration: 6, rule: 8 };

  function build() {
    var raw = window.annalsIndex;
    index = { kinds: raw.kinds, words: raw.words.map((w, n) => { var name = w.pop ? w[0] : w; return { n: n, name: name, text: plain(name), anchor: w.pop ? w[1] : name, at: [] }; }), things: [] };
    raw.things.forEach((t, i) => {
      var thing = { kind: raw.kinds[t[0]], name: t[1], text: plain(t[1]), path: t[2] || raw.kinds[t[0]] + "s/" + (t[1].indexOf(".") < 0 ? "public." : "") + t[1] + ".html", weight: t[3], words: t[4] || [], note: "" };
      index.things.push(thing);
      thing.words.forEach(w => index.words[w].at.push(i));
    });
  }
  var waiting = [];
  function load(then) {
    if (index) return then();
    waiting.push(then);
    if (waiting.length > 1) return;
    script(root + "assets/search-data.js", () => { build(); waiting.forEach(w => w()); more(0); }, () => { none.textContent = "The search index could not be loaded."; none.hidden = false; waiting = []; });
  }
  /** Names of constraints, indexes, triggers and policies come next, most of them around their table's. */
  window.annalsParts = data => {
    data.parts.forEach(row => {
      var thing = index.things[row[0]], own = thing.name.slice(thing.name.lastIndexOf(".") + 1), kind;
      row.slice(1).forEach(n => {
        if (n < 0) return void (kind = data.kinds[-1 - n]);
        var w = data.names[n], name = w.pop ? w[0] + (w[1] === 0 ? "" : own + w[1]) : w;
        parts.push([thing, { kind: kind[0], name: name, text: plain(name), anchor: kind[1] + (w.pop && w[2] || name) }]);
      });
    });
    if (input.value) show();
  };
  /** The texts, piece by piece, while somebody is typing. */
  function more(piece) {
    if (piece >= window.annalsIndex.pieces) return;
    script(root + "assets/search-text-" + piece + "-data.js", () => { if (input && input.value) show(); more(piece + 1); });
  }
  var told;
  /** Hands on what is written on columns, piece by piece: the page, the column, the text. */
  window.annals.notes = then => { told = then; load(() => {}); };
  window.annalsTexts = lines => {
    if (told) told(lines.filter(l => l[1] >= 0).map(l => [index.things[l[0]].path, index.words[l[1]].name, l[2]]));
    lines.forEach(l => {
      var thing = index.things[l[0]];
      texts.push({ thing: thing, word: l[1], text: l[2], plain: input && plain(l[2]) });
      if (l[1] < 0 && !thing.note) thing.note = l[2]; else if (l[1] >= 0) (thing.notes = thing.notes || {})[l[1]] = l[2];
    });
  };

  function score(text, q, tight) {
    if (text === q) return 0;
    var at = text.indexOf(q);
    if (at === 0) return 10;
    if (at > 0) return (text + " ").indexOf(" " + q + " ") >= 0 ? 14 : text.indexOf(" " + q) >= 0 ? 20 : 30;
    return tight.length > 3 && text.replace(/ /g, "").indexOf(tight) >= 0 ? 32 : -1;
  }
  function within(text, words) { for (var i = 0; i < words.length; i++) if (text.indexOf(words[i]) < 0) return false; return true; }

  function look(q, only) {
    var found = [], tight = q.replace(/ /g, ""), words = q.split(" "), things = index.things;
    function wanted(kind) { return !only || kind.indexOf(only) === 0; }
    function put(s, kind, thing, word) {
      found.push([s + (weight[kind] === undefined ? 3 : weight[kind]) - thing.weight * (word ? 0.3 : 0.9) + Math.min((word ? word.text : thing.text).length, 40) / 100, thing, word]);
    }
    things.forEach(t => {
      var s = score(t.text, q, tight);
      if (s < 0 && words.length > 1 && within(t.text, words)) s = 36;
      if (s >= 0 && wanted(t.kind)) put(s, t.kind, t, null);
    });
    index.words.forEach(w => {
      var s = score(w.text, q, tight);
      if (s < 0 && words.length > 1 && within(w.text, words)) s = 36;
      if (s < 0) return;
      w.at.sort((a, b) => things[b].weight - things[a].weight);
      for (var i = 0, shown = 0; i < w.at.length && shown < (s ? 4 : 12); i++) {
        var t = things[w.at[i]], kind = t.kind === "enum" ? "value" : "column";
        if (wanted(kind)) { put(s, kind, t, w); shown++; }
      }
    });
    // whole names of parts, and a few of the rest
    for (var i = 0, few = 0; q.length > 2 && i < (parts || []).length; i++) {
      var w = parts[i][1], s = score(w.text, q, "");
      if (s < 0 && words.length > 1 && within(w.text, words)) s = 36;
      if (s >= 0 && wanted(w.kind) && (!s || few++ < 40)) put(s && s + 25, w.kind, parts[i][0], w);
    }
    // the beginning names a table, the end one of its columns
    for (var cut = 1; cut < words.length; cut++) {
      var left = words.slice(0, cut).join(" "), right = words.slice(cut).join(" ");
      things.forEach(t => {
        if (!t.words.length || t.text.indexOf(left) < 0) return;
        t.words.forEach(n => {
          var w = index.words[n], s = score(w.text, right, "");
          if (s >= 0 && wanted(t.kind === "enum" ? "value" : "column")) put(5 + s + score(t.text, left, ""), "column", t, w);
        });
      });
    }
    return found;
  }
  /** Edits from one to the other, swaps included; 9 for more than two. */
  function far(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 9;
    var before, last = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) row[j] = j;
    for (i = 1; i <= a.length; i++) {
      before = last; last = row; row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > 2) return 9;
    }
    return row[b.length];
  }
  /** The words of the query as the schema spells them. */
  function mend(q) {
    var tokens = index.tokens = index.tokens || [...new Set(index.things.concat(index.words).flatMap(t => t.text.split(" ")))].filter(t => t.length > 2);
    var mended = q.split(" ").map(word => {
      if (word.length < 4) return word;
      var best = word, least = word.length > 7 ? 3 : 2;
      for (var i = 0; i < tokens.length; i++) {
        if (tokens[i].indexOf(word) >= 0) return word;
        var d = far(word, tokens[i]);
        if (d < least) { least = d; best = tokens[i]; }
      }
      return best;
    }).join(" ");
    return mended === q ? "" : mended;
  }
  function read(q) {
    var words = q.split(" "), found = [];
    for (var i = 0; i < texts.length && found.length < 200; i++) {
      var t = texts[i], at = (t.plain = t.plain || plain(t.text)).indexOf(q);
      if (at >= 0 || (words.length > 1 && within(t.plain, words))) {
        var w = t.word < 0 ? null : index.words[t.word];
        found.push([(at >= 0 ? 50 : 60) + (weight[t.thing.kind] || 3) - t.thing.weight / 2, t.thing, w, excerpt(t.text, words[0])]);
      }
    }
    return found;
  }
  function excerpt(text, word) { var at = text.toLowerCase().indexOf(word); return at > 60 ? "… " + text.slice(at - 40, at + 100) : text.slice(0, 140); }

  function find(query) {
    var kind = /^([a-z]+):\s*/i.exec(query), only = kind ? kind[1].toLowerCase() : "", q = plain(kind ? query.slice(kind[0].length) : query);
    if (only === "col") only = "column";
    if (!q) return [];
    var found = look(q, only);
    if (q.length > 2 && !only) found = found.concat(read(q));
    near = "";
    if (!found.length) { near = mend(q); if (near) found = look(near, only); }
    found.sort((a, b) => a[0] - b[0] || (a[1].name < b[1].name ? -1 : a[1].name > b[1].name ? 1 : 0));
    var seen = {}, out = [];
    found.every(f => {
      var t = f[1], w = f[2], value = t.kind === "enum", sort = w ? w.kind || (value ? "value" : "column") : t.kind, key = t.path + "#" + (w ? (w.kind || "") + w.name : "");
      if (!seen[key]) {
        seen[key] = 1;
        out.push({ kind: sort, name: w ? w.kind ? w.name : t.name + "." + w.name : t.name, path: t.path + (w ? "#" + (w.kind ? "" : value ? "val-" : "col-") + w.anchor : ""), note: f[3] || (w ? w.kind ? t.kind + " " + t.name : (t.notes || {})[w.n] : t.note) || "" });
      }
      return out.length < 40;
    });
    return out;
  }
  function show() {
    hits = find(input.value); chosen = 0; list.textContent = "";
    hits.forEach((hit, i) => {
      var a = el("a", { role: "option", id: "hit-" + i, "aria-selected": i === 0, href: root + hit.path, tabindex: "-1" });
      a.append(el("span", { class: "hit-kind" }, hit.kind), el("code", {}, hit.name));
      if (hit.note) a.append(el("span", { class: "hit-note", dir: "auto" }, hit.note.slice(0, 160)));
      list.append(a);
    });
    none.hidden = (!!hits.length && !near) || !input.value;
    none.textContent = hits.length ? "Nothing is called that. Near it: " + near : "Nothing of that name. Try a part of it.";
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
      var box = el("div", { class: "search-box" });
      input = el("input", { type: "search", placeholder: "Tables, columns, constraints, values, words, migrations, rules …", "aria-label": "Search", role: "combobox", "aria-expanded": "true", "aria-controls": "hits", autocomplete: "off", spellcheck: "false" });
      list = el("div", { class: "hits", id: "hits", role: "listbox", "aria-label": "Results" }); none = el("p", { class: "search-none", role: "status" }); none.hidden = true;
      var help = el("p", { class: "search-help" });
      help.append(el("span", {}, "↑ ↓ to choose, Enter to go, Ctrl Enter in a new tab, Esc to close. "), "col: table: enum: and the like look for one sort.");
      box.append(input); dialog.append(box, none, list, help);
      document.body.append(dialog);
      input.addEventListener("input", () => load(show));
      input.addEventListener("keydown", event => {
        if (event.key === "ArrowDown") { choose(1); event.preventDefault(); }
        if (event.key === "ArrowUp") { choose(-1); event.preventDefault(); }
        if (event.key === "Enter" && hits[chosen]) {
          var to = root + hits[chosen].path;
          if (event.ctrlKey || event.metaKey) window.open(to); else { dialog.close(); location.href = to; }
        }
      });
      dialog.addEventListener("click", event => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
    }
    dialog.showModal(); input.select();
    load(() => { show(); if (!parts) { parts = []; script(root + "assets/search-parts-data.js"); } });
  }
  button.addEventListener("click", open);
  addEventListener("keydown", event => {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) { event.preventDefault(); open(); }
  });
  var query = new URLSearchParams(location.search).get("q");
  if (query) { open(); input.value = query; load(show); }
})();
