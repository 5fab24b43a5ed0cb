<#import "_page.ftl" as a>
<@a.page>
# Checks

## Coverage

<@a.facts coverage/>

<#list sections as s>
## ${s.title}

<#if s.note?has_content>
${s.note}

</#if>
<#list s.groups as g>
### ${g.title} (${g.count})

<#list g.findings as f><@a.finding f/></#list>
<#if g.moreHref?has_content>
-   ${link("All " + g.count + " findings of this rule", g.moreHref)}
</#if>

</#list>
<#else>
Nothing was found.
</#list>
</@a.page>
