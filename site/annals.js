// Navigation, theme, copy buttons, keys. Every page reads without it.
(function () {
  "use strict";
  var html = document.documentElement, root = html.dataset.root, here = html.dataset.path;
  function el(name, attributes, text) {
    var node = document.createElement(name);
    for (var key in attributes || {}) node.setAttribute(key, attributes[key]);
    if (text !== undefined) node.textContent = text;
    return node;
  }
  function on(node, kind, act, how) { node.addEventListener(kind, act, how); }
  function each(what, act) { document.querySelectorAll(what).forEach(act); }
  /** What something was at a release, by the releases at which it changed. */
  function at(states, release) {
    var found = null;
    for (var i = 0; i < states.length && states[i][0] <= release; i++) found = states[i];
    return found && found.length > 1 ? found : null;
  }
  var signs = { added: "+", changed: "~", removed: "\u2212" };
  function button(text, label, act) {
    var b = el("button", { type: "button", title: label }, text);
    if (text.length < 3) b.setAttribute("aria-label", label);
    on(b, "click", act);
    return b;
  }
  /** A name may be parted after its marks. */
  function part(name, into) { name.split(/(?<=[_.,]|\w\()(?=[^\s)\d])/).forEach((text, i) => into.append(i ? el("wbr") : "", text)); }
  /** What an address says; nothing where it is damaged. */
  function decode(text) { try { return decodeURIComponent(text); } catch (e) { return ""; } }
  function script(src, then, wrong) { var s = el("script", { src: src }); s.onload = then; s.onerror = wrong; document.head.append(s); }
  /** Saves something that was made here, called as the page is. */
  function save(name, made) {
    var a = el("a", { href: URL.createObjectURL(made), download: (document.title.split(" \u2013")[0].toLowerCase().replace(/[^a-z0-9_.]+/g, "-") || "page") + name });
    document.body.append(a); a.click(); a.remove();
  }
  /** A row to go through so many releases: step by step, with a slider, or playing. What shows one hands back its release and what to say. */
  /** What came, changed and went, in words. */
  function tally(counts) { return Object.keys(counts).filter(s => counts[s]).map(s => counts[s] + " " + { added: "new", changed: "changed", removed: "gone" }[s]).join(", ") || "none changed"; }
  /** A slider over releases; steps and Play go on to the next of the stops, where these are named. */
  function player(count, show, stops) {
    var playing = 0, bar = el("div", { class: "time", role: "group", "aria-label": "Time" }), slider = el("input", { type: "range", min: 0, max: count - 1, step: 1, "aria-label": "Release" }), said = el("p", { class: "said", role: "status" });
    function go(to) {
      to = Math.max(0, Math.min(count - 1, to)); slider.value = to; back.disabled = !to; next.disabled = to === count - 1;
      var told = show(to), r = told[0];
      slider.setAttribute("aria-valuetext", r[0] + (r[1] ? ", " + r[1] : ""));
      said.replaceChildren(el("strong", {}, r[0]), " " + (r[5] ? r[5] + ". " : "") + (r[1] ? r[1] + ", " : "") + told[1], el("a", { href: root + r[4] }, "Release notes"));
    }
    function stop() { clearInterval(playing); playing = 0; play.textContent = "Play"; }
    function far(by) { var to = +slider.value + by; while (stops && to > 0 && to < count - 1 && !stops[to]) to += by; return to; }
    function step(by) { return () => { stop(); go(far(by)); }; }
    var back = button("\u25c0", "Change before", step(-1)), next = button("\u25b6", "Next change", step(1)), play = button("Play", "Play all changes", () => {
      if (playing) return stop();
      if (+slider.value >= count - 1) go(0);
      play.textContent = "Pause"; playing = setInterval(() => { if (+slider.value >= count - 1) stop(); else go(far(1)); }, Math.max(400, Math.min(1400, 6e4 / (stops ? Object.keys(stops).length : count))));
    });
    on(slider, "input", () => { stop(); go(+slider.value); });
    bar.append(back, slider, next, play, said);
    return { bar: bar, go: to => { go(to); slider.focus(); }, stop: stop };
  }
  window.annals = { el: el, on: on, at: at, signs: signs, button: button, script: script, decode: decode, save: save, player: player, tally: tally, sortable: sortable, csv: csv, part: part };
  function store(key, value) { try { if (value === undefined) return sessionStorage.getItem(key); sessionStorage.setItem(key, value); } catch (e) { /* shut */ } return null; }

  each(".main-nav[data-more] li:nth-child(2)", last => {
    "Diagram Tables Columns Releases/index Compare Migrations/index Checks Coverage Environments Rules/index".split(" ").forEach(page => {
      var li = el("li"); li.append(el("a", { href: root + page.toLowerCase() + ".html" }, page.split("/")[0])); last.before(li);
    });
  });
  each(".main-nav a", a => {
    if (a.href === location.href.split(/[?#]/)[0]) a.setAttribute("aria-current", "page");
  });

  var nav = window.annalsNav;
  if (nav) Object.assign(document.querySelector(".brand-version"), { textContent: nav.version, title: "Schema version" });

  var tree = document.querySelector("[data-tree]");
  if (tree && nav) {
    var label = el("label", { for: "nav-filter" }, "Filter"), filter = el("input", { type: "search", id: "nav-filter", autocomplete: "off" });
    tree.append(label, filter);
    nav.groups.forEach(group => {
      var box = el("details"), summary = el("summary", {}, group[0] + " "), list;
      summary.append(el("span", { class: "count" }, group[1].length));
      var schema = (/^[^".]*\./.exec(group[1][0][0]) || [""])[0], common = schema.length;
      if (!group[1].every(item => item[0].indexOf(schema) === 0)) common = 0;
      // a group is written out when it is opened, or all are gone through
      box.fill = () => {
        if (list) return;
        box.append(list = el("ul"));
        group[1].forEach(item => {
          var li = el("li"), a = el("a", { href: root + item[1], title: item[0] }, item[0].slice(common));
          if (item[1] === here) a.setAttribute("aria-current", "page");
          li.append(a); list.append(li);
        });
      };
      box.append(summary); tree.append(box);
      box.open = store("open " + group[0]) === "1" || nav.groups.length < 4 || group[1].some(item => item[1] === here);
      if (box.open) box.fill();
      on(box, "toggle", box.fill);
      // what the reader opens stays open on other pages, and not what a page has opened by itself
      on(summary, "click", () => { if (!filter.value) store("open " + group[0], box.open ? "0" : "1"); });
    });
    on(filter, "input", () => {
      var q = filter.value.toLowerCase().replace(/[ _]+/g, "_");
      tree.querySelectorAll("details").forEach(box => {
        var any = false;
        box.fill(); box.querySelectorAll("li").forEach(li => {
          var hit = !q || li.firstChild.title.toLowerCase().indexOf(q) >= 0;
          li.hidden = !hit; any = any || hit;
        });
        box.hidden = !any; if (q) box.open = any;
      });
    });
    var side = document.getElementById("nav"), at = store("nav-scroll");
    if (at) side.scrollTop = +at;
    var mine = side.querySelector("[aria-current]"), room = side.clientHeight, above = mine ? mine.offsetTop - side.scrollTop : 0;
    if (above < 0 || above > room - 40) side.scrollTop += above - room / 2;
    on(side, "scroll", () => store("nav-scroll", side.scrollTop), { passive: true });
  }

  var header = document.querySelector(".top"), menu = el("button", { class: "menu", type: "button", "aria-expanded": "false", "aria-controls": "nav" }, "Menu"), nav = document.getElementById("nav");
  header.prepend(menu);
  on(menu, "click", () => {
    var open = nav.classList.toggle("open"); menu.setAttribute("aria-expanded", open);
  });

  var search = el("button", { class: "search-open", type: "button", "aria-keyshortcuts": "/ Control+K" }), theme = el("button", { class: "theme", type: "button" }), themes = ["auto", "light", "dark"];
  function choice() { return html.getAttribute("data-theme") || "auto"; }
  function show() { theme.textContent = choice().replace(/./, c => c.toUpperCase()); theme.setAttribute("aria-label", "Colours: " + choice()); }
  search.append(el("span", {}, "Search"), el("kbd", {}, "/")); header.append(search, theme); show();
  on(theme, "click", () => {
    var next = themes[(themes.indexOf(choice()) + 1) % 3];
    if (next === "auto") html.removeAttribute("data-theme"); else html.setAttribute("data-theme", next);
    try { if (next === "auto") localStorage.removeItem("annals-theme"); else localStorage.setItem("annals-theme", next); } catch (e) { /* shut */ }
    show();
  });

  function address(place, id, text) { place.append(" ", el("a", { class: "anchor", href: "#" + id, "aria-label": "Link to " + text.trim() }, "#")); }
  each(".changes > [id]", change => {
    var what = change.querySelector("p"); address(what, change.id, what.firstChild.textContent);
  });

  // the name of a column, key or index is its address
  each(".cols tr[id] > th > code, .parts tr[id] > td:nth-child(2) > code", code => {
    var link = el("a", { href: "#" + code.closest("tr").id }); code.replaceWith(link); link.append(code);
  });

  each(".copies[data-name]", bar => {
    var name = bar.dataset.name, names = [...document.querySelectorAll(".cols tbody th code")].map(code => code.textContent);
    [["name", { "data-copy": name }], ["SELECT", { "data-copy": bar.dataset.select || "SELECT " + names.join(", ") + "\nFROM " + name }], ["DDL", { "data-copy-from": "ddl-text" }], ["link", { "data-copy-link": "" }]].forEach(kind => {
      bar.append(el("button", Object.assign({ class: "copy", type: "button" }, kind[1]), "Copy " + kind[0]));
    });
  });

  each(".copy", button => {
    button.hidden = false;
    on(button, "click", event => {
      event.preventDefault();
      var from = button.dataset.copyFrom, text = from ? document.getElementById(from).textContent : "copyLink" in button.dataset ? location.href : button.dataset.copy, was = button.textContent;
      function done() { button.textContent = "Copied"; setTimeout(() => button.textContent = was, 1200); }
      if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done);
      else { var area = el("textarea"); area.value = text; document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); done(); }
    });
  });

  // lists in another order
  each("main .scroll > table", table => {
    if (!table.tHead) return;
    var body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
    // on a phone each row is a paragraph, and its cells say what they are
    rows.forEach(row => heads.forEach((th, i) => { if (row.cells[i]) row.cells[i].dataset.head = th.textContent; }));
    if (rows.length < 3 || table.matches(".timeline")) return;
    asFile(table);
    sortable(table, rows, (row, i) => (row.cells[i] || row).textContent.trim(), sorted => body.append(...sorted));
  });
  /** What heads a column sorts by it: up, down, and as it was; what is empty comes last. */
  function sortable(table, rows, text, show) {
    [...table.tHead.rows[0].cells].forEach((th, i) => {
      if (th.children.length) return;
      var head = el("button", { type: "button", class: "sort" }, th.textContent); th.replaceChildren(head);
      on(head, "click", () => {
        var order = new Intl.Collator("en", { numeric: true }).compare, was = th.getAttribute("aria-sort"), down = was === "ascending";
        table.querySelectorAll("[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
        if (!was || down) th.setAttribute("aria-sort", down ? "descending" : "ascending");
        show(was && !down ? rows : rows.map(row => [plain(text(row, i)), row]).sort((a, b) => !a[0] - !b[0] || (down ? order(b[0], a[0]) : order(a[0], b[0]))).map(pair => pair[1]));
      });
    });
  }

  /** A number that is easy to read, as others take it. */
  function plain(text) { return text.replace(/^\d+(,\d{3})+\b/, n => n.replace(/,/g, "")); }

  /** A list as it is shown, in its order, for a spreadsheet: which must not take what a schema says for a formula. */
  function asFile(table) {
    var list = table.closest(".scroll"), title = list.previousElementSibling, named = list.getAttribute("aria-label") || "this list";
    var save = button("CSV", "Save as CSV: " + named, () => {
      var shown = list.querySelector("table:not([hidden])"), rows = [shown.tHead.rows[0], ...shown.tBodies[0].rows].filter(row => !row.hidden);
      csv(named, rows.map(row => [...row.cells].map(part => part.innerText)));
    });
    save.className = "copy"; save.setAttribute("aria-label", save.title);
    if (title && /^(P|DETAILS)$/.test(title.tagName)) title = title.previousElementSibling;
    if (!title || !/^H/.test(title.tagName)) list.before(title = el("p", { class: "copies" }));
    title.append(save);
  }
  function csv(name, rows) {
    function cell(text) {
      text = plain(text.replace(/\s+/g, " ").trim());
      return '"' + (/^[=+\-@]/.test(text) && isNaN(text) ? "'" : "") + text.replace(/"/g, '""') + '"';
    }
    save("-" + name.toLowerCase().replace(/\W+/g, "-") + ".csv", new Blob(["\ufeff" + rows.map(row => row.map(cell).join(",") + "\r\n").join("")], { type: "text/csv" }));
  }

  // SQL that came plain gets its colours when it is looked at; it is ours or the server's, where what has capitals alone is a keyword
  var sql = /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\b\d[\d.]*\b)|(\b[A-Z][A-Z_]+\b)/g;
  each("[data-highlight] code", code => {
    code.closest("details").addEventListener("toggle", () => {
      var text = code.textContent, at = 0, out = [];
      text.replace(sql, (all, note, string, name, number, word, place) => {
        var sort = note ? "small" : string ? "i" : number ? "u" : word ? "b" : "";
        if (!sort) return;
        out.push(text.slice(at, place), el(sort, {}, all)); at = place + all.length;
      });
      code.replaceChildren(...out, text.slice(at));
    }, { once: true });
  });

  // a table's columns as they were, once somebody asks
  var columns = document.querySelector("[data-ages]");
  if (columns) {
    var turn = el("button", { type: "button", class: "copy", "aria-pressed": "false", title: "Turn back to earlier releases" }, "Time"), end = null;
    columns.previousElementSibling.append(turn);
    on(turn, "click", () => {
      if (end) { end(); end = null; turn.setAttribute("aria-pressed", "false"); return; }
      var left = 2;
      function ready() { if (!--left && !end) { end = window.annalsColumnsTime(columns, here); turn.setAttribute("aria-pressed", "true"); } }
      [["history-data", window.annalsHistory], ["columns-time", window.annalsColumnsTime]].forEach(needed => needed[1] ? ready() : script(root + "assets/" + needed[0] + ".js", ready));
    });
  }

  // the lines that made a change, while it is looked at
  each("[data-lines]", change => {
    function light(on) {
      change.dataset.lines.split(" ").forEach((l, i) => {
        var line = document.getElementById("L" + l), pane = line && line.closest("pre");
        if (!line) return;
        line.classList.toggle("lit", on);
        if (on && !i && pane.scrollHeight > pane.clientHeight) pane.scrollTop += line.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
      });
    }
    "mouseenter focusin mouseleave focusout".split(" ").forEach((e, i) => on(change, e, () => light(i < 2)));
  });

  each("h2[id]", title => address(title, title.id, title.firstChild.textContent));

  function openTarget() {
    var target = location.hash && document.getElementById(decode(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (target) target.scrollIntoView();
  }
  if (location.hash) openTarget();
  addEventListener("hashchange", openTarget);

  function typing(event) { var t = event.target; return t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName); }
  var waiting = 0;
  addEventListener("keydown", event => {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    var go = { h: "index.html", d: "diagram.html", r: "releases/index.html", m: "migrations/index.html", c: "checks.html" }[event.key];
    if (Date.now() - waiting < 900 && go) { waiting = 0; location.href = root + go; return; }
    if (event.key === "g") { waiting = Date.now(); return; }
    if (event.key === "?") help();
    if (event.key === "p" || event.key === "n") {
      var a = document.querySelector(".turn a[rel=" + (event.key === "p" ? "prev" : "next") + "]");
      if (a) location.href = a.href;
    }
  });
  function help() {
    var dialog = el("dialog", { class: "help", "aria-label": "Keys" }), list = el("dl");
    var keys = [["/  or  Ctrl K", "search"], ["p  n", "previous, next"], ["g h", "home"], ["g d", "diagram"], ["g r", "releases"], ["g m", "migrations"], ["g c", "checks"], ["?", "this help"], ["Esc", "close"]];
    if (document.querySelector("[data-diagram]")) keys.push(["s  i  x", "a diagram\u2019s table: keep lit, alone, hide"], ["l  L  o", "its next and previous line, the other end"], ["Alt \u2190 \u2191 \u2192 \u2193", "move it"]);
    keys.forEach(row => {
      list.append(el("dt", {}, row[0]), el("dd", {}, row[1]));
    });
    dialog.append(el("h2", {}, "Keys"), list);
    on(dialog, "close", () => dialog.remove());
    on(dialog, "click", event => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog); dialog.showModal();
  }
})();
