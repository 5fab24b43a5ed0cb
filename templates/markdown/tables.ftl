<#import "_page.ftl" as a>
<@a.page>
# Tables

<#if tables?has_content>
| Table | Area | Columns | Refers to | Referenced by | Indexes | Since | Last change | Comment |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
<#list tables as t>
| ${link(t.table)} | ${link(t.area)} | ${t.columns} | ${t.parents} | ${t.children} | ${t.indexes} | ${link(t.since)} | ${link(t.changed)} | ${t.comment} |
</#list>
<#else>
The database has no tables.
</#if>
</@a.page>
