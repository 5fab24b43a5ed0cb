<#import "_page.ftl" as a>
<#macro table title rules>
<#if rules?has_content>
## ${title}

| Rule | Id | Seen here |
| --- | --- | --- |
<#list rules as r>
| ${link(r.name, r.href)} | ${code(r.id)} | <#if (r.count > 0)>${r.count}</#if> |
</#list>

</#if>
</#macro>
<@a.page>
# Rules

The rules that had something to say here. Each has an example that was run on a real server.

<@table "Rules for changes" rules/>
<@table "Rules for migrations" safety/>
<@table "Rules for schemas" design/>
<@table "Rules for pages, files and live databases" findings/>
</@a.page>
