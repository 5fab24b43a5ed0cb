// Runs axe-core on the page it is in, light and dark; its value is what was found, a line each.
(async function () {
  const found = [];
  for (const details of document.querySelectorAll("details")) details.open = true;
  await new Promise((next) => setTimeout(next, 300));
  for (const theme of ["light", "dark"]) {
    document.documentElement.setAttribute("data-theme", theme);
    await new Promise((next) => setTimeout(next, 400));
    // in the dark nothing is another than colours
    const result = await axe.run(document, { preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...(theme === "dark" ? { runOnly: ["color-contrast"] } : {}) });
    if (result.passes.length < (theme === "dark" ? 1 : 10)) found.push(`${theme}: only ${result.passes.length} rules had anything to look at`);
    for (const violation of result.violations) {
      for (const node of violation.nodes.slice(0, 3)) {
        found.push(`${theme} ${violation.id}: ${node.failureSummary} ${node.html}`.replace(/\s+/g, " ").slice(0, 500));
      }
    }
  }
  return found.join("\n");
})();
