<#import "_page.ftl" as a>
<@a.page>
# Releases

The schema is at version **${version}**, computed step by step from what each migration did to those who read and write.

<#list releases as r>
-   ${link(r.name, r.href)}<#if r.title?has_content> ${r.title}</#if> (${r.bump}): ${r.headline}<#if (r.breaking > 0)>, **${r.breaking} breaking**</#if>; schema ${r.version}, ${r.migrations} <#if r.migrations == 1>migration<#else>migrations</#if><#if r.date?has_content>, ${r.date}</#if><#if r.line?has_content>; ${r.line}</#if>
</#list>
</@a.page>
