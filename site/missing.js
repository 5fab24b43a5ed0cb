// The page of an address that has none is shown in any folder: where this script was found, the site begins.
(function () {
  "use strict";
  var html = document.documentElement; if (html.dataset.root) return;
  var root = html.dataset.root = document.currentScript.src.replace(/assets\/missing\.js$/, "");
  ["href", "src"].forEach(kind => {
    document.querySelectorAll("body [" + kind + "], link[" + kind + "]").forEach(node => {
      var to = node.getAttribute(kind);
      if (!/^([a-z]+:|[./#])/i.test(to)) node.setAttribute(kind, root + to);
    });
  });
  var asked = location.pathname.split("/").pop(), line = document.querySelector("[data-asked]");
  try { asked = decodeURIComponent(asked); } catch (e) { /* as it stands */ }
  asked = asked.replace(/\.[a-z]+$/i, "").replace(/~.*$/, "").replace(/^public\./, "");
  if (line && asked && !/^(index|404)$/.test(asked)) {
    line.lastElementChild.textContent = asked; line.lastElementChild.href = root + "index.html?q=" + encodeURIComponent(asked); line.hidden = false;
  }
  ["theme", "nav-data", "annals", "search"].forEach(name => {
    var script = document.createElement("script"); script.src = root + "assets/" + name + ".js"; script.async = false; document.head.append(script);
  });
})();
