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
</@a.page>
