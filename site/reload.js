// Served pages alone carry this: a page is loaded again when there is a new edition of the site.
(function () {
  "use strict";
  var edition = document.currentScript.dataset.edition;
  var events = null;

  function listen() {
    if (events) return;
    events = new EventSource("/_annals/events?seen=" + edition);
    events.addEventListener("edition", event => {
      if (event.data !== edition) location.reload();
    });
  }

  // A hidden page lets go: browsers open only six connections to one host.
  function letGo() {
    if (events) events.close();
    events = null;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) letGo();
    else listen();
  });
  window.addEventListener("pagehide", letGo);
  window.addEventListener("pageshow", () => { if (!document.hidden) listen(); });
  if (!document.hidden) listen();
})();
