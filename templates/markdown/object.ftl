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

## Values

<#list values as v>
1.  ${anchor(v.href)}${code(v.text)}
</#list>
</#if>

## Definition

${sqlOf(definitionHtml)}
<#if usedBy?has_content>

## ${users}

<#list usedBy as u>
-   ${codeLink(u)}
</#list>
</#if>
<#if events?has_content>

## History

<#list events as c><@a.event c/></#list>
</#if>
<@a.turn previous next/>
</@a.page>
