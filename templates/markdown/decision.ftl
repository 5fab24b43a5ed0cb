<#import "_page.ftl" as a>
<@a.page>
# ${name}

*decision*

<@a.facts facts/>

${blocks(whyHtml)}
<@a.edit edit/>
<#if pages?has_content>

## Applies to

<#list pages as p>
-   ${link(p)}
</#list>
</#if>
</@a.page>
