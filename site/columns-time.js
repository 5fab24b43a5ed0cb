// A table's columns at any release that touched them. Loaded when it is asked for.
(function () {
  "use strict";
  var el = window.annals.el, at = window.annals.at;
  window.annalsColumnsTime = (region, path) => {
    var data = window.annalsHistory, touched = {}, columns = [];
    data.relations.forEach(r => { if (r[1] === path) r[3].forEach(p => { if (p[0] === "c") columns.push(p[1]); }); });
    // in today's order, what is gone last
    var order = { __proto__: null }; region.querySelectorAll("tbody th code").forEach((code, i) => order[code.textContent] = i + 1);
    function place(states) { for (var i = states.length - 1; i >= 0; i--) if (states[i].length > 1) return order[states[i][1]] || 1e4; return 1e4; }
    columns.sort((a, b) => place(a) - place(b));
    columns.forEach(states => { states.forEach(s => touched[s[0]] = 1); });
    var stops = Object.keys(touched).map(Number).sort((a, b) => a - b), body = el("tbody");
    var then = el("table", { class: "cols" }), head = el("tr"), thead = el("thead");
    ["Name", "Type", "Default"].forEach(t => { head.append(el("th", { scope: "col" }, t)); });
    thead.append(head); then.append(thead, body);
    var player = window.annals.player(stops.length, stopAt => {
      var release = stops[stopAt], r = data.releases[release], counts = { added: 0, changed: 0, removed: 0 }, alive = 0;
      body.replaceChildren();
      columns.forEach(states => {
        var now = at(states, release), was = release ? at(states, release - 1) : null, as = now || was;
        if (!as) return;
        var state = !was ? "added" : !now ? "removed" : was !== now ? "changed" : "", row = el("tr", { class: state }), name = el("th", { scope: "row" }), type = el("td");
        if (now) alive++;
        if (state) { counts[state]++; name.append(el("span", { class: "cell " + state, title: state }, window.annals.signs[state]), " "); }
        name.append(el(state === "removed" ? "s" : "code", {}, as[1]));
        if (state === "changed" && was[1] !== now[1]) name.append(" ", el("span", { class: "meta" }, "was " + was[1]));
        type.append(el("code", {}, as[2]), as[3] ? "" : " ", as[3] ? "" : el("span", { class: "null" }, "null"));
        if (state === "changed" && (was[2] !== now[2] || was[3] !== now[3])) type.append(el("br"), el("span", { class: "meta" }, "was " + was[2] + (was[3] ? "" : " null")));
        var standard = el("td"); if (as[4]) standard.append(el("code", {}, as[4]));
        row.append(name, type, standard); body.append(row);
      });
      return [r, alive + (alive === 1 ? " column, " : " columns, ") + window.annals.tally(counts) + ". "];
    });
    var today = region.querySelector("table");
    region.before(player.bar); today.hidden = true; region.append(then); player.go(stops.length - 1);
    return () => { player.stop(); player.bar.remove(); then.remove(); today.hidden = false; };
  };
})();
