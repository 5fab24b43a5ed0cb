<#import "_page.ftl" as a>
<@a.page>
# Migrations

| Version | Description | Schema | Changes | Release | By |
| --- | --- | --- | --- | --- | --- |
<#list migrations as m>
| ${link(m.name, m.href)} | ${m.description} | ${m.version} (${m.bump}) | ${m.changes}<#if (m.breaking > 0)>, **${m.breaking} breaking**</#if> | ${link(m.release)} | ${m.by}<#if m.date?has_content>, ${m.date}</#if> |
</#list>
<#if notes?has_content>

## How this history was read

<#list notes as n>
-   ${n}
</#list>
</#if>
</@a.page>
