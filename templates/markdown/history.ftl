<#import "_page.ftl" as a>
<@a.page>
# How ${codeLink(relation)} came to be

<#if matrix.rows?has_content>
## Columns by release

`+` new, `~` changed, `−` gone, `·` as before. Only releases that touched a column are shown.

| Column |<#list matrix.releases as r> ${link(r)} |</#list>
| --- |<#list matrix.releases as r> --- |</#list>
<#list matrix.rows as row>
| ${codeLink(row.name, row.href)} |<#list row.cells as c> ${code(c.sign)}<#if c.text?has_content> ${c.text}</#if> |</#list>
</#list>

</#if>
## Migration by migration

<@a.lifeline groups/>
</@a.page>
