<#-- The frame around every page of Markdown. Texts are escaped; what these functions give is Markdown already:
     code(text), link(link), link(text, href), codeLink(…), line(html), blocks(html), sql(text), sqlOf(html),
     codeOf(html), fenced(text), mermaid(text), anchor(id), yaml(text). -->
<#macro page>
---
title: ${yaml(title)}
<#if label?has_content>
sidebar_label: ${yaml(label)}
</#if>
<#if order??>
sidebar_position: ${order?c}
</#if>
mdx:
  format: md
---

<#if crumbs?has_content>
<#list crumbs as c>${link(c)}<#sep> / </#list>

</#if>
<#nested>
</#macro>

<#macro facts list>
<#list list as fact>
-   ${fact.label}: ${line(fact.html)}
</#list>
</#macro>

<#macro level c><#if c.level == "breaking" || c.level == "maybe"> **${c.levelLabel}**</#if></#macro>

<#macro outcome w><#if w.refused>worked before; now: ${code("ERROR: " + w.after)}<#else>gave ${code(w.before)} before; now: ${code(w.after)}</#if></#macro>

<#-- A change with its verdict, as an item of a list. -->
<#macro change c>
-   ${code(c.sign)} ${c.summary}<@level c/><#if c.lines?has_content> (line <#list c.lines as l>${l?c}<#sep>, </#list>)</#if>
    -   ${c.affects}.
<#list c.notes as note>
    -   ${note}
</#list>
<#list c.witnesses as w>
    -   For ${w.who}: ${codeOf(w.sqlHtml)} <@outcome w/>
</#list>
<#if c.unseen?has_content>
    -   ${c.unseen}
</#if>
<#list c.broken as b>
    -   It breaks ${code(b.place)}, which <@outcome b/>
</#list>
<#if (c.unbroken > 0)>
    -   It breaks none of the project's own ${c.unbroken} statement<#if c.unbroken != 1>s</#if> that worked before.
</#if>
<#if c.instead?has_content>
    -   Instead: ${c.instead}
</#if>
    -   <#if c.href?has_content>${codeLink(c.subject, c.href)}, </#if>rule ${codeLink(c.rule, c.ruleHref)}
</#macro>

<#macro groups list>
<#list list as g>
<#if g.summary?has_content>
-   ${code(g.changes[0].sign)} ${g.summary}<@level g.changes[0]/>
<#list g.changes as c>
    -   ${c.summary}
</#list>
<#else>
<#list g.changes as c><@change c/></#list>
</#if>
</#list>
</#macro>

<#macro event c>
-   ${code(c.sign)} ${c.summary}<@level c/> (${link(c.migration)}<#if c.release.text?has_content && c.release.text != c.migration.text> in ${link(c.release)}</#if><#if c.by?has_content>, ${c.by}</#if>)
</#macro>

<#macro since s>
<#if s.events?has_content>
> **Changed since this page was ${s.read}:** <#list s.events as c><#if (c?index < 5)>${c.summary} </#if></#list><#if (s.events?size > 5)>And ${s.events?size - 5} more.</#if>

</#if>
</#macro>

<#-- A history, migration by migration. -->
<#macro lifeline groups>
<#list groups as g>
-   ${link(g.migration)}<#if g.release.text?has_content && g.release.text != g.migration.text> in ${link(g.release)}</#if><#if g.by?has_content>, ${g.by}</#if>
<#list g.changes as c>
    -   ${code(c.sign)} ${c.summary}<@level c/>
</#list>
</#list>
</#macro>

<#macro finding f>
-   **${f.severity}** ${f.message}
<#if f.why?has_content>
    -   ${f.why}
</#if>
<#if f.advice?has_content>
    -   ${f.advice}
</#if>
<#if f.standing?has_content>
    -   ${f.standing}
</#if>
    -   <#list f.subjects as s>${codeLink(s)}, </#list><#if f.place?has_content>${code(f.place)}, </#if><#if f.release?has_content>since ${f.release}, </#if><#if f.confidence?has_content>${f.confidence} confidence, </#if>rule ${codeLink(f.rule, f.ruleHref)}
</#macro>

<#macro diagram list>
<#list list as d>
${mermaid(d.mermaid)}
</#list>
</#macro>

<#macro locks list>
| Table | Lock | Who waits | Rows |
| --- | --- | --- | --- |
<#list list as lock>
| ${codeLink(lock.table, lock.href)} | ${lock.lock} | ${lock.blocks} | ${lock.work} |
</#list>
</#macro>

<#macro turn previous next>
<#if previous?has_content || next?has_content>

<#list previous as p>Previous: ${link(p)}</#list><#if previous?has_content && next?has_content> · </#if><#list next as n>Next: ${link(n)}</#list>
</#if>
</#macro>

<#macro edit href><#if href?has_content>

${link("Edit this page", href)}
</#if></#macro>
