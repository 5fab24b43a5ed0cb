// Runs axe-core on the page it is in, light and dark, and leaves what it found on the body.
window.addEventListener("load", async function () {
  const found = [];
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const theme of ["light", "dark"]) {
    document.documentElement.setAttribute("data-theme", theme);
    await new Promise((next) => setTimeout(next, 500));
    const result = await axe.run(document, { preload: false, resultTypes: ["violations"] });
    if (result.passes.length < 10) found.push(`${theme}: only ${result.passes.length} rules had anything to look at`);
    for (const violation of result.violations) {
      for (const node of violation.nodes.slice(0, 3)) {
        found.push(`${theme} ${violation.id}: ${node.failureSummary} ${node.html}`.replace(/\s+/g, " ").slice(0, 500));
      }
    }
  }
  document.body.setAttribute("data-axe", encodeURIComponent(found.join("\n")));
});
