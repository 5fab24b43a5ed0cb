// Runs before the first paint: the reader's own choice of light or dark, if there is one.
(function () {
  var choice = null;
  try { choice = localStorage.getItem("annals-theme"); } catch (e) { /* storage may be shut */ }
  if (choice === "light" || choice === "dark") document.documentElement.setAttribute("data-theme", choice);
  document.documentElement.className = "js";
})();
