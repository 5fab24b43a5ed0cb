<#import "_page.ftl" as a>
<@a.page>
# Coverage

What is written down about each table, and what is not. A page or the database's own comment counts; what only a migration says is shown, but does not count.

<@a.facts facts/>
<#if findings?has_content>

## Wanted

<#list findings as f><@a.finding f/></#list>
</#if>
<#if again?has_content>

## Read again

Pages whose table has changed since somebody last read them; the worst first.

<#list again as t>
-   ${codeLink(t.name, t.href)}: ${t.note}
</#list>
</#if>
<#if next?has_content>

## Write next

Tables without a page that says why, those that matter most first. `annals init` begins such pages.

<#list next as t>
-   ${codeLink(t.name, t.href)}: ${t.note}
</#list>
</#if>

## Table by table

| Table | Why | Columns | Owners | Reviewed |
| --- | --- | --- | --- | --- |
<#list rows as r>
| ${codeLink(r.name, r.href)} | <#if r.counts>${r.why}<#else>*${r.why}*</#if> | ${r.told} of ${r.columns} | ${r.owners} | ${r.reviewed}<#if (r.changes > 0)> **${r.changes} since**</#if> |
</#list>
</@a.page>
