// All columns, all constraints and indexes, or all triggers and policies, as they are today: found by typing, in any order, from what every object was in every release.
(function () {
  "use strict";
  var tools = window.annals, el = tools.el, root = document.documentElement.dataset.root, place = document.querySelector("[data-list]"), what = place.dataset.list, columns = what === "columns", acts = what === "triggers", title = document.querySelector("h1").textContent.toLowerCase();
  var heads = (columns ? "Column,Table,Type,Null,Default,Key" : "Name,Table,Kind," + (acts ? "When,Roles,Runs or demands" : "Columns or condition,Refers to")).split(","), code = columns ? [1, 1, 1, 0, 1] : [1, 1, 0, 1, 0, acts];
  var rows = [], order, found, shown, each = 300, turn = 0, last, commented = { __proto__: null }, body = el("tbody"), table = el("table", { class: "tables sorts" });
  var input = el("input", { type: "search", id: "list-filter", autocomplete: "off", spellcheck: "false" }), count = el("span", { role: "status", class: "meta" }), more = tools.button("Show more", "Show more", () => { var first = shown; each *= 5; fill(); body.rows[first].querySelector("a").focus(); });
  function plain(text) { return text.toLowerCase().replace(/[\s_.\-]+/g, " "); }
  /** Something for each, a little at a time, so that nobody waits for a key or a finger. */
  function slowly(list, act, then) {
    var i = 0;
    (function go() {
      for (var end = performance.now() + 15; i < list.length && performance.now() < end; i++) act(list[i]);
      if (i < list.length) setTimeout(go); else then();
    })();
  }
  /** A cell's text; what a row holds is made when somebody asks for it first. */
  function text(row, i) { if (row.make) row.make(); var c = row[i]; return c.text === undefined ? c : c.text; }

  /** A row for each part that is there today; a cell is a text, or a text and where it leads to. */
  function read(data, then) {
    var pages = { __proto__: null }, several = data.releases.length > 1, names = { __proto__: null };
    heads = heads.concat(several ? ["Since", "Changed"] : [], columns ? ["Comment"] : []);
    function release(state) { return { text: data.releases[state[0]][0], href: data.releases[state[0]][4], order: state[0] }; }
    function told(text) { return /^[0-9a-f]{8}$/.test(text) ? "" : text; }
    function name(r) { return r[2][r[2].length - 1][1]; }
    last = heads.length - 1;
    slowly(data.relations, data.unfold, () => {
      data.relations.concat(data.objects).forEach(r => { if (r[1]) pages[name(r)] = r[1]; });
      // by name, then by table: neither is sorted more than once, and rows are made when they are wanted
      slowly(data.relations.filter(r => r[1] && r[0] !== "partition").sort((a, b) => name(a) < name(b) ? -1 : 1), relation, () => {
        order = rows = Object.keys(names).sort().flatMap(own => names[own]);
        setTimeout(then);
      });
    });
    function relation(r) {
      var owner = { text: name(r), href: r[1] }, keys;
      function live(act) { r[3].forEach(part => { var s = part[1][part[1].length - 1]; if (s.length > 1) act(part[0], s, part[1]); }); }
      function add(s, states, make) {
        var row = [];
        row.make = () => {
          row.make = 0; row.push(...make(row));
          var last = states.length - 1, born = last;
          while (born && states[born - 1].length > 1) born--;
          if (several) row.push(release(states[born]), born < last ? release(states[last]) : "");
          if (columns) { row.push(""); commented[r[1] + " " + s[1]] = row; }
        };
        (names[s[1]] = names[s[1]] || []).push(row);
      }
      function keysOf(name) {
        if (!keys) {
          keys = { __proto__: null };
          // primary first
          ["p", "u", "f"].forEach(kind => live((sort, s) => {
            if (sort === kind) s[2].split(", ").forEach((name, i) => { (keys[name] = keys[name] || []).push(sort === "f" ? ["FK", s[3] + "." + s[4].split(", ")[i], pages[s[3]]] : [sort === "p" ? "PK" : "UQ"]); });
          }));
        }
        return keys[name] || [];
      }
      live((sort, s, states) => {
        if (columns && sort === "c") add(s, states, row => {
          var own = keysOf(s[1]);
          row.words = s[3] ? "not null" : "";
          return [{ text: s[1], href: r[1] + "#col-" + (s[5] || s[1]) }, owner, s[2], s[3] ? "" : "null", s[4], { text: own.map(k => k[0] + (k[1] ? " " + k[1] : "")).join(", "), keys: own }];
        });
        if (acts && /^(tri|pol|rew)/.test(sort)) add(s, states, () => {
          var what = told(s[4]), name = sort === "trigger" && what.replace(/ with .*/, "");
          return [{ text: s[1], href: r[1] + "#" + ({ trigger: "trg-", policy: "pol-" }[sort] || "obj-") + (s[5] || s[1]) }, owner, sort, told(s[2]), s[3], name ? { text: what, href: pages[name], name: name } : what];
        });
        if (!columns && !acts && /^[puf]$|constraint$|^index$|^stat/.test(sort)) add(s, states, () => {
          var to = sort === "f";
          return [{ text: s[1], href: r[1] + (to ? "#fk-" : sort === "index" ? "#idx-" : sort === "statistics" ? "#obj-" : "#con-") + (s[to ? 6 : sort === "index" ? 4 : 3] || s[1]) }, owner, { p: "primary key", u: "unique", f: "foreign key" }[sort] || (sort === "index" && s[3] ? "unique index" : sort.replace(" constraint", "")), told(s[2]), to ? { text: s[3] + " (" + s[4] + ")" + s[5].toLowerCase().replace(/^(?=.)/, " "), href: pages[s[3]], name: s[3] } : ""];
        });
      });
    }
  }

  function cell(row, i) {
    var told = text(row, i), c = row[i], td = el(i ? "td" : "th", i ? {} : { scope: "row" });
    if (!told) return td;
    td.dataset.head = heads[i];
    if (c.keys) c.keys.forEach(k => { td.append(el("b", { class: "key" }, k[0]), " "); if (k[1]) { var a = el("a", { href: root + k[2], class: "ref" }); tools.part(k[1], a); td.append("\u2192 ", a, " "); } });
    else {
      var name = c.name || told, inner = code[i] || c.name ? el("code") : told === "null" ? el("i", { class: "null" }) : el("span");
      tools.part(name, inner);
      if (c.href) { var a = el("a", { href: root + c.href }); a.append(inner); inner = a; }
      td.append(inner, told.slice(name.length));
    }
    if (heads[i] === "Comment") td.dir = "auto";
    return td;
  }
  /** As many rows as somebody may want to look at; there can be more than a browser takes well. Those that are in view come first. */
  function fill() {
    var end = Math.min(each, found.length), drawn = found;
    for (var to = Math.min(end, shown + (shown ? 30 : 12)); shown < to; shown++) {
      var row = found[shown], tr = row.tr = el("tr"); heads.forEach((head, i) => tr.append(cell(row, i))); body.append(tr);
    }
    place.ariaBusy = shown < end;
    if (shown < end) setTimeout(() => { if (found === drawn) fill(); });
    count.textContent = (found.length < rows.length ? found.length + " of " : "").concat(rows.length, " ", title, end < found.length ? ", the first " + end + " are shown" : "").replace(/\B(?=(\d{3})+\b)/g, ",");
    more.hidden = end === found.length;
  }
  function search(row) { row.plain = row.plain || plain(heads.map((head, i) => text(row, i)).join(" ") + " " + (row.words || "")); return row.plain; }
  /** Rows that have every word, or in a column that is named (type:uuid) the word in it. */
  function find() {
    var words = (input.value.match(/\S+/g) || []).map(word => {
      var named = /^([a-z]+):(.+)/i.exec(word), at = named ? heads.findIndex(head => head.toLowerCase().indexOf(named[1].toLowerCase()) === 0) : -1;
      return [at, plain(at < 0 ? word : named[2])];
    });
    var kept = words.length ? [] : order.slice(), now = ++turn;
    place.ariaBusy = true;
    slowly(words.length ? order : [], row => { if (now === turn && words.every(w => (w[0] < 0 ? search(row) : plain(text(row, w[0]))).indexOf(w[1]) >= 0)) kept.push(row); }, () => {
      if (now !== turn) return;
      found = kept; body.replaceChildren(); shown = 0; each = 300; fill();
    });
  }
  function start() {
    var head = el("tr"), thead = el("thead"), list = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }), bar = el("div", { class: "compare" }), label = el("label", {}, "Filter ");
    heads.forEach(text => head.append(el("th", { scope: "col" }, text)));
    thead.append(head); table.append(thead, body); list.append(table); label.append(input);
    var csv = tools.button("CSV", "Save what was found as CSV", () => tools.csv(what, [heads].concat(found.map(row => heads.map((head, i) => text(row, i))))));
    bar.append(label, count, csv); place.replaceChildren(bar, list, more);
    tools.sortable(table, rows, (row, i) => { var told = text(row, i); return row[i].order + 1 ? "" + (row[i].order + 1) : told; }, sorted => { order = sorted; find(); });
    input.addEventListener("input", () => { find(); history.replaceState(null, "", input.value ? "#?" + encodeURIComponent(input.value) : "#"); });
    function asked() { var hash = location.hash; input.value = hash.indexOf("#?") ? "" : tools.decode(hash.slice(2)); find(); }
    addEventListener("hashchange", asked); asked();
    // what is written on columns is loaded when all rows are made
    slowly(rows, search, () => {
      if (columns) tools.notes(lines => {
        slowly(lines, l => {
          var row = commented[l[0] + " " + l[1]];
          if (!row) return;
          row[last] = l[2]; row.plain = "";
          if (row.tr) row.tr.lastChild.replaceWith(cell(row, last));
        }, () => { if (input.value && each === 300) find(); });
      });
    });
  }
  tools.slow = 1;
  tools.script(root + "assets/history-data.js", () => read(window.annalsHistory, start));
})();
