<#import "_page.ftl" as a>
<@a.page>
# ${code(name)}

*${kind}*

<#if comment?has_content>
${comment}

</#if>
<@a.facts facts/>

<@a.since since/>
<#if whyHtml?has_content>
## Why

${blocks(whyHtml)}
<@a.edit edit/>
</#if>
<#if findings?has_content>

## Findings

<#list findings as f><@a.finding f/></#list>
</#if>
<#if values?has_content>

## ${parts}

<#list values as v>
${(parts == "Constraints")?then("-   ", "1.  ")}${anchor(v.anchor)}${code(v.name)}<#if v.html?has_content> ${codeOf(v.html)}</#if><#if v.flag?has_content>, *${v.flag}*</#if><#if v.comment?has_content>: ${v.comment}</#if>
</#list>
</#if>

## Definition

${sqlOf(definitionHtml)}
<#if usedBy?has_content>

## ${users}

<#if sent?has_content>
<#list sent as s>
-   ${codeLink(s.table)}<#if s.columns?has_content>: columns ${code(s.columns)}</#if><#if s.filterHtml?has_content><#if s.columns?has_content>,<#else>:</#if> rows where ${codeOf(s.filterHtml)}</#if>
</#list>
<#else>
<#list usedBy as u>
-   ${codeLink(u)}
</#list>
</#if>
</#if>
<#if events?has_content>

## History

<#list events as c><@a.event c/></#list>
</#if>
<@a.turn previous next/>
</@a.page>
