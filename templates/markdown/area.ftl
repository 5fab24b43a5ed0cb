<#import "_page.ftl" as a>
<@a.page>
# ${name}

*area*

<@a.facts facts/>

<#if whyHtml?has_content>
${blocks(whyHtml)}
<#elseif missing>
*Nobody has written down what belongs here. Write ${code(rationalePath)}, a Markdown page; its first lines will stand here.*
</#if>
<@a.edit edit/>
<#if diagram?has_content>

## Diagram

<@a.diagram diagram/>
</#if>

## Tables

<#list tables as t>
-   ${codeLink(t.name, t.href)}<#if t.note?has_content>: ${t.note}</#if>
<#else>
No table says that it belongs to this area.
</#list>
</@a.page>
