<#import "_page.ftl" as a>
<@a.page>
# Everything, A to Z

<#list groups as g>
## ${g.name}

<#list g.members as m>
-   ${codeLink(m.name, m.href)}<#if m.note?has_content>: ${m.note}</#if>
</#list>

<#else>
The database is empty.
</#list>
<#list loading as l>
## Order of loading

Rows can be inserted into ${l.tables} table<#if l.tables != 1>s</#if> in ${l.steps} step<#if l.steps != 1>s</#if>, each after those before it, and deleted the other way round.

<#if l.circles?has_content>
These refer to each other in a circle. They are filled in the order in which they stand here, and what they refer to further on has to wait:

<#list l.circles as c>
-   <#list c.tables as t>${link(t)}<#sep>, </#list><#if (c.moreTables > 0)>, ${c.moreTables} more</#if>
<#list c.keys as k>
    -   ${code(k.name)} of ${link(k.table)} ${k.how}
</#list>
</#list>

</#if>
<#if l.selves?has_content>
These refer to themselves, so rows that others refer to come first: <#list l.selves as t>${link(t)}<#sep>, </#list><#if (l.moreSelves > 0)>, ${l.moreSelves} more</#if>.

</#if>
</#list>
</@a.page>
