// What is two steps away from a table, drawn when it is asked for: what is referred to on the left, what refers to it on the right.
(function () {
  "use strict";
  var el = window.annals.el, WIDE = 7.23, HUB = 12, MOST = 80;
  function safe(text) { return text.replace(/[\u0000-\u0008\u000a-\u001f\ufffe\uffff]/g, "\ufffd").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"); }
  function width(name) { var n = 0; Array.from(name).forEach(c => n += c.codePointAt(0) >= 0x1100 ? 2 : 1); return Math.ceil(n * WIDE) + 20; }
  function cut(name) { var letters = Array.from(name); return letters.length <= 30 ? name : letters.slice(0, 29).join("") + "\u2026"; }

  /** The tables within two steps, each with the column of the sheet that it stands in; tables that many refer to end a way. */
  function reach(data, start) {
    var into = data.map(() => []), level = {}, order = [start], ends = [];
    data.forEach((t, i) => { t[2].forEach(key => { if (key[0] !== i) into[key[0]].push(i); }); });
    function near(i, then) { data[i][2].forEach(key => { if (key[0] !== i) then(key[0], -1); }); into[i].forEach(child => then(child, 1)); }
    function add(i, at) { if (!(i in level) && order.length < MOST) { level[i] = at; order.push(i); } }
    level[start] = 0; near(start, add);
    order.slice(1).forEach(i => {
      var around = {}; near(i, other => around[other] = 1);
      if (Object.keys(around).length > HUB) { ends.push(data[i][0]); return; }
      near(i, (other, by) => add(other, level[i] + by));
    });
    return { tables: order, level: level, ends: ends };
  }

  /** The picture, in the words of those that come with the site. */
  function draw(data, found, start, root, title) {
    var drop = schema(data, found.tables), columns = {}, place = {}, keys = [], tall = 0, x = 4, out = "";
    found.tables.forEach(i => { var l = found.level[i]; (columns[l] = columns[l] || []).push(i); place[i] = { w: width(cut(data[i][0].slice(drop))) }; });
    var levels = Object.keys(columns).map(Number).sort((a, b) => a - b);
    found.tables.forEach(i => { data[i][2].forEach(key => { if (place[key[0]] && key[0] !== i) keys.push([i, key[0], key[1], key[2]]); }); });
    levels.forEach(l => {
      var w = Math.max.apply(null, columns[l].map(i => place[i].w));
      columns[l].sort((a, b) => data[a][0] < data[b][0] ? -1 : 1);
      columns[l].forEach(i => { place[i].x = x; place[i].right = x + place[i].w; });
      x += w + 80; tall = Math.max(tall, columns[l].length * 40);
    });
    function stack(list) { var top = (tall - list.length * 40) / 2 + 10; list.forEach((i, n) => place[i].y = Math.round(top + n * 40)); }
    levels.forEach(l => stack(columns[l]));
    for (var round = 0; round < 4; round++) (round % 2 ? levels.slice().reverse() : levels).forEach(l => {
      columns[l].forEach(i => {
        var sum = 0, n = 0;
        keys.forEach(k => { var other = k[0] === i ? k[1] : k[1] === i ? k[0] : -1; if (other >= 0 && found.level[other] !== l) { sum += place[other].y; n++; } });
        place[i].want = n ? sum / n : place[i].y;
      });
      columns[l].sort((a, b) => place[a].want - place[b].want || (data[a][0] < data[b][0] ? -1 : 1));
      stack(columns[l]);
    });
    var number = {}; found.tables.forEach((i, n) => number[i] = n);
    keys.forEach(k => {
      var child = place[k[0]], parent = place[k[1]], from = parent.right, to = child.x, away = -1, bend;
      var a = parent.y + 14, b = child.y + 14;
      if (to > from) { bend = (to - from) / 2; bend = "M" + from + " " + a + "C" + (from + bend) + " " + a + " " + (to - bend) + " " + b + " " + to + " " + b; }
      else { to = child.right; away = 1; var far = Math.max(from, to) + 44; bend = "M" + from + " " + a + "C" + far + " " + a + " " + far + " " + b + " " + to + " " + b; }
      var foot = k[3] & 2 ? "M" + (to + away * 7) + " " + (b - 4) + "v8" : "M" + to + " " + (b - 5) + "l" + away * 9 + " 5 " + -away * 9 + " 5";
      out += '<g class="er-edge" data-ends="' + number[k[0]] + " " + number[k[1]] + '"><title>' + safe(k[2]) + '</title><path d="' + bend + (k[3] & 1 ? '"/><path d="' : "") + foot + '"/></g>';
    });
    found.tables.forEach(i => {
      var p = place[i], name = cut(data[i][0].slice(drop));
      out += '<a href="' + safe(root + page(data[i])) + '" class="er-box' + (i === start ? " er-focus" : "") + '" data-table="' + safe(data[i][0]) + '" transform="translate(' + p.x + " " + p.y + ')"><rect width="' + p.w + '" height="28"/><rect class="er-head" width="' + p.w + '"/><text class="er-name" x="10" y="18">' + safe(name) + (name === data[i][0].slice(drop) ? "" : "<title>" + safe(data[i][0]) + "</title>") + "</text></a>";
    });
    x -= 30; tall += 20;
    return '<svg class="er" xmlns="http://www.w3.org/2000/svg" role="group" viewBox="0 0 ' + x + " " + tall + '" width="' + x + '" height="' + tall + '" aria-label="' + safe(title) + '"><g>' + out + "</g></svg>";
  }
  /** How much of all names is the same schema, which need not be said. */
  function schema(data, tables) {
    var dot = data[tables[0]][0].indexOf(".") + 1, common = data[tables[0]][0].slice(0, dot);
    return tables.every(i => data[i][0].indexOf(common) === 0) ? dot : 0;
  }
  function page(table) { return table[1] || "tables/public." + table[0] + ".html"; }

  window.annalsNear = (place, root, load) => {
    var name = place.dataset.near, data = window.annalsRelations, start = data.findIndex(t => t[0] === name);
    if (start < 0) return null;
    var found = reach(data, start), title = "Relations of " + name + ", two steps away", shown = {}, drop = schema(data, found.tables);
    found.tables.forEach(i => shown[i] = 1);
    var figure = el("figure", { class: "diagram", "data-diagram": "" }), canvas = el("div", { class: "canvas", tabindex: 0, role: "group", "aria-label": title });
    var words = el("details", { class: "as-list" }), list = el("ul", {});
    words.append(el("summary", {}, "As a list"), list);
    found.tables.forEach(i => {
      var li = el("li", {}), keys = data[i][2].filter(k => shown[k[0]]).map(k => k[1] + " \u2192 " + data[k[0]][0].slice(drop));
      li.append(el("a", { href: root + page(data[i]) }, data[i][0].slice(drop)), keys.length ? ": " + keys.join(", ") : ""); list.append(li);
    });
    canvas.append(document.importNode(new DOMParser().parseFromString(draw(data, found, start, root, title), "image/svg+xml").documentElement, true));
    figure.append(canvas, words);
    place.replaceChildren(figure);
    if (found.ends.length) place.append(el("p", { class: "meta" }, "Not followed further, because more than " + HUB + " tables are related to each: " + found.ends.map(name => name.slice(drop)).join(", ") + "."));
    if (found.tables.length >= MOST) place.append(el("p", { class: "meta" }, "Only the first " + MOST + " tables are drawn."));
    return figure;
  };
})();
