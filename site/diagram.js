// Diagrams as a tool: zoom, fit, drag, and the neighbourhood of what the pointer is on.
(function () {
  "use strict";
  document.querySelectorAll("[data-diagram]").forEach(function (figure) {
    var canvas = figure.querySelector(".canvas"), svg = canvas.querySelector("svg"), width = +svg.getAttribute("width"), height = +svg.getAttribute("height"), scale = 1;
    function zoom(to) {
      scale = Math.min(3, Math.max(0.1, to));
      svg.setAttribute("width", width * scale); svg.setAttribute("height", height * scale);
    }
    function fit() { var room = canvas.clientWidth - 32; zoom(room > 0 && width > room ? room / width : 1); }
    var tools = document.createElement("div"); tools.className = "tools";
    [["+", "Larger", function () { zoom(scale * 1.25); }], ["\u2212", "Smaller", function () { zoom(scale / 1.25); }], ["Fit", "Fit to the width", fit], ["1:1", "True size", function () { zoom(1); }]].forEach(function (t) {
      var b = document.createElement("button"); b.type = "button"; b.textContent = t[0]; b.title = t[1]; if (t[0].length === 1) b.setAttribute("aria-label", t[1]);
      b.addEventListener("click", t[2]); tools.append(b);
    });
    figure.prepend(tools);
    if (width > canvas.clientWidth && canvas.clientWidth / width > 0.55) fit();
    canvas.classList.add("grab");
    var from = null, moved = false;
    canvas.addEventListener("pointerdown", function (e) { if (e.button === 0 && e.pointerType === "mouse") { from = [e.clientX, e.clientY, canvas.scrollLeft, canvas.scrollTop]; moved = false; } });
    addEventListener("pointermove", function (e) {
      if (!from) return;
      if (Math.abs(e.clientX - from[0]) + Math.abs(e.clientY - from[1]) > 4) { moved = true; canvas.classList.add("grabbing"); }
      canvas.scrollLeft = from[2] - (e.clientX - from[0]); canvas.scrollTop = from[3] - (e.clientY - from[1]);
    });
    addEventListener("pointerup", function () { from = null; canvas.classList.remove("grabbing"); });
    canvas.addEventListener("dragstart", function (e) { e.preventDefault(); });
    canvas.addEventListener("click", function (e) { if (moved) { e.preventDefault(); moved = false; } }, true);
    canvas.addEventListener("keydown", function (e) {
      if (e.key === "+" || e.key === "=") zoom(scale * 1.25);
      if (e.key === "-") zoom(scale / 1.25);
      if (e.key === "0") fit();
    });
    canvas.addEventListener("wheel", function (e) { if (e.ctrlKey || e.metaKey) { e.preventDefault(); zoom(scale * (e.deltaY < 0 ? 1.1 : 0.9)); } }, { passive: false });
    function light(name) {
      svg.classList.toggle("dim", !!name);
      var near = {}; near[name] = 1;
      svg.querySelectorAll(".er-edge").forEach(function (edge) {
        var on = name && (edge.dataset.from === name || edge.dataset.to === name);
        edge.classList.toggle("near", !!on);
        if (on) { near[edge.dataset.from] = 1; near[edge.dataset.to] = 1; }
      });
      svg.querySelectorAll(".er-box").forEach(function (box) { box.classList.toggle("near", !!name && near[box.dataset.table] === 1); });
    }
    svg.querySelectorAll(".er-box").forEach(function (box) {
      box.addEventListener("pointerenter", function () { if (!from) light(box.dataset.table); });
      box.addEventListener("pointerleave", function () { light(""); });
      box.addEventListener("focus", function () { light(box.dataset.table); });
      box.addEventListener("blur", function () { light(""); });
    });
  });
})();
