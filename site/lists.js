// All columns, or all constraints, as they are today: found by typing, in any order, from what every object was in every release.
(function () {
  "use strict";
  var tools = window.annals, el = tools.el, root = document.documentElement.dataset.root, place = document.querySelector("[data-list]"), what = place.dataset.list, columns = what === "columns";
  var heads = (columns ? "Column,Table,Type,Null,Default,Key" : "Constraint,Table,Kind,Columns or condition,Refers to").split(","), code = columns ? [1, 1, 1, 0, 1] : [1, 1, 0, 1];
  var rows = [], shown = [], room, each = 200, pages = {}, commented = {}, body = el("tbody"), count = el("span", { role: "status" });
  function plain(text) { return text.toLowerCase().replace(/[\s_.\-]+/g, " "); }
  /** The place of a part on the page of its table. */
  function place_of(sort, state, last) { return sort + (state[last] || state[1]); }
  function version(data, state) { var r = data.releases[state[0]]; return { text: r[0], href: r[4], order: state[0] + 1 }; }

  /** A row for each part that is there today; a cell is a text, or a text and where it leads to. */
  function read(data) {
    var several = data.releases.length > 1;
    if (several) heads.push("Since", "Changed");
    if (columns) heads.push("Comment");
    data.relations.forEach(r => { if (r[1]) pages[r[2][r[2].length - 1][1]] = r[1]; });
    data.relations.forEach(r => {
      if (!r[1] || r[0] === "partition") return;
      var table = { text: r[2][r[2].length - 1][1], href: r[1] }, keys = {};
      function when(row, states, at) {
        var last = states[at];
        while (at && states[at - 1].length > 1) at--;
        if (several) row.push(version(data, states[at]), states[at] === last ? "" : version(data, last));
        rows.push(row);
      }
      function live(act) { r[3].forEach(p => { var at = p[1].length - 1, state = p[1][at]; if (state.length > 1) act(p[0], state, p[1], at); }); }
      if (columns) live((sort, s) => {
        if (/^[puf]$/.test(sort)) s[2].split(", ").forEach((name, i) => { (keys[name] = keys[name] || []).push(sort === "f" ? ["FK", s[3] + "." + s[4].split(", ")[i], pages[s[3]]] : [sort === "p" ? "PK" : "UQ"]); });
      });
      live((sort, s, states, at) => {
        var kind = { p: "primary key", u: "unique", f: "foreign key" }[sort] || sort.replace(/ constraint$/, "");
        if (columns && sort === "c") {
          var own = keys[s[1]] || [], row = [{ text: s[1], href: r[1] + "#col-" + (s[5] || s[1]) }, table, s[2].replace(/^public\./, ""), s[3] ? "" : "null", s[4], { text: own.map(k => k.slice(0, 2).join(" ")).join(", "), keys: own }];
          row.words = (s[3] ? "not null " : "") + own.map(k => k[0] === "PK" ? "primary key" : k[0] === "UQ" ? "unique" : "foreign key").join(" ");
          when(row, states, at); row.push(""); commented[r[1] + " " + s[1]] = row;
        } else if (!columns && /^([puf]|.* constraint)$/.test(sort)) {
          var key = sort === "f";
          when([{ text: s[1], href: r[1] + (key ? "#fk-" : "#con-") + (s[key ? 6 : 3] || s[1]) }, table, kind, /^[0-9a-f]{8}$/.test(s[2]) ? "" : s[2].replace(/^expression /, ""), key ? { text: s[3] + " (" + s[4] + ")" + (s[5] ? " " + s[5].toLowerCase() : ""), href: pages[s[3]] } : ""], states, at);
        }
      });
    });
  }
  function text(row, i) { return row[i].text || row[i]; }
})();
