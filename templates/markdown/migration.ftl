<#import "_page.ftl" as a>
<@a.page>
# ${title}

<#if why?has_content>
> ${why}

</#if>
-   Schema: ${migration.version} (${migration.bump})<#if migration.release.text?has_content>, release ${link(migration.release)}</#if>
-   File: ${code(script)}, ${migration.kind}<#if edit?has_content>, ${link("edit", edit)}</#if>
<#if commit.known()>
-   Written by ${commit.author()}, ${commit.date()}, ${code(commit.shortId())} ${commit.subject()}
</#if>
<#list runs as r>
-   ${r.environment}: <#if r.on?has_content>ran on ${r.on}<#if r.took?has_content>, in ${r.took}</#if><#if r.state != "applied">, ${r.state}</#if><#else>${r.state}</#if>
</#list>
<#if edits?has_content>

> **Edited after it was written:** <#list edits as e>${e.date()} by ${e.author()} (${e.subject()})<#sep>; </#list>.
</#if>

## Changes

<#if changes?has_content>
<#list changes as g><#if g.summary?has_content || (g?index < 100)><@a.groups [g]/><#else>
-   ${code(g.changes[0].sign)} ${g.changes[0].summary}
</#if></#list>
<#else>
<#if unseen?has_content>Nothing that is compared is different after it. It ran: ${unseen?join(", ")}.<#else>It changed nothing in the schema.</#if>
</#if>
<#if cascaded?has_content>

Dropped along, without being named: <#list cascaded as c>${code(c)}<#sep>, </#list>.
</#if>
<#if callbacks?has_content>

Callbacks of Flyway's that ran around it; what they did is among these changes:

<#list callbacks as c>
-   ${code(c.path)}<#if c.statements?has_content>: <#list c.statements as s>${s.tag}<#list s.touched> <#items as t>${code(t)}<#sep>, </#items></#list><#if (s.line > 0)> (line ${s.line?c})</#if><#sep>; </#list><#else> changed nothing in the schema</#if>
</#list>
</#if>

## Locks

<#if !transactional>
It cannot run in one transaction: if it fails, what ran before stays.

</#if>
<#if locks?has_content>
Measured on empty tables of ${engine}.

<@a.locks locks/>
<#elseif transactional>
Nobody who uses the database has to wait for it.
<#else>
Locks were not seen: they are let go of statement by statement.
</#if>

## Way back

<#assign w = wayBack/>
<#if w.undo?has_content>
The undo script ${code(w.undo)} ${w.tried} Tried right after this migration, on empty tables of ${engine}: structure only.

<#list w.details as d>
-   ${d}
</#list>

${sqlOf(w.undoHtml)}

</#if>
<#if w.scriptHtml?has_content>
<#if !w.undo?has_content>There is no undo script. </#if>${w.generated} **${w.grade}**

${sqlOf(w.scriptHtml)}
<#if (w.more > 0)>

${w.more} more lines are not shown.
</#if>
<#elseif !w.undo?has_content>
Nothing to take back.
</#if>

<#if javaClass?has_content>
## Java

It is the Java class ${code(javaClass)}, run from the project's class path: there is no SQL to show.
<#else>
## SQL

${sql(sqlText)}
</#if>
<#if (codeMore > 0)>

${codeMore} more lines are in ${code(script)}.
</#if>
<@a.turn previous next/>
</@a.page>
