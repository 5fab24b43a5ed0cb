<#import "_page.ftl" as a>
<@a.page>
# ${title}

*rule* ${code(rule)}

## Condition

${blocks(conditionHtml)}

## Effect

${blocks(effectHtml)}

## Instead

${blocks(insteadHtml)}

<#if beforeHtml?has_content || migrationHtml?has_content>
## Example

<#if beforeHtml?has_content>
${sqlOf(beforeHtml)}

</#if>
<#if migrationHtml?has_content>
Migration:

${sqlOf(migrationHtml)}

</#if>
<#if expected?has_content>
Verdict:

${fenced(expected)}

</#if>
<#if saferHtml?has_content>
Better:

${sqlOf(saferHtml)}

</#if>
</#if>
<#if here?has_content || found?has_content>
## In this schema

<#list here as c><@a.event c/></#list>
<#list found as f><@a.finding f/></#list>
</#if>
</@a.page>
