// A table's columns at any release that touched them. Loaded when it is asked for.
(function () {
  "use strict";
  var el = window.annals.el, at = window.annals.at;
  var signs = { added: "+", changed: "~", removed: "\u2212" };
  window.annalsColumnsTime = function (region, path, root) {
    var data = window.annalsHistory, touched = {}, columns = [];
    data.relations.forEach(function (r) { if (r[1] === path) r[3].forEach(function (p) { if (p[0] === "c") columns.push(p[1]); }); });
    // in today's order, what is gone last
    var order = {}; region.querySelectorAll("tbody th code").forEach(function (code, i) { order[code.textContent] = i + 1; });
    function place(states) { for (var i = states.length - 1; i >= 0; i--) if (states[i].length > 1) return order[states[i][1]] || 1e4; return 1e4; }
    columns.sort(function (a, b) { return place(a) - place(b); });
    columns.forEach(function (states) { states.forEach(function (s) { touched[s[0]] = 1; }); });
    var stops = Object.keys(touched).map(Number).sort(function (a, b) { return a - b; }), playing = 0;
    function button(text, label, act) { var b = el("button", { type: "button", title: label, "aria-label": label }, text); b.addEventListener("click", act); return b; }
    var bar = el("div", { "class": "time", role: "group", "aria-label": "Time" }), slider = el("input", { type: "range", min: 0, max: stops.length - 1, step: 1, "aria-label": "Release" });
    var back = button("\u25c0", "Release before", function () { stop(); show(+slider.value - 1); }), next = button("\u25b6", "Next release", function () { stop(); show(+slider.value + 1); });
    var play = el("button", { type: "button" }, "Play"), said = el("p", { "class": "said", role: "status" }), body = el("tbody");
    var then = el("table", { "class": "cols" }), head = el("tr"), thead = el("thead");
    ["Name", "Type", "Default"].forEach(function (t) { head.append(el("th", { scope: "col" }, t)); });
    thead.append(head); then.append(thead, body);
    function stop() { clearInterval(playing); playing = 0; play.textContent = "Play"; }
    play.addEventListener("click", function () {
      if (playing) return stop();
      if (+slider.value >= stops.length - 1) show(0);
      play.textContent = "Pause";
      playing = setInterval(function () { if (+slider.value >= stops.length - 1) stop(); else show(+slider.value + 1); }, 1400);
    });
    function show(stopAt) {
      stopAt = Math.max(0, Math.min(stops.length - 1, stopAt)); slider.value = stopAt;
      var release = stops[stopAt], r = data.releases[release], counts = { added: 0, changed: 0, removed: 0 }, alive = 0;
      body.replaceChildren();
      columns.forEach(function (states) {
        var now = at(states, release), was = release ? at(states, release - 1) : null, as = now || was;
        if (!as) return;
        var state = !was ? "added" : !now ? "removed" : was !== now ? "changed" : "", row = el("tr", { "class": state }), name = el("th", { scope: "row" }), type = el("td");
        if (now) alive++;
        if (state) { counts[state]++; name.append(el("span", { "class": "cell " + state, title: state }, signs[state]), " "); }
        name.append(el(state === "removed" ? "s" : "code", {}, as[1]));
        if (state === "changed" && was[1] !== now[1]) name.append(" ", el("span", { "class": "meta" }, "was " + was[1]));
        type.append(el("code", {}, as[2].replace(/^public\./, "")), as[3] ? "" : " ", as[3] ? "" : el("span", { "class": "null" }, "null"));
        if (state === "changed" && (was[2] !== now[2] || was[3] !== now[3])) type.append(el("br"), el("span", { "class": "meta" }, "was " + was[2] + (was[3] ? "" : " null")));
        var standard = el("td"); if (as[4]) standard.append(el("code", {}, as[4]));
        row.append(name, type, standard); body.append(row);
      });
      back.disabled = stopAt === 0; next.disabled = stopAt === stops.length - 1;
      slider.setAttribute("aria-valuetext", r[0]);
      said.replaceChildren(el("strong", {}, r[0]), " " + (r[5] ? r[5] + ". " : "") + (r[1] ? r[1] + ": " : "") + alive + (alive === 1 ? " column, " : " columns, ") + counts.added + " new, " + counts.changed + " changed, " + counts.removed + " gone. ", el("a", { href: root + r[4] }, "Release notes"));
    }
    slider.addEventListener("input", function () { stop(); show(+slider.value); });
    bar.append(back, slider, next, play, said);
    var today = region.querySelector("table");
    region.before(bar); today.hidden = true; region.append(then); show(stops.length - 1); slider.focus();
    return function () { stop(); bar.remove(); then.remove(); today.hidden = false; };
  };
})();
