<#import "_page.ftl" as a>
<@a.page>
# ${site}

Schema version **${version}** on ${engine}. <#list facts as fact>${line(fact.html)} ${fact.label}<#sep>, </#list>.

<#if purposeHtml?has_content>
${blocks(purposeHtml)}
<#else>
*Nobody has written down what this database is for. Write ${code(purposePath)}, a Markdown page: it opens this site.*
</#if>

## Contents

-   [Diagram](diagram.md), [tables](tables.md) and [everything, A to Z](a-z.md)
-   [Releases](releases/index.md) and [migrations](migrations/index.md)
-   [Checks](checks.md), [coverage](coverage.md), [rules](rules/index.md) and [environments](environments.md)
<#list own as o>
-   ${link(o)}
</#list>

## Latest releases

<#list releases as r>
-   ${link(r.name, r.href)}<#if r.title?has_content> ${r.title}</#if> (${r.bump}): ${r.headline}<#if (r.breaking > 0)>, **${r.breaking} breaking**</#if>; schema ${r.version}<#if r.line?has_content>, ${r.line}</#if><#if r.date?has_content>, ${r.date}</#if>
</#list>
<#if (moreReleases > 0)>
-   [${moreReleases} earlier](releases/index.md)
</#if>

## Areas

<#list map as m>
${mermaid(m.mermaid)}

<#if (m.lines < m.allLines)>
The ${m.lines} strongest of ${m.allLines} lines are drawn; an area's page names all that it is joined to.

</#if>
<#if (m.shown < areas?size)>
The ${m.shown} areas with most tables and foreign keys are drawn.

</#if>
</#list>
<#list areas as area>
-   ${link(area.name, area.href)} (${area.count}): ${area.note}<#if area.refers?has_content> (refers to <#list area.refers as r>${link(r.text, r.href)} ${r.count}<#sep>, </#list>)</#if>
</#list>

## Worth knowing

<#if connected?has_content>
-   Most connected: <#list connected as t>${codeLink(t.name, t.href)} (${t.note?trim})<#sep>, </#list>
</#if>
<#if changed?has_content>
-   Most changed: <#list changed as t>${codeLink(t.name, t.href)} (${t.note?trim})<#sep>, </#list>
</#if>
<#list coverage as c>
-   ${line(c.html)} ${c.label}
</#list>
<#if findings?has_content>

## Findings

<#list findings as f><@a.finding f/></#list>
<#if (findingCount > findings?size)>
-   [All ${findingCount} findings](checks.md)
</#if>
</#if>
</@a.page>
