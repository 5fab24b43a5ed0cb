// Any two releases beside each other, from what every object was in every release.
(function () {
  "use strict";
  var el = window.annals.el, at = window.annals.at;
  var form = document.querySelector("[data-compare]"); if (!form) return;
  var data, root = document.documentElement.dataset.root, result = document.querySelector("[data-result]"), from = form.querySelector("[name=from]"), to = form.querySelector("[name=to]");
  var sorts = { c: "column", p: "primary key", u: "unique constraint", f: "foreign key" };
  function same(a, b) { return a.slice(1).join("\0") === b.slice(1).join("\0"); }
  /** What a column, key or index is, in words. */
  function words(sort, s) {
    if (sort === "c") return s[2] + (s[3] ? " not null" : "") + (s[4] ? (/^(generated|identity)/.test(s[4]) ? " " : " default ") + s[4] : "");
    if (sort === "f") return s[2] + " \u2192 " + s[3] + " (" + s[4] + ")" + (s[5] ? " " + s[5].toLowerCase() : "");
    return /^(tri|pol|rew)/.test(sort) ? s.slice(2, 5).filter(text => text).join(" ") : (sort === "index" && s[3] ? "unique " : "") + (s[2] || "");
  }
  function difference(sort, a, b) {
    var parts = [];
    if (a[1] !== b[1]) parts.push("was called " + a[1]);
    if (sort === "c") {
      if (a[2] !== b[2]) parts.push(a[2] + " \u2192 " + b[2]);
      if (a[3] !== b[3]) parts.push(b[3] ? "no longer takes null" : "takes null");
      if (a[4] !== b[4]) parts.push(b[4] ? "default " + b[4] : "no default");
    } else if (words(sort, a) !== words(sort, b)) {
      var hashed = /(^| )[0-9a-f]{8}$/;
      parts.push(hashed.test(words(sort, a)) || hashed.test(words(sort, b)) ? "another definition" : words(sort, a) + " \u2192 " + words(sort, b));
    }
    return parts.join("; ");
  }
  function granted(kind, s) { return kind === "grant" ? s[2] : ""; }
  function line(state, what, note, href) {
    var li = el("li", { class: state }), p = el("p");
    li.append(p); var name = href ? el("a", { href: href }) : p; window.annals.part(what, name); if (href) p.append(name);
    p.append(el("span", { class: "unseen" }, " " + state), note ? el("span", { class: "meta" }, "  " + note) : "");
    return li;
  }
  function section(title, count) { var h = el("h2", {}, title + " "); h.append(el("span", { class: "count" }, count.toLocaleString("en"))); return h; }

  function compare() {
    var a = from.selectedIndex, b = to.selectedIndex, out = [], list = { added: [], changed: [], removed: [] }, counts = { added: 0, changed: 0, removed: 0 };
    var breaking = [];
    var way = data.way ? data.way(a, b) : [data.releases.slice(Math.min(a, b) + 1, Math.max(a, b) + 1), b > a];
    way[0].forEach(r => r[6].forEach(told => breaking.push([r, told])));
    data.relations.concat(data.objects).forEach(r => {
      var was = at(r[2], a), now = at(r[2], b), href = r[1] && now ? root + r[1] : "";
      if (!was && !now) return;
      if (r[0] === "partition" && (!was || !now)) return void (counts.partitions = (counts.partitions || 0) + 1);
      if (!was) return void list.added.push(line("added", r[0] + " " + now[1], granted(r[0], now), href));
      if (!now) return void list.removed.push(line("removed", r[0] + " " + was[1], granted(r[0], was), ""));
      var inner = [], own = same(was, now) ? "" : difference("", was, now);
      (r[3] || []).forEach(part => {
        var x = at(part[1], a), y = at(part[1], b), sort = sorts[part[0]] || part[0];
        if (!x && y) inner.push(line("added", sort + " " + y[1], words(part[0], y), ""));
        else if (x && !y) inner.push(line("removed", sort + " " + x[1], words(part[0], x), ""));
        else if (x && y && !same(x, y)) inner.push(line("changed", sort + " " + y[1], difference(part[0], x, y), ""));
      });
      if (!own && !inner.length) return;
      var li = line("changed", r[0] + " " + now[1], own, href);
      if (inner.length) { var ul = el("ul", { class: "changes inner" }); inner.forEach(n => ul.append(n)); li.append(ul); }
      list.changed.push(li);
    });
    if (a === b) {
      var lead = el("p", { class: "lead" }, data.releases[1] ? "Choose two releases that differ. " : from.value + " is the only release so far. ");
      lead.append(el("a", { href: root + data.releases[a][4] }, "What " + from.value + " brought")); out.push(lead);
    } else out.push(el("p", { class: "lead" }, (list.added[0] || list.changed[0] || list.removed[0] ? ["added", "changed", "removed"].map(s => list[s].length.toLocaleString("en") + " " + s).join(", ") : "The same; comments are not compared here") + (counts.partitions ? ", " + counts.partitions + (counts.partitions > 1 ? " partitions" : " partition") + " came or went" : "") + ". Schema " + data.releases[a][2] + " \u2192 " + data.releases[b][2] + "."));
    if (breaking.length) {
      out.push(section(way[1] ? "Breaking, on the way" : "Was breaking, on the way there", breaking.length));
      var ol = el("ol", { class: "changes" });
      breaking.forEach(x => { var told = x[1], li = line("changed", told[0], "", told[1] && root + told[1]); li.querySelector("p").append(" ", el("a", { class: "meta", href: root + "rules/" + told[2] + ".html" }, told[2]), " ", el("a", { class: "level level-breaking", href: root + x[0][4] }, x[0][0])); ol.append(li); });
      out.push(ol);
    }
    ["added", "changed", "removed"].forEach(state => {
      if (!list[state].length) return;
      var ol = el("ol", { class: "changes" }); list[state].forEach(li => ol.append(li));
      out.push(section(state.charAt(0).toUpperCase() + state.slice(1), list[state].length), ol);
    });
    result.replaceChildren(...out);
    history.replaceState(null, "", "#" + encodeURIComponent(from.value) + ".." + encodeURIComponent(to.value));
  }
  function start() {
    if (!from.options.length) {
      data = window.annalsHistory; if (data.whole) data = data.whole();
      data.releases.forEach(r => { [from, to].forEach(s => { s.append(el("option", { value: r[0] }, r[0] + (r[5] ? " \u2013 " + r[5] : ""))); }); });
      from.selectedIndex = Math.max(0, from.options.length - 2); to.selectedIndex = to.options.length - 1;
    }
    var wanted = location.hash.slice(1).split("..").map(window.annals.decode);
    var asked = new URLSearchParams(location.search);
    if (wanted.length !== 2 && asked.get("from")) wanted = [asked.get("from"), asked.get("to")];
    if (wanted.length === 2) { from.value = wanted[0]; to.value = wanted[1]; }
    if (from.selectedIndex < 0) from.selectedIndex = 0;
    if (to.selectedIndex < 0) to.selectedIndex = to.options.length - 1;
    form.hidden = !from.options[1]; compare();
  }
  from.addEventListener("change", compare); to.addEventListener("change", compare);
  form.querySelector("[data-swap]").addEventListener("click", () => { var f = from.value; from.value = to.value; to.value = f; compare(); });
  addEventListener("hashchange", start);
  window.annals.script(root + "assets/history-data.js", start);
})();
